internal import Foundation
internal import Geodesy
internal import Planar
internal import Planning

/// A circle as a polygon inside it: every point of it lies within the radius.
struct Circle {
  /// In the working CRS.
  let centre: Point
  /// In the working CRS, too.
  let radius: Double

  /// All places within some metres of a place.
  init(around place: Point, metres: Double, on ground: GroundScale) {
    let disc = ground.disc(aroundX: place.x, y: place.y, metres: metres)
    centre = Point(x: disc.x, y: disc.y)
    radius = disc.radius
  }

  /// Adds it as a row.
  ///
  /// - Parameters:
  ///   - outline: Its vertices; between them the outline falls short by
  ///     `radius * (1 - cos(.pi / segments))`.
  ///   - detail: Where the outline has all its vertices; elsewhere it has an eighth of them, and
  ///     still lies within the circle. `nil`: everywhere.
  func append(
    to column: inout GeometryColumn, _ outline: CircleOutline, fineIn detail: Envelope? = nil
  ) {
    // A long edge leaves the circle by the first term, and vertices are the second apart.
    let step = 2 * Double.pi / Double(outline.directions.count)
    let margin = radius * (1 - cos(4 * step)) + radius * step
    let seen = detail?.expanded(by: margin)
    for (number, direction) in outline.directions.enumerated() {
      let x = centre.x + radius * direction.x
      let y = centre.y + radius * direction.y
      guard number % 8 == 0 || seen.map({ $0.contains(x: x, y: y) }) ?? true else { continue }
      column.appendVertex(x: x, y: y)
    }
    column.appendVertex(x: centre.x + radius, y: centre.y)
    column.endRing()
    column.endPart()
    column.endRow(.polygon)
  }
}

/// The vertices of a circle around the origin with radius 1, from the east counterclockwise.
struct CircleOutline: Sendable {
  let directions: [Point]

  init(segments: Int) {
    directions = (0..<segments).map { number in
      let angle = 2 * Double.pi * Double(number) / Double(segments)
      return Point(x: cos(angle), y: sin(angle))
    }
  }
}
