import TestSupport
import Testing
import Workers

@testable import Planar
@testable import Walking

@Suite("Isochrones")
struct IsochroneTests {
  typealias Segment = (a: Point, b: Point)

  /// The reached ground, worked out from distances to nodes by the slow way.
  static func ground(
    _ network: WalkNetwork, _ place: NetworkPosition, limit: Double, sense: WalkSense
  ) -> [Segment] {
    let ticks = Int64((limit * 16_384).rounded(.down))
    // Positions at both ends of every edge stand for the nodes.
    var places = [place]
    for edge in 0..<network.edgeCount {
      for along in [0, network.edgeLengths[edge]] {
        places.append(NetworkPosition(edge: edge, along: along, straight: 0, x: 0, y: 0))
      }
    }
    let slow = SlowWalk(network, with: places)
    let from = slow.distances(from: 0)
    func used(_ index: Int) -> Int64? {
      let walk = sense == .fromPlace ? from[index] : slow.distances(from: index)[0]
      return walk.map { $0 + Int64(place.straight) }
    }
    var result: [Segment] = []
    for edge in 0..<network.edgeCount {
      let length = Int64(network.edgeLengths[edge])
      let isOneWay = network.edgeIsOneWay[edge] == 1
      var parts: [(Int64, Int64)] = []
      if !isOneWay || sense == .fromPlace, let first = used(1 + 2 * edge), first <= ticks {
        parts.append((0, min(length, ticks - first)))
      }
      if !isOneWay || sense == .toPlace, let last = used(2 + 2 * edge), last <= ticks {
        parts.append((max(0, length - (ticks - last)), length))
      }
      let rest = ticks - Int64(place.straight)
      if edge == place.edge, rest >= 0 {
        let along = Int64(place.along)
        parts.append(
          (
            isOneWay && sense == .fromPlace ? along : max(0, along - rest),
            isOneWay && sense == .toPlace ? along : min(length, along + rest)
          ))
      }
      for (low, high) in parts { result += pieces(network, edge, low, high) }
    }
    return result
  }

  static func pieces(_ network: WalkNetwork, _ edge: Int, _ low: Int64, _ high: Int64) -> [Segment]
  {
    var result: [Segment] = []
    for vertex in Int(network.vertexOffsets[edge])..<Int(network.vertexOffsets[edge + 1]) - 1 {
      let start = Int64(network.vertexAlong[vertex])
      let end = Int64(network.vertexAlong[vertex + 1])
      guard low <= end, high >= start else { continue }
      func point(_ along: Int64) -> Point {
        let share = end > start ? Double(along - start) / Double(end - start) : 0
        return Point(
          x: network.vertexX[vertex] * (1 - share) + network.vertexX[vertex + 1] * share,
          y: network.vertexY[vertex] * (1 - share) + network.vertexY[vertex + 1] * share)
      }
      result.append((point(max(low, start)), point(min(high, end))))
    }
    return result
  }

  /// Both laws, by points on the ground, on the outline, and anywhere.
  static func expectLaws(
    _ shape: Geometry, _ ground: [Segment], offset: Double, using random: inout SplitMix64
  ) throws {
    let validity = try GeometryEngine().validity(of: shape)
    #expect(validity == .valid)
    let column = shape.column
    func fromGround(_ x: Double, _ y: Double) -> Double {
      ground.map { EdgeLocatorTests.distance(Point(x: x, y: y), $0.a, $0.b) }.min() ?? .infinity
    }
    column.withBuffers { buffers in
      for (a, b) in ground {
        for step in 0...16 {
          let share = Double(step) / 16
          let x = a.x + share * (b.x - a.x)
          let y = a.y + share * (b.y - a.y)
          #expect(buffers.contains(shape.row, x: x, y: y), "reached (\(x) \(y))")
        }
      }
      for ring in column.rings(ofRow: shape.row) {
        let vertices = column.vertices(of: ring)
        #expect(vertices.count >= 4)
        for vertex in vertices.dropFirst() {
          let (ax, ay) = (column.x[vertex - 1], column.y[vertex - 1])
          let (bx, by) = (column.x[vertex], column.y[vertex])
          for share in [0.25, 0.5, 1] {
            let x = ax + share * (bx - ax)
            let y = ay + share * (by - ay)
            #expect(fromGround(x, y) <= StreetBand.farthest * offset)
          }
        }
      }
      let box = shape.envelope
      for _ in 0..<400 {
        let x = Double.random(in: box.minX...box.maxX, using: &random)
        let y = Double.random(in: box.minY...box.maxY, using: &random)
        if buffers.contains(shape.row, x: x, y: y) {
          #expect(fromGround(x, y) <= StreetBand.farthest * offset)
        }
      }
    }
  }

  @Test("every reached point is inside, nothing is far from them", arguments: 0..<250)
  func laws(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let side = [40.0, 400.0, 2_000.0].randomElement(using: &random) ?? 400.0
    var lines = StreetLines.random(
      vertices: Int.random(in: 3...18, using: &random),
      lines: Int.random(in: 1...10, using: &random), side: side, using: &random)
    // As far out as projected coordinates are.
    for vertex in lines.x.indices {
      lines.x[vertex] += 500_000
      lines.y[vertex] += 3_800_000
    }
    let network = try WalkNetwork(lines: lines, crs: "local")
    if network.edgeCount == 0 { return }
    let place = network.randomPosition(using: &random)
    var places = NetworkPositions()
    places.append(place)
    places.append(nil)
    let offset = Double.random(in: 4...40, using: &random)
    let limits = (0..<3).map { _ in
      place.straightMetres + Double.random(in: -10...side, using: &random)
    }
    let sense = Bool.random(using: &random) ? WalkSense.toPlace : .fromPlace
    let shapes = try await network.isochrones(
      of: places, within: limits, offset: offset, sense: sense, workers: Workers(count: 1))
    #expect(shapes.count == 3)
    for (limit, column) in zip(limits, shapes) {
      #expect(column.count == 2)
      #expect(column.kinds[1] == .none)
      let ground = Self.ground(network, place, limit: limit, sense: sense)
      guard limit >= place.straightMetres else {
        #expect(column.kinds[0] == .none)
        continue
      }
      #expect(column.kinds[0] == .polygon)
      try Self.expectLaws(column[0], ground, offset: offset, using: &random)
    }
    // A shorter limit's area is in a longer one's.
    for (a, inner) in limits.enumerated() {
      for (b, outer) in limits.enumerated() where inner < outer && inner >= place.straightMetres {
        #expect(try GeometryEngine().covers(shapes[b][0], shapes[a][0]))
      }
    }
  }

  @Test("a block surrounded by streets is a hole, as long as something of it is far enough away")
  func holes() async throws {
    let network = try WalkNetwork(
      lines: .grid(columns: 5, lines: 5, spacing: 200), crs: "local")
    var places = NetworkPositions()
    places.append(network.position(atX: 400, y: 400))
    let workers = Workers(count: 2)
    func rings(_ limit: Double, _ offset: Double) async throws -> Int {
      try await network.isochrones(
        of: places, within: [limit], offset: offset, workers: workers)[0].rings(ofRow: 0).count
    }
    #expect(try await rings(1_000, 25) == 17)
    #expect(try await rings(400, 25) == 5)
    #expect(try await rings(399, 0.5) == 1)
    #expect(try await rings(300, 25) == 1)
    #expect(try await rings(1_000, 400) == 1)
  }

  @Test("places of one group reach together what each reaches")
  func groups() async throws {
    let network = try WalkNetwork(
      lines: .grid(columns: 8, lines: 8, spacing: 100), crs: "local")
    let locator = EdgeLocator(network)
    var places = NetworkPositions()
    for (x, y) in [(130.0, 100.0), (170, 100), (600, 540)] {
      places.append(locator.nearest(toX: x, y: y, within: 1))
    }
    places.append(nil)
    let workers = Workers(count: 1)
    let limits = [90.0, 250]
    let single = try await network.isochrones(
      of: places, within: limits, offset: 10, workers: workers)
    let groups = try await network.isochrones(
      of: places, groupedBy: [0, 3, 3, 4], within: limits, offset: 10, workers: workers)
    let engine = GeometryEngine()
    for (single, groups) in zip(single, groups) {
      #expect(groups.count == 3)
      #expect(groups.kinds[1] == .none && groups.kinds[2] == .none)
      let union = try engine.union(of: single.selecting([0, 1, 2]))
      let both = try engine.intersection(union, groups[0]).area
      #expect(groups[0].area > 1_000)
      // Each outline is simplified by a little.
      #expect(both > 0.98 * union.area)
      #expect(both > 0.98 * groups[0].area)
    }
  }

  @Test("nothing reached is an empty geometry; a single reached point is an area")
  func little() async throws {
    let network = try WalkNetwork(
      lines: .grid(columns: 3, lines: 3, spacing: 100), crs: "local")
    let locator = EdgeLocator(network)
    var places = NetworkPositions()
    places.append(locator.nearest(toX: 150, y: 120, within: 50))
    places.append(nil)
    let workers = Workers(count: 1)
    let shapes = try await network.isochrones(
      of: places, within: [20, 20.0.nextDown, -1, 30], offset: 10, workers: workers)
    #expect(shapes.map { $0.kinds[0] } == [.polygon, .none, .none, .polygon])
    #expect(shapes.allSatisfy { $0.kinds[1] == .none })
    #expect(shapes[0].withBuffers { $0.contains(0, x: 150, y: 100) })
    let none = try await network.isochrones(
      of: NetworkPositions(), within: [300], offset: 10, workers: workers)
    #expect(none.map(\.count) == [0])
    #expect(
      try await network.isochrones(of: places, within: [], offset: 10, workers: workers).isEmpty)
  }

  @Test("measures that draw nothing or too much are errors")
  func errors() async throws {
    let network = try WalkNetwork(
      lines: .grid(columns: 300, lines: 2, spacing: 100), crs: "local")
    var places = NetworkPositions()
    places.append(network.position(atX: 15_000, y: 0))
    let workers = Workers(count: 1)
    for offset in [0, -1, Double.nan, .infinity] {
      await #expect(throws: NetworkError.self) {
        try await network.isochrones(
          of: places, within: [300], offset: offset, workers: workers)
      }
    }
    let error = await #expect(throws: NetworkError.self) {
      try await network.isochrones(of: places, within: [14_000], offset: 1e-3, workers: workers)
    }
    #expect(error?.description.contains("give a larger offset or a shorter limit") == true)
  }

  @Test("ground apart gives shells apart, each with its own holes", arguments: 0..<60)
  func shells(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    // Rings of ground around each other and beside each other.
    var ground: [Segment] = []
    for (x, size) in [(0.0, 100.0), (0, 40), (0, 10), (300, 60), (300, 2)] {
      let corners = [(-1.0, -1.0), (1, -1), (1, 1), (-1, 1), (-1, -1)].map {
        Point(
          x: x + size * $0.0 + Double.random(in: 0..<1, using: &random),
          y: size * $0.1 + Double.random(in: 0..<1, using: &random))
      }
      for (a, b) in zip(corners, corners.dropFirst()) { ground.append((a, b)) }
    }
    for _ in 0..<Int.random(in: 0...20, using: &random) {
      let a = Point(
        x: Double.random(in: -200..<500, using: &random),
        y: Double.random(in: -200..<200, using: &random))
      ground.append(
        (
          a,
          Point(
            x: a.x + Double.random(in: -60..<60, using: &random),
            y: a.y + Double.random(in: -60..<60, using: &random))
        ))
    }
    var box = Envelope.empty
    for segment in ground {
      box.expand(toInclude: segment.a.x, segment.a.y)
      box.expand(toInclude: segment.b.x, segment.b.y)
    }
    let offset = Double.random(in: 2...9, using: &random)
    var field = DistanceField(band: StreetBand(offset: offset))
    try field.reset(
      to: box, on: .plane(aroundX: 0, y: 0, cell: field.band.cell), offset: offset)
    for segment in ground {
      field.add(fromX: segment.a.x, y: segment.a.y, toX: segment.b.x, y: segment.b.y)
    }
    var column = GeometryColumn()
    var tracer = OutlineTracer()
    tracer.trace(field, isLast: true, into: &column)
    #expect(column.kinds == [.multiPolygon])
    try Self.expectLaws(column[0], ground, offset: offset, using: &random)
  }

  @Test("any number of workers draws the same")
  func workers() async throws {
    var random = SplitMix64(seed: 6)
    let network = try WalkNetwork(
      lines: .random(vertices: 200, lines: 120, side: 2_000, using: &random), crs: "local")
    let places = network.randomPositions(300, using: &random)
    let one = try await network.isochrones(
      of: places, within: [400, 800], offset: 20, workers: Workers(count: 1))
    let three = try await network.isochrones(
      of: places, within: [400, 800], offset: 20, workers: Workers(count: 3))
    #expect(one == three)
  }
}
