import Compliance
import GeoFiles
import Planar
import Planning
import Quantities
import Rules
import Testing
import Workers

/// Any numeric column is a demand, and an age group is several.
@Suite("Columns as demand")
struct DemandColumnTests {
  private static func check(
    _ columns: [String: AttributeColumn], places: [String], measure: String, unit: String,
    subject: String = "parcel"
  ) async throws -> ComplianceResult {
    var small = SmallCity()
    for (index, places) in places.enumerated() {
      let x = Double(index) * 1000
      small.parcels.append(.init(id: "p\(index)", x: x, y: 0, side: 100, population: "1000"))
      small.facilities.append(.init(id: "f\(index)", kind: "nursery", x: x, y: 0, places: places))
    }
    small.units = [
      .init(
        id: "c", level: .community, box: Envelope(minX: -400, minY: -400, maxX: 9e4, maxY: 400))
    ]
    var city = try small.city()
    var attributes = AttributeTable(rowCount: places.count)
    for (name, column) in columns.sorted(by: { $0.key < $1.key }) {
      attributes.set(name, column)
    }
    city.parcels.rows.attributes = attributes
    let pack = try SmallPack.make(
      "check: provision\nsubject: \(subject)\nsupply: {facility: [nursery], measure: places}\n"
        + "demand: {measure: \(measure), per: 100}\nat_least: 10\nunit: \(unit)\n"
        + (subject == "parcel" ? "attribution: on_site" : ""))
    return try await ComplianceEngine(
      city: city, packs: [pack], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 1)
    ).run()
  }

  @Test("a column of the source", arguments: ["places/100 pupils", "places/100 persons"])
  func column(unit: String) async throws {
    let pupils = AttributeColumn.whole([100, 100, 0, nil, -5])
    let result = try await Self.check(
      ["pupils": pupils], places: ["10", "9", "1", "10", "10"], measure: "pupils", unit: unit)
    #expect(
      result.findings[0].verdicts == [.pass, .fail, .notApplicable, .unknown, .unknown])
    #expect(result.found("small/r0", "p3")?.reason == "pupils missing")
  }

  @Test("texts that are numbers")
  func texts() async throws {
    let result = try await Self.check(
      ["学龄儿童": .text(TextColumn(["100", "many"]))], places: ["10", "10"], measure: "学龄儿童",
      unit: "places/100 学龄儿童")
    #expect(result.findings[0].verdicts == [.pass, .unknown])
  }

  @Test("an age group is a sum, none of which may be missing", arguments: ["parcel", "community"])
  func ageGroup(subject: String) async throws {
    let result = try await Self.check(
      ["age_3": .whole([50, 60]), "age_4": .decimal([50, 40])], places: ["10", "10"],
      measure: "[age_3, age_4]", unit: "places/100 persons", subject: subject)
    #expect(result.findings[0].verdicts.allSatisfy { $0 == .pass })
    let missing = try await Self.check(
      ["age_3": .whole([50, 60]), "age_4": .decimal([50, nil])], places: ["10", "10"],
      measure: "[age_3, age_4]", unit: "places/100 persons", subject: subject)
    #expect(missing.findings[0].verdicts.last == .unknown)
  }

  @Test("no such column, nothing known")
  func noColumn() async throws {
    let result = try await Self.check(
      [:], places: ["10"], measure: "dogs", unit: "places/100 dogs")
    #expect(result.findings[0].verdicts == [.unknown])
  }
}

extension AttributeColumn {
  fileprivate static func whole(_ values: [Int64?]) -> Self {
    .integer(ValueColumn(values, filler: 0))
  }

  fileprivate static func decimal(_ values: [Double?]) -> Self {
    .real(ValueColumn(values, filler: 0))
  }
}
