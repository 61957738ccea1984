internal import Planar
internal import Planning
internal import Walking
internal import Workers

extension AccessPlaces {
  /// Of parcels: their entrances, each a door; of those without, one door that may be anywhere on
  /// their boundary, or at the gates that the streets show there.
  ///
  /// - Parameters:
  ///   - gates: Of the streets.
  ///   - areCompounds: Whether the locator knows them as compounds.
  init(
    _ parcels: Parcels, _ locator: AccessLocator, gates: StreetPoints, areCompounds: Bool,
    within metres: Double, _ workers: Workers
  ) async throws {
    let rows = parcels.rows
    let gated = parcels.entranceOffsets
    let drawn = BoundaryGates(gates, of: parcels, on: locator.ground)
    var shapes = GeometryColumn()
    var compounds: [Int32] = []
    // Only a parcel without entrances is asked for its boundary.
    var ends: [Int] = []
    rows.geometry.withBuffers { buffers in
      for row in 0..<parcels.count {
        if gated[row] < gated[row + 1] {
          for gate in gated[row]..<gated[row + 1] {
            shapes.appendPoint(x: parcels.entrances[gate].x, y: parcels.entrances[gate].y)
          }
        } else if let points = drawn[row] {
          shapes.append(contentsOf: points)
        } else {
          shapes.append(row: row, of: buffers) { (x: $0, y: $1) }
        }
        while compounds.count < shapes.count { compounds.append(areCompounds ? Int32(row) : -1) }
        ends.append(shapes.count)
      }
    }
    self.init(
      try await locator.places(of: shapes, in: compounds, within: metres, workers: workers),
      ends: ends)
  }

  /// Of facilities, each by what it counts by.
  init(
    _ facilities: Facilities, _ locator: AccessLocator, areInCompounds: Bool,
    within metres: Double, _ workers: Workers
  ) async throws {
    let rows = facilities.rows
    var shapes = GeometryColumn()
    var compounds: [Int32] = []
    var ends: [Int] = []
    rows.geometry.withBuffers { buffers in
      for row in 0..<facilities.count {
        switch facilities.site(of: row) {
        case .entrances(let own):
          for entrance in facilities.entrances[own] {
            shapes.appendPoint(x: entrance.x, y: entrance.y)
          }
        case .area: shapes.append(row: row, of: buffers) { (x: $0, y: $1) }
        case .place: shapes.appendPoint(x: rows.placeX[row], y: rows.placeY[row])
        }
        let compound = areInCompounds ? facilities.insideParcel[row] : -1
        while compounds.count < shapes.count { compounds.append(compound) }
        ends.append(shapes.count)
      }
    }
    self.init(
      try await locator.places(of: shapes, in: compounds, within: metres, workers: workers),
      ends: ends)
  }
}
