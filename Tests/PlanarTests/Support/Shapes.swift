import Foundation
import TestSupport

@testable import Planar

/// A column of one polygon; rings are closed here.
func polygon(_ rings: [(Double, Double)]...) -> GeometryColumn { polygon(rings: rings) }

func polygon(rings: [[(Double, Double)]]) -> GeometryColumn {
  var column = GeometryColumn()
  for ring in rings {
    for (x, y) in ring { column.appendVertex(x: x, y: y) }
    if let (x, y) = ring.first { column.appendVertex(x: x, y: y) }
    column.endRing()
  }
  column.endPart()
  column.endRow(.polygon)
  return column
}

/// A column of one line.
func line(_ vertices: (Double, Double)...) -> GeometryColumn {
  var column = GeometryColumn()
  for (x, y) in vertices { column.appendVertex(x: x, y: y) }
  column.endRing()
  column.endPart()
  column.endRow(.lineString)
  return column
}

/// The corners of a rectangle, counter-clockwise.
func box(_ minX: Double, _ minY: Double, _ maxX: Double, _ maxY: Double) -> [(Double, Double)] {
  [(minX, minY), (maxX, minY), (maxX, maxY), (minX, maxY)]
}

extension GeometryColumn {
  /// The same column elsewhere.
  func moved(byX dx: Double, y dy: Double) -> GeometryColumn {
    var copy = self
    copy.withMutableCoordinates { xs, ys in
      for index in xs.indices { xs[index] += dx }
      for index in ys.indices { ys[index] += dy }
    }
    return copy
  }
}

/// Random polygons; all coordinates are multiples of 1/1024, so that moving by whole numbers up to
/// 4e6 is exact.
enum RandomShape {
  /// A star-shaped, mostly concave ring around a centre.
  static func star(
    x: Double, y: Double, radii: ClosedRange<Double>, vertices: Int,
    using random: inout SplitMix64
  ) -> [(Double, Double)] {
    (0..<vertices).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(vertices)
      let radius = Double.random(in: radii, using: &random)
      return (grid(x + radius * cos(angle)), grid(y + radius * sin(angle)))
    }
  }

  /// A concave polygon with up to two holes, either way round.
  static func polygon(using random: inout SplitMix64) -> GeometryColumn {
    let vertices = Int.random(in: 5...24, using: &random)
    var rings = [star(x: 0, y: 0, radii: 4...10, vertices: vertices, using: &random)]
    if Bool.random(using: &random) {
      rings.append(star(x: -1, y: 0, radii: 0.2...0.8, vertices: 7, using: &random))
    }
    if Bool.random(using: &random) {
      rings.append(star(x: 1, y: 0, radii: 0.2...0.8, vertices: 4, using: &random))
    }
    for index in rings.indices where Bool.random(using: &random) { rings[index].reverse() }
    return PlanarTests.polygon(rings: rings)
  }

  /// Cells of a lattice, dissolved: holes, notches, parts that touch at corners.
  static func lattice(
    using random: inout SplitMix64, in engine: GeometryEngine
  ) throws -> GeometryColumn {
    var cells = GeometryColumn()
    for _ in 0..<Int.random(in: 1...14, using: &random) {
      let x = Double(Int.random(in: -4...3, using: &random))
      let y = Double(Int.random(in: -4...3, using: &random))
      let width = Double(Int.random(in: 1...3, using: &random))
      cells.append(contentsOf: PlanarTests.polygon(rings: [box(x, y, x + width, y + 1)]))
    }
    var column = GeometryColumn()
    column.append(try engine.union(of: cells))
    return column
  }

  /// Discs anywhere near.
  static func discs(_ count: ClosedRange<Int>, using random: inout SplitMix64) -> [Disc] {
    (0..<Int.random(in: count, using: &random)).map { _ in
      Disc(
        x: grid(.random(in: -10...10, using: &random)),
        y: grid(.random(in: -10...10, using: &random)),
        radius: grid(.random(in: 0.5...9, using: &random)))
    }
  }

  /// Discs that meet lattice shapes and each other in ties: on vertices, tangent to edges and
  /// through several vertices at once, some of them twice.
  static func latticeDiscs(_ count: ClosedRange<Int>, using random: inout SplitMix64) -> [Disc] {
    let radii = [1, 2, 2.5, 3, 5, 2.0.squareRoot(), 5.0.squareRoot(), 0.5, 4]
    var discs: [Disc] = []
    for _ in 0..<Int.random(in: count, using: &random) {
      discs.append(
        Disc(
          x: Double(Int.random(in: -8...8, using: &random)) / 2,
          y: Double(Int.random(in: -8...8, using: &random)) / 2,
          radius: radii.randomElement(using: &random) ?? 1))
    }
    if Bool.random(using: &random), let disc = discs.first { discs.append(disc) }
    return discs
  }

  private static func grid(_ value: Double) -> Double { (value * 1024).rounded() / 1024 }
}
