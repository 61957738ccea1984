import Foundation
import TestSupport
import Testing

@testable import SitingCLI

@Suite("Review: hostile plans")
struct ReviewHostileTests {
  private static func collection(_ features: [String], _ more: String = "") -> String {
    "{\"type\":\"FeatureCollection\"\(more),\"features\":[\(features.joined(separator: ","))]}"
  }

  private static func parcel(_ id: String, _ east: Double = 115.651) -> String {
    """
    {"type":"Feature","properties":{"id":"\(id)","households":100,"population":260},"geometry":\
    {"type":"Polygon","coordinates":[[[115.65,34.44],[\(east),34.44],[\(east),34.441],\
    [115.65,34.441],[115.65,34.44]]]}}
    """
  }

  private static func row(_ properties: String, _ geometry: String = "null") -> String {
    "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry)}"
  }

  /// A file and its text, and what the error says.
  static let plans: [(file: String, bytes: Data, texts: [String])] = {
    let noise = Data((0..<4096).map { UInt8(truncatingIfNeeded: ($0 * 2_654_435_761) >> 7) })
    let good = collection([parcel("A")])
    let facility = row(
      "\"id\":\"SS-001\",\"kind\":\"childcare\"",
      "{\"type\":\"Point\",\"coordinates\":[115.65,34.44]}"
    )
    let metres = good.replacing("115.65", with: "38559000").replacing("34.44", with: "3812000")
    let texts: [(String, String, [String])] = [
      ("empty.geojson", "", ["empty.geojson: the file is empty; export it again"]),
      ("nothing.geojson", collection([]), ["nothing.geojson: no column was taken for 'id'"]),
      (
        "garbage.geojson", collection((0..<10_000).map { row("\"a\":\($0)") }),
        [
          "garbage.geojson: no column was taken for 'id'; state `fields: {id: …}`",
          "its columns: a",
        ]
      ),
      (
        "rejected.geojson",
        collection((0..<10_000).map { row("\"id\":\"r\($0)\",\"households\":-1") }),
        [
          "rejected: there is no parcel and no facility to review", "rejected.geojson: row 1:",
          "and 9995 more rows",
        ]
      ),
      (
        "repeated.geojson", collection([parcel("A"), parcel("A")]),
        ["the id 'A' is also that of", "give every row its own id"]
      ),
      (
        "city.geojson", collection([parcel("XQ-0001")]),
        ["city: the city has rows with the same ids already: XQ-0001; give the plan's"]
      ),
      (
        "facility.geojson", collection([parcel("A"), facility]),
        ["facility: the city has rows with the same ids already: SS-001"]
      ),
      (
        "only.geojson", collection([facility.replacing("childcare", with: "家庭养老床位")]),
        ["only: there is no parcel and no facility to review", "only.geojson: row 1:"]
      ),
      (
        "nan.geojson", good.replacing("115.651", with: "NaN"),
        ["nan.geojson:1:", "not valid JSON: unexpected N"]
      ),
      (
        "infinite.geojson", good.replacing("115.651", with: "1e999"),
        ["infinite.geojson: row 1: the geometry cannot be used", "the number is too large"]
      ),
      (
        "metres.geojson", metres,
        ["metres.geojson: the coordinates look like metres", "`crs: EPSG"]
      ),
      (
        "crs.geojson",
        collection(
          [parcel("A")], ",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:99999999\"}}"),
        ["crs.geojson: unknown CRS", "write a code such as EPSG:4490"]
      ),
      (
        "table.csv", "id,households,lon,lat\nA,10,115.65,34.44\n",
        ["table.csv: the file does not say"]
      ),
      ("plan.shp", "x", ["plan.shx is missing; copy all files"]),
    ]
    return [("noise.geojson", noise, ["noise.geojson:1:1: not valid JSON"])]
      + texts.map { ($0, Data($1.utf8), $2) }
  }()

  @Test("a clear error, no crash, and nothing is left behind", arguments: 0..<15)
  func plan(index: Int) throws {
    let (file, bytes, texts) = Self.plans[index]
    let scratch = try ScratchFolder()
    let plan = try scratch.write(bytes, to: file)
    let run = try Program.run(
      "review", plan, "--project", SamplePlans.project, "--out", scratch.path("out"), "--json",
      "--quiet", "--lang", "en")
    #expect(!run.isCrash, "\(file)")
    #expect(run.status == 65, "\(file): \(run.errors)")
    for text in texts { #expect(run.errors.contains(text), "\(file): \(run.errors.prefix(800))") }
    #expect(run.errors.split(separator: "\n").count < 10, "\(file)")
    #expect(run.output.isEmpty)
    #expect(try scratch.names() == [file])
  }

  @Test("the table has as many rows as are tested")
  func table() { #expect(Self.plans.count == 15) }

  @Test("a hostile plan among others does not keep them from being judged")
  func among() throws {
    let scratch = try ScratchFolder()
    for (file, bytes, _) in Self.plans.prefix(4) { try scratch.write(bytes, to: file) }
    try scratch.write(SamplePlans.text("01-complies"), to: "good.geojson")
    for mode in [[], ["--together"]] {
      let run = try Program.run(
        [
          "review", scratch.path, "--project", SamplePlans.project, "--out",
          scratch.path("out"), "--json", "--quiet",
        ] + mode)
      #expect(run.status == 65)
      #expect(try Opinion.several(run).map(\.verdict) == ["pass"])
      for file in ["noise", "empty", "nothing", "garbage"] {
        #expect(run.errors.contains("\(file).geojson"), "\(file)")
      }
    }
  }

  @Test("a facilities file is not its own companion, and may be a plan by itself")
  func ownCompanion() throws {
    let run = try SamplePlans.review(
      [SamplePlans.path("17-facilities-apart.facilities")], "--json", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let opinion = try Opinion.one(run)
    #expect(opinion.rejected == 0)
    #expect(opinion.clauses.contains { $0.subjects.contains { $0.verdict == "pass" } })
  }
}
