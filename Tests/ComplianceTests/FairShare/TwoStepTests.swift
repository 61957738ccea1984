import Quantities
import Rules
import TestSupport
import Testing

@testable import Compliance
@testable import Measuring

/// The two-step floating catchment beside its two formulas, one fraction after the other.
@Suite("Two-step floating catchment")
struct TwoStepTests {
  private static let bands: [(to: Int, weight: String)] = [
    (400, "1"), (700, "0.68"), (1000, "0.22"),
  ]

  private func pack(weighted: Bool = false, at least: String = "10") throws -> RulePack {
    let weights = Self.bands.map { "{to: \($0.to) m, weight: \($0.weight)}" }
    return try SmallPack.make(
      """
      id: r
      check: provision
      subject: parcel
      attribution: two_step
      within: {radius: 1000 m}
      \(weighted ? "weights: [\(weights.joined(separator: ", "))]" : "means: elder-circle")
      supply: {facility: [childcare], measure: places}
      demand: {measure: population, per: 1000}
      at_least: \(least)
      unit: places/1000 persons
      """)
  }

  /// A town, and its parcels' rates by the definition.
  private struct Town {
    var city = SmallCity()
    private var people: [Int] = []
    private var places: [Int] = []

    init(using random: inout SplitMix64) {
      // Never at a limit: distances between corners of a grid of 90 m.
      func place() -> Double { Double(Int.random(in: 0..<14, using: &random)) * 90 }
      for index in 0..<Int.random(in: 1...6, using: &random) {
        people.append(Int.random(in: 0...9, using: &random) * 137)
        city.parcels.append(
          .init(id: "p\(index)", x: place(), y: place(), side: 0, population: "\(people[index])"))
      }
      for index in 0..<Int.random(in: 1...4, using: &random) {
        places.append(Int.random(in: 0...40, using: &random))
        city.facilities.append(
          .init(
            id: "f\(index)", kind: "childcare", x: place(), y: place(), places: "\(places[index])"))
      }
    }

    private func weight(_ parcel: Int, _ facility: Int, _ weighted: Bool) -> ExactFraction {
      let (a, b) = (city.parcels[parcel], city.facilities[facility])
      let squared = (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
      if !weighted { return squared <= 1_000_000 ? .one : .zero }
      let percent =
        [(400.0, 100), (700.0, 68), (1000.0, 22)]
        .first { squared <= $0.0 * $0.0 }?.1 ?? 0
      return ExactFraction(Int128(percent), 100)
    }

    func rates(weighted: Bool) -> [ExactFraction] {
      let ratios = places.indices.map { facility -> ExactFraction in
        let around = people.indices.reduce(ExactFraction.zero) {
          $0 + weight($1, facility, weighted) * ExactFraction(Int128(people[$1]))
        }
        return around == .zero ? .zero : ExactFraction(Int128(places[facility])) / around
      }
      return people.indices.map { parcel in
        places.indices.reduce(ExactFraction.zero) {
          $0 + weight(parcel, $1, weighted) * ratios[$1]
        }
      }
    }

    /// What parcels have together, and what the facilities have that anybody reaches.
    func handedOut(weighted: Bool) -> (received: ExactFraction, supply: ExactFraction) {
      let received = zip(rates(weighted: weighted), people).reduce(ExactFraction.zero) {
        $0 + $1.0 * ExactFraction(Int128($1.1))
      }
      let supply = places.indices.filter { facility in
        people.indices.contains { people[$0] > 0 && weight($0, facility, weighted) > .zero }
      }.reduce(Int128(0)) { $0 + Int128(places[$1]) }
      return (received, ExactFraction(supply))
    }

    var counts: [Int] { people }
  }

  @Test("figures and verdicts equal those of the formulas", arguments: 0..<40)
  func equalsFormulas(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<4 {
      let town = Town(using: &random)
      let weighted = round % 2 == 0
      let result = try await town.city.check([pack(weighted: weighted)], workers: 1 + seed % 3)
      for (parcel, rate) in town.rates(weighted: weighted).enumerated() {
        let found = try #require(result.found("small/r", "p\(parcel)"))
        guard town.counts[parcel] > 0 else {
          #expect(found.verdict == .notApplicable)
          continue
        }
        let expected = rate * ExactFraction(1000)
        #expect(found.verdict == (expected < ExactFraction(10) ? .fail : .pass))
        let figure = Double(expected.top) / Double(expected.bottom)
        #expect(abs(found.measured - figure) <= 1e-12 * max(1, figure), "parcel \(parcel)")
      }
      let (received, supply) = town.handedOut(weighted: weighted)
      #expect(received == supply)
    }
  }

  /// Two parcels within 400 m of f, a third one 600 m from it.
  private var street: SmallCity {
    var city = SmallCity()
    city.parcels = [
      .init(id: "A", x: 0, y: 0, side: 0, population: "1000"),
      .init(id: "B", x: 300, y: 0, side: 0, population: "1000"),
      .init(id: "C", x: 800, y: 0, side: 0, population: "1000"),
    ]
    city.facilities = [.init(id: "f", kind: "childcare", x: 200, y: 0, places: "18")]
    return city
  }

  @Test("by hand: 18 places for 3,000 people are 6 for 1,000, at the limit and below it")
  func byHand() async throws {
    for (least, verdict) in [("6", Verdict.pass), ("6.000001", .fail)] {
      let result = try await street.check([pack(at: least)])
      for parcel in ["A", "B", "C"] {
        let found = try #require(result.found("small/r", parcel))
        #expect(found.measured == 6)
        #expect(found.verdict == verdict)
      }
    }
  }

  @Test("by hand: with C at 0.68, people count 2,680, and C has 0.68 of the ratio")
  func weightedByHand() async throws {
    let result = try await street.check([pack(weighted: true)])
    for (parcel, share) in [("A", 1.0), ("B", 1), ("C", 0.68)] {
      let measured = try #require(result.found("small/r", parcel)).measured
      #expect(abs(measured - 18_000 / 2680 * share) < 1e-12)
    }
    #expect(result.findings[0].facilityNeed == [18_000_000])
  }

  @Test("missing figures are taken at their worst and at their best")
  func missing() async throws {
    var city = street
    city.parcels[2].population = nil
    var result = try await city.check([pack(at: "9")])
    // Alone A and B have 9; with C in any number, less.
    #expect(result.found("small/r", "A")?.verdict == .unknown)
    #expect(result.found("small/r", "C")?.verdict == .unknown)
    result = try await city.check([pack(at: "9.1")])
    #expect(result.found("small/r", "A")?.verdict == .fail)
    city = street
    city.facilities[0].places = nil
    result = try await city.check([pack()])
    #expect(result.found("small/r", "A")?.verdict == .unknown)
  }

  @Test("weights that do not fit are refused")
  func refused() {
    func faults(_ lines: String) -> String {
      do {
        _ = try SmallPack.make(
          "id: r\ncheck: provision\nsubject: parcel\n"
            + "supply: {facility: [childcare], measure: places}\n"
            + "demand: {measure: population, per: 1000}\nat_least: 10\n"
            + "unit: places/1000 persons\n" + lines)
        return ""
      } catch { return "\(error)" }
    }
    let step = "attribution: two_step\n"
    let walk = step + "within: {walk: 10 min}\n"
    #expect(faults(walk + "weights: [{to: 5 min, weight: 1}, {to: 10 min, weight: 0.5}]") == "")
    for (lines, words) in [
      (step + "weights: [{to: 5 min, weight: 1}]", "'weights' needs 'within'"),
      (
        "within: {walk: 10 min}\nweights: [{to: 10 min, weight: 1}]",
        "is for 'attribution: two_step'"
      ),
      (walk + "weights: [{to: 500 m, weight: 1}]", "in the unit of 'within'"),
      (walk + "weights: [{to: 5 min, weight: 1}]", "ends where 'within' does"),
      (walk + "weights: [{to: 5 min, weight: 0.5}, {to: 10 min, weight: 1}]", "counts for no more"),
      (walk + "weights: [{to: 10 min, weight: 1}, {to: 10 min, weight: 1}]", "go outwards"),
      (walk + "weights: [{to: 10 min, weight: 0}]", "above 0"),
    ] {
      #expect(faults(lines).contains(words), "\(lines): \(faults(lines))")
    }
  }

  @Test("sums of fractions are exact, or right to 15 decimals", arguments: 0..<10)
  func sums(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for count in [1, 3, 40] {
      var sum = FractionSum()
      var figure = 0.0
      for _ in 0..<count {
        let (top, bottom) = (
          Int128.random(in: 1...1_000_000, using: &random),
          Int128.random(in: 1_000_000...9_000_000_000, using: &random)
        )
        sum.add(top, over: bottom)
        figure += Double(top) / Double(bottom)
      }
      let ratio = sum.ratio
      #expect(abs(Double(ratio.numerator) / Double(ratio.denominator) - figure) < 1e-14)
    }
    // Thirds whose sum is whole stay whole, even where their denominators are too many.
    let primes: [Int128] = [
      1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081, 1_000_099, 1_000_117,
    ]
    var sum = FractionSum()
    for prime in primes { sum.add(1, over: prime) }
    for prime in primes { sum.add(prime - 1, over: prime) }
    #expect(sum.ratio == FairShare.Ratio(7, 1))
  }
}
