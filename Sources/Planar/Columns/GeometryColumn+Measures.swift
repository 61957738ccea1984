/// The measures of single rows; a loop over many runs faster inside `withBuffers(_:)`.
extension GeometryColumn {
  /// See `GeometryBuffers.area(of:)`.
  public func area(of row: Int) -> Double { withBuffers { $0.area(of: row) } }

  /// See `GeometryBuffers.signedArea(ofRing:)`.
  public func signedArea(ofRing ring: Int) -> Double { withBuffers { $0.signedArea(ofRing: ring) } }

  /// See `GeometryBuffers.length(of:)`.
  public func length(of row: Int) -> Double { withBuffers { $0.length(of: row) } }

  /// See `GeometryBuffers.centroid(of:)`.
  public func centroid(of row: Int) -> Point? { withBuffers { $0.centroid(of: row) } }

  /// See `GeometryBuffers.interiorPoint(of:)`.
  public func interiorPoint(of row: Int) -> Point? { withBuffers { $0.interiorPoint(of: row) } }

  /// See `GeometryBuffers.contains(_:x:y:)`.
  public func contains(_ row: Int, x: Double, y: Double) -> Bool {
    withBuffers { $0.contains(row, x: x, y: y) }
  }

  /// See `GeometryBuffers.distance(_:toX:y:)`.
  public func distance(_ row: Int, toX x: Double, y: Double) -> Double {
    withBuffers { $0.distance(row, toX: x, y: y) }
  }

  /// See `GeometryBuffers.farthestVertexDistance(_:fromX:y:)`.
  public func farthestVertexDistance(_ row: Int, fromX x: Double, y: Double) -> Double {
    withBuffers { $0.farthestVertexDistance(row, fromX: x, y: y) }
  }
}
