package import Quantities
package import Rules

/// What each parcel gets of the facilities of a choice under one way of dividing.
package struct Divide: DerivedQuestion {
  package typealias Answer = Division

  package let choice: FacilityChoice
  /// What they offer.
  package let measure: FacilityMeasure
  package let attribution: Attribution
  /// In the order of the document: all clauses that divide the same supply. New and existing
  /// compounds have clauses of their own, and a place still serves one household once.
  package let claims: [Claim]
  /// Which of them asks.
  package let asking: Int
  /// For two steps: how much counts at what distance, nearer bands first; the last ends with the
  /// limit.
  package let bands: [Band]
  /// How far a person walks for a metre of straight line, for circles that stand for walks.
  private let detour: Double

  package init(
    _ choice: FacilityChoice, _ measure: FacilityMeasure, by attribution: Attribution,
    _ claims: [Claim], asking: Int = 0, bands: [Band] = [], detour: Amount
  ) {
    self.choice = choice
    self.measure = measure
    self.attribution = attribution
    // Not all ways of dividing look at all of it: what they do not look at is no other question.
    self.claims =
      attribution == .onSite
      ? claims.map { $0.within(ReachLimit(metres: 0, isOnNetwork: false)) } : claims
    self.asking = asking
    self.bands = attribution == .twoStep ? bands : []
    self.detour = attribution == .pooled ? detour.double : 1
  }

  package var needs: [any Question] {
    var needs: [any Question] = [Chosen(choice), Offers(measure), elsewhere]
    for claim in claims {
      needs.append(Applies(to: .parcels, claim.when))
      needs.append(People(claim.demand))
      needs += claim.need?.questions ?? []
    }
    switch attribution {
    case .onSite: needs.append(Own(choice))
    case .pooled: needs.append(floating)
    case .inReach: needs += [reached(own), Own(choice)]
    case .twoStep:
      needs.append(Own(choice))
      needs += weighted.map { Reached(choice, within: $0.limit) }
    case .fair:
      needs.append(Own(choice))
      for claim in claims { needs.append(reached(claim)) }
      needs.append(supposed)
    }
    return needs
  }

  /// The claim that asks.
  var own: Claim { claims[asking] }

  func reached(_ claim: Claim) -> Reached { Reached(choice, within: claim.limit) }

  /// Which claims would apply to parcels of which that is not known.
  var supposed: WouldApply { WouldApply(conditions: claims.map(\.when)) }

  /// What may be there besides, for all that is known.
  package var elsewhere: Elsewhere { Elsewhere(choice, measure, within: longest) }

  /// The longest limit of the clauses, metres.
  private var longest: Double { claims.reduce(0) { max($0, $1.limit.metres) } }

  /// The circle stays one with a network, as it is done by hand: the walk divided by the detour
  /// factor.
  var floating: Floating {
    Floating(
      choice: choice, measure: measure, demand: own.demand,
      radius: own.limit.isOnNetwork ? own.limit.metres / detour : own.limit.metres)
  }

  /// Divides supply among parcels; a new way of dividing is one function and one line here.
  package func answer(in frame: Frame, _ known: Answers) async throws -> Division {
    let problem = ProvisionProblem(own, offer: known.offers(choice, measure), known)
    switch attribution {
    case .onSite: return onSite(problem, known).adding(known[elsewhere])
    case .pooled: return pooled(known).adding(known[elsewhere])
    case .inReach: return try await inReach(problem, frame, known).adding(known[elsewhere])
    case .twoStep: return twoStep(problem, known).adding(known[elsewhere])
    case .fair: return try await fair(problem, frame, known)
    }
  }
}

/// What one clause asks for, and what there is.
struct ProvisionProblem: Sendable {
  /// People or dwellings of each parcel that the clause speaks of, in millionths; whom it may speak
  /// of may take part.
  let demand: [Bounds]
  /// Which of them are estimates.
  let isEstimated: [Bool]
  /// What each facility offers, by row, in millionths; zero at worst for those that may not count.
  let offer: [Bounds]

  init(_ claim: Claim, offer: [Bounds], _ known: Answers) {
    let people = known[People(claim.demand)]
    let applies = known[Applies(to: .parcels, claim.when)].parcels
    demand = zip(people.bounds, applies).map { $0.taken($1) }
    isEstimated = zip(people.isEstimated, applies).map { $0 && $1 != .no }
    self.offer = offer
  }
}
