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
  public let beyond: [(rule: RuleKey, reason: RemedyLimit)]
  /// Whether the plan with the remedy was reviewed again and passes all clauses but those in
  /// `beyond`.
  public let isVerified: Bool
  /// The plan with the remedy applied.
  public let plan: Plan

  /// A remedy, of the parts that the properties name.
  package init(
    steps: [RemedyStep], mends: [RuleKey], beyond: [(rule: RuleKey, reason: RemedyLimit)],
    isVerified: Bool, plan: Plan
  ) {
    self.steps = steps
    self.mends = mends
    self.beyond = beyond
    self.isVerified = isVerified
    self.plan = plan
  }
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
  /// Amounts that must rise, or must be stated.
  public let amounts: [AmountStep]
  /// What else must be so.
  public let conditions: [RemedyCondition]
  /// Where it may stand, in WGS 84 longitude and latitude; `nil`: anywhere in the parcel.
  public let allowed: Geometry?
  /// Clauses that ask for it.
  public let clauses: [RuleKey]

  /// A step, of the parts that the properties name.
  package init(
    facility: String, isNew: Bool, kind: String, kindName: LocalizedText, parcel: String?,
    amounts: [AmountStep], conditions: [RemedyCondition], allowed: Geometry?, clauses: [RuleKey]
  ) {
    self.facility = facility
    self.isNew = isNew
    self.kind = kind
    self.kindName = kindName
    self.parcel = parcel
    self.amounts = amounts
    self.conditions = conditions
    self.allowed = allowed
    self.clauses = clauses
  }
}

/// Why no change of a plan's facilities mends a clause.
public enum RemedyLimit: Sendable, Hashable, CaseIterable {
  /// Nothing that was tried did.
  case noSingleChange
  /// It is about totals that a plan does not state.
  case totals
  /// Its supply is a declared figure.
  case declaredSupply
  /// More supply would not mend it.
  case supplyDoesNotHelp
  /// The figure must not be larger than the clause allows.
  case figureTooLarge
  /// It has no limit of reach.
  case noLimit
  /// No new facility of the clause's kinds can be described.
  case noFacilityToDescribe
}

/// What must be so of a facility besides its amounts.
public enum RemedyCondition: Sendable, Hashable {
  /// What the clause says of the facilities that count.
  case meets(Condition)
  /// Handed over no later than the housing, by this day.
  case handedOver(by: CalendarDate)
  /// Built in this stage, with the housing that it serves.
  case builtInStage(Int)
}

/// An amount of a facility that must rise.
public struct AmountStep: Sendable, Hashable {
  /// `floor_area`, `places` …
  public let measure: String
  /// `m2`, `places` …; `nil` for a column of the data.
  public let unit: MeasureUnit?
  /// As planned; `nil` where nothing is stated.
  public let from: Amount?
  /// The least that passes; 0 where it only must be stated.
  public let to: Amount

  /// An amount, of the parts that the properties name.
  public init(measure: String, unit: MeasureUnit?, from: Amount?, to: Amount) {
    self.measure = measure
    self.unit = unit
    self.from = from
    self.to = to
  }
}
