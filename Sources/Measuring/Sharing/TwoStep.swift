internal import Planning
package import Quantities

/// How much counts up to some distance.
package struct Band: Hashable, Sendable {
  package let limit: ReachLimit
  package let weight: Amount

  package init(limit: ReachLimit, weight: Amount) {
    self.limit = limit
    self.weight = weight
  }
}

extension Divide {
  /// The bands of the limit; one where all of it counts alike.
  var weighted: [Band] {
    bands.isEmpty ? [Band(limit: own.limit, weight: Amount(1))] : bands
  }

  /// The two-step floating catchment: step one, the ratio of each facility is its supply over the
  /// people within its limit; step two, a parcel has the sum of the ratios of the facilities within
  /// its limit. With bands, people count in step one and facilities in step two by the weight of
  /// their distance. All people count, whoever the clause speaks of; what there is is handed out to
  /// the last bit, for the sum over parcels of people × ratio is the supply of all facilities that
  /// anybody reaches.
  ///
  /// Sources: Luo & Wang, *Measures of spatial accessibility to health care in a GIS environment*,
  /// Environment and Planning B 30, 2003; Luo & Qi, *An enhanced two-step floating catchment area
  /// (E2SFCA) method*, Health & Place 15, 2009.
  func twoStep(_ problem: ProvisionProblem, _ known: Answers) -> Division {
    let people = known[People(own.demand)]
    let places = WeightedPlaces(self, known)
    let floats = FloatingRatios(places, supply: problem.offer, people: people.bounds)
    let all = problem.demand.indices.map { floats.ratios(of: $0) }
    let (low, high) = (all.map(\.low), all.map(\.high))
    return Division(
      supply: problem.demand.indices.map { parcel in
        Bounds(
          low: low[parcel].times(problem.demand[parcel].low),
          high: high[parcel].times(problem.demand[parcel].high))
      },
      demand: problem.demand, isEstimated: places.touched(people.isEstimated, problem.offer.count),
      edges: places.edges, loads: floats.handedOut, possible: places.possible,
      rates: Rates(low: RatioColumn(low), high: RatioColumn(high), whole: nil))
  }
}

/// Who reaches what, and how much that counts.
private struct WeightedPlaces {
  let edges: ReachEdges
  let possible: ReachEdges
  /// By edge, in millionths.
  private(set) var weights: [Int64] = []
  /// By possible edge: at most.
  private(set) var possibleWeights: [Int64] = []

  init(_ division: Divide, _ known: Answers) {
    let own = known[Own(division.choice)].edges
    let bands = division.weighted
    let reached = bands.map { known[Reached(division.choice, within: $0.limit)] }
    let edges = reached.reduce(own) { $0.union($1.edges) }
    let possible = reached.reduce(ReachEdges(parcels: own.offsets.count - 1)) {
      $0.union($1.possible)
    }.subtracting(edges)
    self.edges = edges
    self.possible = possible
    // What lies in a parcel is as near as can be.
    let near = [own] + reached.map(\.edges)
    weights = Self.weights(edges, near, [bands[0].weight] + bands.map(\.weight))
    possibleWeights = Self.weights(possible, reached.map(\.possible), bands.map(\.weight))
  }

  /// That of the first band that an edge is in.
  private static func weights(
    _ edges: ReachEdges, _ bands: [ReachEdges], _ weights: [Amount]
  ) -> [Int64] {
    var result: [Int64] = []
    result.reserveCapacity(edges.facilities.count)
    for parcel in 0..<edges.offsets.count - 1 {
      for facility in edges.facilities(of: parcel) {
        let band = bands.firstIndex { $0.facilities(of: parcel).contains(facility) }
        result.append(weights[band ?? weights.count - 1].micros)
      }
    }
    return result
  }

  /// True for every parcel that shares a facility with one for which it is.
  func touched(_ isTrue: [Bool], _ facilities: Int) -> [Bool] {
    guard isTrue.contains(true) else { return isTrue }
    var isTouched = [Bool](repeating: false, count: facilities)
    for parcel in isTrue.indices where isTrue[parcel] {
      for facility in edges.facilities(of: parcel) { isTouched[Int(facility)] = true }
    }
    return isTrue.indices.map { parcel in
      isTrue[parcel] || edges.facilities(of: parcel).contains { isTouched[Int($0)] }
    }
  }
}

/// The ratios of facilities, and what they come to for parcels.
private struct FloatingRatios {
  private let places: WeightedPlaces
  private let supply: [Bounds]
  private let people: [Bounds]
  /// By facility: the people within its limit by their weights, in millionths of millionths; `most`
  /// is `nil` where they are not known.
  private var least: [Int128]
  private var most: [Int128?]

  init(_ places: WeightedPlaces, supply: [Bounds], people: [Bounds]) {
    self.places = places
    self.supply = supply
    self.people = people
    least = supply.map { _ in 0 }
    most = supply.map { _ in 0 }
    for parcel in people.indices {
      for edge in places.edges.range(of: parcel) {
        add(people[parcel], places.weights[edge], to: Int(places.edges.facilities[edge]))
      }
      for edge in places.possible.range(of: parcel) {
        add(
          Bounds(low: 0, high: people[parcel].high), places.possibleWeights[edge],
          to: Int(places.possible.facilities[edge]))
      }
    }
  }

  private mutating func add(_ people: Bounds, _ weight: Int64, to facility: Int) {
    least[facility] += Int128(people.low) * Int128(weight)
    if people.high == Bounds.unlimited {
      most[facility] = nil
    } else {
      most[facility]? += Int128(people.high) * Int128(weight)
    }
  }

  /// What a parcel's facilities come to, at least and at most.
  func ratios(of parcel: Int) -> (low: FairShare.Ratio, high: FairShare.Ratio) {
    var low = FractionSum()
    var high = FractionSum()
    for edge in places.edges.range(of: parcel) {
      let facility = Int(places.edges.facilities[edge])
      let weight = Int128(places.weights[edge])
      if let most = most[facility], most > 0 {
        low.add(Int128(supply[facility].low) * weight, over: most)
      }
      high.add(supply[facility].high, weight, over: least[facility])
    }
    for edge in places.possible.range(of: parcel) {
      let facility = Int(places.possible.facilities[edge])
      let weight = places.possibleWeights[edge]
      // If it serves the parcel, its people count, too.
      high.add(
        supply[facility].high, Int128(weight),
        over: least[facility] + Int128(people[parcel].low) * Int128(weight))
    }
    return (low.ratio, high.ratio)
  }

  /// By facility: its supply, if anybody reaches it.
  var handedOut: [Int64?] {
    supply.indices.map { facility in
      guard supply[facility].isExact, least[facility] == most[facility] else { return nil }
      return least[facility] > 0 ? supply[facility].low : 0
    }
  }
}

/// A sum of fractions: exact while that fits a number, else to 15 decimals.
struct FractionSum {
  private var exact: FairShare.Ratio? = FairShare.Ratio(0, 1)
  private var rounded: Int128 = 0
  private var isInfinite = false

  /// Of the rounded sum: beyond what is told, so that a sum of many is right to 15.
  private static var unit: Int128 { 1_000_000_000_000_000_000 }

  mutating func add(_ supply: Int64, _ weight: Int128, over people: Int128) {
    if supply == 0 { return }
    if supply == Bounds.unlimited || people == 0 {
      isInfinite = true
    } else {
      add(Int128(supply) * weight, over: people)
    }
  }

  mutating func add(_ top: Int128, over bottom: Int128) {
    let (whole, rest) = top.quotientAndRemainder(dividingBy: bottom)
    let (large, isTooLarge) = whole.multipliedReportingOverflow(by: Self.unit)
    if isTooLarge { isInfinite = true }
    let part = bottom.dividingFullWidth(rest.multipliedFullWidth(by: Self.unit))
    rounded &+= large &+ part.quotient &+ (part.remainder >= bottom - part.remainder ? 1 : 0)
    exact = exact.flatMap { Self.sum($0, FairShare.Ratio(top, bottom)) }
  }

  private static func sum(_ a: FairShare.Ratio, _ b: FairShare.Ratio) -> FairShare.Ratio? {
    let common = FairShare.Ratio.gcd(a.denominator, b.denominator)
    let (first, isFirstTooLarge) = a.numerator.multipliedReportingOverflow(
      by: b.denominator / common)
    let (second, isSecondTooLarge) = b.numerator.multipliedReportingOverflow(
      by: a.denominator / common)
    let (bottom, isBottomTooLarge) = a.denominator.multipliedReportingOverflow(
      by: b.denominator / common)
    let (top, isTopTooLarge) = first.addingReportingOverflow(second)
    if isFirstTooLarge || isSecondTooLarge || isBottomTooLarge || isTopTooLarge { return nil }
    return FairShare.Ratio(top, bottom)
  }

  var ratio: FairShare.Ratio {
    if isInfinite { return FairShare.Ratio(1, 0) }
    if let exact { return exact }
    // Halves up: the digits beyond are those of rounding each fraction.
    return FairShare.Ratio((rounded + 500) / 1000, Self.unit / 1000)
  }
}

extension FairShare.Ratio {
  /// So much of an amount of people, rounded down.
  fileprivate func times(_ people: Int64) -> Int64 {
    if denominator == 0 || people == Bounds.unlimited { return Bounds.unlimited }
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    let (large, isTooLarge) = whole.multipliedReportingOverflow(by: Int128(people))
    if isTooLarge { return Bounds.unlimited }
    return Int64(clamping: large + FairShare.Ratio(rest, denominator).part(of: Int128(people)))
  }
}
