internal import Measuring

/// Whether parcels need anything, for all that is known of who lives there.
struct KnownNeeds {
  /// By parcel: whom the clause counts.
  let demands: [Bounds]
  /// Figures that tell of a parcel that somebody lives there, each by parcel.
  let residents: [[Bounds]]

  /// What a parcel needs of which it is known that somebody lives there, not how many, where it
  /// reaches nothing: nothing at all is too little for anybody. `nil` of all others.
  func unmet(_ row: Int, _ division: Division, _ elsewhere: Elsewhere.Answer) -> Bounds? {
    guard demands[row].low == 0, elsewhere[row] == .zero, division.reachesNothing(row),
      residents.contains(where: { $0[row].low > 0 })
    else { return nil }
    let demand = division.demand[row]
    return Bounds(low: max(1, demand.low), high: demand.high)
  }

  /// The verdict on what a parcel gets in a division.
  func verdict(
    of row: Int, by judge: ParcelJudge, _ division: Division, _ elsewhere: Elsewhere.Answer
  ) -> Verdict {
    guard demands[row].low == 0 else { return judge.verdict(division, row) }
    guard let somebody = unmet(row, division, elsewhere) else { return .unknown }
    return judge.verdict(ofNothingFor: somebody)
  }
}
