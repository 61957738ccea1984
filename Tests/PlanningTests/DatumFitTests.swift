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
      try await DatumFit.between(
        points(in: crs, named: named, scratch), and: reference(scratch),
        vocabulary: .builtIn(), workers: Workers(count: 2)))
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
      try await DatumFit.between(
        points(in: .gcj02, named: false, scratch), and: city, vocabulary: .builtIn(),
        workers: Workers(count: 1)))
    #expect(!fit.isClear)
    let other = try scratch.write("名称,经度,纬度\nx,115.6,34.4\n", to: "other.csv")
    let none = try await DatumFit.between(
      points(in: .gcj02, named: true, scratch), and: LayerSource(path: other, resolvedPath: other),
      vocabulary: .builtIn(), workers: Workers(count: 1))
    #expect(none == nil)
  }
}
