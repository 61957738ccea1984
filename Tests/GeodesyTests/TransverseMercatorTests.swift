import TestSupport
import Testing

@testable import Geodesy

@Suite("The fast transverse Mercator")
struct TransverseMercatorTests {
  private static let plane = [
    "EPSG:4547", "EPSG:4526", "EPSG:4513", "EPSG:32650", "EPSG:4513",
    CRS.metric(centredOn: 104.123456, 30.654321).definition,
    CRS.metric(centredOn: 121.5, -60).definition,
    "+proj=tmerc +lat_0=10 +lon_0=114 +k=0.9 +x_0=-5 +y_0=7 +ellps=krass +type=crs",
  ]

  private func pair(_ a: CRS, _ b: CRS) throws -> (fast: Transformer, exact: Transformer) {
    let recipe = CoordinateTransform(from: a, to: b)
    return (
      try Transformer(recipe, usesNearProjection: true),
      try Transformer(recipe, usesNearProjection: false)
    )
  }

  @Test("it is PROJ's within 1 µm, near the meridian and far from it", arguments: plane)
  func matchesPROJ(text: String) throws {
    let target = try CRS(parsing: text)
    // The geographic CRS of the last one is no other's: it must be its own.
    let source =
      text.contains("krass")
      ? try CRS(parsing: "+proj=longlat +ellps=krass +type=crs") : CRS.wgs84
    let there = try pair(source, target)
    let back = try pair(target, source)
    var random = SplitMix64(seed: 3)
    for round in 0..<3000 {
      let x = Double.random(in: 73...135, using: &random)
      let y = Double.random(in: round < 2500 ? 3...54 : -89...89, using: &random)
      let fast = try #require(there.fast.transform(x: x, y: y))
      let exact = try #require(there.exact.transform(x: x, y: y))
      #expect(abs(fast.x - exact.x) < 1e-6 && abs(fast.y - exact.y) < 1e-6, "\(x) \(y)")
      let fastBack = try #require(back.fast.transform(x: exact.x, y: exact.y))
      let exactBack = try #require(back.exact.transform(x: exact.x, y: exact.y))
      #expect(
        abs(fastBack.x - exactBack.x) < 1e-11 && abs(fastBack.y - exactBack.y) < 1e-11,
        "\(x) \(y): \(fastBack) \(exactBack)")
    }
  }

  @Test("PROJ itself changes nothing between WGS 84 and CGCS2000")
  func nullShift() throws {
    for (a, b) in [(CRS.wgs84, try CRS(epsg: 4490)), (try CRS(epsg: 4490), .wgs84)] {
      let (fast, exact) = try pair(a, b)
      for x in stride(from: 73.0, through: 135, by: 1.7) {
        for y in stride(from: 3.0, through: 54, by: 1.3) {
          let kept = try #require(exact.transform(x: x, y: y))
          #expect(abs(kept.x - x) < 1e-12 && abs(kept.y - y) < 1e-12)
          let same = try #require(fast.transform(x: x, y: y))
          #expect(same.x == x && same.y == y)
        }
      }
    }
  }

  @Test("a change of datum is left to PROJ")
  func datumShift() throws {
    for (a, b) in [("EPSG:4326", "EPSG:2437"), ("EPSG:4214", "EPSG:4547")] {
      let (fast, exact) = try pair(try CRS(parsing: a), try CRS(parsing: b))
      let fastPoint = try #require(fast.transform(x: 117.2, y: 35))
      let exactPoint = try #require(exact.transform(x: 117.2, y: 35))
      #expect(fastPoint == exactPoint)
    }
  }

  @Test("a point is moved the same wherever it is in its column", arguments: 1..<10)
  func position(count: Int) throws {
    let recipe = CoordinateTransform(from: .wgs84, to: .metric(centredOn: 116, 40))
    let transformer = try recipe.makeTransformer()
    var x = (0..<count).map { 116 + Double($0) * 1.7 }
    var y = (0..<count).map { 40 - Double($0) }
    let expected = zip(x, y).map { transformer.transform(x: $0, y: $1) }
    var xs = x.mutableSpan
    var ys = y.mutableSpan
    let failed = transformer.transform(x: &xs, y: &ys)
    #expect(failed.isEmpty)
    for index in 0..<count {
      #expect(x[index] == expected[index]?.x && y[index] == expected[index]?.y)
    }
  }
}
