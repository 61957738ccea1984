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
struct FairShare: Sendable {
  /// A ratio in lowest terms.
  struct Ratio: Sendable, Hashable {
    let numerator: Int128
    let denominator: Int128

    init(_ numerator: Int128, _ denominator: Int128) {
      let divisor = Self.gcd(numerator, denominator)
      self.numerator = divisor == 0 ? numerator : numerator / divisor
      self.denominator = divisor == 0 ? denominator : denominator / divisor
    }

    static let one = Ratio(1, 1)

    static func gcd(_ a: Int128, _ b: Int128) -> Int128 {
      var (a, b) = (a.magnitude, b.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      return Int128(a)
    }
  }

  /// A bottleneck: parcels that cannot get what they need, and all facilities that they reach.
  struct Shortage: Sendable, Hashable {
    let parcels: [Int32]
    let facilities: [Int32]
  }

  /// By parcel: received over need; `one` for parcels that need nothing.
  var ratios: [Ratio]
  /// By facility: load over capacity; zero where nobody reaches it.
  var loads: [Ratio]
  /// Ordered by first parcel.
  var shortages: [Shortage]

  /// - Parameters:
  ///   - needs: By parcel; not negative.
  ///   - assured: By parcel: what it gets in any case; at most its need, and together within what
  ///     its own facilities have.
  ///   - capacities: By facility; not negative.
  ///   - edges: Facilities that each parcel reaches.
  ///   - workers: How many parts may be solved at a time.
  static func divide(
    needs: [Int128], assured: [Int128], capacities: [Int128], edges: ReachEdges, workers: Workers
  ) async throws -> FairShare {
    var result = FairShare(
      ratios: Array(repeating: .one, count: needs.count),
      loads: Array(repeating: Ratio(0, 1), count: capacities.count), shortages: [])
    let whole = graph(needs, capacities, edges)
    let parts = whole.components()
    // Large parts first, and small ones in bundles: a part may be anything from one parcel up.
    let order = parts.indices.sorted { parts[$0].targets.count > parts[$1].targets.count }
    let bundles = bundled(order, parts)
    let solved = try await workers.map(bundles.count, grain: 1) { range in
      var solution = ShareSolution()
      for bundle in range {
        for part in bundles[bundle] {
          solution.solve(parts[part], needs: needs, assured: assured, capacities: capacities)
        }
      }
      return solution
    }
    for solution in solved {
      for (parcel, ratio) in solution.ratios { result.ratios[Int(parcel)] = ratio }
      for (facility, load) in solution.loads { result.loads[Int(facility)] = load }
      result.shortages += solution.shortages
    }
    for parcel in needs.indices where needs[parcel] > 0 {
      if edges.offsets[parcel] == edges.offsets[parcel + 1] {
        result.ratios[parcel] = Ratio(0, 1)
        result.shortages.append(Shortage(parcels: [Int32(parcel)], facilities: []))
      }
    }
    result.shortages.sort { ($0.parcels.first ?? 0) < ($1.parcels.first ?? 0) }
    return result
  }

  /// Parcels that need something, and facilities that have something.
  private static func graph(
    _ needs: [Int128], _ capacities: [Int128], _ edges: ReachEdges
  ) -> ShareGraph {
    let parcels = needs.indices.filter {
      needs[$0] > 0 && edges.offsets[$0] < edges.offsets[$0 + 1]
    }
    var offsets: [Int32] = [0]
    var targets: [Int32] = []
    for parcel in parcels {
      targets.append(contentsOf: edges.facilities(of: parcel))
      offsets.append(Int32(targets.count))
    }
    return ShareGraph(
      parcels: parcels.map { Int32($0) }, facilities: capacities.indices.map { Int32($0) },
      offsets: offsets, targets: targets)
  }

  private static func bundled(_ order: [Int], _ parts: [ShareGraph]) -> [[Int]] {
    var bundles: [[Int]] = []
    var size = Int.max
    for part in order {
      if size > 20_000 {
        bundles.append([])
        size = 0
      }
      bundles[bundles.count - 1].append(part)
      size += parts[part].targets.count + parts[part].parcels.count
    }
    return bundles
  }
}
