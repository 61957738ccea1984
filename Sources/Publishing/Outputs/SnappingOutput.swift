internal import Compliance
internal import Documents
internal import GeoFiles
internal import Measuring
internal import Pages
internal import Planar
internal import Planning
internal import Walking
internal import Wording

/// `snapping.geojson`: where parcels and facilities meet the walking network, of each entrance (or
/// boundary, where none is known) the nearest point.
enum SnappingOutput: LayerOutput {
  /// `snapping.geojson`
  static let fileName = "snapping.geojson"
  /// What is in it.
  static let title = OutputWords.snapping
  /// A picture for those who doubt a distance.
  static let isOnRequest = true

  static let layerName = "snapping"
  static let look = LayerStyle.Look.links

  static func layer(of edition: Edition, _ press: Press) -> EditionLayer {
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
    table.append("streets", counts: links.streets)
    table.append("gate", texts: links.gates)
    return EditionLayer(table: table, geometry: links.geometry, crs: edition.city.workingCRS)
  }

  /// A line from each place to its point on the network; the place alone where no street is near.
  private struct Links {
    var layers: [String?] = []
    var ids: [String?] = []
    var metres: [Double] = []
    /// At how many points streets are met in all.
    var streets: [Int?] = []
    /// `entrance`, `assumed` where none is known, `barred` where something stands before all streets.
    var gates: [String?] = []
    var geometry = GeometryColumn()

    mutating func append(parcelsOf city: City, _ access: NetworkAccess) {
      let rows = city.parcels.rows
      for row in 0..<rows.count {
        let gates = city.parcels.entranceOffsets[row]..<city.parcels.entranceOffsets[row + 1]
        add(
          "parcels", rows, row: row, doors: city.parcels.entrances[gates], places: access.parcels,
          isAssumed: access.isAssumed[row])
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
        add("facilities", rows, row: row, doors: doors, places: access.facilities, isAssumed: false)
        if access.facilities.isLost(row) {
          add(
            "facilities", rows.ids[row], from: Point(x: rows.placeX[row], y: rows.placeY[row]),
            to: nil)
        }
      }
    }

    /// A line from each door of a row to the street that is nearest to it.
    ///
    /// - Parameter doors: Where its doors are; without any they are on its boundary.
    private mutating func add(
      _ layer: String, _ rows: SubjectRows, row: Int, doors: ArraySlice<Point>,
      places: AccessPlaces, isAssumed: Bool
    ) {
      for door in places.doors(of: row) {
        let all = places.doors.positions(of: door).compactMap { places.doors.positions[$0] }
        // Of equally near ones the first.
        guard let position = all.min(by: { $0.straightMetres < $1.straightMetres }) else {
          continue
        }
        let start =
          (doors.isEmpty ? nil : doors[doors.startIndex + Int(places.numbers[door])])
          ?? rows.geometry.nearestBoundaryPoint(row, toX: position.x, y: position.y)
          ?? Point(x: rows.placeX[row], y: rows.placeY[row])
        add(
          layer, rows.ids[row], from: start, to: position, streets: all.count,
          gate: places.isBarred[door] ? "barred" : isAssumed ? "assumed" : "entrance")
      }
    }

    private mutating func add(
      _ layer: String, _ id: String, from start: Point, to position: NetworkPosition?,
      streets count: Int = 0, gate: String? = nil
    ) {
      layers.append(layer)
      ids.append(id)
      metres.append(position?.straightMetres ?? .nan)
      streets.append(count)
      gates.append(gate)
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
  }
}
