internal import GeoFiles
internal import Planar

extension SiteCandidates {
  /// These places, and behind them those of some facilities that may be enlarged.
  ///
  /// - Parameter rows: Of the city's facilities; each is placed.
  public func extending(_ rows: [Int], of city: City) -> SiteCandidates {
    guard !rows.isEmpty else { return self }
    let all = city.facilities
    // A place is a point: what is enlarged stays where it is, and is reached as it is.
    var places = Facilities(
      rows: SubjectRows(
        ids: rows.map { "extend-\(all.rows.ids[$0])" }, names: rows.map { all.rows.names[$0] },
        geometry: GeometryColumn(
          points: rows.map { Point(x: all.rows.placeX[$0], y: all.rows.placeY[$0]) }),
        wgs84: all.rows.wgs84.selecting(rows).placed,
        attributes: AttributeTable(rowCount: rows.count), placeX: rows.map { all.rows.placeX[$0] },
        placeY: rows.map { all.rows.placeY[$0] }, sourceRows: rows.map { _ in 0 }),
      kind: rows.map { all.kind[$0] })
    places.units = all.units.selecting(rows)
    return SiteCandidates(
      places: self.places.appending(places, parcelsBehind: 0),
      kinds: kinds + rows.map { [all.kind[$0]] }, costs: costs + rows.map { _ in nil },
      choices: choices + rows.map { _ in .free }, extends: extends + rows.map { $0 },
      arePlots: arePlots, rejected: rejected, inputs: inputs)
  }
}

extension GeometryColumn {
  /// A point for each row: the first vertex, which stands for it on maps of the globe.
  fileprivate var placed: GeometryColumn {
    var points = GeometryColumn()
    for row in kinds.indices {
      let vertices = vertices(ofRow: row)
      guard let first = vertices.first else {
        points.endRow(.none)
        continue
      }
      points.appendPoint(x: x[first], y: y[first])
    }
    return points
  }
}
