internal import Compliance
internal import GeoData
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension RemedySearch {
  /// Sees to it that who writes down what the remedy says, and no more, has a plan that passes: what a clause cannot
  /// do without is stated, be it 0.
  ///
  /// - Returns: What fails with the remedy, with everything built or at the end of a stage.
  mutating func stateAll() async throws -> [ClauseOpinion] {
    let full = try await judgeEver(plan)
    let isKnown = Set(full.filter { $0.countedVerdict != .unknown }.map { $0.key })
    for _ in FacilityMeasure.stated where !added.isEmpty {
      let open = try await judgeEver(literal).filter {
        $0.countedVerdict == .unknown && isKnown.contains($0.key)
      }
      guard !open.isEmpty, state(for: open) else { break }
    }
    return failing(full)
  }

  /// The plan with new facilities as somebody would write them down: what is not said of them is not known.
  private var literal: Plan {
    var literal = plan
    let rows = rows
    for id in added {
      guard let row = rows[id] else { continue }
      literal.facilities.forgetNone(at: row)
      for measure in stated[id] ?? [] {
        literal.facilities.set(
          measure, plan.facilities.amounts(of: measure)?[row] ?? .zero, at: row)
      }
      if !saysDelivery(id) { literal.facilities.delivered[row] = nil }
    }
    return literal
  }

  private func saysDelivery(_ id: String) -> Bool {
    conditions[id, default: []].contains { if case .handedOver = $0 { true } else { false } }
  }

  /// Row of each facility.
  var rows: [String: Int] {
    Dictionary(
      zip(plan.facilities.rows.ids, plan.facilities.rows.ids.indices),
      uniquingKeysWith: { $1 })
  }

  /// States what clauses read that cannot be decided.
  ///
  /// - Returns: Whether anything is stated that was not before.
  private mutating func state(for clauses: [ClauseOpinion]) -> Bool {
    let rows = rows
    var isChanged = false
    for clause in clauses {
      let columns = clause.rule.columns
      var readsDelivery = columns.contains("delivered")
      if case .deliveringWithHousing = clause.rule.check.mending { readsDelivery = true }
      let kinds = reviewer.vocabulary.descendants(of: clause.rule.check.facilityKinds)
      for id in added {
        guard let row = rows[id], kinds.contains(plan.facilities.kind[row]) else { continue }
        for measure in FacilityMeasure.stated
        where columns.contains(measure.name)
          && plan.facilities.amounts(of: measure)?[row] == .zero
        {
          if stated[id, default: []].insert(measure).inserted { isChanged = true }
        }
        if readsDelivery, !saysDelivery(id),
          let day = plan.facilities.delivered[row]
        {
          conditions[id, default: []].append(.handedOver(by: day))
          isChanged = true
        }
      }
    }
    return isChanged
  }
}
