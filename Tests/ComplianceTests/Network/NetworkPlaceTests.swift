import Compliance
import Planar
import Planning
import Quantities
import Testing
import Walking

/// Where parcels and facilities meet the streets, and what happens where they do not.
@Suite("Places on the network")
struct NetworkPlaceTests {
  /// 2 km along y = 0.
  private let street = SmallStreets([(0, 0), (2_000, 0)])

  private let offNetwork = "no street of the walking network is near the parcel"

  @Test("a parcel with several gates passes by the worst and shares by the best")
  func worstAndBest() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(
        id: "A", x: 300, y: 0, side: 600, entrances: [.init(x: 0, y: 0), .init(x: 600, y: 0)])
    ]
    city.facilities = [.init(id: "F", kind: "nursery", x: 700, y: 0)]
    for (limit, covered, verdict, reached) in [
      (99, 0.0, Verdict.fail, 0.0), (100, 50, .fail, 1), (699, 50, .fail, 1), (700, 100, .pass, 1),
    ] {
      let result = try await city.check(
        [
          WalkRules.pack(
            WalkRules.coverage("walk: \(limit) m"), WalkRules.count("walk: \(limit) m"),
            WalkRules.count("walk: \(limit) m", attribution: "fair"))
        ], on: street)
      #expect(result.findings[0].measured == [covered], "\(limit) m")
      #expect(result.findings[0].verdicts == [verdict], "\(limit) m")
      #expect(result.findings[0].distance == [700], "\(limit) m")
      #expect(result.findings[1].measured == [reached], "\(limit) m")
      #expect(result.findings[2].verdicts == [reached == 1 ? .pass : .fail], "\(limit) m")
    }
  }

  @Test("two gates that reach the same facility count it once")
  func onceForTwoGates() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "A", x: 50, y: 0, side: 100, entrances: [.init(x: 0, y: 0), .init(x: 100, y: 0)])
    ]
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 50, y: 0), .init(id: "G", kind: "nursery", x: 180, y: 0),
    ]
    let result = try await city.check(
      [WalkRules.pack(WalkRules.count("walk: 200 m"))], on: street)
    #expect(result.findings[0].measured == [2])
  }

  @Test("without gates a compound is entered where its frontage is best")
  func boundary() async throws {
    var city = SmallCity()
    city.parcels = [
      // 30 m above the street over its whole side: from the corner on the way.
      .init(id: "A", x: 500, y: 80, side: 100),
      // The street runs through it: it is entered where that comes in, with no straight piece.
      .init(id: "B", x: 1_500, y: 10, side: 100),
    ]
    city.facilities = [.init(id: "F", kind: "nursery", x: 1_000, y: 0)]
    let result = try await city.check(
      [WalkRules.pack(WalkRules.coverage("walk: 530 m"))], on: street)
    #expect(result.findings[0].distance == [480, 450])
    #expect(result.findings[0].verdicts == [.pass, .pass])
  }

  @Test("a parcel with no street near is unknown, and says so; the limit of snapping is inclusive")
  func lostParcel() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "A", x: 500, y: 200), .init(id: "B", x: 500, y: 200.001),
      .init(id: "C", x: 500, y: 260, side: 100),
    ]
    city.facilities = [.init(id: "F", kind: "nursery", x: 500, y: 0)]
    let pack = try WalkRules.pack(
      WalkRules.coverage("walk: 300 m"), WalkRules.count("walk: 300 m"),
      WalkRules.count("walk: 300 m", attribution: "fair"))
    let result = try await city.check([pack], on: street)
    #expect(result.findings[0].verdicts == [.pass, .unknown, .unknown])
    #expect(result.findings[0].distance == [200, .infinity, .infinity])
    for rule in ["small/r0", "small/r1", "small/r2"] {
      // Where it is shared, B and C may be rivals.
      #expect(
        result.found(rule, "A")?.verdict == (rule == "small/r2" ? .unknown : .pass), "\(rule)")
      for id in ["B", "C"] {
        #expect(result.found(rule, id)?.verdict == .unknown, "\(rule) \(id)")
        #expect(result.found(rule, id)?.reason.hasPrefix(offNetwork) == true, "\(rule) \(id)")
      }
    }
    let wide = try await city.check([pack], on: street, snapWithin: 210)
    #expect(wide.findings[0].verdicts == [.pass, .pass, .pass])
    #expect(wide.findings[0].distance == [200, 200 + 16.0 / 16_384, 210])
  }

  @Test("a gate with no street near is unknown, unless the others fail the parcel anyway")
  func lostGate() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(
        id: "A", x: 500, y: 0, side: 10, entrances: [.init(x: 500, y: 0), .init(x: 500, y: 900)])
    ]
    city.facilities = [.init(id: "F", kind: "nursery", x: 600, y: 0)]
    let pack = try WalkRules.pack(
      WalkRules.coverage("walk: 100 m"), WalkRules.coverage("walk: 99 m"),
      WalkRules.coverage("walk: 100 m", atLeast: "50"), WalkRules.count("walk: 100 m"))
    let result = try await city.check([pack], on: street)
    #expect(result.found("small/r0")?.verdict == .unknown)
    #expect(result.found("small/r0")?.reason.hasPrefix(offNetwork) == true)
    #expect(result.found("small/r1")?.verdict == .fail)
    // Half is enough here, and half is sure.
    #expect(result.found("small/r2")?.verdict == .pass)
    #expect(result.found("small/r3")?.verdict == .pass)
  }

  @Test("a facility with no street near may serve whoever is near it")
  func lostFacility() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500, y: 10), .init(id: "B", x: 900, y: 10)]
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 500, y: 201),
      .init(id: "H", kind: "hospital", x: 500, y: 0),
    ]
    let facility =
      "check: coverage\nsubject: facility\nkinds: [nursery]\nfacility: [hospital]\n"
      + "within: {walk: 300 m}\nat_least: 100\nunit: percent"
    for limit in [190, 191] {
      let pack = try WalkRules.pack(
        WalkRules.coverage("walk: \(limit) m"), WalkRules.count("walk: \(limit) m"),
        WalkRules.count("walk: \(limit) m", attribution: "fair"), facility)
      let result = try await city.check([pack], on: street)
      for rule in ["small/r0", "small/r1", "small/r2"] {
        let (near, far) = (result.found(rule, "A"), result.found(rule, "B"))
        #expect(near?.verdict == (limit < 191 ? .fail : .unknown), "\(rule) \(limit)")
        #expect(near?.reason.contains("straight line") == (limit >= 191), "\(rule) \(limit)")
        #expect(far?.verdict == .fail, "\(rule) \(limit)")
      }
      #expect(result.findings[0].nearest == [-1, -1])
      // What is asked of the facility itself is not known.
      #expect(result.found("small/r3", "F")?.verdict == .unknown)
      #expect(result.found("small/r3", "F")?.reason.contains("near the facility") == true)
    }
  }

  @Test("what lies in a compound serves it, however streets lie")
  func inside() async throws {
    var city = SmallCity()
    // Its farthest vertex is 500 m from the middle; the only street is 600 m off.
    city.parcels = [.init(id: "A", x: 500, y: 900, side: 600)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 600, y: 1000)]
    city.parcels[0].entrances = [.init(x: 200, y: 900)]
    let reach = (400.0 * 400 + 400 * 400).squareRoot()
    for (limit, verdict) in [(566, Verdict.pass), (565, .unknown), (100, .fail)] {
      let result = try await city.check(
        [
          WalkRules.pack(
            WalkRules.coverage("walk: \(limit) m"), WalkRules.count("walk: \(limit) m"),
            WalkRules.count("walk: \(limit) m", attribution: "fair"))
        ], on: street)
      #expect(result.found("small/r0")?.verdict == verdict, "\(limit) m")
      #expect(result.findings[0].distance == [reach])
      #expect(result.findings[0].nearest == [0])
      #expect(result.found("small/r1")?.verdict == .pass, "\(limit) m")
      #expect(result.found("small/r2")?.verdict == .pass, "\(limit) m")
    }
  }

  @Test("a parcel with no street near may be a rival to those who have one")
  func lostRival() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500, y: 10), .init(id: "L", x: 500, y: 290)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 500, y: 0)]
    for (limit, verdict) in [(290, Verdict.unknown), (289, .pass)] {
      let result = try await city.check(
        [WalkRules.pack(WalkRules.count("walk: \(limit) m", attribution: "fair"))], on: street)
      // One nursery for each: A has it, unless L has half of it.
      #expect(result.found("small/r0", "A")?.verdict == verdict, "\(limit) m")
      #expect(
        result.found("small/r0", "L")?.verdict == (limit < 290 ? .fail : .unknown), "\(limit) m")
    }
  }

  @Test("small islands keep nobody from the main network, and catch what it does not")
  func islands() async throws {
    var streets = street
    // 100 m, 5 m from the gate of A; the street is 30 m away. C is far from the street.
    streets.add((450, 35), (550, 35))
    streets.add((450, 635), (550, 635))
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500, y: 30), .init(id: "C", x: 500, y: 630)]
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 600, y: 0),
      .init(id: "G", kind: "nursery", x: 520, y: 635),
    ]
    let pack = try WalkRules.pack(WalkRules.coverage("walk: 300 m"))
    let result = try await city.check([pack], on: streets, islandsUnder: 500)
    #expect(result.findings[0].verdicts == [.pass, .pass])
    #expect(result.findings[0].distance == [130, 25])
    // Whatever is taken for an island: several streets count, and the walk takes the best.
    for length in [0.0, 100] {
      let other = try await city.check([pack], on: streets, islandsUnder: length)
      #expect(other.findings[0].verdicts == [.pass, .pass])
      #expect(other.findings[0].distance == [130, 25])
    }
  }

  @Test("a river without a bridge parts what a circle joins; a bridge mends it")
  func river() async throws {
    var streets = SmallStreets([(0, 0), (1_000, 0)], [(0, 100), (1_000, 100)])
    streets.obstacles.append(.water, fromX: -100, y: 50, toX: 1_100, y: 50)
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500, y: 0)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 500, y: 100)]
    let pack = try WalkRules.pack(
      WalkRules.coverage("walk: 900 m"), WalkRules.coverage("radius: 900 m"),
      WalkRules.count("walk: 900 m"))
    let parted = try await city.check([pack], on: streets)
    // Whether the streets know of no bridge or there is none is not known.
    #expect(parted.findings.map { $0.verdicts[0] } == [.unknown, .pass, .unknown])
    #expect(parted.found("small/r0")?.reason.contains("hang together") == true)
    // A street that only crosses both banks joins nothing; one that meets them does.
    streets.add((250, -50), (250, 150))
    let crossed = try await city.check([pack], on: streets)
    #expect(crossed.findings.map { $0.verdicts[0] } == [.unknown, .pass, .unknown])
    let river = streets.obstacles
    streets = SmallStreets(
      [(0, 0), (200, 0), (1_000, 0)], [(0, 100), (200, 100), (1_000, 100)], [(200, 0), (200, 100)])
    streets.obstacles = river
    let mended = try await city.check([pack], on: streets)
    #expect(mended.findings.map { $0.verdicts[0] } == [.pass, .pass, .pass])
    #expect(mended.findings[0].distance == [700])
  }

  @Test("a floating catchment stays a circle, flagged")
  func pooled() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500, y: 0), .init(id: "B", x: 900, y: 0)]
    // 300 m of walking over 1.3 are a circle of 230.8 m; on the network G is out of reach of A.
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 730, y: 0),
      .init(id: "G", kind: "nursery", x: 500, y: 190),
    ]
    let pack = try WalkRules.pack(WalkRules.count("walk: 300 m", attribution: "pooled"))
    let result = try await city.check([pack], on: street)
    #expect(result.findings[0].measured == [2, 1])
    #expect(result.findings[0].flags.allSatisfy { $0.contains(.straightLine) })
  }

  @Test("radius rules stay circles, to the last bit")
  func circles() async throws {
    var city = SmallCity()
    city.project.isComplete = true
    city.parcels = (0..<20).map {
      .init(id: "P\(10 + $0)", x: Double($0) * 97, y: 31, side: 60, population: "\($0 + 1)")
    }
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 400, y: 20),
      .init(id: "G", kind: "nursery", x: 900, y: 300),
    ]
    let pack = try WalkRules.pack(
      WalkRules.coverage("radius: 400 m"), WalkRules.count("radius: 400 m"),
      WalkRules.people("radius: 400 m"))
    let walked = try await city.check([pack], on: street)
    let plain = try await city.check([pack])
    #expect(Answers(walked) == Answers(plain))
    #expect(!walked.findings.contains { $0.isWalked })
  }
}
