internal import Geodesy
internal import Planar
internal import Planning
internal import Walking
internal import Workers

/// What rows are put on a network by: each door a point, some, or a boundary.
struct DoorShapes {
  /// Door by door.
  private(set) var shapes = GeometryColumn()
  /// By door: the compound that it belongs to, or -1.
  private(set) var compounds: [Int32] = []
  /// By row: behind which of the doors its own end.
  private(set) var ends: [Int] = []

  /// Of parcels: their entrances, each a door; of those without, one door that may be anywhere on
  /// their boundary, or at the gates that the streets show there.
  ///
  /// - Parameters:
  ///   - gates: Of the streets.
  ///   - ground: What metres of the plane are.
  ///   - areCompounds: Whether the locator knows them as compounds.
  init(of parcels: Parcels, gates: StreetPoints, on ground: GroundScale, areCompounds: Bool) {
    let rows = parcels.rows
    let gated = parcels.entranceOffsets
    let drawn = BoundaryGates(gates, of: parcels, on: ground)
    if parcels.entrances.isEmpty, drawn.isEmpty {
      shapes = rows.geometry
      compounds = (0..<Int32(parcels.count)).map { areCompounds ? $0 : -1 }
      ends = Array(1..<parcels.count + 1)
      return
    }
    // Only a parcel without entrances is asked for its boundary.
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
        endRow(in: areCompounds ? Int32(row) : -1)
      }
    }
  }

  /// Of facilities, each by what it counts by.
  init(of facilities: Facilities, areInCompounds: Bool) {
    let rows = facilities.rows
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
        endRow(in: areInCompounds ? facilities.insideParcel[row] : -1)
      }
    }
  }

  private mutating func endRow(in compound: Int32) {
    while compounds.count < shapes.count { compounds.append(compound) }
    ends.append(shapes.count)
  }

  /// The shapes of the doors that were found on a network.
  func shapes(of places: AccessPlaces) -> GeometryColumn {
    var doors: [Int] = []
    for row in 0..<places.count {
      let first = row == 0 ? 0 : ends[row - 1]
      for door in places.doors(of: row) { doors.append(first + Int(places.numbers[door])) }
    }
    return shapes.selecting(doors)
  }
}

extension AccessPlaces {
  /// Of rows, by their doors.
  ///
  /// - Parameter compounds: Those that people live in whose doors they are.
  init(
    _ doors: DoorShapes, _ locator: AccessLocator, within metres: Double,
    homesIn compounds: GeometryColumn? = nil, _ workers: Workers
  ) async throws {
    var found = try await locator.places(
      of: doors.shapes, in: doors.compounds, within: metres, workers: workers)
    if let compounds {
      found = try await locator.livingThere(
        found, doors.shapes, in: doors.compounds, of: compounds, workers: workers)
    }
    self.init(found, ends: doors.ends)
  }
}
