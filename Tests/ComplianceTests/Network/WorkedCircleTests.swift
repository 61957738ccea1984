import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// Worked examples of planning practice, computed by hand: those that walk along streets.
@Suite("Worked examples: circles on a street network")
struct WorkedCircleTests {
  private let everyPack = [
    "shangqiu-2022", "xuchang-2023", "liaoning-2022", "yinzhou-2023", "mengzi-2023",
    "gb50180-2018",
  ]

  private func packs() throws -> [RulePack] {
    try everyPack.map { try SmallCity.library.pack($0) }
  }

  /// A compound with its gate at the origin.
  private var compound: SmallCity {
    var city = SmallCity()
    city.parcels = [
      .init(
        id: "A", x: -50, y: 0, side: 100, households: "500", population: "1300", elders: "260",
        status: .existing, urban: true, entrances: [.init(x: 0, y: 0)])
    ]
    return city
  }

  /// 780 m away as the crow flies, and 75 + 780 + 75 = 930 m along the streets.
  private let around = SmallStreets([(0, 0), (0, 75), (780, 75), (780, 0)])

  private let fifteenMinutes = [
    "shangqiu-2022/urban-15-minute-elder-circle", "shangqiu-2022/community-15-minute-circle",
    "xuchang-2023/quarter-hour-elder-circle", "liaoning-2022/quarter-hour-home-care-circle",
    "yinzhou-2023/fifteen-minute-care-circle-elder",
  ]

  @Test("W6: 930 m along the streets are 15.5 minutes, which 780 m of a straight line hide")
  func w6() async throws {
    var city = compound
    city.facilities = [.init(id: "D", kind: "elder_day_care", x: 780, y: 0)]
    let walked = try await city.check(packs(), on: around)
    for rule in fifteenMinutes {
      let found = try #require(walked.found(rule, "A"), "\(rule)")
      #expect(found.verdict == .fail, "\(rule)")
      #expect(found.flags.contains(.speedSensitive), "\(rule)")
      #expect(!found.flags.contains(.straightLine), "\(rule)")
      #expect(found.measured == 0, "\(rule)")
      let findings = try #require(walked.findings.first { "\($0.key)" == rule })
      #expect(findings.distance == [930] && findings.reachMetres == 900, "\(rule)")
      #expect(findings.isWalked, "\(rule)")
    }
    // 1,000 m is the outer bound of 15 minutes in the standard, which is only reported.
    let standard = try #require(walked.found("gb50180-2018/fifteen-minute-circle", "A"))
    #expect(standard.verdict == .notApplicable && standard.measured == 100)
    #expect(!standard.flags.contains(.speedSensitive))
    #expect(!walked.findings.contains { $0.rule.key.pack == "mengzi-2023" && $0.isWalked })

    city.project.assumptions.detour = Amount(1)
    city.parcels[0].entrances = []
    city.parcels[0].side = 0
    city.parcels[0].x = 0
    let straight = try await city.check(packs())
    for rule in fifteenMinutes {
      let found = try #require(straight.found(rule, "A"), "\(rule)")
      #expect(found.verdict == .pass, "\(rule)")
      #expect(found.flags.contains(.straightLine), "\(rule)")
    }
  }

  @Test("W6 at other speeds: 1.2 m/s arrives after 12.9 minutes, 0.8 m/s after 19.4")
  func w6AtOtherSpeeds() async throws {
    var city = compound
    city.facilities = [.init(id: "D", kind: "elder_day_care", x: 780, y: 0)]
    for (speed, verdict) in [
      ("1.2", Verdict.pass), ("1.0", .fail), ("0.8", .fail), ("1.05", .pass),
    ] {
      city.project.parameters = ["walking_speed": try #require(Amount(exactly: speed))]
      let result = try await city.check(packs(), on: around)
      let found = try #require(result.found(fifteenMinutes[0], "A"))
      #expect(found.verdict == verdict, "\(speed) m/s")
      #expect(found.flags.contains(.speedSensitive), "\(speed) m/s")
    }
  }

  @Test("W7: a nursery at 310 m is out of the five-minute circle, a day-care centre at 295 m in it")
  func w7() async throws {
    var city = compound
    city.facilities = [
      .init(id: "N", kind: "nursery", x: 250, y: 60),
      .init(id: "D", kind: "elder_day_care", x: -220, y: 75, floorArea: "340"),
    ]
    // 310 and 295 m along the streets, and 257 and 232 m as the crow flies.
    let streets = SmallStreets(
      [(0, 0), (250, 0), (250, 60)], [(0, 0), (0, 75), (-220, 75)])
    let result = try await city.check(packs(), on: streets)
    let expected: [(rule: String, verdict: Verdict, isSensitive: Bool)] = [
      ("shangqiu-2022/five-minute-nursery", .fail, true),
      ("shangqiu-2022/nursery-radius-and-area-by-standard", .fail, false),
      ("shangqiu-2022/five-minute-elder-day-care", .pass, true),
      ("shangqiu-2022/day-care-radius-and-area-by-standard", .pass, false),
      ("gb50180-2018/nursery-radius", .fail, false),
      ("gb50180-2018/elder-day-care-radius", .pass, false),
    ]
    for (rule, verdict, isSensitive) in expected {
      let found = try #require(result.found(rule, "A"), "\(rule)")
      #expect(found.verdict == verdict, "\(rule)")
      #expect(found.flags.contains(.speedSensitive) == isSensitive, "\(rule)")
      let findings = try #require(result.findings.first { "\($0.key)" == rule })
      #expect(findings.distance == [rule.contains("nursery") ? 310 : 295], "\(rule)")
    }
    let size = try #require(result.found("shangqiu-2022/day-care-floor-area-by-standard", "D"))
    #expect(size.verdict == .fail && size.shortfall == Amount(10))
  }
}
