internal import GeoFiles
internal import Planar

extension SubjectRows {
  /// The rows at `indices`, in that order.
  public func selecting(_ indices: [Int]) -> SubjectRows {
    SubjectRows(
      ids: indices.map { ids[$0] }, names: indices.map { names[$0] },
      geometry: geometry.selecting(indices), wgs84: wgs84.selecting(indices),
      attributes: attributes.selecting(indices),
      placeX: indices.map { placeX[$0] }, placeY: indices.map { placeY[$0] },
      sourceRows: indices.map { sourceRows[$0] })
  }

  /// These rows, then others.
  func appending(_ others: SubjectRows) -> SubjectRows {
    SubjectRows(
      ids: ids + others.ids, names: names + others.names,
      geometry: geometry.appending(others.geometry), wgs84: wgs84.appending(others.wgs84),
      attributes: AttributeMerging.merged([attributes, others.attributes]),
      placeX: placeX + others.placeX, placeY: placeY + others.placeY,
      sourceRows: sourceRows + others.sourceRows)
  }

  /// The rows with only some of their source columns, and their geometry for measuring only: what a
  /// run that publishes nothing needs.
  ///
  /// - Parameter role: Columns that the program knows in it are not read from the source.
  func reduced(to columns: Set<String>, _ role: LayerRole) -> SubjectRows {
    var result = self
    result.wgs84 = geometry
    var table = AttributeTable(rowCount: count)
    for (name, column) in zip(attributes.names, attributes.columns)
    where columns.contains(name) && role.column(name) == nil {
      table.set(name, column)
    }
    result.attributes = table
    return result
  }
}

extension GeometryColumn {
  fileprivate func appending(_ others: GeometryColumn) -> GeometryColumn {
    var result = self
    result.append(contentsOf: others)
    return result
  }
}

extension Parcels {
  /// The rows at `indices`, in that order.
  public func selecting(_ indices: [Int]) -> Parcels {
    var result = Parcels(rows: rows.selecting(indices))
    result.takeColumns(of: self, at: indices)
    result.units = units.selecting(indices)
    result.takeEntrances(of: self, at: indices)
    return result
  }

  /// These parcels, then others.
  func appending(_ others: Parcels) -> Parcels {
    var result = self
    result.rows = rows.appending(others.rows)
    result.appendColumns(of: others, behind: count)
    result.units = units.appending(others.units)
    result.appendEntrances(of: others)
    return result
  }
}

extension Facilities {
  /// The rows at `indices`, in that order, among parcels that are themselves a choice.
  ///
  /// - Parameter parcels: Rows of the parcels that are kept, in their new order; what a facility
  ///   has to do with others is forgotten.
  public func selecting(_ indices: [Int], parcels: [Int]) -> Facilities {
    // By row of a parcel: its new one, or -1.
    var places = [Int32](repeating: -1, count: (parcels.max() ?? -1) + 1)
    for (place, parcel) in parcels.enumerated() { places[parcel] = Int32(place) }
    func place(_ parcel: Int) -> Int32 { places.indices.contains(parcel) ? places[parcel] : -1 }
    var result = Facilities(
      rows: rows.selecting(indices), kind: indices.map { kind[$0] })
    result.takeColumns(of: self, at: indices)
    result.servedParcels = indices.map { row in
      servedParcels[row].map { Int(place($0)) }.filter { $0 >= 0 }.sorted()
    }
    result.insideParcel = indices.map { place(Int(insideParcel[$0])) }
    result.isLandDrawn = indices.map { isLandDrawn[$0] }
    result.isTakenAsBuilt = indices.map { isTakenAsBuilt[$0] }
    result.units = units.selecting(indices)
    result.takeEntrances(of: self, at: indices)
    return result
  }

  /// These facilities, then others, whose parcels stand behind the first `shift`.
  func appending(_ others: Facilities, parcelsBehind shift: Int) -> Facilities {
    var result = self
    result.rows = rows.appending(others.rows)
    result.kind += others.kind
    result.appendColumns(of: others, behind: count)
    result.servedParcels =
      servedParcels + others.servedParcels.map { $0.map { $0 + shift } }
    result.insideParcel =
      insideParcel + others.insideParcel.map { $0 < 0 ? -1 : $0 + Int32(shift) }
    result.isLandDrawn += others.isLandDrawn
    result.isTakenAsBuilt += others.isTakenAsBuilt
    result.units = units.appending(others.units)
    result.appendEntrances(of: others)
    return result
  }
}
