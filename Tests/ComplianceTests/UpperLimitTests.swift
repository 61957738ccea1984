import Compliance
import Planning
import Quantities
import Rules
import Testing

/// What is said where there is too much.
@Suite("Upper limits")
struct UpperLimitTests {
  private static let square = SmallCity.Parcel(
    id: "p", x: 250, y: 250, side: 100, households: "100", population: "1000")

  /// One compound with so many places, and what one rule finds of it.
  private static func found(_ places: String, _ rule: String) async throws -> RuleFindings {
    var city = SmallCity()
    city.project.isComplete = true
    city.parcels = [square]
    city.facilities = [.init(id: "f", kind: "nursery", x: 250, y: 250, places: places)]
    return try await city.check([SmallPack.make(rule)]).findings[0]
  }

  private static let provision =
    "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: places}\n"
    + "demand: {measure: population, per: 1000}\nattribution: on_site\n"
    + "unit: places/1000 persons\n"
  private static let size =
    "check: size\nsubject: facility\nkinds: [nursery]\nmeasure: places\nunit: places\n"
  private static let total =
    "check: total\nsubject: city\nsum: {facility: [nursery], measure: places}\nunit: places\n"

  @Test(
    "the shortfall is what is above the limit, and to a strict one a whole thing more",
    arguments: [provision, size, total])
  func excess(rule: String) async throws {
    for (limit, places, missing) in [
      ("at_most: 10", 13, 3), ("at_most: 10", 10, nil), ("less_than: 10", 12, 3),
      ("less_than: 10", 10, 1), ("less_than: 10", 9, nil), ("at_most: 10.5", 13, 3),
      ("at_least: 10", 7, 3), ("more_than: 10", 10, 1), ("more_than: 10", 7, 4),
    ] as [(String, Int, Int?)] {
      let findings = try await Self.found("\(places)", rule + limit)
      #expect(findings.verdicts == [missing == nil ? .pass : .fail], "\(limit), \(places)")
      let expected = missing.map { Amount($0).micros } ?? RuleFindings.noAmount
      #expect(findings.shortfall == [expected], "\(limit), \(places)")
      if missing != nil {
        #expect(findings.isExcess(0) == (limit.contains("most") || limit.contains("less")))
      }
    }
  }

  @Test("what does not come whole has no least amount below a strict limit")
  func strict() async throws {
    let rule =
      "check: size\nsubject: facility\nkinds: [nursery]\nmeasure: floor_area\nunit: m2\n"
    func missing(_ area: String, _ limit: String) async throws -> Int64 {
      var city = SmallCity()
      city.facilities = [
        .init(id: "f", kind: "nursery", x: 250, y: 250, floorArea: area)
      ]
      return try await city.check([SmallPack.make(rule + limit)]).findings[0].shortfall[0]
    }
    #expect(try await missing("12.5", "at_most: 10") == 2_500_000)
    #expect(try await missing("10", "less_than: 10") == RuleFindings.noAmount)
    #expect(try await missing("10", "more_than: 10") == RuleFindings.noAmount)
    #expect(try await missing("12", "at_least: 10") == RuleFindings.noAmount)
  }

  @Test("above a range a size and a count pass as oversized, and a rate fails")
  func ranges() async throws {
    for (rule, verdict, missing) in [
      (Self.provision, .fail, 2_000_000), (Self.size, .pass, RuleFindings.noAmount),
      (Self.total, .pass, RuleFindings.noAmount),
    ] as [(String, Verdict, Int64)] {
      let findings = try await Self.found("14", rule + "between: [8, 12]")
      #expect(findings.verdicts == [verdict], "\(rule)")
      #expect(findings.flags[0].contains(.oversized) == (verdict == .pass), "\(rule)")
      #expect(findings.shortfall == [missing], "\(rule)")
      #expect(try await Self.found("12", rule + "between: [8, 12]").verdicts == [.pass])
      let below = try await Self.found("5", rule + "between: [8, 12]")
      #expect(below.verdicts == [.fail] && below.shortfall == [3_000_000], "\(rule)")
    }
  }
}
