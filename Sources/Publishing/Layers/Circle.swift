internal import Foundation
internal import Planar

/// A circle as a polygon inside it: every point of it lies within the radius.
struct Circle {
  /// In the working CRS.
  let centre: Point
  /// Metres.
  let radius: Double

  /// Adds it as a row.
  ///
  /// - Parameter segments: Edges; between vertices the outline falls short by
  ///   `radius * (1 - cos(.pi / segments))`.
  func append(to column: inout GeometryColumn, segments: Int) {
    for step in 0..<segments {
      let angle = 2 * Double.pi * Double(step) / Double(segments)
      column.appendVertex(x: centre.x + radius * cos(angle), y: centre.y + radius * sin(angle))
    }
    column.appendVertex(x: centre.x + radius, y: centre.y)
    column.endRing()
    column.endPart()
    column.endRow(.polygon)
  }
}
