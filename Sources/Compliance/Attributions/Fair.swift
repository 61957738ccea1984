internal import Planning
internal import Quantities

extension RunContext {
  /// Every place and every square metre serves one household once; see `FairShare`.
  ///
  /// What is not known is taken at its worst and at its best: an unknown capacity as nothing and as
  /// enough for all, an unknown demand as more than all supply and as none.
  func fair(_ problem: ProvisionProblem) async throws -> Division {
    guard let figure = problem.figure, figure > .zero else { return try await inReach(problem) }
    let own = ownFacilities(of: problem.selection)
    let edges = try await servedEdges(to: problem.selection, within: problem.limit).union(own)
    let worst = try await share(problem, figure, edges, own, atBest: false)
    let isKnown = problem.demand.allSatisfy(\.isExact) && problem.offer.allSatisfy(\.isExact)
    let best = isKnown ? worst : try await share(problem, figure, edges, own, atBest: true)
    let supply = zip(worst.received, best.received).map { Bounds(low: $0, high: $1) }
    return Division(
      supply: supply, demand: problem.demand,
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
    _ problem: ProvisionProblem, _ figure: Amount, _ edges: ReachEdges, _ own: ReachEdges,
    atBest: Bool
  ) async throws -> Shared {
    // Both sides in one unit, so that all numbers are whole: need = demand × figure, and supply
    // times what the figure is for.
    let perUnit = Int128(problem.per) * Int128(Amount.scale)
    var needs = problem.demand.map { bounds -> Int128 in
      let demand = atBest ? bounds.low : bounds.high
      return demand == Bounds.unlimited ? -1 : Int128(demand) * Int128(figure.micros)
    }
    var capacities = problem.offer.map { bounds -> Int128 in
      let offer = atBest ? bounds.high : bounds.low
      return offer == Bounds.unlimited ? -1 : Int128(offer) * perUnit
    }
    let allNeeds = needs.reduce(Int128(0)) { $0 + max(0, $1) }
    let allSupply = capacities.reduce(Int128(0)) { $0 + max(0, $1) }
    for index in needs.indices where needs[index] < 0 { needs[index] = (allSupply + 1) * 1000 }
    for index in capacities.indices where capacities[index] < 0 { capacities[index] = allNeeds + 1 }
    let unit = Self.commonUnit(needs, capacities)
    needs = needs.map { $0 / unit }
    capacities = capacities.map { $0 / unit }
    let share = try await FairShare.divide(
      ShareAmounts(
        needs: needs, assured: assured(needs, capacities, own), capacities: capacities),
      edges: edges, workers: workers)
    let received = zip(needs, share.ratios).map { need, ratio -> Int64 in
      let product = need * unit * ratio.numerator
      let divisor = ratio.denominator * perUnit
      // A need that is met is met to the last millionth; less than that is never more.
      let amount = ratio == .one ? (product + divisor - 1) / divisor : product / divisor
      return Int64(clamping: amount)
    }
    let loads = zip(capacities, share.loads).map { capacity, load -> Int64 in
      Int64(clamping: capacity * unit * load.numerator / (load.denominator * perUnit))
    }
    let together = share.shortages.map { shortage -> Int64 in
      var needOfRatio: [FairShare.Ratio: Int128] = [:]
      for parcel in shortage.parcels {
        needOfRatio[share.ratios[Int(parcel)], default: 0] += needs[Int(parcel)] * unit
      }
      let sum = needOfRatio.reduce(Int128(0)) { sum, part in
        sum + part.value * part.key.numerator / part.key.denominator
      }
      return Int64(clamping: sum / perUnit)
    }
    return Shared(share: share, received: received, loads: loads, together: together)
  }

  /// The largest number that all amounts are whole multiples of: smaller numbers make a faster
  /// flow. Amounts so large that products might not fit are rounded to what does.
  private static func commonUnit(_ needs: [Int128], _ capacities: [Int128]) -> Int128 {
    var unit = Int128(0)
    var largest = Int128(1)
    for amount in [needs, capacities].joined() {
      if unit != 1 { unit = FairShare.Ratio.gcd(unit, amount) }
      largest = max(largest, amount)
    }
    unit = max(1, unit)
    // A level multiplies an amount by a sum of amounts: 2^56 of each, for 2^14 of them, fit.
    while largest / unit > Int128(1) << 56 { unit *= 2 }
    return unit
  }

  /// What each parcel gets in any case: its need, as far as facilities that are only its own have it.
  private func assured(
    _ needs: [Int128], _ capacities: [Int128], _ own: ReachEdges
  ) -> [Int128] {
    let served = city.facilities.servedParcels
    return needs.indices.map { parcel in
      var sum = Int128(0)
      for facility in own.facilities(of: parcel) where Set(served[Int(facility)]).count <= 1 {
        sum += capacities[Int(facility)]
      }
      return min(sum, needs[parcel])
    }
  }
}

extension ReachEdges {
  /// True for every parcel that is connected, over shared facilities, with one for which it is: its
  /// share depends on theirs.
  fileprivate func spread(_ isTrue: [Bool], facilities count: Int) -> [Bool] {
    guard isTrue.contains(true) else { return isTrue }
    // The smallest root of each set of parcels, found over the facilities that they share.
    var root = Array(0..<Int32(isTrue.count))
    func find(_ parcel: Int32) -> Int32 {
      var current = parcel
      while root[Int(current)] != current {
        root[Int(current)] = root[Int(root[Int(current)])]
        current = root[Int(current)]
      }
      return current
    }
    var first = [Int32](repeating: -1, count: count)
    for parcel in isTrue.indices {
      for facility in facilities(of: parcel) {
        if first[Int(facility)] < 0 {
          first[Int(facility)] = Int32(parcel)
        } else {
          let (a, b) = (find(first[Int(facility)]), find(Int32(parcel)))
          root[Int(max(a, b))] = min(a, b)
        }
      }
    }
    let touched = Set(isTrue.indices.filter { isTrue[$0] }.map { find(Int32($0)) })
    return isTrue.indices.map { touched.contains(find(Int32($0))) }
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
