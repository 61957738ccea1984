internal import Geodesy
package import Planar
internal import Planning
internal import Walking

/// The gates that streets show at the boundaries of parcels whose entrances are not known.
struct BoundaryGates {
  /// A gate is often drawn some metres off the boundary that it is in.
  static let reach = 10.0

  /// By parcel: the points of its boundary that are nearest to gates, one per gate.
  private var points: [Int: [Point]] = [:]

  init(_ gates: StreetPoints, of parcels: Parcels, on ground: GroundScale) {
    guard gates.count > 0 else { return }
    let geometry = parcels.rows.geometry
    let index = SpatialIndex(geometry)
    for gate in 0..<gates.count {
      let (x, y) = (gates.x[gate], gates.y[gate])
      let around = ground.reach(ofMetres: Self.reach, fromX: x, y: y).perhaps
      let box = Envelope(minX: x, minY: y, maxX: x, maxY: y).expanded(by: around)
      index.forEachRow(in: box) { row in
        guard geometry.kinds[row].isPolygon,
          parcels.entranceOffsets[row] == parcels.entranceOffsets[row + 1],
          let point = geometry.nearestBoundaryPoint(row, toX: x, y: y),
          ground.metres(fromX: x, y: y, toX: point.x, y: point.y) <= Self.reach
        else { return }
        points[row, default: []].append(point)
      }
    }
  }

  /// Whether no parcel has one.
  var isEmpty: Bool { points.isEmpty }

  /// The gates of a parcel as one geometry; `nil` where none is drawn.
  subscript(row: Int) -> GeometryColumn? {
    guard let points = points[row] else { return nil }
    var column = GeometryColumn()
    for point in points {
      column.appendVertex(x: point.x, y: point.y)
      column.endRing()
      column.endPart()
    }
    column.endRow(.multiPoint)
    return column
  }
}

extension GeometryColumn {
  /// The point of a row's outline that is nearest to a place; `nil` for a row without vertices.
  package func nearestBoundaryPoint(_ row: Int, toX px: Double, y py: Double) -> Point? {
    var best: Point?
    var least = Double.infinity
    func consider(_ x: Double, _ y: Double) {
      let distance = (x - px) * (x - px) + (y - py) * (y - py)
      if distance < least {
        least = distance
        best = Point(x: x, y: y)
      }
    }
    withBuffers { buffers in
      for ring in buffers.rings(ofRow: row) {
        let vertices = Int(buffers.vertexOffsets[ring])..<Int(buffers.vertexOffsets[ring + 1])
        for vertex in vertices {
          let (x, y) = (buffers.x[vertex], buffers.y[vertex])
          consider(x, y)
          guard vertex + 1 < vertices.upperBound else { continue }
          let side = Segment(ax: x, ay: y, bx: buffers.x[vertex + 1], by: buffers.y[vertex + 1])
          let foot = side.point(atShare: side.share(nearestToX: px, y: py))
          consider(foot.x, foot.y)
        }
      }
    }
    return best
  }
}
