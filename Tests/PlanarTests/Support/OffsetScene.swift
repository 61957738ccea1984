import Foundation
import TestSupport

@testable import Planar

/// One polygon, and areas, lines and points that are to cover it within a radius.
struct OffsetScene {
  var parcel = GeometryColumn()
  /// Polygons, lines of two points and points.
  var shapes = GeometryColumn()
  var radius = 1.0

  /// Some scenes are anywhere, others all ties: touching areas, edges in line, corners at the radius.
  init(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    if seed % 2 == 0 {
      parcel = RandomShape.polygon(using: &random)
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        shapes.append(contentsOf: Self.anywhere(using: &random))
      }
      radius = Double.random(in: 0.05...6, using: &random)
      if seed % 8 == 0 { radius /= 50 }
    } else {
      parcel = try RandomShape.lattice(using: &random, in: GeometryEngine())
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        shapes.append(contentsOf: try Self.onLattice(using: &random))
      }
      radius = [1, 2, 0.5, 2.0.squareRoot(), 3, 0.25].randomElement(using: &random) ?? 1
    }
  }

  init(_ parcel: GeometryColumn, _ shapes: GeometryColumn..., radius: Double) {
    self.parcel = parcel
    for shape in shapes { self.shapes.append(contentsOf: shape) }
    self.radius = radius
  }

  private static func anywhere(using random: inout SplitMix64) -> GeometryColumn {
    let x = Double.random(in: -11...11, using: &random)
    let y = Double.random(in: -11...11, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return GeometryColumn(points: [Point(x: x, y: y)])
    case 1:
      // A sliver.
      return polygon([(x, y), (x + 4, y + 1), (x + 4, y + 1.001), (x + 1, y + 0.2505)])
    case 2:
      var column = polygon(rings: [
        RandomShape.star(x: x, y: y, radii: 1...3, vertices: 12, using: &random),
        RandomShape.star(x: x, y: y, radii: 0.1...0.8, vertices: 5, using: &random),
      ])
      column = column.repeatingVertices
      return column
    default:
      let vertices = Int.random(in: 3...15, using: &random)
      return polygon(rings: [
        RandomShape.star(x: x, y: y, radii: 0.3...3, vertices: vertices, using: &random)
      ])
    }
  }

  private static func onLattice(using random: inout SplitMix64) throws -> GeometryColumn {
    if Int.random(in: 0..<4, using: &random) == 0 {
      let x = Double(Int.random(in: -8...8, using: &random)) / 2
      let y = Double(Int.random(in: -4...4, using: &random))
      return GeometryColumn(points: [Point(x: x, y: y)])
    }
    return try RandomShape.lattice(using: &random, in: GeometryEngine())
  }

  // MARK: Answers

  func share(shuffledBy seed: UInt64? = nil) -> Double { measured(shuffledBy: seed).share }

  func area() -> Double { measured(shuffledBy: nil).area }

  private func measured(shuffledBy seed: UInt64?) -> (share: Double, area: Double) {
    var cover = OffsetCover()
    var capsules: [Capsule] = []
    for row in 0..<shapes.count {
      if shapes.kinds[row] == .point {
        let vertex = shapes.vertices(ofRow: row).lowerBound
        capsules.append(Capsule(Disc(x: shapes.x[vertex], y: shapes.y[vertex], radius: radius)))
      }
      for ring in shapes.rings(ofRow: row) {
        for vertex in shapes.vertices(of: ring).dropFirst() {
          capsules.append(
            Capsule(
              ax: shapes.x[vertex - 1], ay: shapes.y[vertex - 1], bx: shapes.x[vertex],
              by: shapes.y[vertex], radius: radius))
        }
      }
    }
    if let seed {
      var random = SplitMix64(seed: seed)
      capsules.shuffle(using: &random)
    }
    for capsule in capsules { cover.insert(capsule) }
    for row in 0..<shapes.count where shapes.kinds[row].isPolygon { cover.insert(area: row) }
    return parcel.withBuffers { parcel in
      shapes.withBuffers { shapes in
        (
          cover.share(of: 0, in: parcel, areas: shapes),
          cover.coveredArea(of: 0, in: parcel, areas: shapes)
        )
      }
    }
  }

  /// From a position to the nearest shape.
  func distance(_ x: Double, _ y: Double) -> Double {
    shapes.withBuffers { buffers in
      (0..<buffers.count).reduce(.infinity) { min($0, buffers.distance($1, toX: x, y: y)) }
    }
  }

  /// With polygons in the place of arcs, which lie within them.
  func areaByGEOS(segmentsPerQuadrant: Int, radius: Double? = nil) throws -> Double {
    let engine = GeometryEngine()
    var offsets = GeometryColumn()
    for row in 0..<shapes.count {
      offsets.append(
        try engine.buffer(
          shapes[row], by: radius ?? self.radius, segmentsPerQuadrant: segmentsPerQuadrant))
    }
    return try engine.intersection(parcel[0], engine.union(of: offsets)).area
  }

  /// By how much that may be too little.
  func loss(segmentsPerQuadrant: Int) -> Double {
    let angle = Double.pi / 2 / Double(segmentsPerQuadrant)
    // Every vertex has less than a whole turn of arc.
    return Double(shapes.vertexCount) * Double.pi * radius * radius * angle * angle / 6
  }
}

extension GeometryColumn {
  /// The first row, a polygon, with every vertex twice.
  var repeatingVertices: GeometryColumn {
    var column = GeometryColumn()
    for ring in rings(ofRow: 0) {
      for vertex in vertices(of: ring) {
        column.appendVertex(x: x[vertex], y: y[vertex])
        column.appendVertex(x: x[vertex], y: y[vertex])
      }
      column.endRing()
    }
    column.endPart()
    column.endRow(.polygon)
    return column
  }

  /// The first row, a polygon, with points in line on every edge.
  func densified(_ pieces: Int) -> GeometryColumn {
    var column = GeometryColumn()
    for ring in rings(ofRow: 0) {
      let vertices = vertices(of: ring)
      for vertex in vertices.dropLast() {
        for piece in 0..<pieces {
          let share = Double(piece) / Double(pieces)
          column.appendVertex(
            x: x[vertex] + share * (x[vertex + 1] - x[vertex]),
            y: y[vertex] + share * (y[vertex + 1] - y[vertex]))
        }
      }
      let first = vertices.lowerBound
      column.appendVertex(x: x[first], y: y[first])
      column.endRing()
    }
    column.endPart()
    column.endRow(.polygon)
    return column
  }
}
