public import Quantities
public import Rules

/// Which table the subjects of a rule are rows of.
public enum SubjectTable: String, Sendable, Hashable {
  /// `City.parcels`
  case parcels
  /// `City.facilities`
  case facilities
  /// `City.units`
  case units
  /// The whole territory, or the plan: one row, numbered 0.
  case territory
}

/// The findings of one rule, in columns: one entry per subject.
public struct RuleFindings: Sendable {
  /// The clause that was applied.
  public let rule: AppliedRule
  /// What `rows` count in.
  public let table: SubjectTable
  /// Rows of the subjects, ascending. For parcels every row is there.
  public let rows: [Int32]
  /// One per subject.
  public var verdicts: [Verdict]
  /// One per subject.
  public var flags: [Flags]
  /// The figure that was measured, in the rule's unit; NaN where there is none.
  public var measured: [Double]
  /// The figure that is required; `nil` where the rule has none.
  public var required: Amount?
  /// The upper figure of a range.
  public var requiredUpper: Amount?
  /// One per subject where each has a figure of its own, declared for it, in millionths; empty where
  /// `required` is that of all.
  var requiredOfSubject: [Int64] = []
  /// What is missing, or above an upper limit (`isExcess`), in millionths of `shortfallUnit`; `noAmount`
  /// where nothing is.
  public var shortfall: [Int64]
  /// The unit of what is missing: for rates that of the supply, such as `m2` or `places`.
  public var shortfallUnit: MeasureUnit
  /// Index into `reasonCases`; 0: nothing to say.
  public var reasons: [UInt16]
  /// Each reason once; the first is none.
  public var reasonCases: [Reason?]
  /// The limit, where the rule has one.
  public var reach: MeasuredReach?
  /// What only findings of a kind of check have.
  public var detail: FindingsDetail

  /// Stands for "no amount" in columns of millionths.
  public static let noAmount = Int64.min

  /// Which clause it is.
  public var key: RuleKey { rule.key }

  /// Number of subjects.
  public var count: Int { rows.count }

  /// Findings to be filled in: everything not applicable.
  public init(rule: AppliedRule, table: SubjectTable, rows: [Int32]) {
    self.rule = rule
    self.table = table
    self.rows = rows
    let count = rows.count
    verdicts = Array(repeating: .notApplicable, count: count)
    flags = Array(repeating: [], count: count)
    measured = Array(repeating: .nan, count: count)
    shortfall = Array(repeating: Self.noAmount, count: count)
    shortfallUnit = rule.unit
    reasons = Array(repeating: 0, count: count)
    reasonCases = [nil]
    detail = .plain
    if case .amount(let amount, _) = rule.threshold?.figure { required = amount }
    requiredUpper = rule.threshold?.upper
  }

  /// The index of a reason, added to the cases if it is new.
  public mutating func index(of reason: Reason) -> UInt16 {
    if let known = reasonCases.firstIndex(of: reason) { return UInt16(known) }
    // The last index is shared by whatever no longer fits, rather than wrap around.
    guard reasonCases.count < Int(UInt16.max) else { return UInt16(reasonCases.count - 1) }
    reasonCases.append(reason)
    return UInt16(reasonCases.count - 1)
  }

  /// Whether the clause applies to a subject, or reports about it.
  public func speaks(of subject: Int) -> Bool {
    verdicts[subject] != .notApplicable || (rule.isReportOnly && measured[subject].isFinite)
  }

  /// The figure that is required of a subject, and the upper one of a range; `nil` where the clause
  /// does not apply to it or has no figure.
  public func required(of subject: Int) -> (figure: Amount, upper: Amount?)? {
    guard verdicts[subject] != .notApplicable else { return nil }
    if requiredOfSubject.isEmpty { return required.map { ($0, requiredUpper) } }
    let own = requiredOfSubject[subject]
    return own == Self.noAmount ? nil : (Amount(micros: own), requiredUpper)
  }

  /// Whether a subject that fails has too much, not too little.
  public func isExcess(_ subject: Int) -> Bool {
    guard let comparison = rule.threshold?.comparison else { return false }
    switch comparison {
    case .atLeast, .moreThan: return false
    case .atMost, .lessThan: return true
    case .between, .about:
      return required(of: subject).map { measured[subject] > $0.figure.double } ?? false
    }
  }

  /// What there is to say of a subject.
  public func reason(of subject: Int) -> Reason? { reasonCases[Int(reasons[subject])] }

  /// How many subjects have each verdict, by raw value.
  public var verdictCounts: [Int] {
    var counts = Array(repeating: 0, count: Verdict.allCases.count)
    for verdict in verdicts { counts[Int(verdict.rawValue)] += 1 }
    return counts
  }
}
