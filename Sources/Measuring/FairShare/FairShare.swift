internal import Workers

/// The division of shared supply in which the worst-served parcel is served as well as possible,
/// then the next worst, and so on.
///
/// The satisfaction ratios *s = received / need*, capped at 1, are lexicographically max–min among
/// all divisions that give every parcel at least what its own facilities assure it. That vector is
/// unique. It is found by decomposition: all parcels of a connected part are taken to one common
/// ratio that would use up what they reach; if a largest flow can deliver it, that is the answer;
/// if not, the smallest cut names the parcels that are worse off by necessity, together with all
/// facilities they reach, and both sides are solved apart (Megiddo 1974, Fujishige 1980). All in
/// whole numbers, so that no tolerance flips a verdict.
///
/// The loads of facilities are the most even ones by the same decomposition, seen from the other
/// side: lexicographically min–max of load over capacity.
package struct FairShare: Sendable, Hashable {
  /// A bottleneck: parcels that cannot rise above a ratio since together they use up all facilities
  /// that they reach, but for those that parcels of lower ratios use up. Parcels that lack nothing
  /// are left out, and what hangs together by nothing else is more than one group.
  package struct Shortage: Sendable, Hashable {
    package let parcels: [Int32]
    package let facilities: [Int32]
  }

  /// By parcel: received over need; `one` for parcels that need nothing.
  var ratios: [Ratio]
  /// By facility: load over capacity; zero where nobody reaches it.
  var loads: [Ratio]
  /// Ordered by first parcel.
  var shortages: [Shortage]
  /// By parcel: whether all that it reaches is used up, by it and by others that are settled,
  /// however the division is carried out.
  var isSettled: [Bool]
  /// By facility: whether settled parcels use it up.
  var isUsedUp: [Bool]

  /// - Parameters:
  ///   - wantsLoads: Whether loads are asked for; else those of facilities that are not all used up
  ///     stay zero.
  ///   - workers: How many parts may be solved at a time.
  static func divide(
    _ amounts: ShareAmounts, edges: ReachEdges, wantsLoads: Bool = true, workers: Workers
  ) async throws -> FairShare {
    var result = FairShare(
      ratios: Array(repeating: .one, count: amounts.needs.count),
      loads: Array(repeating: Ratio(0, 1), count: amounts.capacities.count), shortages: [],
      isSettled: Array(repeating: false, count: amounts.needs.count),
      isUsedUp: Array(repeating: false, count: amounts.capacities.count))
    var parts: [SharePart] = []
    for graph in graph(amounts, edges).parts() {
      if graph.facilities.isEmpty {
        for parcel in graph.parcels {
          result.ratios[Int(parcel)] = Ratio(0, 1)
          result.isSettled[Int(parcel)] = true
        }
        result.shortages.append(Shortage(parcels: graph.parcels, facilities: []))
      } else {
        parts.append(SharePart(graph: graph, question: .ratios))
      }
    }
    while !parts.isEmpty {
      let bundles = bundled(parts)
      let solutions = try await workers.map(bundles.count, grain: 1) { range in
        var solution = ShareSolution(wantsLoads: wantsLoads)
        for bundle in range { solution.solve(bundles[bundle], of: amounts, upTo: bundleSize) }
        return solution
      }
      parts.removeAll()
      for solution in solutions {
        for (parcel, ratio) in solution.ratios { result.ratios[Int(parcel)] = ratio }
        for (facility, load) in solution.loads { result.loads[Int(facility)] = load }
        for parcel in solution.settled.parcels { result.isSettled[Int(parcel)] = true }
        for facility in solution.settled.facilities { result.isUsedUp[Int(facility)] = true }
        result.shortages += solution.shortages
        parts += solution.rest
      }
    }
    result.shortages.sort { ($0.parcels.first ?? 0) < ($1.parcels.first ?? 0) }
    return result
  }

  /// Parcels that need something, and facilities that have something.
  private static func graph(_ amounts: ShareAmounts, _ edges: ReachEdges) -> ShareGraph {
    let facilities = amounts.capacities.indices.filter { amounts.capacities[$0] > 0 }
    var local = [Int32](repeating: -1, count: amounts.capacities.count)
    for (index, facility) in facilities.enumerated() { local[facility] = Int32(index) }
    let parcels = amounts.needs.indices.filter { amounts.needs[$0] > 0 }
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    for parcel in parcels {
      for edge in edges.range(of: parcel) {
        let target = local[Int(edges.facilities[edge])]
        if target >= 0 { targets.append(target) }
      }
      offsets.append(Int32(targets.count))
    }
    return ShareGraph(
      parcels: parcels.map { Int32($0) }, facilities: facilities.map { Int32($0) },
      offsets: offsets, targets: targets)
  }

  /// Parts up to this size are solved by one task to the end.
  private static let bundleSize = 20_000

  /// Large parts first, one a bundle, and small ones together: a part may be anything from one
  /// parcel up.
  private static func bundled(_ parts: [SharePart]) -> [[SharePart]] {
    var bundles: [[SharePart]] = []
    var size = Int.max
    for part in parts.sorted(by: { $0.graph.size > $1.graph.size }) {
      if size >= bundleSize {
        bundles.append([])
        size = 0
      }
      bundles[bundles.count - 1].append(part)
      size += part.graph.size
    }
    return bundles
  }
}

/// What is shared, in whole numbers of one unit.
struct ShareAmounts: Sendable {
  /// By parcel; not negative.
  let needs: [Int128]
  /// By parcel: what it gets in any case; at most its need, and together within what its own
  /// facilities have.
  let assured: [Int128]
  /// By facility; not negative.
  let capacities: [Int128]
}
