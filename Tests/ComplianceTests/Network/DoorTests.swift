import Compliance
import Planar
import Planning
import Testing
import Walking

/// From door to street: where walks start and end, and what is said where that is not known.
@Suite("From door to street")
struct DoorTests {
  private let street = SmallStreets([(0, 0), (2_000, 0)])

  private func check(
    _ city: SmallCity, _ metres: Int, on streets: SmallStreets
  ) async throws -> ComplianceResult {
    try await city.check(
      [
        WalkRules.pack(
          WalkRules.coverage("walk: \(metres) m"), WalkRules.count("walk: \(metres) m"))
      ], on: streets)
  }

  @Test("of several streets around, the one by which the walk is shortest")
  func severalStreets() async throws {
    var city = SmallCity()
    // The nearest street leads away; the next one, 30 m off, straight to the facility.
    city.parcels = [
      .init(id: "A", x: 500, y: 0, side: 20, entrances: [Point(x: 500, y: 5)])
    ]
    city.facilities = [.init(id: "F", kind: "nursery", x: 600, y: 35)]
    let streets = SmallStreets(
      [(0, 0), (490, 0), (900, 0)], [(0, 35), (500, 35), (900, 35)], [(0, 0), (0, 35)])
    let result = try await check(city, 130, on: streets)
    #expect(result.findings[0].distance == [130])
    #expect(result.findings.map { $0.verdicts[0] } == [.pass, .pass])
  }

  @Test("places nearer to each other than to any street are a straight line apart")
  func direct() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "A", x: 500, y: 120, side: 20, entrances: [Point(x: 500, y: 120)]),
      // Its boundary is 40 m from the facility.
      .init(id: "B", x: 600, y: 120, side: 40),
      // Farther from it than from the street.
      .init(id: "C", x: 680, y: 120, side: 20, entrances: [Point(x: 700, y: 120)]),
    ]
    city.facilities = [.init(id: "F", kind: "nursery", x: 540, y: 120)]
    let result = try await check(city, 100, on: street)
    #expect(result.findings[0].distance == [40, 40, 400])
    #expect(result.findings.map(\.verdicts) == [[.pass, .pass, .fail], [.pass, .pass, .fail]])
    // A river between them: round by the street.
    var rivers = street
    rivers.obstacles.append(.water, fromX: 520, y: 10, toX: 520, y: 500)
    let parted = try await check(city, 100, on: rivers)
    #expect(parted.findings[0].distance == [280, 40, 400])
  }

  @Test(
    "with no gate known the best place of the frontage decides, flagged where the worst differs")
  func frontage() async throws {
    // A block in a ring of streets, 10 m off on all sides; the facility is across one of them.
    let ring = SmallStreets([(0, 0), (420, 0), (420, 420), (0, 420), (0, 0)])
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 210, y: 210, side: 400)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 210, y: 430)]
    for (limit, verdict, isFlagged) in [
      (19, Verdict.fail, false), (20, .pass, true), (800, .pass, true), (1_000, .pass, false),
    ] {
      let result = try await check(city, limit, on: ring)
      #expect(result.findings[0].distance == [20], "\(limit) m")
      #expect(result.findings[0].verdicts == [verdict], "\(limit) m")
      #expect(result.findings[0].flags[0].contains(.gateAssumed) == isFlagged, "\(limit) m")
    }
    // With a gate on the other side nothing is assumed.
    city.parcels[0].entrances = [Point(x: 210, y: 10)]
    let gated = try await check(city, 1_000, on: ring)
    #expect(gated.findings[0].distance == [860])
    #expect(!gated.findings[0].flags[0].contains(.gateAssumed))
  }

  @Test("a compound that streets cross is entered where it is best, also by one on another part")
  func crossed() async throws {
    let streets = SmallStreets([(-40, -400), (-40, 400)], [(40, -400), (40, 400)])
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: -5, y: -50, side: 120)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 40, y: 110)]
    let result = try await check(city, 100, on: streets)
    #expect(result.findings[0].distance == [100])
    #expect(result.findings[0].verdicts == [.pass])
    #expect(result.findings[0].flags[0].contains(.gateAssumed))
  }

  @Test("a gate that the streets show at a boundary is where it is entered")
  func drawnGate() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500, y: 120, side: 200)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 900, y: 0)]
    let open = try await check(city, 400, on: street)
    #expect(open.findings[0].distance == [320])
    for off in [-8.0, 0, 6] {
      var gated = street
      gated.gates.append(x: 450, y: 20 + off)
      #expect(try await check(city, 500, on: gated).findings[0].distance == [470], "\(off)")
    }
    // One that is farther off is another's.
    var far = street
    far.gates.append(x: 450, y: 9)
    #expect(try await check(city, 500, on: far).findings[0].distance == [320])
  }

  @Test("straight ways cross no river, and come into no other compound")
  func obstacles() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "A", x: 500, y: 50, side: 20, entrances: [Point(x: 500, y: 40)]),
      .init(id: "B", x: 900, y: 130, side: 20, entrances: [Point(x: 900, y: 120)]),
      .init(id: "C", x: 900, y: 60, side: 100),
    ]
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 500, y: 0), .init(id: "G", kind: "nursery", x: 900, y: 0),
    ]
    var streets = SmallStreets(
      [(0, 0), (2_000, 0)], [(0, 200), (2_000, 200)], [(0, 0), (0, 200)])
    let free = try await check(city, 100, on: streets)
    // C stands before B: it goes out at the back, and round.
    #expect(free.findings[0].distance == [40, .infinity, 10])
    streets.obstacles.append(.water, fromX: 0, y: 20, toX: 2_000, y: 20)
    let barred = try await check(city, 2_000, on: streets)
    #expect(barred.findings[0].distance == [1_360, 1_680, 10])
  }

  @Test("where something stands before every street the nearest is taken, flagged")
  func barred() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500, y: 60, side: 20, entrances: [Point(x: 500, y: 50)])]
    city.facilities = [.init(id: "F", kind: "nursery", x: 560, y: 0)]
    var streets = street
    streets.obstacles.append(.railway, fromX: 0, y: 20, toX: 2_000, y: 20)
    let result = try await check(city, 110, on: streets)
    #expect(result.findings[0].distance == [110])
    #expect(result.findings[0].verdicts == [.pass])
    #expect(result.findings[0].flags[0].contains(.gateAssumed))
  }

  @Test("a piece of the network that is cut off fails nobody", arguments: [20.0, 5_000])
  func cutOff(length: Double) async throws {
    var streets = street
    streets.add((0, 300), (length, 300))
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 10, y: 290), .init(id: "B", x: 1_500, y: 10)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 100, y: 0)]
    for (limit, verdict) in [(310, Verdict.unknown), (300, .fail)] {
      let result = try await check(city, limit, on: streets)
      for rule in ["small/r0", "small/r1"] {
        #expect(result.found(rule, "A")?.verdict == verdict, "\(rule) \(limit)")
        #expect(
          result.found(rule, "A")?.reason.contains("hang together") == (verdict == .unknown),
          "\(rule) \(limit)")
        #expect(result.found(rule, "B")?.verdict == .fail)
      }
    }
  }

  @Test("bridges catch only what no street on the ground does")
  func levels() async throws {
    var streets = street
    streets.add((400, 20), (600, 20))
    streets.traits = [[], .elevated]
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 0, y: 0)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 500, y: 25)]
    #expect(try await check(city, 525, on: streets).findings[0].distance == [525])
  }
}
