internal import Geodesy
internal import Planar

extension GeometryColumn {
  /// By row: square metres on the ground of polygons in degrees of WGS 84; NaN for what is no polygon.
  func squareMetresOnGround() -> [Double] {
    withBuffers { buffers in
      (0..<buffers.count).map { row in
        guard buffers.kinds[row].isPolygon, let first = buffers.vertices(ofRow: row).first else {
          return .nan
        }
        // Small beside the ground, so that its own plane has true areas.
        let frame = LocalFrame(longitude: buffers.x[first], latitude: buffers.y[first])
        var local = GeometryColumn()
        local.append(row: row, of: buffers) { frame.position(longitude: $0, latitude: $1) }
        return local.withBuffers { $0.area(of: 0) }
      }
    }
  }
}
