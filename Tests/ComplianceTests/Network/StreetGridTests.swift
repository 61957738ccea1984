import Compliance
import Planar
import Planning
import Quantities
import Testing

/// Grids of streets, where every distance is known without a search.
@Suite("Grids of streets")
struct StreetGridTests {
  private let spacing = 100.0
  private let streets = SmallStreets.grid(columns: 7, rows: 5, spacing: 100)

  /// A point parcel at every node, the k-th with 2^k people.
  private func city(facilities: [(Double, Double)]) -> SmallCity {
    var city = SmallCity()
    city.project.isComplete = true
    for row in 0..<5 {
      for column in 0..<7 {
        let number = row * 7 + column
        city.parcels.append(
          .init(
            id: "P\(100 + number)", x: Double(column) * spacing, y: Double(row) * spacing,
            population: "\(UInt64(1) << UInt64(number))"))
      }
    }
    city.facilities = facilities.enumerated().map {
      .init(id: "F\($0.offset)", kind: "nursery", x: $0.element.0, y: $0.element.1)
    }
    return city
  }

  private func walk(_ parcel: SmallCity.Parcel, _ facility: SmallCity.Facility) -> Double {
    abs(parcel.x - facility.x) + abs(parcel.y - facility.y)
  }

  @Test(
    "people of 1, 2, 4, 8 … a parcel show exactly which parcels a limit covers",
    arguments: [1.0, 99, 100, 101, 299, 300, 301, 400, 1_000])
  func powersOfTwo(limit: Double) async throws {
    let city = city(facilities: [(300, 200), (600, 0)])
    let pack = try WalkRules.pack(
      WalkRules.people("walk: \(Int(limit)) m"), WalkRules.coverage("walk: \(Int(limit)) m"),
      WalkRules.count("walk: \(Int(limit)) m"))
    let result = try await city.check([pack], on: streets)
    var covered: UInt64 = 0
    for (number, parcel) in city.parcels.enumerated() {
      let walks = city.facilities.map { walk(parcel, $0) }
      let nearest = walks.min() ?? .infinity
      let isCovered = nearest <= limit
      if isCovered { covered |= 1 << UInt64(number) }
      #expect(result.findings[1].verdicts[number] == (isCovered ? .pass : .fail))
      // Looked for up to twice the limit, and at least 1,000 m.
      #expect(result.findings[1].distance[number] == nearest)
      #expect(result.findings[2].measured[number] == Double(walks.count { $0 <= limit }))
      let reached = facilities(of: number, in: result.findings[2])
      #expect(reached == walks.indices.filter { walks[$0] <= limit }.map { Int32($0) })
    }
    let all = UInt64(1) << UInt64(city.parcels.count) - 1
    let measured = result.findings[0].measured[0] / 100 * Double(all)
    #expect(UInt64(measured.rounded()) == covered)
  }

  private func facilities(of row: Int, in findings: RuleFindings) -> [Int32] {
    guard !findings.facilityOffsets.isEmpty else { return [] }
    return Array(
      findings.facilityRows[
        Int(findings.facilityOffsets[row])..<Int(findings.facilityOffsets[row + 1])])
  }

  @Test("places beside a street add the straight piece and start within the block")
  func besideTheStreets() async throws {
    var city = SmallCity()
    // 20 m above the street y = 0, 30 m along a block; 10 m left of x = 300, and so on.
    city.parcels = [
      .init(id: "A", x: 130, y: 20), .init(id: "B", x: 290, y: 260), .init(id: "C", x: 455, y: 400),
    ]
    city.facilities = [.init(id: "F", kind: "nursery", x: 345, y: 196)]
    let result = try await city.check(
      [WalkRules.pack(WalkRules.coverage("walk: 500 m"))], on: streets)
    // The facility: 4 m to (345, 200), then 45 m to (300, 200) or 55 m to (400, 200).
    // Or straight 45 m to (300, 196).
    // A: 20 m to (130, 0), 170 m to (300, 0), 196 m, 45. B: 10 m to (300, 260), 64 m, 45.
    // C: 55 m to (400, 400), 200 m, 55 + 4.
    #expect(result.findings[0].distance == [431, 119, 314])
    #expect(result.findings[0].verdicts == [.pass, .pass, .pass])
  }

  @Test("of equally near facilities the first by id is named, whatever the order of rows")
  func ties() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 300, y: 200)]
    city.facilities = [(500, 200), (100, 200), (300, 400), (400, 300)].enumerated().map {
      .init(id: "F\($0.offset)", kind: "nursery", x: $0.element.0, y: $0.element.1)
    }
    let pack = try WalkRules.pack(WalkRules.coverage("walk: 200 m"))
    #expect(try await city.check([pack], on: streets).findings[0].nearest == [0])
    city.facilities.reverse()
    #expect(try await city.check([pack], on: streets).findings[0].nearest == [0])
  }
}

/// Limits of walks: exactly at them, and one step to either side.
@Suite("Limits of walks")
struct WalkLimitTests {
  private let street = SmallStreets([(0, 0), (2_000, 0)])
  /// The network counts in ticks of 1/16,384 m.
  private let tick = 1 / 16_384.0

  private func verdicts(_ x: Double, _ within: String) async throws -> [Verdict] {
    var city = SmallCity()
    city.project.isComplete = true
    city.parcels = [.init(id: "A", x: 0, y: 0, population: "7")]
    city.facilities = [.init(id: "F", kind: "nursery", x: x, y: 0)]
    let pack = try WalkRules.pack(
      WalkRules.coverage(within), WalkRules.count(within),
      WalkRules.count(within, attribution: "fair"), WalkRules.people(within))
    return try await city.check([pack], on: street).findings.map { $0.verdicts[0] }
  }

  private let pass = [Verdict](repeating: .pass, count: 4)
  private let fail = [Verdict](repeating: .fail, count: 4)

  @Test("a walk at the limit counts, and one tick more does not")
  func atTheLimit() async throws {
    #expect(try await verdicts(500, "walk: 500 m") == pass)
    #expect(try await verdicts(500 - tick, "walk: 500 m") == pass)
    #expect(try await verdicts(500 + tick, "walk: 500 m") == fail)
    // Half a millionth of a millimetre is no length.
    #expect(try await verdicts(500.nextDown, "walk: 500 m") == pass)
    #expect(try await verdicts(500.nextUp, "walk: 500 m") == pass)
  }

  @Test("a limit counts to its last digit down, and not beyond")
  func stepsOfTheLimit() async throws {
    #expect(try await verdicts(500, "walk: 499.999999 m") == fail)
    #expect(try await verdicts(500, "walk: 500.000001 m") == pass)
    #expect(try await verdicts(100.1, "walk: 100.1 m") == pass)
    #expect(try await verdicts(100.1, "walk: 100.099 m") == fail)
  }

  @Test("minutes at a speed are inclusive, too")
  func minutes() async throws {
    #expect(try await verdicts(300, "walk: 5 min") == pass)
    #expect(try await verdicts(300 + tick, "walk: 5 min") == fail)
    #expect(try await verdicts(900, "walk: 15 min") == pass)
    #expect(try await verdicts(900 + tick, "walk: 15 min") == fail)
  }

  @Test("a sum of pieces that looks like the limit is the limit")
  func pieces() async throws {
    // Seven pieces of 100.1 m come to 700.7 m, which sums of binary fractions miss.
    var streets = SmallStreets()
    streets.lines = [(0...20).map { Point(x: Double($0) * 100.1, y: 0) }]
    for step in 0...20 { streets.add((Double(step) * 100.1, 0), (Double(step) * 100.1, 50)) }
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 0, y: 0)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 7 * 100.1, y: 0)]
    let pack = try WalkRules.pack(
      WalkRules.coverage("walk: 700.7 m"), WalkRules.coverage("walk: 700.699 m"))
    let result = try await city.check([pack], on: streets)
    #expect(result.findings.map { $0.verdicts[0] } == [.pass, .fail])
  }

  @Test("flags say at which of the usual speeds a verdict would turn")
  func speeds() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 0, y: 0)]
    let pack = try WalkRules.pack(WalkRules.coverage("walk: 10 min"))
    // Ten minutes are 480, 600 and 720 m.
    for (x, isSensitive) in [
      (480, false), (480 + tick, true), (600, true), (720, true), (720 + tick, false),
    ] {
      city.facilities = [.init(id: "F", kind: "nursery", x: x, y: 0)]
      let result = try await city.check([pack], on: street)
      #expect(result.findings[0].flags[0].contains(.speedSensitive) == isSensitive, "\(x) m")
      #expect(result.findings[0].verdicts[0] == (x <= 600 ? .pass : .fail), "\(x) m")
    }
  }
}
