public import Rules

/// A limit of reach as it was measured.
public struct MeasuredReach: Sendable, Hashable {
  /// Metres.
  public let metres: Double
  /// Whether that is along the walking network; else it is a straight line.
  public let isWalked: Bool

  /// A limit.
  public init(metres: Double, isWalked: Bool) {
    self.metres = metres
    self.isWalked = isWalked
  }
}

/// What only findings of a kind of check have. A new kind of check that has columns of its own is one
/// case here; pages and layers ask for what they show.
public enum FindingsDetail: Sendable {
  /// Nothing.
  case plain
  /// How far subjects are from the nearest facility.
  case cover(CoverFindings)
  /// Who gets what of which facilities.
  case supply(SupplyFindings)
  /// Which facilities were counted.
  case counted(CountedFindings)
}

/// Which facilities a figure of an area, a parcel or a facility counts, for checks that know no
/// reach.
public struct CountedFindings: Sendable {
  /// The most that are named of one subject: a city may count thousands.
  public static let most = 100

  /// Those named for subject `i` are `offsets[i]..<offsets[i + 1]` of `rows`.
  private var offsets: [Int32] = [0]
  /// Rows of facilities, ascending by subject.
  private var rows: [Int32] = []
  /// By subject: how many more were counted.
  public private(set) var more: [Int32] = []

  /// Of no subject.
  public init() {}

  /// Adds what was counted for the next subject.
  mutating func append(_ rows: [Int32], more others: Int32 = 0) {
    self.rows += rows.prefix(Self.most)
    offsets.append(Int32(self.rows.count))
    more.append(others + Int32(max(0, rows.count - Self.most)))
  }

  /// Whether nothing is named of anybody.
  var isEmpty: Bool { rows.isEmpty }

  /// Rows of the facilities that are named for subject `i`.
  public func facilities(of subject: Int) -> ArraySlice<Int32> {
    rows[Int(offsets[subject])..<Int(offsets[subject + 1])]
  }
}

/// How far the subjects of a rule are from the nearest facility; a unit has no such distance.
public struct CoverFindings: Sendable {
  /// By subject: row of the nearest facility, or -1; empty for units.
  public var nearest: [Int32]
  /// By subject: metres to it from the parcel's place in a straight line, or along the network from
  /// its worst entrance; infinite where there is none; empty for units.
  public var distance: [Double]
  /// Rows of the facilities that surely count, ascending, whomever they reach.
  public var counted: [Int32]

  /// Of subjects with places.
  public init(nearest: [Int32] = [], distance: [Double] = [], counted: [Int32]) {
    self.nearest = nearest
    self.distance = distance
    self.counted = counted
  }
}

/// Who gets what of which facilities, for a provision rule about parcels.
public struct SupplyFindings: Sendable {
  /// How shared supply was divided.
  public var attribution: Attribution
  /// Facilities that counted for subject `i` are `facilityOffsets[i]..<facilityOffsets[i + 1]` of
  /// `facilityRows`.
  public var facilityOffsets: [Int32]
  /// Rows of facilities.
  public var facilityRows: [Int32]
  /// By facility row, what is asked of it, in millionths of the supply's unit: its part of the fair
  /// division, else the need of all parcels that it counts for.
  public var facilityNeed: [Int64]
  /// By facility row, what it offers, in millionths; `RuleFindings.noAmount`: not known, or does not
  /// count.
  public var facilityCapacity: [Int64]
  /// Fair division: parcels that must share too little.
  public var shortageGroups: [ShortageGroup] = []
  /// By subject: index into `shortageGroups`, or -1; empty where there are none.
  public var groups: [Int32] = []
  /// Fair division: the verdicts that other ways of counting would give, to show what they hide.
  public var comparisons: [AttributionComparison] = []

  /// Without groups and comparisons.
  public init(
    attribution: Attribution, facilityOffsets: [Int32], facilityRows: [Int32],
    facilityNeed: [Int64], facilityCapacity: [Int64]
  ) {
    self.attribution = attribution
    self.facilityOffsets = facilityOffsets
    self.facilityRows = facilityRows
    self.facilityNeed = facilityNeed
    self.facilityCapacity = facilityCapacity
  }

  /// Rows of the facilities that counted for subject `i`.
  public func facilities(of subject: Int) -> ArraySlice<Int32> {
    guard !facilityOffsets.isEmpty else { return [] }
    return facilityRows[Int(facilityOffsets[subject])..<Int(facilityOffsets[subject + 1])]
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
