internal import Measuring
internal import Planning
internal import Rules

extension Judging {
  /// The first rejected facility that may add to a total, and how many others may.
  func rejected(
    _ choice: FacilityChoice, _ measure: FacilityMeasure, _ scope: Scope
  ) -> Reason? {
    measured[RejectedFacilities(choice, measure)].rows(in: scope).map {
      .rejectedRowsDecide(frame.setAside.facilityLabels[$0.first], others: $0.others)
    }
  }

  /// The first rejected row that may add to one of some totals.
  func rejected(_ quantities: [Quantity], _ scope: Scope) -> Reason? {
    for quantity in quantities {
      guard case .facilities(let kinds, let filter, let measure) = quantity.source else { continue }
      if let reason = rejected(FacilityChoice(kinds, filter), measure, scope) { return reason }
    }
    return nil
  }
}

extension RuleFindings {
  /// Names the rejected rows that may decide, where missing data does.
  mutating func nameRejected(_ index: Int, _ reason: Reason?) {
    guard let reason, verdicts[index] == .unknown, self.reason(of: index) == .dataDecides else {
      return
    }
    set(index, because: reason)
  }

  /// Names the facilities of which it is not known where, or whether, they are, where missing data
  /// decides about a parcel.
  mutating func nameDoubtful(_ row: Int, _ elsewhere: Elsewhere.Answer, _ judging: Judging) {
    guard verdicts[row] == .unknown, reason(of: row) == .dataDecides, elsewhere[row].high > 0 else {
      return
    }
    guard let found = elsewhere.facilities(of: row) else {
      return set(row, because: .noLayer(.facilities))
    }
    set(
      row,
      because: found.facility >= 0
        ? .facilityWithoutPlaceDecides(
          judging.frame.unplacedFacilities[found.facility] ?? "", others: found.count - 1)
        : .rejectedRowsDecide(
          judging.frame.setAside.facilityLabels[found.rejected], others: found.count - 1))
  }
}
