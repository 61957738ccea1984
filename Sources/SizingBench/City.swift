import Optimizing

/// A random city: clients with needs, and sites at some of them.
struct City {
  /// How it is laid out, and what building costs.
  enum Kind: String, CaseIterable {
    /// Uniform, one price list; uniform, costs differ by site; clustered, one price list; clustered, costs differ; blocks of
    /// streets, one price list.
    case uniform = "u"
    case uniformDear = "h"
    case clustered = "c"
    case clusteredDear = "g"
    case network = "n"
  }

  var clients: [(x: Double, y: Double)] = []
  var needs: [Int64] = []
  var sites: [(x: Double, y: Double)] = []
  var costs: [[Int64]] = []
  let kind: Kind
  let radius: Double

  static let places: [Int64] = [30, 60, 90, 150, 240]
  private static let block = 200.0

  /// - Parameter side: Of the square that it fills, metres.
  init(_ kind: Kind, clients count: (Int, Int), side: Double, radius: Double, seed: UInt64) {
    self.kind = kind
    self.radius = radius
    var random = BenchRandom(seed: seed &* 1_000_003 &+ UInt64(count.0))
    let centres = (0..<max(8, count.0 / 250)).map { _ in
      (x: random.unit() * side, y: random.unit() * side)
    }
    for _ in 0..<count.0 {
      clients.append(Self.point(kind, side, centres, using: &random))
      needs.append(Int64(5 + random.below(45)))
    }
    for _ in 0..<count.1 {
      sites.append(
        kind == .network
          ? clients[random.below(count.0)] : Self.point(kind, side, centres, using: &random)
      )
      let (fixed, each) =
        kind == .uniformDear || kind == .clusteredDear
        ? (0.6 + 0.8 * random.unit(), 0.8 + 0.4 * random.unit()) : (1, 1)
      costs.append(Self.places.map { Int64((50 * fixed + Double($0) * each).rounded()) })
    }
    settleHermits(&random)
  }

  /// Clients without any site in reach go to live at one: else hardly a clustered city could be served.
  private mutating func settleHermits(_ random: inout BenchRandom) {
    for (client, list) in reachable().enumerated() where list.isEmpty {
      clients[client] = sites[random.below(sites.count)]
    }
  }

  private static func point(
    _ kind: Kind, _ side: Double, _ centres: [(x: Double, y: Double)],
    using random: inout BenchRandom
  ) -> (x: Double, y: Double) {
    switch kind {
    case .uniform, .uniformDear: return (random.unit() * side, random.unit() * side)
    case .network:
      let blocks = Int(side / block)
      return (Double(random.below(blocks)) * block, Double(random.below(blocks)) * block)
    case .clustered, .clusteredDear:
      if random.below(10) < 3 { return (random.unit() * side, random.unit() * side) }
      let centre = centres[random.below(centres.count)]
      return (
        min(side, max(0, centre.x + random.normal() * side / 14)),
        min(side, max(0, centre.y + random.normal() * side / 14))
      )
    }
  }

  /// Who is within the radius of whom: in a straight line, or along the streets.
  private func reachable() -> [[Int32]] {
    var cells: [SIMD2<Int>: [Int32]] = [:]
    func cell(_ point: (x: Double, y: Double)) -> SIMD2<Int> {
      SIMD2(Int(point.x / radius), Int(point.y / radius))
    }
    for (index, site) in sites.enumerated() { cells[cell(site), default: []].append(Int32(index)) }
    return clients.map { client -> [Int32] in
      let home = cell(client)
      var found: [Int32] = []
      for x in -1...1 {
        for y in -1...1 {
          for site in cells[home &+ SIMD2(x, y)] ?? []
          where distance(client, sites[Int(site)]) <= radius {
            found.append(site)
          }
        }
      }
      return found.sorted()
    }
  }

  /// No exclusions; up to three layers: places; floor area, of which a client needs 3 to 9 a place and a site gives 6; and
  /// to have a site within half the radius, or within the radius where there is none.
  func problem(layers count: Int) -> SizingProblem {
    let lists = reachable()
    let reach = ReachLists(lists, siteCount: sites.count)
    let areas = needs.enumerated().map { $1 * Int64(3 + ($0 * 7) % 7) }
    let near = lists.enumerated().map { client, list in
      let near = list.filter { distance(clients[client], sites[Int($0)]) <= radius / 2 }
      return near.isEmpty ? list : near
    }
    let layers: [SizingProblem.Layer] = [
      .init(needs: needs, reach: reach), .init(needs: areas, reach: reach),
      .init(
        needs: needs.map { min($0, 1) }, reach: ReachLists(near, siteCount: sites.count),
        isCover: true),
    ]
    let choices = costs.map { costs in
      SizingProblem.Site(
        sizes: zip(Self.places, costs).map {
          .init(cost: $1, capacities: Array([$0, 6 * $0, 1].prefix(count)))
        })
    }
    return SizingProblem(layers: Array(layers.prefix(count)), sites: choices)
  }

  private func distance(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) -> Double {
    let (x, y) = (abs(one.x - other.x), abs(one.y - other.y))
    return kind == .network ? x + y : (x * x + y * y).squareRoot()
  }
}

/// Numbers by lot (SplitMix64), the same for a seed.
struct BenchRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    // Overflow is the generator: arithmetic modulo 2^64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// About normal, of mean 0 and deviation 1: twelve draws.
  mutating func normal() -> Double { (0..<12).reduce(-6.0) { sum, _ in sum + unit() } }
}
