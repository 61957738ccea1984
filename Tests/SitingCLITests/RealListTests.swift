import Foundation
import TestSupport
import Testing

/// Lists of real places as they are published, in coordinates of web maps.
@Suite(
  "Lists of real places", .enabled(if: TestData.has("cn-communities"), TestData.advice))
struct RealListTests {
  private func fit(_ file: String, against reference: String) throws -> String {
    let run = try Program.run(
      "inspect", TestData.path("cn-communities/\(file)"), "--against", TestData.path(reference),
      "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    return run.output
  }

  @Test(
    "the datum of each is found by what OpenStreetMap has of it",
    .enabled(if: TestData.has("osm/nanjing-2021.osm.gz"), TestData.advice),
    arguments: [
      ("shanghai-compounds-lianjia-2018.bd09.json", "shanghai-siping-2026", "BD-09"),
      ("nanjing/childcare-registry-2023-amap.gcj02.csv", "nanjing-2021", "GCJ-02"),
      ("nanjing/hospitals.bd09.csv", "nanjing-2021", "BD-09"),
    ])
  func datum(file: String, osm: String, crs: String) throws {
    let said = try fit(file, against: "osm/\(osm).osm.gz")
    #expect(said.contains("\(crs) fits best"), "\(said)")
  }

  @Test("where nothing tells it nothing is proposed")
  func nothing() throws {
    let run = try Program.run(
      "inspect", TestData.path("cn-communities/shanghai/nursing_homes.bd09.csv"), "--against",
      TestData.path("osm/shanghai-siping-2026.osm.gz"), "--lang", "en")
    #expect(run.status == 65 && run.output.contains("nothing can be compared"), "\(run.output)")
  }

  @Test("compounds and nursing homes are judged straight from their files")
  func straight() throws {
    let scratch = try ScratchFolder()
    let folder = TestData.path("cn-communities")
    try scratch.write(
      """
      schema: 1
      packs: [gb50180-2018]
      as_of: 2018-07-31
      layers:
        parcels: {file: "\(folder)/shanghai-compounds-lianjia-2018.bd09.json", crs: BD-09, fields: {id: link}}
        facilities: {file: "\(folder)/shanghai/nursing_homes.bd09.csv", crs: BD-09, fields: {id: row}, kinds: {"*": elder_institution}}
      """, to: "p.yaml")
    let run = try Program.run(
      "check", scratch.path("p.yaml"), "--out", scratch.path("out"), "--outputs",
      "parcels,rejected,manifest", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let parcels =
      try JSONSerialization.jsonObject(with: Data(try scratch.text("out/parcels.geojson").utf8))
      as? [String: Any]
    let features = parcels?["features"] as? [[String: Any]] ?? []
    // 51 links are there twice and one three times; none of those rows can be the right one.
    #expect(features.count == 12_174)
    // By name where OpenStreetMap has it without doubt: within 50 m.
    let anchors = try String(
      contentsOfFile: TestData.path("reference/coords/bd09-vs-osm-anchors.csv"), encoding: .utf8)
    var near = 0
    for line in anchors.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count > 2, let x = Double(cells[1]), let y = Double(cells[2]) else { continue }
      let found = features.contains { feature in
        let name = (feature["properties"] as? [String: Any])?["title"] as? String
        let place = (feature["geometry"] as? [String: Any])?["coordinates"] as? [Double] ?? [0, 0]
        return name == String(cells[0]) && abs(place[0] - x) < 0.0006 && abs(place[1] - y) < 0.0005
      }
      if found { near += 1 }
    }
    #expect(near >= 5)
  }
}
