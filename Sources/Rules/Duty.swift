internal import Documents

/// Who must meet a clause.
public enum Duty: String, Sendable, Hashable, CaseIterable {
  /// What a project must itself provide: whoever builds it answers for that.
  case developer
  /// What must be around it: the authorities answer for that.
  case authority
}

extension Duty {
  /// Whose duty a clause is that does not say so: what a new parcel, a plan or a facility must itself
  /// provide is its developer's; what lies around it, what is missing where people live already, and
  /// all that is asked of units is the authorities'.
  static func ofClause(
    about subjects: [RuleSubject], _ check: any Check, when condition: Condition
  ) -> Duty {
    guard !subjects.contains(where: \.isUnit) else { return .authority }
    return check.measuresCover || condition.isAboutExisting ? .authority : .developer
  }
}

extension Condition {
  /// Whether it holds for nothing but what is there already.
  fileprivate var isAboutExisting: Bool {
    switch self {
    case .column("status", .oneOf(let words)): words == ["existing"]
    case .all(let parts): parts.contains(where: \.isAboutExisting)
    default: false
    }
  }
}
