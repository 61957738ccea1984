public import Compliance
public import Optimizing
public import Planning
public import Quantities
public import Rules

/// Where new facilities should go and how large they should be, with the proof of how good that is, and what the
/// batch finds when they are built.
public struct Proposal: Sendable {
  /// One facility to be built.
  public struct Site: Sendable {
    /// As it is called in the layer that can be fed back.
    public let facility: SitedFacility
    /// What it costs, with its place.
    public let cost: Amount
    /// By clause: what it gives to how many subjects.
    public let services: [Service]
    /// Whether it had to be built.
    public let isForced: Bool
    /// What stands and is enlarged; `nil`: it is new.
    public var enlarged: Extension?
  }

  /// A facility that stands, enlarged.
  public struct Extension: Sendable {
    /// Row of the city's facilities before.
    public let facility: Int
    /// What it has more of: how much now, and then; the measures in their order.
    public let amounts: [(measure: FacilityMeasure, now: Amount, then: Amount)]
  }

  /// Whom a facility serves under the clauses of one layer.
  public struct Service: Sendable {
    /// The clauses.
    public let rules: [RuleKey]
    /// Rows of parcels, or of units where the clauses are about units.
    public let subjects: [Int32]
    /// Whether they are parcels.
    public let isOfParcels: Bool
    /// What it can give, and what of it is taken; `nil` where amounts do not matter.
    public let load: (taken: Amount, capacity: Amount)?
  }

  /// What came of one clause.
  public struct Outcome: Sendable {
    /// The clause.
    public let rule: AppliedRule
    /// How many fail now.
    public let before: Int
    /// How many of these pass with the proposal.
    public let passing: Int
    /// How many still fail.
    public let failing: Int
    /// Of how many that is not known with it.
    public let unknown: Int
    /// Rows of subjects that no site, however large, can serve.
    public let beyond: [Int32]
  }

  /// What a budget can do that does not suffice for everybody.
  public struct Compromise: Sendable {
    /// The money there is.
    public let budget: Amount
    /// What is spent of it.
    public let cost: Amount
    /// How many facilities.
    public let sites: Int
    /// The part of its need that everybody gets, and the most that any choice could give.
    public let share: (value: Double, bound: Double)
    /// The part of all need that is met, whosever it is; of several layers their mean.
    public let met: Double
    /// The least that serving everybody is known to cost.
    public let leastCost: Amount
    /// What is built with it; prototypes are rows of `Proposal.designs`.
    public let facilities: [SitedFacility]
  }

  /// The sites of the search in the order of candidates, what is built first.
  public let sites: [Site]
  /// By clause that was to pass.
  public let outcomes: [Outcome]
  /// Of the cost, in units of `costUnit`.
  public let proof: Proof
  /// Who vouches for the proof's bound: whole numbers, or a solver in floating point.
  public var boundSource = BoundSource.certificate
  /// The bound that the certificates prove by additions alone, in units of `costUnit`: that of the proof, or lower.
  public var certifiedBound: Int64 = 0
  /// What one of the proof's units costs.
  public let costUnit: Amount
  /// Whether costs are points and no prices: see `BuildOption.points`.
  public let isInPoints: Bool
  /// Every site that was looked at, and then places where nothing may be built.
  public let alternatives: [SiteAlternative]
  /// What less money can do, ascending; where the budget did not suffice, the last is what is proposed.
  public let compromises: [Compromise]
  /// Whether the budget did not suffice: then not everybody is served, and the proof is of what is wanting.
  public let isWithinBudgetOnly: Bool
  /// What came of an objective of the textbooks, where one was asked for: then `proof` is its own, and costs are those
  /// that are stated; `nil`: the least cost was.
  public var objective: TextbookAnswer?
  /// What is built in which year, where stages were asked for; what is in none of them, no year has the money for.
  public var stages: [Stage] = []
  /// The problems, one a part, and their certificates, as JSON that a script can check by additions.
  public let certified: [(problem: String, certificate: String)]
  /// All sizes that might be built, one row a size.
  public let designs: Facilities
  /// What is built, as a plan that can be joined to the city.
  public let plan: Plan
  /// Where might have been built.
  public let candidates: SiteCandidates
  /// The city with it.
  public let city: City
  /// Clauses that passed for some subject and fail with the proposal.
  public let broken: [(rule: RuleKey, subjects: Int)]
  /// As it is.
  public let before: ComplianceResult
  /// With the proposal.
  public let after: ComplianceResult

  /// What all costs.
  public var cost: Amount { sites.reduce(.zero) { $0 + $1.cost } }

  /// How many facilities are new.
  public var newSites: Int { sites.count { $0.enlarged == nil } }

  /// By site the year that it is built in; `nil`: none.
  public var years: [Int?] {
    var years = sites.map { _ in Int?.none }
    for stage in stages {
      for site in stage.sites { years[site] = stage.stage.year }
    }
    return years
  }

  /// Whether anything is said of costs: not where an objective asks for none, and nobody states any.
  public var hasCosts: Bool { objective == nil || sites.contains { $0.cost > .zero } }

  /// What less money can do than is spent: without the proposal itself, where the budget did not suffice.
  public var lesser: [Compromise] { isWithinBudgetOnly ? compromises.dropLast() : compromises }

  /// With what of `lesser` a site stands, too: by compromise its row of `designs`; `nil`: it is not built.
  public func standings(of site: Site) -> [Int?] {
    lesser.map { compromise in
      compromise.facilities.first { $0.id == site.facility.id }?.prototype
    }
  }
}

/// Why nothing is proposed.
public enum ProposalError: Error, Sendable, Hashable {
  /// No clause that is to pass fails.
  case nothingFails
  /// Clauses fail, and none counts a kind that may be built.
  case nothingToBuild
  /// Clauses ask more of a kind than any of its sizes has.
  case noDesign(kind: String)
  /// A place where something must be built allows several kinds.
  case forcedWithoutKind(place: String)
  /// No place allows any of the kinds.
  case noSite
  /// What must be built costs more than the budget.
  case overspent(forced: Amount)
  /// More sites are forced than there may be.
  case tooManyForced(forced: Int, allowed: Int)
  /// An objective needs a distance, and no failing clause of the kind has one.
  case noReach
  /// An objective is of one kind of facility.
  case severalKinds
  /// Nobody is known to want anything; `ofClause`: of the failing clause.
  case noDemand(ofClause: Bool)
  /// So many pairs of parcels and sites are more than a search can hold.
  case tooLarge(pairs: Int)
  /// Nothing obeys what is asked of spacing and of how many there may be; `isProven`: there is nothing.
  case excluded(isProven: Bool)
}
