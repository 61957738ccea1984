import Foundation
import TestSupport
import Testing

/// `siting convert`, and what GIS tools take and get.
@Suite("Convert")
struct ConvertTests {
  private static let collection = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"编号":"A","小区名称":"春江花园","户数":350},"geometry":{"type":"Polygon","coordinates":[[[115.651,34.41],[115.652,34.41],[115.652,34.411],[115.651,34.41]]]}},
    {"type":"Feature","properties":{"编号":"B","小区名称":"南苑","户数":null},"geometry":{"type":"Polygon","coordinates":[[[115.661,34.41],[115.662,34.41],[115.662,34.411],[115.661,34.41]]]}}
    ]}
    """

  @Test(
    "there and back through each format, every value is the same",
    arguments: ["gpkg", "shp", "fgb"])
  func roundTrip(format: String) throws {
    let scratch = try ScratchFolder()
    let input = try scratch.write(Self.collection, to: "a.geojson")
    for (from, to) in [(input, "b.\(format)"), (scratch.path("b.\(format)"), "c.geojson")] {
      let run = try Program.run("convert", from, scratch.path(to), "--lang", "en")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains("wrote 2 rows to"))
    }
    let first = try rows(input)
    let second = try rows(scratch.path("c.geojson"))
    #expect(Set(first) == Set(second))
    #expect(try scratch.names().allSatisfy { !$0.hasPrefix(".") })
  }

  /// The values of each row, with names as short as a shapefile has them.
  private func rows(_ path: String) throws -> [String] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    let json = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let features = json?["features"] as? [[String: Any]] ?? []
    return features.map { feature in
      let properties = feature["properties"] as? [String: Any] ?? [:]
      return properties.map { "\($0.prefix(3))=\($1)" }.sorted().joined(separator: ";")
    }
  }

  @Test("what is wrong is said before anything is written")
  func errors() throws {
    let scratch = try ScratchFolder()
    let input = try scratch.write(Self.collection, to: "a.geojson")
    let table = try scratch.write("id,lon,lat\n1,115.6,34.4\n", to: "t.csv")
    for (arguments, status, text) in [
      ([input, "a.foo"], Int32(64), "name a file that ends with .geojson"),
      ([scratch.path("none.shp"), scratch.path("b.gpkg")], 66, "no such file"),
      ([table, scratch.path("b.gpkg")], 64, "use --crs"),
      ([table, scratch.path("b.gpkg"), "--crs", "EPSG:1"], 64, "EPSG:1"),
      ([input, scratch.path("no/b.gpkg")], 73, "cannot be created"),
      ([input, scratch.path("b.gpkg"), "--layer", "x"], 65, "has no layers"),
      ([input, scratch.path("b.gpkg"), "--where", "x = 1"], 65, "where: "),
      ([input, scratch.path("b.geojson"), "--to", "EPSG:4547"], 64, "GeoJSON is in WGS 84"),
    ] {
      let run = try Program.run(["convert"] + arguments + ["--lang", "en"])
      #expect(run.status == status && run.errors.contains(text), "\(arguments): \(run.errors)")
    }
    #expect(try scratch.names() == ["a.geojson", "t.csv"])
  }

  @Test(
    "a run reads a layer of a GeoPackage as it reads GeoJSON, and writes one that has its styles")
  func check() throws {
    let scratch = try ScratchFolder()
    let sample = SamplePlans.project
    let folder = URL(fileURLWithPath: sample).deletingLastPathComponent().path
    let run = try Program.run(
      "convert", "\(folder)/parcels.geojson", scratch.path("parcels.gpkg"), "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let checked = try Program.run(
      "check", "--parcels", scratch.path("parcels.gpkg"), "--facilities",
      "\(folder)/facilities.geojson", "--pack", "shangqiu-2022", "--out", scratch.path("out"),
      "--outputs", "parcels.geojson", "--format", "gpkg", "--quiet")
    #expect([0, 1].contains(checked.status), "\(checked.errors)")
    let package = try Data(contentsOf: URL(fileURLWithPath: scratch.path("out/compliance.gpkg")))
    #expect(package.range(of: Data("layer_styles".utf8)) != nil)
    #expect(package.range(of: Data("categorizedSymbol".utf8)) != nil)
    let manifest = try scratch.text("out/manifest.json")
    #expect(manifest.contains("compliance.gpkg"))
  }
}
