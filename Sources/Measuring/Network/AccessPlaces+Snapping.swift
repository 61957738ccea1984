internal import Planar
internal import Planning
internal import Walking
internal import Workers

extension AccessPlaces {
  /// Of parcels: their entrances; of those without, their boundaries, each one place.
  init(
    _ parcels: Parcels, _ locator: EdgeLocator, within metres: Double, _ workers: Workers
  ) async throws {
    let rows = parcels.rows
    let gates = try await locator.positions(
      ofX: parcels.entrances.map(\.x), y: parcels.entrances.map(\.y), within: metres,
      workers: workers)
    // Only a parcel without entrances is asked for its boundary.
    let gated = parcels.entranceOffsets
    let bare = (0..<parcels.count).filter { gated[$0] == gated[$0 + 1] }
    let isAll = bare.count == parcels.count
    let boundaries = try await locator.positions(
      ofBoundaries: isAll ? rows.geometry : rows.geometry.selecting(bare),
      placeX: isAll ? rows.placeX : bare.map { rows.placeX[$0] },
      placeY: isAll ? rows.placeY : bare.map { rows.placeY[$0] }, within: metres, workers: workers)
    var next = 0
    for row in 0..<parcels.count {
      let own = gated[row]..<gated[row + 1]
      if own.isEmpty {
        append([boundaries[next]].compactMap { $0 })
        next += 1
      } else {
        append(own.compactMap { gates[$0] })
      }
    }
  }

  /// The longest piece of a boundary that has one place on the network, metres.
  private static let pieceLength = 25.0

  /// Of facilities, each by what it counts by.
  init(
    _ facilities: Facilities, _ locator: EdgeLocator, within metres: Double, _ workers: Workers
  ) async throws {
    let rows = facilities.rows
    var shapes = GeometryColumn()
    var ends: [Int] = []
    rows.geometry.withBuffers { buffers in
      for row in 0..<facilities.count {
        switch facilities.site(of: row) {
        case .entrances(let own):
          for entrance in facilities.entrances[own] {
            shapes.appendPoint(x: entrance.x, y: entrance.y)
          }
        case .area: shapes.appendPieces(of: row, in: buffers, noLongerThan: Self.pieceLength)
        case .place: shapes.appendPoint(x: rows.placeX[row], y: rows.placeY[row])
        }
        ends.append(shapes.count)
      }
    }
    let middles = (0..<shapes.count).map { shapes.envelope(of: $0).centre }
    let found = try await locator.positions(
      ofBoundaries: shapes, placeX: middles.map(\.x), placeY: middles.map(\.y), within: metres,
      workers: workers)
    var start = 0
    for end in ends {
      var seen: Set<NetworkPosition> = []
      append((start..<end).compactMap { found[$0] }.filter { seen.insert($0).inserted })
      start = end
    }
  }
}

extension GeometryColumn {
  /// Adds the corners of a row, and its edges cut into lines of equal length: where a street runs
  /// beside an edge, who comes along it is there at the corner.
  fileprivate mutating func appendPieces(
    of row: Int, in buffers: GeometryBuffers, noLongerThan length: Double
  ) {
    for ring in buffers.rings(ofRow: row) {
      for vertex in buffers.vertices(of: ring).dropFirst() {
        let a = Point(x: buffers.x[vertex - 1], y: buffers.y[vertex - 1])
        let b = Point(x: buffers.x[vertex], y: buffers.y[vertex])
        let count = max(1, (a.distance(to: b) / length).rounded(.up))
        guard count.isFinite else { continue }
        appendPoint(x: b.x, y: b.y)
        for piece in 0..<Int(count) {
          for share in [Double(piece) / count, Double(piece + 1) / count] {
            appendVertex(x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y))
          }
          endRing()
          endPart()
          endRow(.lineString)
        }
      }
    }
  }
}
