internal import Compliance
public import Documents
internal import GeoFiles
internal import Geodesy
internal import Measuring
internal import Pages
internal import Planar
internal import Planning
internal import Walking
internal import Wording

/// `snapping.geojson`: where parcels and facilities meet the walking network.
public enum SnappingOutput: WritableOutput {
  /// `snapping.geojson`
  public static let fileName = "snapping.geojson"
  /// What is in it.
  public static let title = OutputWords.snapping
  /// A picture for those who doubt a distance.
  public static let isOnRequest = true

  static func write(_ edition: Edition, _ press: Press, to path: String) async throws {
    var links = Links()
    if let network = edition.result.network {
      let city = edition.city
      links.append(parcelsOf: city, network.access)
      links.append(facilitiesOf: city, network.access)
    }
    var table = LayerTable(rowCount: links.ids.count)
    table.append("layer", texts: links.layers)
    table.append("subject", texts: links.ids)
    table.append("straight_metres", .real(links.metres, decimals: 3))
    try await GeoJSONWriter(workers: press.workers).write(
      table.table, geometry: links.geometry, crs: edition.city.workingCRS, to: path)
  }

  /// A line from each place to its point on the network; the place alone where no street is near.
  private struct Links {
    var layers: [String?] = []
    var ids: [String?] = []
    var metres: [Double] = []
    var geometry = GeometryColumn()

    mutating func append(parcelsOf city: City, _ access: NetworkAccess) {
      let rows = city.parcels.rows
      for row in 0..<rows.count {
        let gates = city.parcels.entranceOffsets[row]..<city.parcels.entranceOffsets[row + 1]
        add("parcels", rows, row, doors: city.parcels.entrances[gates], access.parcels, city.ground)
        if access.lost[row] > 0 {
          add(
            "parcels", rows.ids[row], from: Point(x: rows.placeX[row], y: rows.placeY[row]),
            to: nil)
        }
      }
    }

    mutating func append(facilitiesOf city: City, _ access: NetworkAccess) {
      let rows = city.facilities.rows
      for row in 0..<rows.count {
        var doors: ArraySlice<Point> = []
        switch city.facilities.site(of: row) {
        case .entrances(let own): doors = city.facilities.entrances[own]
        case .place: doors = [Point(x: rows.placeX[row], y: rows.placeY[row])]
        case .area: break
        }
        add("facilities", rows, row, doors: doors, access.facilities, city.ground)
        if access.facilities.isLost(row) {
          add(
            "facilities", rows.ids[row], from: Point(x: rows.placeX[row], y: rows.placeY[row]),
            to: nil)
        }
      }
    }

    /// A line from each place of a row.
    ///
    /// - Parameter doors: Where its places are; without any they are on its boundary.
    private mutating func add(
      _ layer: String, _ rows: SubjectRows, _ row: Int, doors: ArraySlice<Point>,
      _ places: AccessPlaces, _ ground: GroundScale
    ) {
      for place in places.places(of: row) {
        guard let position = places.positions[place] else { continue }
        // The door that it belongs to is the one as far away as the straight piece is long.
        let door = doors.min {
          abs(Self.distance($0, position, ground) - position.straightMetres)
            < abs(Self.distance($1, position, ground) - position.straightMetres)
        }
        let start =
          door
          ?? rows.geometry.nearestVertexOrEdgePoint(row, toX: position.x, y: position.y)
          ?? Point(x: rows.placeX[row], y: rows.placeY[row])
        add(layer, rows.ids[row], from: start, to: position)
      }
    }

    private mutating func add(
      _ layer: String, _ id: String, from start: Point, to position: NetworkPosition?
    ) {
      layers.append(layer)
      ids.append(id)
      metres.append(position?.straightMetres ?? .nan)
      guard let position, position.x != start.x || position.y != start.y else {
        geometry.appendPoint(x: start.x, y: start.y)
        return
      }
      geometry.appendVertex(x: start.x, y: start.y)
      geometry.appendVertex(x: position.x, y: position.y)
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.lineString)
    }

    private static func distance(
      _ point: Point, _ position: NetworkPosition, _ ground: GroundScale
    ) -> Double {
      ground.metres(fromX: point.x, y: point.y, toX: position.x, y: position.y)
    }
  }
}

extension GeometryColumn {
  /// The point of a row's outline that is nearest to a place; `nil` for a row without vertices.
  fileprivate func nearestVertexOrEdgePoint(_ row: Int, toX px: Double, y py: Double) -> Point? {
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
          let (dx, dy) = (buffers.x[vertex + 1] - x, buffers.y[vertex + 1] - y)
          let length = dx * dx + dy * dy
          guard length > 0 else { continue }
          let along = max(0, min(1, ((px - x) * dx + (py - y) * dy) / length))
          consider(x + along * dx, y + along * dy)
        }
      }
    }
    return best
  }
}
