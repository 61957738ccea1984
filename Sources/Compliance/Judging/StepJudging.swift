internal import Measuring
internal import Planning
internal import Quantities
internal import Rules

/// The judges of rows of a table: one for all, or, where the figure is on a table of steps, by the step
/// that each row is on.
struct RowJudges {
  /// By step.
  private let judges: [Judge]
  /// By step, then by row.
  private let truths: [[Truth]]
  /// For rows of which it is not known on which step they are: what holds on all of them.
  private let undecided: Judge

  init(_ rule: AppliedRule, _ table: Applies.Table, _ judging: Judging) {
    undecided = judging.judge(rule)
    guard let steps = rule.threshold?.steps else {
      judges = []
      truths = []
      return
    }
    judges = steps.steps.indices.map { Judge(rule, judging.frame, steps: [$0]) }
    truths = steps.steps.indices.map { step in
      let answer = judging.measured[Applies(to: table, steps.condition(step))]
      return table == .parcels ? answer.parcels : answer.facilities
    }
  }

  subscript(_ row: Int) -> Judge {
    truths.firstIndex { $0[row] == .yes }.map { judges[$0] } ?? undecided
  }
}

extension Setting {
  /// What must be asked to tell on which step of its table each subject of a rule is.
  func steps(_ rule: AppliedRule) -> [any Question] {
    guard let table = rule.threshold?.steps else { return [] }
    let conditions = table.steps.indices.map(table.condition)
    switch rule.subject {
    case .parcel: return conditions.map { Applies(to: .parcels, $0) }
    case .facility: return conditions.map { Applies(to: .facilities, $0) }
    case .plan, .community, .street, .township, .district, .city, .province, .planning:
      return TotalSource.people(.people(table.measure))
    }
  }
}

extension Judging {
  /// The steps of a rule's table that a scope may be on, by what it has in all; `nil` among them: below
  /// the first. All of none where the rule has no table.
  func steps(_ rule: AppliedRule, _ scope: Scope) -> [Int?] {
    guard let table = rule.threshold?.steps else { return [] }
    let all: [Int?] = (table.condition == .always ? [] : [nil]) + table.steps.indices.map { $0 }
    let total =
      frame.declared(table.column, scope).map { Totalled.bounds(Bounds($0), on: []) }
      ?? measured.people(table.measure, scope, statistic: table.column)
    guard case .bounds(let bounds, _) = total else { return all }
    return table.steps(
      from: Amount(micros: bounds.low),
      to: bounds.high == Bounds.unlimited ? nil : Amount(micros: bounds.high))
  }

  /// Whether a rule asks anything of a scope, by the steps of its table.
  func isOnTable(_ rule: AppliedRule, _ scope: Scope) -> Truth {
    let steps = steps(rule, scope)
    guard steps.contains(nil) else { return .yes }
    return steps.count == 1 ? .no : .unknown
  }
}

extension StepTable {
  /// What decides, as a number that areas have in all.
  fileprivate var measure: PeopleMeasure { PeopleMeasure(column: column) }
}
