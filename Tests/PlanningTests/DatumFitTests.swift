import Geodesy
import Planar
import TestSupport
import Testing
import Workers

@testable import Planning

/// Which datum a layer is in, by one that is right.
@Suite("Datum by a reference layer")
struct DatumFitTests {
  /// Compounds of 70 m, a hundred metres or three apart, here and there.
  private static let compounds = {
    var random = SplitMix64(seed: 7)
    return (0..<60).map { index -> (name: String, x: Double, y: Double) in
      let (column, row) = (Double(index % 10), Double(index / 10))
      return (
        "小区\(index)", 115.60 + 0.003 * column + Double.random(in: 0...0.002, using: &random),
        34.40 + 0.003 * row + Double.random(in: 0...0.002, using: &random)
      )
    }
  }()

  private func fitting(_ source: LayerSource, _ reference: LayerSource) async throws -> DatumFit? {
    let workers = Workers(count: 2)
    return try await DatumFit.between(
      source,
      and: try await DatumReference(reference, vocabulary: .builtIn(), workers: workers),
      vocabulary: .builtIn(), workers: workers)
  }

  private func reference(_ scratch: ScratchFolder) throws -> LayerSource {
    let features = Self.compounds.map { compound in
      let (x, y, r) = (compound.x, compound.y, 0.00035)
      let ring = [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r), (x - r, y - r)]
        .map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
      return
        #"{"type":"Feature","properties":{"小区名称":"\#(compound.name)"},"geometry":{"type":"Polygon","coordinates":[[\#(ring)]]}}"#
    }
    let path = try scratch.write(
      #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#,
      to: "parcels.geojson")
    return LayerSource(path: path, resolvedPath: path)
  }

  private func points(
    in crs: CRS, named: Bool, _ scratch: ScratchFolder
  ) throws -> LayerSource {
    let transformer = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    let rows = try Self.compounds.map { compound in
      let place = try #require(transformer.transform(x: compound.x, y: compound.y))
      return "\(named ? compound.name : ""),\(place.x),\(place.y)"
    }
    let path = try scratch.write(
      "名称,经度,纬度\n" + rows.joined(separator: "\n") + "\n", to: "points.csv")
    return LayerSource(path: path, resolvedPath: path)
  }

  @Test(
    "by names, and without them by areas", arguments: [CRS.wgs84, .gcj02, .bd09], [true, false])
  func detects(crs: CRS, named: Bool) async throws {
    let scratch = try ScratchFolder()
    let fit = try #require(
      try await fitting(points(in: crs, named: named, scratch), reference(scratch)))
    #expect(fit.measure == (named ? .names : .areas) && fit.rows == 60)
    #expect(fit.candidates[0].crs == crs.definition && fit.isClear)
    #expect(fit.candidates[0].metres < 1)
    #expect(Set(fit.candidates.map(\.crs)) == ["EPSG:4326", "GCJ-02", "BD-09"])
  }

  @Test("what tells nothing proposes nothing")
  func undecided() async throws {
    let scratch = try ScratchFolder()
    // One area around all: every datum lies in it.
    let path = try scratch.write(
      #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Polygon","coordinates":[[[115,34],[116,34],[116,35],[115,35],[115,34]]]}}"#,
      to: "city.geojson")
    let city = LayerSource(path: path, resolvedPath: path)
    let fit = try #require(
      try await fitting(points(in: .gcj02, named: false, scratch), city))
    #expect(!fit.isClear)
    let other = try scratch.write("名称,经度,纬度\nx,115.6,34.4\n", to: "other.csv")
    let none = try await fitting(
      points(in: .gcj02, named: true, scratch), LayerSource(path: other, resolvedPath: other))
    #expect(none == nil)
  }

  @Test("by the streets that addresses name", arguments: [CRS.wgs84, .gcj02, .bd09])
  func streets(crs: CRS) async throws {
    let scratch = try ScratchFolder()
    // A kilometre apart, and one of the same name far away.
    let lines = (0..<4).map { index -> String in
      let y = 34.40 + 0.01 * Double(index)
      return
        #"{"type":"Feature","properties":{"name":"\#(Self.streetNames[index])"},"geometry":{"type":"LineString","coordinates":[[115.55,\#(y)],[115.7,\#(y)]]}}"#
    }
    let path = try scratch.write(
      #"{"type":"FeatureCollection","features":[\#(lines.joined(separator: ","))]}"#,
      to: "roads.geojson")
    let transformer = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    let rows = try (0..<4).map { index in
      let place = try #require(
        transformer.transform(
          x: 115.6 + 0.01 * Double(index), y: 34.40 + 0.01 * Double(index) + 0.0001))
      return "机构\(index),本市\(Self.streetNames[index])\(index + 5)号,\(place.x),\(place.y)"
    }
    // Rows that name none of them, and one whose street of that name is elsewhere.
    let all = rows + ["甲,某处,115.6,34.4", "乙,东风路8号,118.6,36.4"]
    let table = try scratch.write(
      "名称,地址,经度,纬度\n" + all.joined(separator: "\n") + "\n", to: "points.csv")
    let found = try #require(
      try await fitting(
        LayerSource(path: table, resolvedPath: table), LayerSource(path: path, resolvedPath: path)))
    #expect(found.measure == .streets && found.rows == 4 && found.isClear)
    #expect(found.candidates[0].crs == crs.definition && found.candidates[0].metres < 15)
  }

  private static let streetNames = ["东风路", "东风路北街", "解放大道", "人民西路"]

  @Test("the longest name of a street in a text counts")
  func names() {
    let streets = StreetsInTexts(["中山路", "中山路北街", "天宁寺街", "某"])
    #expect(streets.street(in: "鼓楼区中山路北街18号") == 1)
    #expect(streets.street(in: "中山路") == 0)
    #expect(streets.street(in: "天宁寺") == nil)
    #expect(streets.street(in: "某") == nil && streets.street(in: "") == nil)
  }
}
