import Foundation

@testable import Planar

/// The geometries that break programs, each named once.
enum HardCases {
  /// A row without geometry.
  static let empty: GeometryColumn = {
    var column = GeometryColumn()
    column.appendNone()
    return column
  }()

  /// A square of 10 with a square hole of 2 in the middle.
  static let hole = polygon(box(0, 0, 10, 10), box(4, 4, 6, 6))

  /// Crosses itself at (5 5).
  static let bowTie = polygon([(0, 0), (10, 10), (10, 0), (0, 10)])

  /// A triangle with a corner that is nowhere.
  static let nan = polygon([(0, 0), (10, .nan), (0, 10)])

  /// A polygon of one vertex, not even repeated.
  static let onePoint: GeometryColumn = {
    var column = GeometryColumn()
    column.appendVertex(x: 3, y: 4)
    column.endRing()
    column.endPart()
    column.endRow(.polygon)
    return column
  }()

  /// A circle of radius 1000 with 100,000 vertices.
  static let hugeRing = polygon(
    (0..<100_000).map { index in
      let angle = 2 * Double.pi * Double(index) / 100_000
      return (1000 * cos(angle), 1000 * sin(angle))
    })
}
