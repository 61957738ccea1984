internal import Planar
internal import Planning
internal import Quantities

extension Divide {
  /// Every place and every square metre serves one household once; see `FairShare` and, for clauses
  /// of lesser force, `ShareTurns`.
  ///
  /// What is not known is taken at its worst and at its best: see `ShareScenario`. Nothing in between
  /// would give another verdict: whoever has enough still has it with more supply or less demand.
  /// That holds of having enough only; more supply of a parcel's own may lower a third one's ratio.
  ///
  /// Under review the division is another one: see `ShareTurns.guarded`.
  func fair(
    _ problem: ProvisionProblem, _ frame: Frame, _ known: Answers
  ) async throws -> Division {
    guard let need = own.need, need.isSomething else {
      return try await inReach(problem, frame, known).adding(known[elsewhere])
    }
    let needs = ClaimedNeeds(self, known)
    let places = SharedPlaces(self, needs, known)
    let elsewhere = known[elsewhere]
    let worst = ShareScenario(needs, problem.offer, places, elsewhere: elsewhere, atBest: false)
    let best = ShareScenario(needs, problem.offer, places, elsewhere: elsewhere, atBest: true)
    let atWorst = try await share(worst, places, frame)
    let atBest = worst == best ? atWorst : try await share(best, places, frame)
    let judged = JudgedShares(needs, places, worst: (worst, atWorst), best: (best, atBest))
    return Division(
      supply: judged.supply, demand: problem.demand,
      isEstimated: places.edges.spread(needs.isEstimated, facilities: problem.offer.count),
      edges: places.edges, loads: judged.loads, shortages: judged.shortages,
      possible: places.possible, rates: judged.rates(of: need))
  }

  private func share(
    _ scenario: ShareScenario, _ places: SharedPlaces, _ frame: Frame
  ) async throws -> ShareTurns {
    let edges = places.edges.appending(scenario.doubles)
    guard let planned = frame.planned else {
      return try await ShareTurns.divide(
        scenario.claims(places.own, nil), edges: edges, workers: frame.workers)
    }
    return try await ShareTurns.guarded(
      scenario.claims(places.own, planned), edges: edges, of: self, isAtBest: scenario.isAtBest,
      planned: planned.doubling(scenario.doubles.rows), workers: frame.workers)
  }
}

/// Which facilities parcels may use.
struct SharedPlaces: Sendable {
  /// Those that they surely may.
  let edges: ReachEdges
  /// Those of which it is not known, for want of a street near either.
  let possible: ReachEdges
  /// Those that lie in them or are declared for them.
  let own: ReachEdges

  init(_ division: Divide, _ needs: ClaimedNeeds, _ known: Answers) {
    own = known[Own(division.choice)].edges
    let limits = Set(division.claims.map(\.limit))
    if limits.count == 1 {
      let reached = known[division.reached(division.own)]
      edges = reached.edges.union(own)
      possible = reached.possible.subtracting(edges)
    } else {
      // Every parcel within the reach of its own clause.
      let reached = division.claims.map { known[division.reached($0)] }
      func chosen(_ path: KeyPath<Reached.Answer, ReachEdges>) -> ReachEdges {
        ReachEdges(
          lists: (0..<needs.parcels).map { parcel in
            needs.claim(of: parcel).map { Array(reached[$0][keyPath: path].facilities(of: parcel)) }
              ?? []
          })
      }
      edges = chosen(\.edges).union(own)
      possible = chosen(\.possible).subtracting(edges)
    }
  }
}

extension ReachEdges {
  /// True for every parcel that is connected, over shared facilities, with one for which it is: its
  /// share depends on theirs.
  fileprivate func spread(_ isTrue: [Bool], facilities count: Int) -> [Bool] {
    guard isTrue.contains(true) else { return isTrue }
    var sets = DisjointSets(count: isTrue.count)
    var first = [Int32](repeating: -1, count: count)
    for parcel in isTrue.indices {
      for facility in facilities(of: parcel) {
        if first[Int(facility)] < 0 {
          first[Int(facility)] = Int32(parcel)
        } else {
          sets.unite(Int(first[Int(facility)]), parcel)
        }
      }
    }
    let touched = Set(isTrue.indices.filter { isTrue[$0] }.map { sets.root(of: $0) })
    return isTrue.indices.map { touched.contains(sets.root(of: $0)) }
  }

  /// These rows, then others.
  func appending(_ others: DoubledParcels) -> ReachEdges {
    if others.rows.isEmpty { return self }
    var result = self
    for list in others.facilities {
      result.facilities += list
      result.offsets.append(Int32(result.facilities.count))
    }
    return result
  }
}

extension PlannedRows {
  /// With some parcels once more at the end. What was found out without them is not theirs.
  func doubling(_ rows: [Int]) -> PlannedRows {
    if rows.isEmpty { return self }
    return PlannedRows(
      isParcel: isParcel + rows.map { isParcel[$0] }, isFacility: isFacility,
      cityParcels: cityParcels, cityFacilities: cityFacilities)
  }
}
