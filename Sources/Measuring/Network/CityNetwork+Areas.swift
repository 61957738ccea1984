internal import Geodesy
public import Planar
public import Planning
public import Walking
public import Workers

extension CityNetwork {
  /// The areas that facilities of a city serve along the streets, one column per limit and one row per
  /// facility, in degrees of WGS 84.
  ///
  /// What lies straight between a facility and the streets is part of its area, and so is what lies
  /// between the streets and the parcels that it serves: a facility lies in its area or touches it, and
  /// so does every parcel whose walk is within the limit. A facility that is an area is part of it all over. All
  /// limits of a facility have to be asked for
  /// together: then a shorter one's area is within that of a longer one.
  ///
  /// - Parameters:
  ///   - rows: Of facilities. One that no street is near, or that is farther from all than a limit, has a row
  ///     of kind `.none`.
  ///   - limits: In metres, inclusive.
  ///   - offset: In metres; see `WalkNetwork.isochrones`.
  ///   - form: Of the areas.
  ///   - served: See `waysToParcels`.
  /// - Throws: `NetworkError`, `CRSError`.
  public func areas(
    ofFacilities rows: [Int], within limits: [Double], offset: Double,
    form: IsochroneForm = .streets, served: StraightWays, of city: City, workers: Workers
  ) async throws -> [GeometryColumn] {
    let places = access.facilities.selecting(rows)
    var sites = GeometryColumn()
    for row in rows {
      let site = city.facilities.siteGeometry(of: row)
      sites.append(row: site.row, of: site.column)
    }
    let shapes = city.facilities.rows.geometry
    let areas = rows.contains { shapes.kinds[$0].isPolygon } ? shapes.selecting(rows) : nil
    return try await network.isochrones(
      of: places.doors.positions, groupedBy: places.positionOffsets, within: limits,
      offset: offset, form: form, sites: sites, areas: areas, served: served,
      to: CoordinateTransform(from: city.workingCRS, to: .wgs84), workers: workers)
  }

  /// The straight ways from the streets to the entrances of a city's parcels, or to their boundaries.
  ///
  /// - Parameter offset: What is drawn beside the streets, metres: it holds the ways that are not nearly
  ///   as long, so that these are left out.
  public func waysToParcels(
    of city: City, offset: Double, workers: Workers
  ) async throws -> StraightWays {
    let doors = DoorShapes(
      of: city.parcels, gates: network.gates, on: city.ground, areCompounds: true)
    return try await StraightWays(
      of: access.parcels.doors, shapes: doors.shapes(of: access.parcels),
      longerThan: 0.85 * offset, on: network, workers: workers)
  }
}
