import Planar

/// Rings of one polygon of Esri's, sorted into shells with their holes.
struct EsriRings {
  /// Rings, the shell first.
  private(set) var polygons: [[Int]] = []

  /// - Parameter column: With rings that belong to no row yet.
  init(_ column: GeometryColumn) {
    let rings = 0..<column.vertexOffsets.count - 1
    let areas = rings.map(column.signedArea(ofRing:))
    // A file with all rings the wrong way round has shells, and no holes.
    let areShellsNegative = areas.contains { $0 < 0 }
    let shells = rings.filter { areShellsNegative ? areas[$0] < 0 : true }
    polygons = shells.map { [$0] }
    for hole in rings where !shells.contains(hole) {
      let first = column.vertices(of: hole).lowerBound
      let owners = shells.indices.filter {
        Self.contains(column, ring: shells[$0], x: column.x[first], y: column.y[first])
      }
      // The smallest around it: a shell may stand in the hole of another.
      if let owner = owners.min(by: { abs(areas[shells[$0]]) < abs(areas[shells[$1]]) }) {
        polygons[owner].append(hole)
      } else {
        polygons.append([hole])
      }
    }
  }

  private static func contains(_ column: GeometryColumn, ring: Int, x: Double, y: Double)
    -> Bool
  {
    var isInside = false
    let vertices = column.vertices(of: ring)
    for (a, b) in zip(vertices, vertices.dropFirst()) {
      let side = Segment(ax: column.x[a], ay: column.y[a], bx: column.x[b], by: column.y[b])
      if side.isCrossed(byRayFromX: x, y: y) { isInside.toggle() }
    }
    return isInside
  }
}
