public import Documents
public import Planar
public import Planning
public import Quantities
public import Rules

/// What would make a plan pass: the least that does, clause by clause in the clauses' own terms.
public struct Remedy: Sendable {
  /// What to do, facilities of the plan first, then new ones; by id.
  public let steps: [RemedyStep]
  /// Clauses that fail and pass with the remedy: pack and rule.
  public let mends: [RuleKey]
  /// Clauses that no change of facilities mends, with the reason.
  public let beyond: [(rule: RuleKey, reason: LocalizedText)]
  /// Whether the plan with the remedy was reviewed again and passes all clauses but those in
  /// `beyond`.
  public let isVerified: Bool
  /// The plan with the remedy applied.
  public let plan: Plan
}

/// One facility to be enlarged, changed or added.
public struct RemedyStep: Sendable {
  /// Its id: that of a planned facility, or a new one.
  public let facility: String
  /// Whether it is not in the plan as submitted.
  public let isNew: Bool
  /// Id of its kind.
  public let kind: String
  /// What it is called in that kind.
  public let kindName: LocalizedText
  /// Id of the plan's parcel that it lies in, or is meant for; `nil`: the plan as a whole.
  public let parcel: String?
  /// Amounts that must rise.
  public let amounts: [AmountStep]
  /// What else must be so.
  public let conditions: [LocalizedText]
  /// Where it may stand, in WGS 84 longitude and latitude; `nil`: anywhere in the parcel.
  public let allowed: Geometry?
  /// Clauses that ask for it.
  public let clauses: [RuleKey]
}

/// An amount of a facility that must rise.
public struct AmountStep: Sendable, Hashable {
  /// `floor_area`, `places` …
  public let measure: String
  /// `m2`, `places` …
  public let unit: String
  /// As planned; `nil` where nothing is stated.
  public let from: Amount?
  /// The least that passes.
  public let to: Amount
}
