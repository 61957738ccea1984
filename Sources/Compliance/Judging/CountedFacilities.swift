internal import Measuring
internal import Planning
internal import Rules

/// Which facilities the figures of a check count, where that is not said by reach.
enum CountedFacilities {
  /// None, or its findings name them already.
  case none
  /// Those of the choices that lie in the area that is judged.
  case inArea([FacilityChoice])
  /// Those of the choice that are a parcel's own.
  case ofParcel(FacilityChoice)
  /// The facility that is judged.
  case itself

  /// What must be asked to name them.
  var questions: [any Question] {
    switch self {
    case .none, .itself: []
    case .inArea(let choices): [FacilityTerritories()] + choices.map { Chosen($0) as any Question }
    case .ofParcel(let choice): [Chosen(choice), Own(choice)]
    }
  }
}

extension Judging {
  /// Names what was counted in findings that do not say so yet: those that surely count.
  func name(_ counted: CountedFacilities, in result: inout RuleFindings) {
    guard case .plain = result.detail, let lists = lists(counted, result) else { return }
    var named = CountedFindings()
    for (subject, rows) in lists.enumerated() {
      let isSaid = result.verdicts[subject] != .notApplicable || result.measured[subject].isFinite
      named.append(isSaid ? rows : [])
    }
    if !named.isEmpty { result.detail = .counted(named) }
  }

  /// By subject.
  private func lists(_ counted: CountedFacilities, _ result: RuleFindings) -> [[Int32]]? {
    switch counted {
    case .none: return nil
    case .itself: return result.rows.map { [$0] }
    case .ofParcel(let choice):
      let certain = Set(measured[Chosen(choice)].selection.certain)
      let edges = measured[Own(choice)].edges
      return result.rows.map { edges.facilities(of: Int($0)).filter(certain.contains) }
    case .inArea(let choices):
      let rows = Set(choices.flatMap { measured[Chosen($0)].selection.certain }).sorted()
      guard !rows.isEmpty else { return nil }
      return measured[FacilityTerritories()].facilities(
        rows, in: frame.scopes(of: result.rule.subjects), frame)
    }
  }
}

extension Quantity {
  /// The facilities that are added up.
  var choices: [FacilityChoice] {
    guard case .facilities(let kinds, let filter, _) = source else { return [] }
    return [FacilityChoice(kinds, filter)]
  }
}
