public import Geodesy
public import Planar

/// What is drawn and measured in the working CRS, as it is on the ground.
extension GroundScale {
  /// All places within some metres on the ground of a position.
  public func disc(aroundX x: Double, y: Double, metres: Double) -> Disc {
    let circle = circle(aroundX: x, y: y, metres: metres)
    return Disc(x: circle.x, y: circle.y, radius: circle.radius)
  }

  /// Metres on the ground from a position to the nearest point of a row: 0 in a polygon, `.infinity`
  /// for a row without vertices. Takes memory.
  public func metres(
    fromX x: Double, y: Double, toRow row: Int, of column: GeometryBuffers
  ) -> Double {
    guard let frame = frame(atX: x, y: y) else { return column.distance(row, toX: x, y: y) }
    var local = GeometryColumn()
    local.append(row: row, of: column) { frame.position(x: $0, y: $1) }
    let length = local.distance(0, toX: 0, y: 0)
    return length < .infinity ? frame.metres(ofLength: length) : length
  }

  /// Metres on the ground from a position to the farthest vertex of a row; 0 for one without any.
  public func farthestVertexMetres(
    fromX x: Double, y: Double, ofRow row: Int, of column: GeometryBuffers
  ) -> Double {
    if isPlane { return column.farthestVertexDistance(row, fromX: x, y: y) }
    return column.vertices(ofRow: row).reduce(0) {
      max($0, metres(fromX: x, y: y, toX: column.x[$1], y: column.y[$1]))
    }
  }

  /// Square metres on the ground of a row's polygons; 0 for lines and points.
  public func squareMetres(of row: Int, in column: GeometryBuffers) -> Double {
    guard column.kinds[row].isPolygon, let centre = column.centroid(of: row) else { return 0 }
    return squareMetres(column.area(of: row), atX: centre.x, y: centre.y)
  }

  /// Square metres on the ground of a geometry's polygons; 0 for lines and points.
  public func squareMetres(of geometry: Geometry) -> Double {
    geometry.column.withBuffers { squareMetres(of: geometry.row, in: $0) }
  }

  /// A scale that no place of a rectangle has more of.
  public func greatestScale(over box: Envelope) -> Double {
    if box.isEmpty { return greatestScale(overX: 0...0, y: 0...0) }
    return greatestScale(overX: box.minX...box.maxX, y: box.minY...box.maxY)
  }
}
