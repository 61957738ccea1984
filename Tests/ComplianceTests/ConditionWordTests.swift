import Compliance
import GeoFiles
import Planar
import Planning
import Quantities
import Rules
import Testing

/// A word list holds in conditions as it does in data.
@Suite("Words of conditions")
struct ConditionWordTests {
  private func findings(
    when condition: String, _ parcels: [SmallCity.Parcel], persons: Amount? = nil,
    subject: String = "parcel", units: [SmallCity.Unit] = [],
    statistics: [DeclaredStatistics] = [], _ change: (inout City) -> Void = { _ in }
  ) async throws -> RuleFindings {
    var small = SmallCity()
    small.parcels = parcels
    small.units = units
    small.facilities = [.init(id: "f", kind: "nursery", x: 0, y: 0, places: "1")]
    small.project.assumptions.personsPerHousehold = persons
    small.project.statistics = statistics
    let rule =
      "check: presence\nsubject: \(subject)\nfacility: [nursery]\nat_most: 9\nunit: count\n"
      + "when: {\(condition)}"
    return try await small.check([SmallPack.make(rule)]) {
      $0.words = ConditionWords(try FieldAliases.builtIn())
      change(&$0)
    }.findings[0]
  }

  private func verdicts(
    when condition: String, _ parcels: [SmallCity.Parcel], persons: Amount? = nil,
    _ change: (inout City) -> Void = { _ in }
  ) async throws -> [Verdict] {
    try await findings(when: condition, parcels, persons: persons, change).verdicts
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
      "urban: 城镇", "urban: 1", "not: {status: 既有}", "not: {urban: 否}", "not: {urban: 农村}",
    ])
  func ofOurs(condition: String) async throws {
    #expect(
      try await verdicts(when: condition, parcels) == [.pass, .notApplicable, .unknown],
      "\(condition)")
  }

  @Test(
    "yes and no are read in any column, and what is neither is not known",
    arguments: [
      (["是", "否", nil], "gated: true"), (["有", "无", ""], "gated: 是"),
      (["Y", "N", "maybe"], "gated: true"), (["✓", "×", "备案中"], "gated: true"),
      (["已", "未", "不详"], "gated: true"), (["是（2023年）", "否（待办）", "是（待核实）"], "gated: true"),
      (["1", "0", "2"], "gated: 'yes'"), (["true", "false", nil], "gated: 'yes'"),
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

  @Test("what a column of the source says is known by the words of packs and of data")
  func ofPlaces() async throws {
    var small = SmallCity()
    let said = ["大型商场", "large_mall", "商场", nil]
    small.facilities = said.indices.map { index in
      .init(
        id: "f\(index)", kind: "public_place", x: Double(index), y: 0,
        equipment: ["mother_baby_room"])
    }
    var column = TextColumn()
    for value in said { column.append(value) }
    let rule =
      "check: size\nsubject: facility\nkinds: [public_place]\nhas: {equipment: mother_baby_room}\n"
      + "unit: none\nwhen: {type: [大型商场, transport_hub]}"
    let result = try await small.check([SmallPack.make(rule)]) {
      $0.words = ConditionWords(try FieldAliases.builtIn())
      $0.facilities.rows.attributes.set("类型", .text(column))
    }
    // What says something else under another header says nothing of the type.
    #expect(result.findings[0].verdicts == [.pass, .pass, .unknown, .unknown])
  }

  @Test("conditions on units see the people that checks see, and say so where they are estimated")
  func unitPeople() async throws {
    let parcels = [SmallCity.Parcel(id: "a", x: 0, y: 0, side: 20, households: "100", status: .new)]
    let units: [SmallCity.Unit] = [
      .init(
        id: "c", level: .community, box: Envelope(minX: -100, minY: -100, maxX: 100, maxY: 100)),
      .init(
        id: "d", level: .community, box: Envelope(minX: 800, minY: -100, maxX: 1000, maxY: 100),
        population: "50"),
    ]
    func found(
      persons: Amount? = nil, _ statistics: [DeclaredStatistics] = []
    ) async throws -> RuleFindings {
      try await findings(
        when: "population: {at_least: 200}", parcels, persons: persons, subject: "community",
        units: units, statistics: statistics)
    }
    #expect(try await found().verdicts == [.unknown, .notApplicable])
    let estimated = try await found(persons: Amount(2))
    #expect(estimated.verdicts == [.pass, .notApplicable])
    #expect(estimated.flags[0].contains(.estimated) && !estimated.flags[1].contains(.estimated))
    let declared = DeclaredStatistics(
      subject: .unit(.community, id: "d"), figures: ["population": Amount(200)])
    #expect(try await found(persons: Amount(2), [declared]).verdicts == [.pass, .pass])
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
    let flags = try await findings(when: condition, parcels, persons: Amount(2)).flags
    #expect(flags[0].contains(.estimated) && !flags[1].contains(.estimated))
  }
}
