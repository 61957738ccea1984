import Geodesy
import TestSupport
import Testing
import Workers

@testable import Planar
@testable import Walking

/// Areas as they are printed: in degrees, on the ground.
@Suite("Isochrones on the ground")
struct GroundAreaTests {
  /// Streets around a town, in the plane around a middle.
  struct Town {
    let network: WalkNetwork
    let toDegrees: CoordinateTransform
    let locator: AccessLocator
    let toPlane: Transformer

    /// - Parameter streets: In thousandths of a degree from the home of all towns.
    init(_ streets: StreetLines, middle: (Double, Double)) async throws {
      let (crs, ground) = GroundScale.metric(centredOn: middle.0, middle.1)
      toDegrees = CoordinateTransform(from: crs, to: .wgs84)
      toPlane = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
      var lines = streets
      lines.ground = ground
      for vertex in lines.x.indices {
        let place = try #require(
          toPlane.transform(
            x: 115.65 + streets.x[vertex] / 1_000, y: 34.44 + streets.y[vertex] / 1_000))
        (lines.x[vertex], lines.y[vertex]) = (place.x, place.y)
      }
      network = try WalkNetwork(lines: lines, crs: crs.definition)
      locator = await AccessLocator(network, on: ground, workers: Workers(count: 2))
    }

    func column(_ points: [Point]) throws -> GeometryColumn {
      GeometryColumn(
        points: try points.map {
          let place = try #require(
            toPlane.transform(x: 115.65 + $0.x / 1_000, y: 34.44 + $0.y / 1_000))
          return Point(x: place.x, y: place.y)
        })
    }

    func areas(
      of points: [Point], within limits: [Double], offset: Double
    ) async throws -> [GeometryColumn] {
      let workers = Workers(count: 2)
      let sites = try column(points)
      let found = try await locator.places(
        of: sites, in: points.map { _ in -1 }, within: 200, workers: workers)
      return try await network.isochrones(
        of: found.places.positions, groupedBy: found.places.offsets, within: limits,
        offset: offset, sites: sites, to: toDegrees, workers: workers)
    }
  }

  static func streets(using random: inout SplitMix64) -> StreetLines {
    // Some 1.5 km to both sides; ten decimals, as data has them or less.
    var lines = StreetLines.random(
      vertices: Int.random(in: 6...40, using: &random),
      lines: Int.random(in: 4...24, using: &random), side: 14, using: &random)
    for vertex in lines.x.indices {
      lines.x[vertex] = (lines.x[vertex] * 1e4).rounded() / 1e4
      lines.y[vertex] = (lines.y[vertex] * 1e4).rounded() / 1e4
    }
    return lines
  }

  static func places(_ count: Int, using random: inout SplitMix64) -> [Point] {
    (0..<count).map { _ in
      Point(
        x: (Double.random(in: 0..<14, using: &random) * 1e4).rounded() / 1e4,
        y: (Double.random(in: 0..<14, using: &random) * 1e4).rounded() / 1e4)
    }
  }

  @Test("what is printed is what was drawn, and each area lies in the next", arguments: 0..<60)
  func nested(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let streets = Self.streets(using: &random)
    let town = try await Town(streets, middle: (116, 34))
    if town.network.edgeCount == 0 { return }
    let offset = [1, 3, 12.5, 25, 80][Int(seed % 5)]
    let longest = offset < 5 ? 400.0 : 1_500
    // Close together and far apart.
    let first = Double.random(in: 20...longest, using: &random)
    let limits = [first, first + 0.01, first + 1, first * 1.1, longest].sorted()
    let engine = GeometryEngine()
    let columns = try await town.areas(
      of: Self.places(3, using: &random), within: limits, offset: offset)
    for row in 0..<3 {
      let areas = columns.map { $0[row] }
      for area in areas where area.kind != .none {
        #expect(try engine.validity(of: area) == .valid)
        let (x, y) = (area.column.x, area.column.y)
        for vertex in area.column.vertices(ofRow: row) {
          #expect((x[vertex] * 1e7).rounded() / 1e7 == x[vertex])
          #expect((y[vertex] * 1e7).rounded() / 1e7 == y[vertex])
        }
      }
      for (inner, outer) in zip(areas, areas.dropFirst()) where inner.kind != .none {
        #expect(try engine.covers(outer, inner))
      }
    }
  }

  static func alone(_ geometry: Geometry) -> GeometryColumn {
    var column = GeometryColumn()
    column.append(row: geometry.row, of: geometry.column)
    return column
  }

  @Test("other places change nothing", arguments: UInt64(0)..<40)
  func alone(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let town = try await Town(Self.streets(using: &random), middle: (116, 34))
    if town.network.edgeCount == 0 { return }
    let places = Self.places(4, using: &random)
    let areas = try await town.areas(of: places, within: [300, 900], offset: 25)
    let alone = try await town.areas(of: [places[2]], within: [300, 900], offset: 25)
    for (all, alone) in zip(areas, alone) { #expect(Self.alone(all[2]) == alone) }
  }

  @Test("the plane of the run changes nothing that is seen", arguments: UInt64(0)..<40)
  func planes(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    // Streets that are 200 m from bend to bend.
    var streets = StreetLines.grid(columns: 9, lines: 8, spacing: 1.8)
    for vertex in streets.x.indices {
      streets.x[vertex] =
        ((streets.x[vertex] + .random(in: 0...0.5, using: &random)) * 1e4)
        .rounded() / 1e4
      streets.y[vertex] =
        ((streets.y[vertex] + .random(in: 0...0.5, using: &random)) * 1e4)
        .rounded() / 1e4
    }
    let places = Self.places(4, using: &random)
    let areas = try await Town(streets, middle: (116, 34))
      .areas(of: places, within: [300, 900], offset: 25)
    var (equal, all) = (0, 0)
    for middle in [(115.0, 34.0), (117, 36), (113, 31)] {
      let moved = try await Town(streets, middle: middle)
        .areas(of: places, within: [300, 900], offset: 25)
      for (a, b) in zip(areas, moved) {
        // Ends of walks are known to 0.06 mm, which now and then is the next 10⁻⁷ degrees, and seldom
        // another vertex.
        for row in 0..<places.count where a.kinds[row] != .none {
          #expect(abs(a[row].area - b[row].area) < 2e-4 * a[row].area, "\(middle)")
          if Self.alone(a[row]) == Self.alone(b[row]) { equal += 1 }
          all += 1
        }
      }
    }
    #expect(Double(equal) >= 0.6 * Double(all), "\(equal) of \(all)")
  }

  @Test("a place lies in its own area, whatever lies between it and the street")
  func ownArea() async throws {
    var random = SplitMix64(seed: 3)
    for _ in 0..<20 {
      let town = try await Town(Self.streets(using: &random), middle: (116, 34))
      if town.network.edgeCount == 0 { continue }
      let places = Self.places(20, using: &random)
      for area in try await town.areas(of: places, within: [400, 800], offset: 2) {
        area.withBuffers { buffers in
          for row in places.indices where buffers.kinds[row] != .none {
            #expect(
              buffers.contains(
                row, x: 115.65 + places[row].x / 1_000, y: 34.44 + places[row].y / 1_000))
          }
        }
      }
    }
  }
}
