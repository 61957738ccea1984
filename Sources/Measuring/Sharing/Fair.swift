internal import Planar
internal import Quantities

extension Divide {
  /// Every place and every square metre serves one household once; see `FairShare`.
  ///
  /// What is not known is taken at its worst and at its best: an unknown capacity as nothing and as
  /// enough for all, an unknown demand as more than all supply and as none. Nothing in between
  /// would give another verdict: whoever has enough still has it with more supply or less demand.
  /// That holds of having enough only; more supply of a parcel's own may lower a third one's ratio.
  ///
  /// Under review the division is another one: see `guarded`.
  func fair(
    _ problem: ProvisionProblem, _ frame: Frame, _ known: Answers
  ) async throws -> Division {
    guard let first = problem.asks.first, first.figure > .zero else {
      return try await inReach(problem, frame, known)
    }
    let own = known[Own(choice)].edges
    let edges = known[reached].edges.union(own)
    let worst = try await share(problem, edges, own, frame, atBest: false)
    let isKnown = problem.demand.allSatisfy(\.isExact) && problem.offer.allSatisfy(\.isExact)
    let best = isKnown ? worst : try await share(problem, edges, own, frame, atBest: true)
    let supply = zip(worst.received, best.received).map { Bounds(low: $0, high: $1) }
    return Division(
      problem: problem, supply: supply, demand: problem.demand,
      isEstimated: edges.spread(problem.isEstimated, facilities: problem.offer.count),
      edges: edges, loads: worst.loads,
      shortages: worst.share.shortages, shortageSupply: worst.together)
  }

  private struct Shared {
    let share: FairShare
    /// By parcel, in millionths of the supply's unit.
    let received: [Int64]
    /// By facility, likewise.
    let loads: [Int64]
    /// By shortage: what its parcels get together, rounded once and not parcel by parcel.
    let together: [Int64]
  }

  private func share(
    _ problem: ProvisionProblem, _ edges: ReachEdges, _ own: ReachEdges, _ frame: Frame,
    atBest: Bool
  ) async throws -> Shared {
    let planned = frame.planned
    let scale = ShareScale(problem.asks)
    let knownNeeds = problem.demand.indices.map { parcel in
      let demand = problem.demand[parcel]
      return scale.need(
        of: atBest ? demand.low : demand.high,
        ask: problem.askOfParcel.isEmpty ? 0 : Int(problem.askOfParcel[parcel]))
    }
    let knownSupply = problem.offer.map { scale.supply(of: atBest ? $0.high : $0.low) }
    // An unknown need is far more than all supply, an unknown supply enough for all needs.
    // What is only planned is left out, so that those who are there fare the same with any plan.
    let standing = knownSupply.enumerated().reduce(Int128(0)) { sum, supply in
      planned?.isFacility[supply.offset] ?? false ? sum : sum + (supply.element ?? 0)
    }
    let manifold = scale.bounded((standing + 1) * 1000)
    let plenty = scale.bounded(knownNeeds.reduce(0) { $0 + ($1 ?? 0) } + 1)
    let needs = knownNeeds.map { $0 ?? manifold }
    let capacities = knownSupply.map { $0 ?? plenty }
    let unit = Self.commonUnit(needs, capacities)
    let amounts = ShareAmounts(
      needs: needs.map { $0 / unit },
      assured: assured(needs, capacities, own, planned).map { $0 / unit },
      capacities: capacities.map { $0 / unit })
    let share =
      if let planned {
        try await FairShare.guarded(
          amounts, edges: edges, of: self, isAtBest: atBest, planned: planned,
          workers: frame.workers)
      } else {
        try await FairShare.divide(amounts, edges: edges, workers: frame.workers)
      }
    return Shared(
      share: share,
      received: zip(needs, share.ratios).map { need, ratio in
        // A need that is met is met to the last millionth; less than that is never more.
        ratio == .one ? scale.millionths(up: need) : scale.millionths(down: ratio.part(of: need))
      },
      loads: zip(capacities, share.loads).map { capacity, load in
        scale.millionths(down: load.part(of: capacity))
      },
      together: share.shortages.map { shortage in
        var needOfRatio: [FairShare.Ratio: Int128] = [:]
        for parcel in shortage.parcels {
          needOfRatio[share.ratios[Int(parcel)], default: 0] += needs[Int(parcel)]
        }
        return scale.millionths(
          down: needOfRatio.reduce(0) { $0 + $1.key.part(of: $1.value) })
      })
  }

  /// The largest number that all amounts are whole multiples of: smaller numbers make a faster
  /// flow.
  private static func commonUnit(_ needs: [Int128], _ capacities: [Int128]) -> Int128 {
    var unit = Int128(0)
    for amount in [needs, capacities].joined() {
      unit = FairShare.Ratio.gcd(unit, amount)
      if unit == 1 { break }
    }
    return max(1, unit)
  }

  /// What each parcel gets in any case: its need, as far as facilities that are only its own have
  /// it.
  private func assured(
    _ needs: [Int128], _ capacities: [Int128], _ own: ReachEdges, _ planned: PlannedRows?
  ) -> [Int128] {
    let owners = own.parcels(ofFacilities: capacities.count)
    return needs.indices.map { parcel in
      var sum = Int128(0)
      for facility in own.facilities(of: parcel)
      where owners.facilities(of: Int(facility)).count <= 1 {
        // What is only planned assures nothing to those who are there.
        if let planned, planned.isFacility[Int(facility)], !planned.isParcel[parcel] { continue }
        sum += capacities[Int(facility)]
      }
      return min(sum, needs[parcel])
    }
  }
}

/// Both sides in one unit, so that all numbers are whole: demand times its figure, and supply times
/// what the figure is for.
private struct ShareScale {
  /// By ask.
  private let perDemand: [Int128]
  private let perSupply: Int128

  init(_ asks: [Ask]) {
    typealias Ratio = FairShare.Ratio
    let step = asks.reduce(Int128(1)) { $0 / Ratio.gcd($0, Int128($1.per)) * Int128($1.per) }
    let tops = asks.map { Int128($0.figure.micros) * (step / Int128($0.per)) }
    let bottom = step * Int128(Amount.scale)
    let common = tops.reduce(bottom) { Ratio.gcd($0, $1) }
    perDemand = tops.map { $0 / common }
    perSupply = bottom / common
  }

  /// What a demand, in millionths, comes to; `nil`: not known.
  func need(of demand: Int64, ask: Int) -> Int128? {
    demand == Bounds.unlimited ? nil : product(demand, perDemand[ask])
  }

  /// What an offer, in millionths, comes to; `nil`: not known.
  func supply(of offer: Int64) -> Int128? {
    offer == Bounds.unlimited ? nil : product(offer, perSupply)
  }

  /// So much of it in millionths of the supply's unit, rounded down.
  func millionths(down amount: Int128) -> Int64 { Int64(clamping: amount / perSupply) }

  /// Likewise, rounded up.
  func millionths(up amount: Int128) -> Int64 {
    Int64(clamping: (amount + perSupply - 1) / perSupply)
  }

  /// Amounts are far from this; it only keeps sums of absurd ones within what a number can hold.
  func bounded(_ amount: Int128) -> Int128 { min(amount, Int128(1) << 100) }

  private func product(_ amount: Int64, _ factor: Int128) -> Int128 {
    let (product, overflow) = factor.multipliedReportingOverflow(by: Int128(amount))
    return bounded(overflow ? .max : product)
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

  /// All edges of both.
  fileprivate func union(_ other: ReachEdges) -> ReachEdges {
    if other.facilities.isEmpty { return self }
    var pieces: [(counts: [Int32], facilities: [Int32])] = [([], [])]
    pieces[0].facilities.reserveCapacity(facilities.count + other.facilities.count)
    for parcel in 0..<offsets.count - 1 {
      let mine = facilities(of: parcel)
      let theirs = other.facilities(of: parcel)
      if theirs.isEmpty || theirs.allSatisfy(mine.contains) {
        pieces[0].facilities.append(contentsOf: mine)
        pieces[0].counts.append(Int32(mine.count))
      } else {
        let all = Set(mine).union(theirs).sorted()
        pieces[0].facilities.append(contentsOf: all)
        pieces[0].counts.append(Int32(all.count))
      }
    }
    return ReachEdges(pieces: pieces)
  }
}
