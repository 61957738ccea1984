public import Measuring
public import Planning
public import Quantities
public import Rules

/// Why a finding is as it is: from the clause over its figure to the rows that it rests on, what was
/// counted and what was not, and what would change the verdict.
public struct Explanation: Sendable {
  /// The clause, as its pack applies it.
  public let rule: AppliedRule
  /// Whom it is about.
  public let subject: ExplainedSubject
  /// What came out.
  public let verdict: Verdict
  /// What to know about it.
  public let flags: Flags
  /// The figure that was measured, in the rule's unit; NaN where there is none.
  public let measured: Double
  /// What is required of the subject; `nil` where nothing is.
  public let required: (figure: Amount, upper: Amount?)?
  /// What is missing, or too much.
  public let shortfall: Amount?
  /// Whether it is too much.
  public let isExcess: Bool
  /// The unit of the shortfall.
  public let shortfallUnit: MeasureUnit
  /// What there is to say.
  public let reason: Reason?
  /// The limit as it was measured.
  public let reach: MeasuredReach?
  /// How shared supply was divided.
  public let attribution: Attribution?
  /// What the clause read of the subject's row.
  public let values: [ReadValue]
  /// The facilities that counted, and those near that did not.
  public let facilities: [ConsideredFacility]
  /// The bottleneck of the fair division that the subject is in.
  public let cut: ExplainedCut?
}

/// Whom an explanation is about.
public struct ExplainedSubject: Sendable, Hashable {
  /// What it is a row of.
  public let table: SubjectTable
  /// Row in the city.
  public let row: Int
  /// Its id.
  public let id: String
  /// Its name, if the data has one.
  public let name: String?
  /// 1-based number of its row in its file; `nil`: it is in none.
  public let sourceRow: Int?
}

/// What a column says of a row.
public struct ReadValue: Sendable, Hashable {
  /// The column.
  public let column: String
  /// What it says; `nil`: nothing.
  public let value: Value?

  /// What a cell can say.
  public enum Value: Sendable, Hashable {
    /// A number.
    case number(Amount)
    /// A word, or several.
    case words([String])
    /// Yes or no.
    case flag(Bool)
    /// A day.
    case date(CalendarDate)
  }
}

/// A facility that counted for a subject, or might have.
public struct ConsideredFacility: Sendable, Hashable {
  /// Row in the city.
  public let row: Int
  /// Its id.
  public let id: String
  /// Its name, if the data has one.
  public let name: String?
  /// Position of its kind in the vocabulary.
  public let kind: Int
  /// 1-based number of its row in its file.
  public let sourceRow: Int
  /// Whether it counted.
  public let isCounted: Bool
  /// How far it is; `nil` where that does not matter.
  public let way: Way?
  /// What it offers, where the clause asks for supply; `nil`: not known, or not asked.
  public let offers: Amount?
  /// What keeps it from counting; empty where it counts.
  public let obstacles: [Obstacle]
  /// If it counted, the verdict without it; if it did not, the verdict if nothing but its distance kept it
  /// from counting. `nil` where that was not tried.
  public internal(set) var otherwise: Verdict?
}

/// What keeps a facility from counting for a subject.
public enum Obstacle: Sendable, Hashable {
  /// It does not stand on the day, or perhaps not.
  case standing(Standing.Doubt)
  /// It does not meet what the clause says of facilities that count.
  case condition(Condition)
  /// It does not say whether it meets that.
  case conditionUnknown(Condition)
  /// It is of another kind.
  case kind
  /// It is beyond the limit, by so many metres.
  case tooFar(by: Double)
  /// It is within the limit for part of the subject only.
  case reachesPart
  /// No street is near it.
  case offNetwork
  /// Its streets and those of the subject do not hang together.
  case apart
  /// No way was found within what was looked at.
  case noWay
  /// It is not the subject's own.
  case elsewhere
  /// It does not say how much it offers.
  case offersUnknown(FacilityMeasure)
  /// It has nothing to offer.
  case offersNothing(FacilityMeasure)
}

/// A bottleneck of the fair division.
public struct ExplainedCut: Sendable, Hashable {
  /// Ids of the parcels that share.
  public let parcels: [String]
  /// Ids of what they share.
  public let facilities: [String]
  /// What they need together.
  public let need: Amount
  /// What there is for them.
  public let supply: Amount
  /// The verdict on the subject if none of the others shared.
  public let alone: Verdict?
}

/// What a facility is for under one rule about parcels.
public struct FacilityUse: Sendable {
  /// The clause.
  public let rule: AppliedRule
  /// How many parcels it counts for; where a rule looks for the nearest, how many it is the nearest of.
  public let parcels: Int
  /// Whether a rule looks for the nearest.
  public let isNearest: Bool
  /// What is asked of it; `nil` where a rule divides no supply.
  public let load: Amount?
  /// What it offers; `nil`: not known, or not counted.
  public let capacity: Amount?
  /// The unit of both.
  public let unit: MeasureUnit
  /// What keeps it from counting, whoever asks.
  public let obstacles: [Obstacle]
}
