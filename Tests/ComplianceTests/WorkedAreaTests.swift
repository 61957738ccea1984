import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// Worked examples of planning practice: units, whole areas and declared statistics.
@Suite("Worked examples: units and areas")
struct WorkedAreaTests {
  private let examples = WorkedExamples()

  @Test("W8: one street of twelve communities")
  func w8() async throws {
    var city = SmallCity()
    city.project.isComplete = true
    city.units = [
      .init(
        id: "S", level: .street, box: Envelope(minX: 0, minY: 0, maxX: 1200, maxY: 100),
        urban: true)
    ]
    for index in 0..<12 {
      let left = Double(index) * 100
      city.units.append(
        .init(
          id: "C\(index + 10)", level: .community,
          box: Envelope(minX: left, minY: 0, maxX: left + 100, maxY: 100), urban: true))
      func add(_ kind: String, inclusive: Bool? = false) {
        city.facilities.append(
          .init(
            id: "\(kind)-\(index + 10)", kind: kind, x: left + 50, y: 50, inclusive: inclusive))
      }
      if index < 11 { add("community_elder_station") }
      if index < 6 { add("childcare", inclusive: index == 0) }
      if (6..<9).contains(index) { add("kindergarten_childcare_class") }
    }
    city.facilities.append(
      .init(
        id: "centre", kind: "elder_comprehensive_centre", x: 50, y: 60,
        equipment: ["full_time", "day", "home_visit"]))
    let result = try await examples.check(city)
    examples.expect(result, "shangqiu-2022/street-comprehensive-facility", "S", .pass)
    examples.expect(result, "shangqiu-2022/community-elder-place", "C21", .fail, missing: "1")
    examples.expect(result, "shangqiu-2022/community-elder-place", "C20", .pass)
    let provider = result.findings.filter { $0.rule.id == "childcare-provider-per-community" }
    #expect(provider.map(\.verdictCounts).first?.prefix(2) == [9, 3])
    let narrow = result.findings.filter { $0.rule.id == "childcare-institution-per-community" }
    #expect(narrow.map(\.verdictCounts).first?.prefix(2) == [6, 6])
    examples.expect(result, "mengzi-2023/street-centre-full-coverage", "S", .pass)
    examples.expect(result, "mengzi-2023/urban-community-coverage", nil, .fail, missing: "1")
    #expect(
      abs((result.found("mengzi-2023/urban-community-coverage")?.measured ?? 0) - 1100 / 12.0)
        < 1e-9)
    examples.expect(result, "mengzi-2023/childcare-community-coverage", nil, .pass)
    #expect(result.found("mengzi-2023/childcare-community-coverage")?.measured == 75)
    examples.expect(result, "yinzhou-2023/inclusive-childcare-per-town", "S", .pass)
    city.project.level = .province
    let province = try await examples.check(city)
    examples.expect(
      province, "liaoning-2022/urban-community-full-coverage", nil, .fail, missing: "1")
    examples.expect(province, "liaoning-2022/street-comprehensive-institution", nil, .pass)
  }

  @Test("W9: fifty townships and two hundred villages")
  func w9() async throws {
    var city = SmallCity()
    city.project.isComplete = true
    for index in 0..<50 {
      let x = Double(index) * 100
      city.units.append(
        .init(
          id: "T\(index + 100)", level: .township,
          box: Envelope(minX: x, minY: 0, maxX: x + 90, maxY: 90), urban: false))
      let kind = index < 29 ? "regional_elder_centre" : "senior_activity_centre"
      if index < 48 {
        city.facilities.append(.init(id: "t\(index)", kind: kind, x: x + 45, y: 45))
      }
    }
    for index in 0..<200 {
      let x = Double(index) * 100
      city.units.append(
        .init(
          id: "V\(index + 100)", level: .community,
          box: Envelope(minX: x, minY: 500, maxX: x + 90, maxY: 590), urban: false))
      if index < 150 {
        city.facilities.append(
          .init(id: "v\(index)", kind: "community_elder_station", x: x + 45, y: 545))
      }
    }
    let result = try await examples.check(city)
    examples.expect(result, "shangqiu-2022/township-centre-coverage", nil, .fail, missing: "1")
    examples.expect(
      result, "xuchang-2023/township-regional-centre-coverage", nil, .fail, missing: "1")
    city.project.level = .province
    let province = try await examples.check(city)
    examples.expect(province, "liaoning-2022/township-comprehensive-coverage", nil, .pass)
    #expect(province.found("liaoning-2022/township-comprehensive-coverage")?.measured == 58)
    examples.expect(result, "mengzi-2023/township-coverage", nil, .pass)
    #expect(result.found("mengzi-2023/township-coverage")?.measured == 96)
    examples.expect(result, "mengzi-2023/rural-community-coverage", nil, .pass)
    examples.expect(province, "liaoning-2022/rural-facility-coverage", nil, .fail, missing: "10")
  }

  @Test("W10: small denominators and disputed rates")
  func w10() async throws {
    var city = SmallCity()
    city.project.statistics = [
      examples.statistics(
        "city",
        [
          examples.declared("shangqiu-2022/county-mch-childcare").have: "8",
          examples.declared("shangqiu-2022/county-mch-childcare").of: "9",
          examples.declared("mengzi-2023/senior-university-branch-text").have: "7",
          examples.declared("mengzi-2023/senior-university-branch-text").of: "13",
        ])
    ]
    city.units = [
      .init(
        id: "411481", level: .district, box: Envelope(minX: 0, minY: 0, maxX: 100, maxY: 100),
        name: "永城市")
    ]
    let yongcheng = ["yongcheng-home-community-coverage", "day-care-coverage-yongcheng"]
    var figures: [String: Amount] = [:]
    for rule in yongcheng {
      figures[examples.declared("shangqiu-2022/\(rule)").have] = Amount(92)
      figures[examples.declared("shangqiu-2022/\(rule)").of] = Amount(100)
    }
    city.project.statistics.append(
      DeclaredStatistics(subject: .unit(.district, id: "411481"), figures: figures))
    let result = try await examples.check(city)
    examples.expect(result, "shangqiu-2022/county-mch-childcare", nil, .fail, missing: "1")
    examples.expect(result, "mengzi-2023/senior-university-branch-text", nil, .fail)
    examples.expect(result, "mengzi-2023/senior-university-branch-annex", nil, .pass)
    #expect(
      result.found("mengzi-2023/senior-university-branch-text")?.flags.contains(.disputed) == true)
    examples.expect(result, "shangqiu-2022/\(yongcheng[0])", "411481", .pass)
    examples.expect(result, "shangqiu-2022/\(yongcheng[1])", "411481", .fail, missing: "8")
    #expect(result.found("shangqiu-2022/\(yongcheng[1])")?.flags.contains(.disputed) == true)
    #expect(result.unitVerdicts == [.fail])
  }

  @Test("W11: 53,700 beds for 7,816,800 persons pass rounded, and corrected")
  func w11() async throws {
    var city = SmallCity()
    city.project.statistics = [
      examples.statistics("city", ["beds": "53700", "population": "7816800"])
    ]
    let result = try await examples.check(city)
    let rate = try #require(result.found("shangqiu-2022/beds-per-1000"))
    #expect(rate.verdict == .pass)
    #expect(rate.flags.isSuperset(of: [.rounded, .corrected]))
    examples.expect(result, "shangqiu-2022/effective-beds-total", nil, .pass)
    city.project.statistics = [
      examples.statistics("city", ["beds": "53702", "population": "7816800"])
    ]
    let exact = try await examples.check(city)
    #expect(exact.found("shangqiu-2022/beds-per-1000")?.flags.contains(.rounded) == false)
    examples.expect(exact, "shangqiu-2022/beds-per-1000", nil, .pass)
  }

  @Test("W12: 3,115 beds, 1,713 of them nursing-type, 89,000 older persons")
  func w12() async throws {
    var city = SmallCity()
    city.project.statistics = [
      examples.statistics(
        "city",
        [
          "beds": "3115", "institution_beds": "3115", "nursing_beds": "1713", "elders": "89000",
          "population": "603400",
        ])
    ]
    let result = try await examples.check(city)
    examples.expect(result, "mengzi-2023/beds-per-1000-elderly", nil, .pass)
    #expect(result.found("mengzi-2023/beds-per-1000-elderly")?.measured == 35)
    #expect(result.found("mengzi-2023/beds-per-1000-elderly")?.flags.contains(.corrected) == true)
    let nursing = try #require(result.found("mengzi-2023/nursing-bed-share"))
    #expect(nursing.verdict == .pass)
    #expect(nursing.flags.contains(.rounded))
  }

  @Test("W13: childcare places per 1,000 people of whole areas")
  func w13() async throws {
    var city = SmallCity()
    func rate(_ rule: String, _ level: String, _ places: String, _ people: String) async throws
      -> Found
    {
      city.project.statistics = [
        examples.statistics(level, ["places": places, "population": people])
      ]
      return try #require(try await examples.check(city).found(rule))
    }
    let shangqiu = try await rate(
      "shangqiu-2022/childcare-places-per-1000", "city", "31300", "7816800")
    #expect(shangqiu.verdict == .fail)
    #expect(shangqiu.shortfall == Amount(3876))
    city.project.statistics = [
      examples.statistics("city", ["places": "31300", "population": "7816800"])
    ]
    let shangqiuTotals = try await examples.check(city)
    examples.expect(shangqiuTotals, "shangqiu-2022/childcare-places-total", nil, .pass)
    let mengzi = "mengzi-2023/childcare-places-per-1000"
    #expect(try await rate(mengzi, "city", "2769", "603400").verdict == .pass)
    let oneLess = try await rate(mengzi, "city", "2739", "603400")
    #expect(oneLess.verdict == .pass)
    #expect(oneLess.flags.contains(.rounded))
    let total = try await rate("mengzi-2023/childcare-places-total", "city", "2739", "603400")
    #expect(total.verdict == .fail)
    let liaoning = "liaoning-2022/childcare-places-per-1000"
    let rounded = try await rate(liaoning, "province", "191661", "42591407")
    #expect(rounded.verdict == .pass)
    #expect(rounded.flags.contains(.rounded))
    let exact = try await rate(liaoning, "province", "191662", "42591407")
    #expect(exact.verdict == .pass)
    #expect(!exact.flags.contains(.rounded))
    let yinzhou = try await rate(
      "yinzhou-2023/childcare-places-per-1000", "district", "7400", "1648000")
    #expect(yinzhou.verdict == .fail)
    #expect(yinzhou.shortfall == Amount(99))
  }
}
