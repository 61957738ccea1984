import Quantities
import Rules
import TestSupport
import Testing

@testable import Compliance
@testable import Measuring

/// The division in whole runs: who reaches what is a matter of geometry and of declarations, and
/// figures may be missing.
@Suite("Fair share: cities")
struct FairShareCityTests {
  private static let figure = 30

  private func pack() throws -> RulePack {
    try SmallPack.make(
      """
      id: area
      check: provision
      subject: parcel
      attribution: fair
      within: {radius: 1000 m}
      supply: {facility: [childcare], measure: floor_area}
      demand: {measure: households, per: 100}
      at_least: \(Self.figure)
      unit: m2/100 households
      """)
  }

  /// A city, and the same as parcels that share facilities; `nil`: not known.
  private struct Town {
    var city = SmallCity()
    var households: [Int?] = []
    var areas: [Int?] = []
    var reach: [[Int]] = []
    var owner: [Int?] = []

    init(using random: inout SplitMix64) {
      // Far from the limit: distances are multiples of 400 m, to which at most 30 m come.
      func place() -> Double { Double(Int.random(in: 0..<8, using: &random)) * 400 }
      func known(_ amount: Int) -> Int? {
        Int.random(in: 0..<6, using: &random) == 0 ? nil : amount
      }
      var taken = Set<[Double]>()
      for index in 0..<Int.random(in: 1...5, using: &random) {
        let (x, y) = (place(), place())
        guard taken.insert([x, y]).inserted else { continue }
        let count = known(Int.random(in: 0...6, using: &random) * 100)
        city.parcels.append(
          .init(
            id: "p\(index)", x: x, y: y, side: 50, households: count.map(String.init)))
        households.append(count)
      }
      for index in 0..<Int.random(in: 1...4, using: &random) {
        let area = known(Int.random(in: 0...6, using: &random) * 50)
        var facility = SmallCity.Facility(
          id: "f\(index)", kind: "childcare", x: place(), y: place(),
          floorArea: area.map(String.init))
        // On the parcel, or beside it.
        facility.x += Bool.random(using: &random) ? 10 : 30
        let inside = city.parcels.firstIndex {
          abs($0.x - facility.x) < 25 && abs($0.y - facility.y) < 25
        }
        var users = city.parcels.indices.filter {
          let (dx, dy) = (city.parcels[$0].x - facility.x, city.parcels[$0].y - facility.y)
          return dx * dx + dy * dy <= 1_000_000
        }
        var owner = inside
        if Int.random(in: 0..<4, using: &random) == 0 {
          users = city.parcels.indices.filter { _ in Bool.random(using: &random) }
          facility.serves = users.map { city.parcels[$0].id }
          if !users.isEmpty { owner = users.count == 1 ? users[0] : nil }
          if users.isEmpty {
            users = city.parcels.indices.filter {
              let (dx, dy) = (city.parcels[$0].x - facility.x, city.parcels[$0].y - facility.y)
              return dx * dx + dy * dy <= 1_000_000
            }
          }
        }
        city.facilities.append(facility)
        areas.append(area)
        self.owner.append(owner)
        for parcel in city.parcels.indices {
          while reach.count <= parcel { reach.append([]) }
          if users.contains(parcel) { reach[parcel].append(index) }
        }
      }
    }

    /// What each parcel may come to, with each missing figure taken as nothing and as very much.
    var outcomes: [Set<Verdict>] {
      let missing = (households + areas).indices.filter { (households + areas)[$0] == nil }
      var found = [Set<Verdict>](repeating: [], count: households.count)
      for choice in 0..<(1 << missing.count) {
        var figures = (households + areas).map { $0 ?? 0 }
        for (bit, index) in missing.enumerated() where choice >> bit & 1 == 1 {
          figures[index] = 10_000_000
        }
        let problem = ShareCase(
          needs: figures[..<households.count].map { Int128($0 * FairShareCityTests.figure) },
          capacities: figures[households.count...].map { Int128($0 * 100) }, reach: reach,
          owner: owner)
        for (parcel, ratio) in SubsetOracle(problem).ratios.enumerated() {
          found[parcel].insert(ratio == .one ? .pass : .fail)
        }
      }
      return found
    }
  }

  @Test("verdicts equal those of all that missing figures may be", arguments: 0..<60)
  func verdicts(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    for _ in 0..<4 {
      let town = Town(using: &random)
      let result = try await town.city.check([pack()], workers: 1 + seed % 3)
      for (parcel, outcomes) in town.outcomes.enumerated() {
        let found = try #require(result.found("small/area", town.city.parcels[parcel].id))
        let expected: Verdict =
          town.households[parcel] == 0
          ? .notApplicable : outcomes.count == 1 ? outcomes.first ?? .unknown : .unknown
        #expect(found.verdict == expected, "parcel \(parcel) of \(town)")
      }
    }
  }

  @Test("a declared facility serves just those it is declared for")
  func declared() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "a", x: 0, y: 0, side: 50, households: "100"),
      .init(id: "b", x: 100, y: 0, side: 50, households: "100"),
      .init(id: "far", x: 9000, y: 0, side: 50, households: "100"),
    ]
    city.facilities = [
      .init(
        id: "f", kind: "childcare", x: 50, y: 0, floorArea: "60", serves: ["a", "far"]),
      // Nobody reaches it.
      .init(id: "lost", kind: "childcare", x: 5000, y: 0, floorArea: "1000"),
    ]
    let result = try await city.check([pack()])
    #expect(result.found("small/area", "a")?.verdict == .pass)
    #expect(result.found("small/area", "b")?.verdict == .fail)
    #expect(result.found("small/area", "b")?.shortfall == Amount(30))
    #expect(result.found("small/area", "far")?.verdict == .pass)
  }

  @Test("two facilities in one parcel are first for it")
  func ownFirst() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "host", x: 0, y: 0, side: 50, households: "100"),
      .init(id: "guest", x: 100, y: 0, side: 50, households: "100"),
    ]
    city.facilities = [
      .init(id: "f", kind: "childcare", x: 10, y: 0, floorArea: "20"),
      .init(id: "g", kind: "childcare", x: -10, y: 0, floorArea: "15"),
    ]
    let result = try await city.check([pack()])
    #expect(result.found("small/area", "host")?.verdict == .pass)
    #expect(result.found("small/area", "guest")?.shortfall == Amount(25))
    let findings = try #require(result.findings.first)
    #expect(findings.shortageGroups.map(\.parcels) == [[0]])
    #expect(findings.shortageGroups.map(\.facilities) == [[0, 1]])
    #expect(findings.shortageGroups.map(\.supply) == [5_000_000])
  }

  @Test("amounts at the end of their range")
  func extremes() async throws {
    var city = SmallCity()
    let most = "9199999999999.999999"
    for index in 0..<40 {
      city.parcels.append(
        .init(
          id: "p\(index)", x: Double(index) * 700, y: 0, side: 50,
          households: index % 3 == 0 ? most : index % 3 == 1 ? "1000000" : "0.000001"))
      city.facilities.append(
        .init(
          id: "f\(index)", kind: "childcare", x: Double(index) * 700 + 300, y: 0,
          floorArea: index % 4 == 0 ? most : index % 4 == 1 ? "0.000001" : nil))
    }
    let result = try await city.check([pack()])
    #expect(result.findings.first?.verdicts.count == 40)
  }
}
