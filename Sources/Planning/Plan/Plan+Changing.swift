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

  /// A facility at a place.
  public init(id: String, kind: Int, point: Point, parcel: Int?) {
    self.id = id
    self.kind = kind
    self.point = point
    self.parcel = parcel
  }
}

extension Plan {
  /// The plan with another facility behind the others. It is new, delivered and built with its
  /// parcel, and has nothing of anything: what it is to have is set afterwards, and where it is on
  /// the globe with `locateAdded(_:crs:)`.
  public func adding(_ added: AddedFacility) -> Plan {
    var geometry = GeometryColumn()
    geometry.appendPoint(x: added.point.x, y: added.point.y)
    let rows = SubjectRows(
      ids: [added.id], names: [nil], geometry: geometry, wgs84: geometry,
      attributes: AttributeTable(rowCount: 1), placeX: [added.point.x], placeY: [added.point.y],
      sourceRows: [0])
    var one = Facilities(rows: rows, kind: [added.kind])
    one.setNone(at: 0)
    one.status = [.new]
    if let parcel = added.parcel {
      one.delivered = [parcels.delivered[parcel]?.firstDay]
      one.phase = [parcels.phase[parcel]]
      one.units = parcels.units.selecting([parcel])
      one.insideParcel = [Int32(parcel)]
    }
    var plan = self
    plan.facilities = facilities.appending(one, parcelsBehind: 0)
    plan.servedParcelIDs.append([])
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
