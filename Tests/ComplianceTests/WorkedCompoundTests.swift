import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// Worked examples of planning practice, computed by hand: W1 to W15. Those that need a walking
/// network (W6, and the circles of W7) are not here. Here: compounds, plans and facilities.
@Suite("Worked examples: compounds and facilities")
struct WorkedCompoundTests {
  private let examples = WorkedExamples()

  @Test("W1: a new compound of 1,000 households")
  func w1() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(
        id: "A", x: 0, y: 0, side: 200, households: "1000", population: "2640", status: .new,
        urban: true, delivered: "2024-06-30")
    ]
    city.facilities = [
      .init(
        id: "rooms", kind: "elder_service_room", x: 10, y: 10, floorArea: "300", landArea: "264",
        status: .new, delivered: "2024-06-30"),
      .init(
        id: "nursery", kind: "childcare", x: 20, y: 10, floorArea: "260", places: "26",
        status: .new, delivered: "2024-06-30"),
    ]
    let result = try await examples.check(city)
    examples.expect(result, "shangqiu-2022/elder-floor-area-new", "A", .pass)
    #expect(result.found("shangqiu-2022/elder-floor-area-new", "A")?.measured == 30)
    examples.expect(result, "shangqiu-2022/childcare-places-new", "A", .fail, missing: "1")
    examples.expect(result, "shangqiu-2022/new-housing-project-childcare-200", "A", .pass)
    examples.expect(result, "shangqiu-2022/childcare-min-floor-area", "nursery", .pass)
    examples.expect(result, "shangqiu-2022/childcare-synchronous-new", "A", .pass)
    examples.expect(result, "xuchang-2023/elder-floor-area-new", "A", .pass)
    examples.expect(result, "xuchang-2023/four-synchronous-new", "A", .pass)
    examples.expect(result, "liaoning-2022/elder-land-per-person", "A", .pass)
    examples.expect(result, "liaoning-2022/synchronous-new-elder", "A", .pass)
    examples.expect(result, "liaoning-2022/childcare-match-population-new", "A", .notApplicable)
    let places = try #require(result.found("liaoning-2022/childcare-match-population-new", "A"))
    #expect(abs(places.measured - 26 / 2.640) < 1e-12)
    examples.expect(result, "yinzhou-2023/childcare-places-new-community", "A", .fail, missing: "1")
    examples.expect(
      result, "yinzhou-2023/childcare-area-per-place", "nursery", .fail, missing: "52")
  }

  @Test("W2: an existing compound of 850 households")
  func w2() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(
        id: "B", x: 0, y: 0, side: 200, households: "850", population: "2200", status: .existing,
        urban: true)
    ]
    city.facilities = [
      .init(
        id: "rooms", kind: "elder_service_room", x: 10, y: 10, floorArea: "165", status: .existing),
      .init(
        id: "care", kind: "childcare", x: 20, y: 10, floorArea: "190", places: "17",
        status: .existing),
    ]
    let result = try await examples.check(city)
    examples.expect(result, "shangqiu-2022/elder-floor-area-existing", "B", .fail, missing: "5")
    examples.expect(result, "shangqiu-2022/childcare-places-existing", "B", .fail, missing: "1")
    examples.expect(result, "shangqiu-2022/childcare-min-floor-area", "care", .notApplicable)
    examples.expect(result, "xuchang-2023/elder-floor-area-existing", "B", .fail, missing: "5")
    examples.expect(result, "yinzhou-2023/childcare-topup-existing", "B", .fail, missing: "5")
    let gap = try #require(result.found("yinzhou-2023/childcare-topup-existing", "B"))
    #expect(gap.flags.contains(.advisory))
  }

  @Test("W3: a small new compound of 120 households")
  func w3() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(
        id: "C", x: 0, y: 0, side: 90, households: "120", population: "317", status: .new,
        urban: true)
    ]
    city.facilities = [
      .init(
        id: "rooms", kind: "elder_service_room", x: 10, y: 10, floorArea: "36", status: .new)
    ]
    let result = try await examples.check(city)
    examples.expect(result, "shangqiu-2022/elder-floor-area-new", "C", .pass)
    examples.expect(result, "shangqiu-2022/childcare-places-new", "C", .fail, missing: "4")
    examples.expect(
      result, "shangqiu-2022/new-housing-project-childcare-200", "C", .fail, missing: "200")
    examples.expect(result, "xuchang-2023/elder-floor-area-new", "C", .pass)
    examples.expect(result, "yinzhou-2023/childcare-places-new-community", "C", .fail, missing: "4")
  }

  @Test("W4: elder land of a plan for 120,000 residents")
  func w4() async throws {
    var city = SmallCity()
    city.project.statistics = [
      examples.statistics(
        "plan", ["urban_population": "120000", "population": "120000", "elder_land": "18000"])
    ]
    var result = try await examples.check(city)
    let lax = "shangqiu-2022/elder-land-per-person-urban"
    let strict = "shangqiu-2022/elder-land-per-person"
    examples.expect(result, lax, nil, .pass)
    examples.expect(result, strict, nil, .fail, missing: "6000")
    #expect(result.found(strict)?.flags.contains(.disputed) == true)
    #expect(result.found(lax)?.flags.contains(.disputed) == true)
    examples.expect(result, "xuchang-2023/elder-land-per-person", nil, .fail, missing: "6000")
    examples.expect(result, "yinzhou-2023/elder-land-per-person", nil, .fail, missing: "6000")
    let district = "liaoning-2022/elder-land-per-person-new-district"
    city.project.statistics[0].words = ["type": "new_district"]
    result = try await examples.check(city)
    examples.expect(result, district, nil, .pass)
    city.project.statistics[0].words = ["type": "old_town"]
    result = try await examples.check(city)
    examples.expect(result, district, nil, .notApplicable)
  }

  @Test("W5: land 4,000 m², floor 6,800 m², as two kinds of home")
  func w5() async throws {
    var city = SmallCity()
    city.facilities = [
      .init(
        id: "as-home", kind: "nursing_home", x: 0, y: 0, floorArea: "6800", landArea: "4000",
        beds: "190"),
      .init(
        id: "as-care-home", kind: "elder_care_home", x: 0, y: 0, floorArea: "6800",
        landArea: "4000", beds: "190"),
    ]
    let result = try await examples.check(city)
    examples.expect(result, "shangqiu-2022/nursing-home-land", "as-home", .pass)
    examples.expect(
      result, "shangqiu-2022/nursing-home-floor-area", "as-home", .fail, missing: "200")
    examples.expect(result, "shangqiu-2022/elder-care-home-land", "as-care-home", .pass)
    examples.expect(result, "shangqiu-2022/elder-care-home-floor-area", "as-care-home", .pass)
  }

  @Test("W7: a day-care centre of 340 m² is 10 m² too small")
  func w7() async throws {
    var city = SmallCity()
    city.facilities = [.init(id: "day", kind: "elder_day_care", x: 0, y: 0, floorArea: "340")]
    let result = try await examples.check(city)
    examples.expect(
      result, "shangqiu-2022/day-care-floor-area-by-standard", "day", .fail, missing: "10")
  }

  @Test("W14: medical units and staff of care homes")
  func w14() async throws {
    var city = SmallCity()
    func home(
      _ id: String, _ ownership: String, _ status: FacilityStatus, beds: String,
      nursing: String? = nil, residents: String? = nil
    ) -> SmallCity.Facility {
      .init(
        id: id, kind: "nursing_home", x: 0, y: 0, beds: beds, nursingBeds: nursing,
        ownership: ownership, status: status, residents: residents, equipment: [])
    }
    city.facilities = [
      home("new-320", "public", .new, beds: "320", nursing: "150"),
      home("new-250", "public", .new, beds: "250", nursing: "210"),
      home("new-299", "public", .new, beds: "299", nursing: "199"),
      home("old-160", "private", .existing, beds: "160", nursing: "0"),
      home("public-49", "public", .existing, beds: "80", nursing: "0", residents: "49"),
      home("public-50", "public", .existing, beds: "80", nursing: "0", residents: "50"),
      .init(
        id: "staffed", kind: "nursing_home", x: 0, y: 0, beds: "250", nursingBeds: "0",
        ownership: "private", status: .existing, residents: "230", doctors: "2", nurses: "5",
        equipment: ["medical_unit"]),
    ]
    let result = try await examples.check(city)
    examples.expect(result, "yinzhou-2023/inhouse-medical-large", "new-320", .fail)
    examples.expect(result, "yinzhou-2023/inhouse-medical-large", "new-250", .fail)
    examples.expect(result, "yinzhou-2023/inhouse-medical-large", "new-299", .notApplicable)
    examples.expect(result, "yinzhou-2023/inhouse-medical-large", "old-160", .notApplicable)
    examples.expect(result, "mengzi-2023/inhouse-medical-private", "old-160", .fail)
    examples.expect(result, "mengzi-2023/inhouse-medical-public", "public-49", .notApplicable)
    examples.expect(result, "mengzi-2023/inhouse-medical-public", "public-50", .fail)
    examples.expect(result, "yinzhou-2023/doctor-per-100-residents", "staffed", .fail, missing: "1")
    examples.expect(result, "yinzhou-2023/nurses-per-100-residents", "staffed", .pass)
  }

  @Test("W15: one room for two compounds, counted in full, is an upper bound")
  func w15() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "D", x: -60, y: 0, side: 90, households: "600", status: .new, urban: true),
      .init(id: "E", x: 60, y: 0, side: 90, households: "400", status: .new, urban: true),
    ]
    city.facilities = [
      .init(id: "room", kind: "elder_service_room", x: 0, y: 0, floorArea: "250", status: .new)
    ]
    city.project.attribution = "in_reach"
    let result = try await examples.check(city)
    let rule = "shangqiu-2022/elder-floor-area-new"
    let d = try #require(result.found(rule, "D"))
    let e = try #require(result.found(rule, "E"))
    #expect(abs(d.measured - 250 / 6.0) < 1e-9)
    #expect(e.measured == 62.5)
    #expect(d.verdict == .pass)
    #expect(d.reason.contains("upper bound"))
    #expect(e.reason.contains("upper bound"))
  }

  @Test("W15: one room for two compounds, divided fairly")
  func w15Fair() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "D", x: -60, y: 0, side: 90, households: "600", status: .new, urban: true),
      .init(id: "E", x: 60, y: 0, side: 90, households: "400", status: .new, urban: true),
    ]
    city.facilities = [
      .init(id: "room", kind: "elder_service_room", x: 0, y: 0, floorArea: "250", status: .new)
    ]
    let result = try await examples.check(city)
    for pack in ["shangqiu-2022", "xuchang-2023"] {
      let rule = "\(pack)/elder-floor-area-new"
      let d = try #require(result.found(rule, "D"))
      let e = try #require(result.found(rule, "E"))
      #expect(d.measured == 25)
      #expect(e.measured == 25)
      #expect(d.verdict == .fail)
      #expect(e.verdict == .fail)
      #expect(d.shortfall == Amount(30))
      #expect(e.shortfall == Amount(20))
      let findings = try #require(
        result.findings.first { "\($0.key)" == rule })
      let group = try #require(findings.shortageGroups.first)
      #expect(findings.shortageGroups.count == 1)
      #expect(group.parcels == [0, 1])
      #expect(group.facilities == [0])
      #expect(group.need == 300_000_000)
      #expect(group.supply == 250_000_000)
      #expect(group.shortfall == 50_000_000)
    }
  }
}
