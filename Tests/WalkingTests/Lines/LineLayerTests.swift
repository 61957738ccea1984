import Planar
import Testing

@testable import Walking

@Suite("Layers of lines")
struct LineLayerTests {
  typealias Path = [(x: Double, y: Double)]

  private func layer(_ paths: [Path], levels: [Int?] = []) -> LineLayer {
    var geometry = GeometryColumn()
    for path in paths {
      for vertex in path { geometry.appendVertex(x: vertex.x, y: vertex.y) }
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.lineString)
    }
    return LineLayer(geometry: geometry, levels: levels)
  }

  private func components(
    _ paths: [Path], levels: [Int?] = [], tolerance: Double = 0.5
  ) -> Int {
    StreetComponents(
      of: layer(paths, levels: levels).streets(tolerance: tolerance).lines
    ).count
  }

  @Test("ends join up to the tolerance, inclusive")
  func tolerance() {
    func paths(_ gap: Double) -> [Path] { [[(0, 0), (100, 0)], [(100 + gap, 0), (200, 0)]] }
    #expect(components(paths(0), tolerance: 0) == 1)
    #expect(components(paths(0.5)) == 1)
    #expect(components(paths(0.5.nextUp * 1.001)) == 2)
    #expect(components(paths(0.25), tolerance: 0) == 2)
    let joins = layer(paths(0.5)).streets(tolerance: 0.5).summary.joins
    #expect(joins?.places == 1 && joins?.movedPlaces == 1)
  }

  @Test("ends are linked through others in between, and meet where x is least")
  func chain() {
    let streets = layer([
      [(0.4, 0), (100, 0)], [(0, 0), (0, 100)], [(0.8, 0), (0, -100)],
    ]).streets(tolerance: 0.4)
    #expect(StreetComponents(of: streets.lines).count == 1)
    #expect(streets.lines.x.count == 4)
    #expect(streets.lines.x[0] == 0)
  }

  @Test("an end meets a vertex inside a line of its level")
  func junction() {
    let street: Path = [(0, 0), (50, 0), (100, 0)]
    let side: Path = [(50, 0.3), (50, 100)]
    let streets = layer([street, side]).streets(tolerance: 0.5)
    #expect(StreetComponents(of: streets.lines).count == 1)
    #expect(streets.lines.y[0] == 0 && streets.lines.y.max() == 100)
    #expect(streets.summary.joins?.endsOnLines == 1)
    let above = layer([street, side], levels: [0, 1]).streets(tolerance: 0.5)
    #expect(StreetComponents(of: above.lines).count == 2)
    #expect(above.summary.joins?.endsOnOtherLevels == 1)
    // No vertex there: the line gets one.
    #expect(components([[(0, 0), (100, 0)], side]) == 1)
    #expect(components([[(0, 0), (100, 0)], side], levels: [0, 1]) == 2)
  }

  @Test("lines that cross do not join, lines with a vertex in common do")
  func crossing() {
    #expect(components([[(0, 0), (100, 0)], [(50, -50), (50, 50)]]) == 2)
    let shared: [Path] = [[(0, 0), (50, 0), (100, 0)], [(50, -50), (50, 0), (50, 50)]]
    #expect(components(shared) == 1)
    #expect(components(shared, levels: [0, 1]) == 2)
  }

  @Test("a bridge goes on in a street, and stays apart from what is cut below it")
  func levels() {
    let bridge: [Path] = [
      [(-100, 0), (-20, 0)], [(-20, 0), (0, 0)], [(0, 0), (20, 0)], [(20, 0), (100, 0)],
    ]
    let below: [Path] = [[(0, -100), (0, 0)], [(0, 0), (0, 100)]]
    #expect(components(bridge, levels: [0, 1, 1, 0]) == 1)
    #expect(components(bridge + below, levels: [0, 1, 1, 0, 0, 0]) == 2)
    #expect(components(bridge + below) == 1)
    // A tunnel that ends below a bridge's end, beside a street that ends there: the nearest level.
    let ends: [Path] = [[(0, 0), (100, 0)], [(0, 0), (0, 100)], [(0, 0), (0, -100)]]
    #expect(components(ends, levels: [.max, 0, .min]) == 1)
  }

  @Test("the ends of a line do not swallow its own vertices")
  func ownVertices() {
    let curve: Path = (0...100).map { (Double($0) * 0.2, 0) }
    let streets = layer([curve]).streets(tolerance: 0.5)
    #expect(streets.lines.x.count == 101)
    // A line that comes back to a point of its own.
    let loop: Path = [(0, 0), (100, 0), (200, 0), (200, 100), (100, 0)]
    #expect(layer([loop]).streets(tolerance: 0.5).lines.x.count == 4)
  }

  @Test("multilines are several lines, and what is no line is counted")
  func geometries() {
    var geometry = GeometryColumn()
    for start in [0.0, 200] {
      geometry.appendVertex(x: start, y: 0)
      geometry.appendVertex(x: start + 100, y: 0)
      geometry.endRing()
      geometry.endPart()
    }
    geometry.endRow(.multiLineString)
    geometry.appendPoint(x: 0, y: 0)
    geometry.appendNone()
    geometry.appendVertex(x: .nan, y: 0)
    geometry.appendVertex(x: 1e300, y: 0)
    geometry.endRing()
    geometry.endPart()
    geometry.endRow(.lineString)
    let streets = LineLayer(geometry: geometry, sourceIDs: [7, 8, 9, 10]).streets(tolerance: 1)
    #expect(streets.lines.sourceIDs == [7, 7])
    #expect(streets.summary.joins?.unusableRows == 3)
    #expect(streets.summary.walkableMetres == 200)
    #expect(StreetInspection(streets).worries.contains(.unusableRows(count: 3)))
  }

  @Test("columns say who may walk, which way, and what became of short lines")
  func columns() {
    var columns = layer([[(0, 0), (100, 0)], [(100, 0), (200, 0)], [(200, 0), (200.1, 0)]])
    columns.isWalkable = [true, false, nil]
    columns.directions = [.backward, nil, nil]
    let streets = columns.streets(tolerance: 0.5)
    #expect(streets.lines.directions == [.backward])
    #expect(streets.summary.metres(excludedFor: .forbidden) == 100)
    #expect(streets.summary.joins?.collapsedLines == 1)
    #expect(streets.summary.oneWayWays == 1)
    #expect(LineLayer(geometry: GeometryColumn()).streets(tolerance: 0).lines.count == 0)
  }

  @Test("what joins does not depend on the order of the rows", arguments: 0..<40)
  func order(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state >> 33) % bound
    }
    let rows: [(Path, Int?)] = (0..<60).map { _ in
      let path: Path = (0..<2 + random(3)).map { _ in
        (Double(random(8)) * 10 + Double(random(4)) * 0.2, Double(random(8)) * 10)
      }
      return (path, random(4) == 0 ? nil : random(3) - 1)
    }
    func summary(_ order: [Int]) -> (StreetSummary.Joins?, [Double]) {
      let streets = layer(order.map { rows[$0].0 }, levels: order.map { rows[$0].1 })
        .streets(tolerance: 0.3)
      let metres = StreetComponents(of: streets.lines).metres
      return (streets.summary.joins, metres.map { ($0 * 1e6).rounded() / 1e6 })
    }
    let plain = Array(rows.indices)
    var shuffled = plain
    for index in shuffled.indices { shuffled.swapAt(index, random(shuffled.count)) }
    let (one, other) = (summary(plain), summary(shuffled))
    #expect(one.0 == other.0)
    #expect(one.1 == other.1)
  }

  // MARK: Between vertices

  @Test("an end joins a street between its vertices, up to the tolerance, inclusive")
  func tee() {
    func lane(_ gap: Double) -> [Path] { [[(0, 0), (100, 0)], [(30, gap), (30, 100)]] }
    for gap in [0, 0.2, 0.5, -0.5] { #expect(components(lane(gap)) == 1, "\(gap)") }
    #expect(components(lane(0.5001)) == 2)
    #expect(components(lane(0), tolerance: 0) == 1)
    let streets = layer(lane(0.2)).streets(tolerance: 0.5)
    #expect(streets.summary.joins?.endsOnLines == 1 && streets.summary.joins?.crossings == 0)
    // The street stays straight and as long as it was; the lane is drawn longer.
    #expect(streets.lines.count == 2 && streets.lines.x.count == 4)
    #expect(abs(streets.lines.metres(of: 0) - 100) < 1e-9)
    #expect(abs(streets.lines.metres(of: 1) - 100) < 1e-9)
    // Two lanes that end at one place of it, and one on the other side.
    let three: [Path] = lane(0.1) + [[(30.1, 0.1), (60, 90)], [(30, -0.2), (30, -80)]]
    #expect(components(three) == 1)
    #expect(layer(three).streets(tolerance: 0.5).lines.x.count == 6)
  }

  @Test("crossings and touches without a vertex are counted, and joined where that is asked for")
  func crossings() {
    let cases: [(paths: [Path], levels: [Int?], count: Int)] = [
      ([[(0, 0), (100, 0)], [(50, -50), (50, 50)]], [], 1),
      ([[(0, 0), (100, 0)], [(50, -50), (50, 50)]], [0, 1], 0),
      // One bends at the other.
      ([[(0, 0), (100, 0)], [(20, 50), (50, 0), (80, 50)]], [], 1),
      // Two bend at one place, a rounding apart.
      ([[(0, 0), (50, 0.01), (100, 0)], [(20, 50), (50, 0.015), (80, 50)]], [], 1),
      // A vertex in common.
      ([[(0, 0), (50, 0), (100, 0)], [(50, -50), (50, 0), (50, 50)]], [], 0),
      // A lane that is drawn a little too long, and one that ends at the street.
      ([[(0, 0), (100, 0)], [(50, -0.2), (50, 50)]], [], 0),
      // A figure of eight.
      ([[(0, 0), (100, 100), (100, 0), (0, 100)]], [], 1),
    ]
    for (paths, levels, count) in cases {
      let apart = layer(paths, levels: levels).streets(tolerance: 0.5)
      #expect(apart.summary.joins?.crossings == count, "\(paths)")
      #expect(apart.summary.doubts.count == min(count, 1), "\(paths)")
      let joined = layer(paths, levels: levels).streets(tolerance: 0.5, joinsCrossings: true)
      #expect(joined.summary.doubts.isEmpty)
      let expected = levels.isEmpty ? 1 : paths.count
      #expect(StreetComponents(of: joined.lines).count == expected, "\(paths)")
    }
  }

  @Test("a grid of uncut lines is walked as a grid where its crossings are joined")
  func grid() {
    let rows: [Path] = (0...10).map { [(0, Double($0) * 100), (1000, Double($0) * 100)] }
    let columns: [Path] = (0...10).map { [(Double($0) * 100, 0), (Double($0) * 100, 1000)] }
    let apart = layer(rows + columns).streets(tolerance: 0.5)
    #expect(apart.summary.joins?.crossings == 81)
    let joined = layer(rows + columns).streets(tolerance: 0.5, joinsCrossings: true)
    #expect(joined.lines.x.count == 121)
    let walk = PlainWalk(joined.lines)
    #expect(abs((walk.route(from: (300, 250), to: (750, 600))?.metres ?? 0) - 800) < 1e-6)
  }

  @Test(
    "lines that are joined where they cross are those that a plain comparison joins",
    arguments: 0..<30)
  func crossingOracle(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func random() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    let paths: [Path] = (0..<60).map { _ in
      let start = (x: 1000 * random(), y: 1000 * random())
      return [start, (start.x + 200 * (random() - 0.5), start.y + 200 * (random() - 0.5))]
    }
    func turn(_ a: (x: Double, y: Double), _ b: (x: Double, y: Double), _ c: (x: Double, y: Double))
      -> Double
    {
      (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }
    var sets = DisjointSets(count: paths.count)
    var count = 0
    for one in paths.indices {
      for other in 0..<one {
        let (a, b, c, d) = (paths[one][0], paths[one][1], paths[other][0], paths[other][1])
        guard turn(a, b, c) * turn(a, b, d) < 0, turn(c, d, a) * turn(c, d, b) < 0 else { continue }
        count += 1
        sets.unite(one, other)
      }
    }
    let streets = layer(paths).streets(tolerance: 1e-6, joinsCrossings: true)
    #expect(streets.summary.joins?.crossings == count)
    #expect(
      StreetComponents(of: streets.lines).count
        == Set(paths.indices.map { sets.root(of: $0) }).count)
    let before = layer(paths).streets(tolerance: 1e-6)
    let metres = { (streets: Streets) in StreetComponents(of: streets.lines).totalMetres }
    #expect(abs(metres(streets) - metres(before)) < 1e-6)
  }
}
