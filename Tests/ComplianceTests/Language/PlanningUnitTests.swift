import Compliance
import Documents
import Planar
import Planning
import Quantities
import Rules
import Testing
import Wording

/// Rules about levels of units that are none of administration.
@Suite("Planning units")
struct PlanningUnitTests {
  private static let levels =
    "levels: {school_district: {zh: 学区, en: school districts, aliases: [学片]}, block: 街坊}"
  private static let district = UnitLevel.planning("school_district")

  /// Two school districts across two communities, and a parcel and a nursery in each quarter.
  private static func city() -> SmallCity {
    var city = SmallCity()
    func add(_ id: String, _ level: UnitLevel, _ box: Envelope, people: String? = nil) {
      city.units.append(.init(id: id, level: level, box: box, population: people))
    }
    add("c1", .community, Envelope(minX: 0, minY: 0, maxX: 500, maxY: 1000), people: "1000")
    add("c2", .community, Envelope(minX: 500, minY: 0, maxX: 1000, maxY: 1000), people: "3000")
    add("x1", district, Envelope(minX: 0, minY: 0, maxX: 1000, maxY: 500))
    add("x2", district, Envelope(minX: 0, minY: 500, maxX: 1000, maxY: 1000))
    for (index, people) in ["100", "200", "300", "400"].enumerated() {
      let (x, y) = (Double(250 + index % 2 * 500), Double(250 + index / 2 * 500))
      city.parcels.append(.init(id: "p\(index)", x: x, y: y, side: 20, population: people))
      if index != 1 {
        city.facilities.append(
          .init(id: "f\(index)", kind: "nursery", x: x, y: y, places: "\(10 * index + 10)"))
      }
    }
    return city
  }

  private static func pack(_ rules: String...) throws -> RulePack {
    try SmallPack.make(rules, head: levels)
  }

  private static func provision(_ subject: String) -> String {
    "check: provision\nsubject: \(subject)\nsupply: {facility: [nursery], measure: places}\n"
      + "demand: {measure: population, per: 100}\nat_least: 10\nunit: places/100 persons"
  }

  @Test("every check judges them by what lies in them")
  func checks() async throws {
    let pack = try Self.pack(
      Self.provision("school_district"),
      "check: presence\nsubject: school_district\nfacility: [nursery]\nat_least: 2\nunit: count",
      "check: coverage\nsubject: school_district\nfacility: [nursery]\nwithin: {radius: 50 m}\n"
        + "of: people\nat_least: 50\nunit: percent",
      "check: total\nsubject: school_district\nsum: {measure: population}\nat_least: 301\n"
        + "unit: persons",
      "check: share\nsubject: school_district\nunit: percent\nat_least: 100\n"
        + "part: {facility: [nursery], where: {places: {at_least: 20}}, measure: places}\n"
        + "whole: {facility: [nursery], measure: places}",
      "check: presence\nsubject: city\ncounting: {units: school_district, at_least: 2}\n"
        + "facility: [nursery]\nat_least: 100\nunit: percent",
      "check: total\nsubject: city\nsum: {units: school_district}\nat_least: 2\nunit: count",
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 1\nunit: count\n"
        + "when: {school_district: x1}",
      "id: r8\ncheck: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 1\nunit: count\n"
        + "when: {inside: {school_district: {id: x2}}}")
    var city = Self.city()
    city.project.isComplete = true
    let result = try await city.check([pack])
    func verdicts(_ rule: Int) -> [Verdict] { result.findings[rule].verdicts }
    func measured(_ rule: Int) -> [Double] { result.findings[rule].measured }
    // 10 places for 300, 70 for 700.
    #expect(measured(0) == [10.0 / 3, 10] && verdicts(0) == [.fail, .pass])
    #expect(measured(1) == [1, 2] && verdicts(1) == [.fail, .pass])
    #expect(verdicts(2) == [.fail, .pass])
    // Not what communities say that do not follow its borders.
    #expect(measured(3) == [300, 700] && verdicts(3) == [.fail, .pass])
    #expect(measured(4) == [0, 100] && verdicts(4) == [.fail, .pass])
    #expect(measured(5) == [50] && verdicts(5) == [.fail])
    #expect(measured(6) == [2] && verdicts(6) == [.pass])
    #expect(verdicts(7) == [.pass, .fail, .notApplicable, .notApplicable])
    #expect(verdicts(8) == [.notApplicable, .notApplicable, .pass, .pass])
    #expect(result.unitSummaries.contains { $0.level == Self.district && $0.unit >= 0 })
  }

  @Test("of a level that no layer has nothing is known, and it is told which")
  func missing() async throws {
    let pack = try Self.pack(
      Self.provision("block"),
      "check: presence\nsubject: block\nfacility: [nursery]\nat_least: 2\nunit: count",
      "check: coverage\nsubject: block\nfacility: [nursery]\nwithin: {radius: 50 m}\n"
        + "at_most: 0\nunit: percent",
      "check: total\nsubject: block\nsum: {measure: population}\nat_least: 301\nunit: persons",
      "check: total\nsubject: city\nsum: {units: block}\nat_most: 2\nunit: count",
      "check: presence\nsubject: city\ncounting: {units: block}\nfacility: [nursery]\n"
        + "at_most: 99\nunit: percent",
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 1\nunit: count\n"
        + "when: {inside: {block: {urban: true}}}")
    for isComplete in [true, false] {
      var city = Self.city()
      city.project.isComplete = isComplete
      let result = try await city.check([pack])
      for findings in result.findings {
        #expect(findings.verdicts.allSatisfy { $0 == .unknown }, "\(findings.key)")
        // A city of which the layers hold but a part is not known for that.
        if !isComplete, findings.rule.subject == .city { continue }
        let reason = findings.reason(of: 0)?.sentence(.exact)
        #expect(reason?.en.contains("block") ?? false, "\(findings.key): \(reason?.en ?? "")")
      }
    }
  }

  @Test("a project may be of one of them")
  func project() async throws {
    let pack = try Self.pack(Self.provision("block"), Self.provision("city"))
    var city = Self.city()
    city.project.level = .planning("block")
    city.project.isComplete = true
    let result = try await city.check([pack])
    #expect(result.findings[0].verdicts == [.fail] && result.findings[0].measured == [2])
    #expect(result.findings[1].verdicts == [.unknown])
    city.project.statistics = [
      DeclaredStatistics(subject: .territory("block"), figures: ["population": Amount(100)])
    ]
    #expect(try await city.check([pack]).findings[0].measured == [80])
  }

  @Test("a figure declared for one of them, or its own, comes first")
  func declared() async throws {
    let pack = try Self.pack(Self.provision("school_district"))
    var city = Self.city()
    city.units[2].population = "50"
    city.project.statistics = [
      DeclaredStatistics(
        subject: .unit(Self.district, id: "x2"), figures: ["population": Amount(7000)])
    ]
    #expect(try await city.check([pack]).findings[0].measured == [20, 1])
  }

  @Test("what may lie in any of them makes none of them sure")
  func unplaced() async throws {
    let pack = try Self.pack(
      "check: presence\nsubject: school_district\nfacility: [nursery]\nat_least: 2\nunit: count")
    var city = Self.city()
    // Of which nobody knows where it is.
    city.facilities.append(.init(id: "g", kind: "nursery", x: .nan, y: .nan))
    #expect(try await city.check([pack]).findings[0].verdicts == [.unknown, .pass])
    city.facilities[3].unit = "x1"
    #expect(try await city.check([pack]).findings[0].verdicts == [.pass, .pass])
  }
}
