import TestSupport
import Testing

@testable import Geodesy

@Suite("metres on the ground, from a plane")
struct GroundScaleTests {
  /// Where planes are centred.
  static let centres = [(113.0, 34.0), (105.0, 22.0), (87.0, 44.0), (10.0, 0.0), (25.0, 62.0)]

  @Test("the table is the exact scale", arguments: centres)
  func table(longitude: Double, latitude: Double) throws {
    let (crs, ground) = GroundScale.metric(centredOn: longitude, latitude)
    let mercator = try #require(ground.projection).mercator
    var dice = SplitMix64(seed: 1)
    for _ in 0..<2_000 {
      let x = Double.random(in: -1.4e6...1.4e6, using: &dice)
      let y = Double.random(in: -2e6...2e6, using: &dice)
      let exact = mercator.place(x: x, y: y)
      #expect(abs(ground.scale(atX: x, y: y) - exact.scale) < 2e-12, "\(x) \(y)")
    }
    // The exact one is PROJ's place, and its scale that of short lines.
    let move = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    for _ in 0..<200 {
      let place = (
        longitude + .random(in: -25...25, using: &dice),
        max(-80, min(80, latitude + .random(in: -25...25, using: &dice)))
      )
      let plane = try #require(move.transform(x: place.0, y: place.1))
      let back = mercator.place(x: plane.x, y: plane.y)
      #expect(abs(back.longitude - place.0) < 1e-11 && abs(back.latitude - place.1) < 1e-11)
    }
  }

  /// A place some degrees from the centre, and another so many metres from it.
  static func pair(
    _ centre: (Double, Double), degrees: Double, metres: Double, _ dice: inout SplitMix64
  ) -> (a: (Double, Double), b: (Double, Double)) {
    let a = (
      centre.0 + .random(in: -degrees...degrees, using: &dice),
      max(-80, min(80, centre.1 + .random(in: -degrees...degrees, using: &dice)))
    )
    return (a, place(metres, .random(in: 0..<360, using: &dice), from: a))
  }

  /// The place at a distance from another, in some direction, to a nanometre.
  static func place(
    _ metres: Double, _ azimuth: Double, from a: (Double, Double)
  ) -> (Double, Double) {
    let frame = LocalFrame(longitude: a.0, latitude: a.1)
    let (s, c) = sineAndCosine(azimuth)
    var length = metres
    var found = a
    for _ in 0..<5 {
      let place = frame.place(x: length * s, y: length * c)
      found = (place.longitude, place.latitude)
      length *=
        metres
        / Geodesic.wgs84.distanceMetres(
          fromLongitude: a.0, latitude: a.1, toLongitude: found.0, latitude: found.1)
    }
    return found
  }

  private static func sineAndCosine(_ degrees: Double) -> (Double, Double) {
    let lanes = TransverseMercator.Taylor.sineAndCosine(
      SIMD4(repeating: (degrees / 4) * .pi / 180))
    var (s, c) = (lanes.0[0], lanes.1[0])
    for _ in 0..<2 { (s, c) = (2 * s * c, 1 - 2 * s * s) }
    return (s, c)
  }

  @Test(
    "a distance is the geodesic, at 0 to 12 degrees from the centre", arguments: centres,
    [10.0, 100, 300, 1_000, 3_000, 9_990, 10_010, 50_000, 800_000])
  func distances(centre: (Double, Double), metres: Double) throws {
    let (crs, ground) = GroundScale.metric(centredOn: centre.0, centre.1)
    let move = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    var dice = SplitMix64(seed: UInt64(metres))
    // Rounded to 1 µm; what is left out at 10 km is 3 µm.
    let tolerance = max(0.6e-6, metres > 1_000 && metres < 10_000 ? 4e-6 : 0)
    for degrees in [0.01, 1, 3, 6, 9, 12] {
      for _ in 0..<40 {
        let (a, b) = Self.pair(centre, degrees: degrees, metres: metres, &dice)
        let right = Geodesic.wgs84.distanceMetres(
          fromLongitude: a.0, latitude: a.1, toLongitude: b.0, latitude: b.1)
        let from = try #require(move.transform(x: a.0, y: a.1))
        let to = try #require(move.transform(x: b.0, y: b.1))
        let found = ground.metres(fromX: from.x, y: from.y, toX: to.x, y: to.y)
        #expect(abs(found - right) < tolerance, "\(a) \(b)")
        #expect(found == ground.metres(fromX: to.x, y: to.y, toX: from.x, y: from.y))
        // Bounds hold.
        let plane = ((to.x - from.x) * (to.x - from.x) + (to.y - from.y) * (to.y - from.y))
          .squareRoot()
        let reach = ground.reach(ofMetres: found, fromX: from.x, y: from.y)
        #expect(reach.surely < plane && plane <= reach.perhaps)
        let box = (min(from.x, to.x), max(from.x, to.x), min(from.y, to.y), max(from.y, to.y))
        #expect(
          plane <= found * ground.greatestScale(overX: box.0...box.1, y: box.2...box.3) + 1e-5)
      }
    }
  }

  @Test(
    "a circle holds what is a millimetre within it for each kilometre, and nothing beyond",
    arguments: centres, [100.0, 300, 1_000, 5_000])
  func circles(centre: (Double, Double), radius: Double) throws {
    let (crs, ground) = GroundScale.metric(centredOn: centre.0, centre.1)
    let move = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    var dice = SplitMix64(seed: UInt64(radius))
    let margin = radius * 1e-7 + 1e-6
    for degrees in [0.01, 3, 6, 12] {
      let (a, _) = Self.pair(centre, degrees: degrees, metres: 1, &dice)
      let from = try #require(move.transform(x: a.0, y: a.1))
      let circle = ground.circle(aroundX: from.x, y: from.y, metres: radius)
      for azimuth in stride(from: 0.0, to: 360, by: 7.5) {
        for (metres, isIn) in [(radius - margin, true), (radius + margin, false)] {
          let b = Self.place(metres, azimuth, from: a)
          let to = try #require(move.transform(x: b.0, y: b.1))
          let (dx, dy) = (to.x - circle.x, to.y - circle.y)
          #expect(((dx * dx + dy * dy).squareRoot() <= circle.radius) == isIn, "\(a) \(azimuth)")
          // In the coordinates of a place 80 m beside the rim.
          let own = Self.place(80, azimuth * 3, from: b)
          let at = try #require(move.transform(x: own.0, y: own.1))
          let frame = try #require(ground.frame(atX: at.x, y: at.y))
          let local = frame.circle(aroundX: from.x, y: from.y, metres: radius)
          let place = frame.position(x: to.x, y: to.y)
          let (lx, ly) = (place.x - local.x, place.y - local.y)
          let rest = (lx * lx + ly * ly).squareRoot() - local.radius
          #expect(abs(rest - (metres - radius)) < 2e-6, "\(a) \(azimuth) \(rest)")
        }
      }
    }
  }

  @Test("what is measured does not depend on the plane")
  func planes() throws {
    var dice = SplitMix64(seed: 9)
    let definitions = ["EPSG:4547", "EPSG:4546", "EPSG:4526", "EPSG:32649", "EPSG:32650"]
    let grounds = try definitions.map { text -> (Transformer, GroundScale) in
      let crs = try CRS(parsing: text)
      return (
        try CoordinateTransform(from: .wgs84, to: crs).makeTransformer(),
        try #require(GroundScale(of: crs, aroundLatitude: 35))
      )
    }
    for _ in 0..<500 {
      let (a, b) = Self.pair(
        (113, 35), degrees: 4, metres: .random(in: 1...5_000, using: &dice), &dice)
      let found = try grounds.map { move, ground in
        let from = try #require(move.transform(x: a.0, y: a.1))
        let to = try #require(move.transform(x: b.0, y: b.1))
        return ground.metres(fromX: from.x, y: from.y, toX: to.x, y: to.y)
      }
      for metres in found { #expect(abs(metres - found[0]) <= 2e-6) }
    }
    for text in ["EPSG:3857", "EPSG:4490", "GCJ-02", "+proj=lcc +lat_1=25 +lat_2=47 +lon_0=105"] {
      #expect(GroundScale(of: try CRS(parsing: text), aroundLatitude: 35) == nil)
    }
  }

  @Test("a small area is that on the ellipsoid")
  func areas() throws {
    let (crs, ground) = GroundScale.metric(centredOn: 113, 34)
    let move = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
    for offset in [0.0, 3, 8, 12] {
      let (longitude, latitude) = (113 + offset, 34 - offset / 2)
      let xs = [0, 0.002, 0.002, 0].map { longitude + $0 }
      let ys = [0, 0, 0.001, 0.001].map { latitude + $0 }
      let right = Geodesic.wgs84.areaSquareMetres(longitudes: xs.span, latitudes: ys.span)
      let points = try zip(xs, ys).map { try #require(move.transform(x: $0, y: $1)) }
      var twice = 0.0
      for index in points.indices {
        let (p, q) = (points[index], points[(index + 1) % points.count])
        twice +=
          (p.x - points[0].x) * (q.y - points[0].y) - (q.x - points[0].x) * (p.y - points[0].y)
      }
      let (x, y) = (points.map(\.x).reduce(0, +) / 4, points.map(\.y).reduce(0, +) / 4)
      let found = ground.squareMetres(abs(twice) / 2, atX: x, y: y)
      #expect(abs(found / right - 1) < 2e-9, "\(offset)")
    }
  }

  @Test("a plane of its own is the truth, to the last bit")
  func plane() {
    let ground = GroundScale.plane
    #expect(ground.metres(fromX: 3, y: 0.1, toX: 4e5, y: 7e6) == (3 - 4e5).distance(0.1 - 7e6))
    #expect(ground.scale(atX: 1e9, y: -1e9) == 1)
    #expect(ground.reach(ofMetres: .infinity, fromX: 0, y: 0) == (.infinity, .infinity))
    #expect(ground.circle(aroundX: 1, y: 2, metres: 3) == (1, 2, 3))
    #expect(ground.frame(atX: 0, y: 0) == nil)
    #expect(ground.doubt(atX: 1, over: 1e6) == 0)
    #expect(ground.metres(fromX: .nan, y: 0, toX: 0, y: 0).isNaN)
  }
}

extension Double {
  fileprivate func distance(_ other: Double) -> Double {
    (self * self + other * other).squareRoot()
  }
}
