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
  /// What is missing, in millionths of `shortfallUnit`; `noAmount` where nothing is.
  public var shortfall: [Int64]
  /// The unit of what is missing: for rates that of the supply, such as `m2` or `places`.
  public var shortfallUnit: String
  /// Index into `reasonCases`; 0: nothing to say.
  public var reasons: [UInt16]
  /// Each reason once; the first is none.
  public var reasonCases: [Reason?]
  /// Coverage: row of the nearest facility, or -1; empty for other checks.
  public var nearest: [Int32]
  /// Coverage: metres to it from the parcel's place in a straight line, or along the network from
  /// its worst entrance; infinite where there is none; empty for other checks.
  public var distance: [Double]
  /// Coverage: rows of the facilities that surely count, ascending, whomever they reach; empty for
  /// other checks.
  public var counted: [Int32]
  /// Facilities that counted for subject `i` are
  /// `facilityOffsets[i]..<facilityOffsets[i + 1]` of `facilityRows`; empty where a check lists none.
  public var facilityOffsets: [Int32]
  /// Rows of facilities.
  public var facilityRows: [Int32]
  /// How shared supply was divided.
  public var attribution: Attribution?
  /// The limit in metres, where the rule has one.
  public var reachMetres: Double?
  /// Whether that is along the walking network; else it is a straight line.
  public var isWalked = false
  /// Provision for parcels: by facility row, what is asked of it, in millionths of the supply's
  /// unit: its part of the fair division, else the need of all parcels that it counts for; empty for
  /// other checks.
  public var facilityNeed: [Int64]
  /// Fair division: parcels that must share too little.
  public var shortageGroups: [ShortageGroup]
  /// By subject: index into `shortageGroups`, or -1; empty where there are none.
  public var groups: [Int32]
  /// Fair division: the verdicts that other ways of counting would give, to show what they hide.
  public var comparisons: [AttributionComparison]
  /// Provision for parcels: by facility row, what it offers, in millionths; `noAmount`: not known,
  /// or does not count.
  public var facilityCapacity: [Int64]

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
    nearest = []
    distance = []
    counted = []
    facilityOffsets = []
    facilityRows = []
    facilityNeed = []
    facilityCapacity = []
    shortageGroups = []
    groups = []
    comparisons = []
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

  /// What there is to say of a subject.
  public func reason(of subject: Int) -> Reason? { reasonCases[Int(reasons[subject])] }

  /// The facilities that counted for subject `i`.
  public func facilities(of subject: Int) -> ArraySlice<Int32> {
    guard !facilityOffsets.isEmpty else { return [] }
    return facilityRows[Int(facilityOffsets[subject])..<Int(facilityOffsets[subject + 1])]
  }

  /// How many subjects have each verdict, by raw value.
  public var verdictCounts: [Int] {
    var counts = Array(repeating: 0, count: Verdict.allCases.count)
    for verdict in verdicts { counts[Int(verdict.rawValue)] += 1 }
    return counts
  }
}

/// A bottleneck of the fair division: these parcels share these facilities, and together need more
/// than those have.
public struct ShortageGroup: Sendable, Hashable {
  /// Rows of the parcels, ascending.
  public let parcels: [Int32]
  /// Rows of the facilities that they share, ascending; empty where they reach none.
  public let facilities: [Int32]
  /// What the parcels need together, in millionths of the supply's unit.
  public let need: Int64
  /// What they get together.
  public let supply: Int64
  /// What is missing, rounded up once where things come whole.
  public let shortfall: Int64
}

/// The verdicts of one rule under another way of counting shared supply.
public struct AttributionComparison: Sendable, Hashable {
  /// How supply was counted.
  public let attribution: Attribution
  /// One per subject of the findings.
  public let verdicts: [Verdict]
}
