internal import Quantities

/// What stands behind a fair division where all that is not known is at its worst: who needs how much, what each
/// facility has, and who reaches what, in whole numbers of one unit.
///
/// All ratios of the division are 1 exactly when, for every set of parcels, what they reach together covers what
/// they need together (Hall 1935; Gale 1957): whoever looks for new sites must know no more than this.
///
/// Under review the division is another one (see `ShareTurns.guarded`): what is planned needs all that it is asked, and
/// everybody else what he has without the plan.
package struct FairTerms: DerivedQuestion {
  /// How supply is divided.
  package let division: Divide

  package init(_ division: Divide) { self.division = division }

  package var needs: [any Question] { division.needs }

  package struct Answer: Sendable {
    /// By parcel: what clauses that are met no later than the one that asks ask it at most; `nil`: not known.
    package let needs: [Int128?]
    /// By facility: what it has; nothing where it may not count or that is not known.
    package let capacities: [Int128]
    package let edges: ReachEdges
    /// So much is one unit of the supply: a place, a square metre.
    package let unit: Int128
  }

  package func answer(in frame: Frame, _ known: Answers) async throws -> Answer {
    let needs = ClaimedNeeds(division, known)
    let places = SharedPlaces(division, needs, known)
    var most = [Int128?](repeating: 0, count: needs.parcels)
    for turn in 0...needs.ownTurn {
      let asked = needs.most(in: turn)
      for parcel in most.indices {
        guard let sofar = most[parcel], let more = asked[parcel] else {
          most[parcel] = nil
          continue
        }
        most[parcel] = max(sofar, more)
      }
    }
    let offers = known.offers(division.choice, division.measure)
    if let planned = frame.planned {
      let scenario = ShareScenario(
        needs, offers, places, elsewhere: known[division.elsewhere], atBest: false)
      // Doubles are rivals that nobody is sure of; they stand behind the parcels.
      let kept = try await ShareTurns.kept(
        scenario.claims(places.own, planned), edges: places.edges.appending(scenario.doubles),
        of: division, isAtBest: false, planned: planned.doubling(scenario.doubles.rows),
        workers: frame.workers)
      for parcel in most.indices where !planned.isParcel[parcel] {
        most[parcel] = most[parcel].map { kept[parcel].partRoundedUp(of: $0) }
      }
    }
    return Answer(
      needs: most, capacities: offers.map { needs.scale.supply(of: $0.low) ?? 0 },
      edges: places.edges, unit: needs.scale.supply(of: Amount.scale) ?? 1)
  }
}
