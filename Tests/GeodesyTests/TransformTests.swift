import TestSupport
import Testing

@testable import Geodesy

@Suite("Transforming coordinates")
struct TransformTests {
  /// CGCS2000 and its Gauss-Krüger zones, older datums, web maps, feet, another continent.
  static let systems = [
    "EPSG:4490", "EPSG:4547", "EPSG:4526", "EPSG:4513", "EPSG:4214", "EPSG:2437", "EPSG:4610",
    "EPSG:3857", "GCJ-02", "BD-09", "EPSG:32650", "EPSG:2385",
  ]

  @Test("there and back within 1 mm", arguments: systems)
  func roundTrip(text: String) throws {
    let transform = CoordinateTransform(from: .wgs84, to: try CRS(parsing: text))
    let there = try transform.makeTransformer()
    let back = try transform.inverse.makeTransformer()
    var random = SplitMix64(seed: 1)
    for _ in 0..<500 {
      let x = Double.random(in: 113...116, using: &random)
      let y = Double.random(in: 20...50, using: &random)
      let moved = try #require(there.transform(x: x, y: y))
      let returned = try #require(back.transform(x: moved.x, y: moved.y))
      let metres = Geodesic.wgs84.distanceMetres(
        fromLongitude: x, latitude: y, toLongitude: returned.x, latitude: returned.y)
      #expect(metres < 0.001, "\(x) \(y) in \(text)")
    }
  }

  @Test("axis order is that of a map")
  func axisOrder() throws {
    let crs = try CRS(parsing: "EPSG:4547")  // the register says northing, easting
    let transformer = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    let point = try #require(transformer.transform(x: 114, y: 30))
    #expect(abs(point.x - 500_000) < 0.001)
    #expect(abs(point.y - 3_320_113.398) < 0.001)
  }

  @Test("the centre of the metric CRS is its origin")
  func metricOrigin() throws {
    let crs = CRS.metric(centredOn: 121.5, 31.25)
    let transformer = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    let point = try #require(transformer.transform(x: 121.5, y: 31.25))
    #expect(abs(point.x) < 1e-6 && abs(point.y) < 1e-6)
  }

  @Test("points that cannot be moved are named, the others are moved")
  func failures() throws {
    let crs = try CRS(parsing: "EPSG:4547")
    for transform in [
      CoordinateTransform(from: .wgs84, to: crs), CoordinateTransform(from: .gcj02, to: crs),
    ] {
      let transformer = try transform.makeTransformer()
      var x = [114.0, .nan, 114.1, 1e308, 114]
      var y = [30.0, 30, .infinity, 30, 95]
      var xs = x.mutableSpan
      var ys = y.mutableSpan
      let failed = transformer.transform(x: &xs, y: &ys)
      #expect(failed == [1, 2, 3, 4])
      #expect(x[0].isFinite && x[1].isNaN && y[4].isNaN)
    }
  }

  @Test("the same CRS leaves coordinates alone")
  func identity() throws {
    let transformer = try CoordinateTransform(from: .bd09, to: .bd09).makeTransformer()
    let point = try #require(transformer.transform(x: 116.123456789, y: 39.9))
    #expect(point.x == 116.123456789 && point.y == 39.9)
  }

  @Test("a compound's length does not depend on the metric CRS beyond its distortion")
  func scale() throws {
    let crs = CRS.metric(centredOn: 116.4, 39.9)
    let transformer = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    let a = try #require(transformer.transform(x: 116.9, y: 39.9))
    let b = try #require(transformer.transform(x: 116.91, y: 39.905))
    let plane = ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    let ground = Geodesic.wgs84.distanceMetres(
      fromLongitude: 116.9, latitude: 39.9, toLongitude: 116.91, latitude: 39.905)
    #expect(plane >= ground && plane / ground < 1.00003)
  }
}
