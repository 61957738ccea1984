import Compliance
import GeoFiles
import Planning
import Quantities
import Rules
import Testing
import Workers

/// A word list holds in conditions as it does in data.
@Suite("Words of conditions")
struct ConditionWordTests {
  private func verdicts(
    when condition: String, _ parcels: [SmallCity.Parcel], persons: Amount? = nil,
    _ change: (inout City) -> Void = { _ in }
  ) async throws -> [Verdict] {
    var small = SmallCity()
    small.parcels = parcels
    small.facilities = [.init(id: "f", kind: "nursery", x: 0, y: 0, places: "1")]
    small.project.assumptions.personsPerHousehold = persons
    var city = try small.city()
    city.words = ConditionWords(try FieldAliases.builtIn())
    change(&city)
    let rule =
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 0\nunit: count\n"
      + "when: {\(condition)}"
    let result = try await ComplianceEngine(
      city: city, packs: [SmallPack.make(rule)], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 1)
    ).run()
    return result.findings[0].verdicts
  }

  private let parcels: [SmallCity.Parcel] = [
    .init(id: "a", x: 0, y: 0, side: 20, households: "100", status: .new, urban: true),
    .init(id: "b", x: 500, y: 0, side: 20, population: "50", status: .existing, urban: false),
    .init(id: "c", x: 900, y: 0, side: 20),
  ]

  @Test(
    "mean what they mean in data",
    arguments: [
      "status: 新建", "status: [拟建]", "status: new", "urban: 是", "urban: true", "urban: 'yes'",
      "not: {status: 既有}", "not: {urban: 否}",
    ])
  func ofOurs(condition: String) async throws {
    #expect(
      try await verdicts(when: condition, parcels) == [.pass, .notApplicable, .unknown],
      "\(condition)")
  }

  @Test(
    "yes and no are read in any column, and a word that is neither is no match",
    arguments: [
      (["是", "否", nil], "gated: true"), (["有", "无", ""], "gated: 是"),
      (["Y", "maybe", nil], "gated: true"), (["true", "false", nil], "gated: 'yes'"),
      (["1", "0", nil], "gated: true"), (["三", "二", nil], "gated: 三"),
      (["3", "1", nil], "gated: 3"),
    ])
  func ofSources(values: [String?], condition: String) async throws {
    let found = try await verdicts(when: condition, parcels) {
      var column = TextColumn()
      for value in values { column.append(value) }
      $0.parcels.rows.attributes.set("gated", .text(column))
    }
    #expect(found == [.pass, .notApplicable, .unknown], "\(condition)")
  }

  @Test("conditions see the residents that checks see, and say so")
  func estimates() async throws {
    let condition = "population: {at_least: 200}"
    #expect(
      try await verdicts(when: condition, parcels) == [.unknown, .notApplicable, .unknown])
    #expect(
      try await verdicts(when: condition, parcels, persons: Amount(2)) == [
        .pass, .notApplicable, .unknown,
      ])
    var small = SmallCity()
    small.parcels = parcels
    small.facilities = [.init(id: "f", kind: "nursery", x: 0, y: 0, places: "1")]
    small.project.assumptions.personsPerHousehold = Amount(2)
    let rule =
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 0\nunit: count\n"
      + "when: {\(condition)}"
    let flags = try await small.check([SmallPack.make(rule)]).findings[0].flags
    #expect(flags[0].contains(.estimated) && !flags[1].contains(.estimated))
  }
}
