import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// What a subject owes besides a rate, and what is rounded up.
@Suite("Amounts of one's own")
struct OwnAmountTests {
  private static func city(_ people: String?, _ supply: String) -> SmallCity {
    var city = SmallCity()
    city.parcels = [.init(id: "p", x: 0, y: 0, side: 100, population: people)]
    city.facilities = [
      .init(id: "f", kind: "nursery", x: 0, y: 0, floorArea: supply, places: supply)
    ]
    city.units = [
      .init(
        id: "p", level: .community, box: Envelope(minX: -400, minY: -400, maxX: 400, maxY: 400))
    ]
    return city
  }

  static let subjects = ["parcel", "community"]
  static let attributions = ["on_site", "fair", "in_reach", "pooled"]

  /// How supply is divided, where that is asked.
  private static func dividing(_ subject: String, _ attribution: String) -> String {
    subject == "parcel" ? "attribution: \(attribution)\n" : ""
  }

  /// 100 m² and 0.1 m² a person.
  private static func fixedPart(_ subject: String, _ attribution: String) throws -> RulePack {
    try SmallPack.make(
      "check: provision\nsubject: \(subject)\n\(Self.dividing(subject, attribution))"
        + "supply: {facility: [nursery], measure: floor_area}\ndemand: {measure: population}\n"
        + "at_least: 0.1\nplus: 100\nunit: m2/person")
  }

  @Test("a fixed part comes on top", arguments: subjects, attributions)
  func plus(subject: String, attribution: String) async throws {
    let pack = try Self.fixedPart(subject, attribution)
    for (people, supply, verdict, missing) in [
      ("264", "126.4", Verdict.pass, nil), ("264", "126.400001", .pass, nil),
      ("264", "126.399999", .fail, "0.000001"), ("0", "0", .notApplicable, nil),
      ("3", "50.3", .fail, "50"),
    ] {
      let found = try await Self.city(people, supply).check([pack]).found("small/r0", "p")
      #expect(found?.verdict == verdict, "\(people) \(supply)")
      #expect(found?.shortfall == missing.flatMap { Amount(exactly: $0) }, "\(people) \(supply)")
    }
    let result = try await Self.city("250", "125").check([pack])
    #expect(result.found("small/r0", "p")?.verdict == .pass)
    #expect(result.found("small/r0", "p")?.measured == 0.5)
    #expect(result.findings[0].required(of: 0)?.figure == Amount(exactly: "0.5"))
    let unknown = try await Self.city(nil, "125").check([pack])
    #expect(unknown.found("small/r0", "p")?.verdict == .unknown)
  }

  @Test("whole things are rounded up", arguments: subjects, attributions)
  func roundedUp(subject: String, attribution: String) async throws {
    let pack = try SmallPack.make(
      "check: provision\nsubject: \(subject)\n\(Self.dividing(subject, attribution))"
        + "supply: {facility: [nursery], measure: places}\n"
        + "demand: {measure: population, per: 1000}\nat_least: 10\nrounding: up\n"
        + "unit: places/1000 persons")
    for (people, supply, verdict, missing) in [
      ("2600", "26", Verdict.pass, nil), ("2601", "26", .fail, "1"),
      ("2640", "26.4", .fail, "1"), ("2640", "27", .pass, nil), ("2700.1", "27.001", .fail, "1"),
    ] {
      let found = try await Self.city(people, supply).check([pack]).found("small/r0", "p")
      #expect(found?.verdict == verdict, "\(people) \(supply)")
      #expect(found?.shortfall == missing.flatMap { Amount(exactly: $0) }, "\(people) \(supply)")
    }
  }

  @Test("a fixed part is shared like the rest")
  func shared() async throws {
    var city = Self.city("200", "230")
    city.parcels.append(.init(id: "q", x: 150, y: 0, side: 100, population: "100"))
    city.facilities[0].x = 75
    let pack = try SmallPack.make(
      "check: provision\nsubject: parcel\nwithin: {radius: 500 m}\n"
        + "supply: {facility: [nursery], measure: floor_area}\ndemand: {measure: population}\n"
        + "at_least: 0.1\nplus: 100\nunit: m2/person")
    // 120 and 110 are owed; there are 230, then 115: half of what each owes.
    let enough = try await city.check([pack])
    #expect(enough.findings[0].verdicts == [.pass, .pass])
    city.facilities[0].floorArea = "115"
    let half = try await city.check([pack])
    #expect(half.findings[0].verdicts == [.fail, .fail])
    #expect(abs((half.found("small/r0", "p")?.measured ?? 0) - 0.3) < 1e-12)
    #expect(abs((half.found("small/r0", "q")?.measured ?? 0) - 0.55) < 1e-12)
    #expect(half.found("small/r0", "p")?.shortfall == Amount(60))
    #expect(half.found("small/r0", "q")?.shortfall == Amount(55))
    guard case .supply(let supply) = half.findings[0].detail else { return }
    #expect(supply.shortageGroups.map(\.need) == [Amount(230).micros])
    #expect(supply.shortageGroups.map(\.shortfall) == [Amount(115).micros])
  }

  @Test("per may be a decimal")
  func decimalPer() async throws {
    let pack = try SmallPack.make(
      "check: provision\nsubject: parcel\nattribution: on_site\n"
        + "supply: {facility: [nursery], measure: places}\n"
        + "demand: {measure: population, per: 3.2}\nat_least: 1\nunit: places/3.2 persons")
    for (people, supply, verdict) in [
      ("32", "10", Verdict.pass), ("32", "9.999999", .fail), ("33", "10", .fail),
    ] {
      let found = try await Self.city(people, supply).check([pack]).found("small/r0", "p")
      #expect(found?.verdict == verdict, "\(people) \(supply)")
    }
    let found = try await Self.city("32", "5").check([pack]).found("small/r0", "p")
    #expect(found?.measured == 0.5)
    #expect(found?.shortfall == Amount(5))
  }
}
