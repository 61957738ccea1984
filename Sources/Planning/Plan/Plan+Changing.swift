internal import GeoFiles
public import Geodesy
public import Planar

/// A facility that is not in a plan as submitted.
public struct AddedFacility: Sendable {
  /// Unlike all others of plan and city.
  public var id: String
  /// Position in the vocabulary.
  public var kind: Int
  /// In the working CRS.
  public var point: Point
  /// Row of the plan's parcel that it lies in; `nil`: in none.
  public var parcel: Int?
  /// The stage that it is built in; `nil`: the plan has none, or with the last.
  public var phase: Int?

  /// A facility at a place.
  public init(id: String, kind: Int, point: Point, parcel: Int?, phase: Int? = nil) {
    self.id = id
    self.kind = kind
    self.point = point
    self.parcel = parcel
    self.phase = phase
  }
}

extension Plan {
  /// The plan with other facilities behind its own. They are new, delivered with their parcels, and have nothing of
  /// anything: what they are to have is set afterwards, and where they are on the globe with `locateAdded(_:crs:)`.
  public func adding(_ added: [AddedFacility]) -> Plan {
    guard !added.isEmpty else { return self }
    let isHoused = added[0].parcel != nil
    guard added.allSatisfy({ ($0.parcel != nil) == isHoused }) else {
      return added.reduce(self) { $0.adding([$1]) }
    }
    var geometry = GeometryColumn()
    for facility in added { geometry.appendPoint(x: facility.point.x, y: facility.point.y) }
    let rows = SubjectRows(
      ids: added.map(\.id), names: added.map { _ in nil }, geometry: geometry, wgs84: geometry,
      attributes: AttributeTable(rowCount: added.count), placeX: added.map(\.point.x),
      placeY: added.map(\.point.y), sourceRows: added.map { _ in 0 })
    var more = Facilities(rows: rows, kind: added.map(\.kind))
    for (row, facility) in added.enumerated() {
      more.setNone(at: row)
      more.status[row] = .new
      more.phase[row] = facility.phase
      guard let parcel = facility.parcel else { continue }
      more.delivered[row] = parcels.delivered[parcel]?.firstDay
      more.insideParcel[row] = Int32(parcel)
    }
    if isHoused { more.units = parcels.units.selecting(added.compactMap(\.parcel)) }
    var plan = self
    plan.facilities = facilities.appending(more, parcelsBehind: 0)
    plan.servedParcelIDs += added.map { _ in [] }
    return plan
  }

  /// Sets the longitude and latitude of added facilities, once for all of them: to make a
  /// transformer takes longer than to judge a plan.
  ///
  /// - Throws: `CRSError`.
  public mutating func locateAdded(_ ids: Set<String>, crs: CRS) throws {
    guard !ids.isEmpty else { return }
    let transformer = try CoordinateTransform(from: crs, to: .wgs84).makeTransformer()
    var wgs84 = GeometryColumn()
    for row in 0..<facilities.count {
      if ids.contains(facilities.rows.ids[row]) {
        var one = GeometryColumn()
        one.append(row: row, of: facilities.rows.geometry)
        one.withMutableCoordinates { x, y in _ = transformer.transform(x: &x, y: &y) }
        wgs84.append(contentsOf: one)
      } else {
        wgs84.append(row: row, of: facilities.rows.wgs84)
      }
    }
    facilities.rows.wgs84 = wgs84
  }

  /// The plan without its last facility of an id.
  public func removing(facility id: String) -> Plan {
    guard let row = facilities.rows.ids.lastIndex(of: id) else { return self }
    var plan = self
    let kept = (0..<facilities.count).filter { $0 != row }
    plan.facilities = facilities.selecting(kept, parcels: Array(0..<parcels.count))
    plan.servedParcelIDs.remove(at: row)
    return plan
  }
}
