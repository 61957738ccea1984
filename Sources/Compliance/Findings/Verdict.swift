/// What came out of one rule for one subject.
public enum Verdict: UInt8, Sendable, Hashable, CaseIterable {
  /// The clause is met.
  case pass
  /// The clause is not met.
  case fail
  /// Data, or the clause's own figure, is missing, and it matters.
  case unknown
  /// The clause does not speak of this subject, or only reports.
  case notApplicable

  /// `pass`, `fail`, `unknown`, `not_applicable`.
  public var name: String { Self.names[Int(rawValue)] }

  /// By raw value.
  public static let names = ["pass", "fail", "unknown", "not_applicable"]

  /// The worse of two: fail, unknown, pass, not applicable.
  public static func worse(_ a: Verdict, _ b: Verdict) -> Verdict {
    a.badness >= b.badness ? a : b
  }

  private var badness: Int {
    switch self {
    case .fail: 3
    case .unknown: 2
    case .pass: 1
    case .notApplicable: 0
    }
  }
}

/// What a reader must know about a verdict.
public struct Flags: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt16

  /// Flags from bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Rests on a count that was estimated from a stated assumption.
  public static let estimated = Flags(rawValue: 1 << 0)
  /// Another clause of the document says otherwise.
  public static let disputed = Flags(rawValue: 1 << 1)
  /// Passes only at the decimals that the document states.
  public static let rounded = Flags(rawValue: 1 << 2)
  /// The document's figure is a slip that was put right.
  public static let corrected = Flags(rawValue: 1 << 3)
  /// Differs among 0.8, 1.0 and 1.2 m/s.
  public static let speedSensitive = Flags(rawValue: 1 << 4)
  /// The required figure is the project's, not the document's.
  public static let ownTarget = Flags(rawValue: 1 << 12)
  /// Walking distance was taken from the straight line.
  public static let straightLine = Flags(rawValue: 1 << 5)
  /// No gate of the parcel is known, and another verdict follows from the worst than from the best.
  public static let gateAssumed = Flags(rawValue: 1 << 11)
  /// Rests on a facility that does not stand yet.
  public static let planned = Flags(rawValue: 1 << 10)
  /// The document does not state the figure.
  public static let noStandard = Flags(rawValue: 1 << 6)
  /// Above the upper end of a size range.
  public static let oversized = Flags(rawValue: 1 << 7)
  /// The document is a draft.
  public static let draft = Flags(rawValue: 1 << 8)
  /// A gap that does not make a subject fail.
  public static let advisory = Flags(rawValue: 1 << 9)

  /// Every flag with its name, in order.
  public static let all: [(flag: Flags, name: String)] = [
    (.estimated, "estimated"),
    (.disputed, "disputed"),
    (.rounded, "rounded"),
    (.corrected, "corrected"),
    (.ownTarget, "own_target"),
    (.speedSensitive, "speed_sensitive"),
    (.straightLine, "straight_line"),
    (.gateAssumed, "gate_assumed"),
    (.planned, "planned"),
    (.noStandard, "no_standard"),
    (.oversized, "oversized"),
    (.draft, "draft"),
    (.advisory, "advisory"),
  ]

  /// Names joined by `;`.
  public var text: String {
    Self.all.filter { contains($0.flag) }.map(\.name).joined(separator: ";")
  }
}
