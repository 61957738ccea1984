internal import Quantities

extension Facilities {
  /// The facilities that take part, without their units and parcels.
  init(_ values: FacilityValues, _ accepted: AcceptedRows, _ rows: SourceRows) {
    let order = accepted.order
    self.init(
      rows: accepted.subjectRows(values.subjects, rows), kind: order.map { values.kind[$0] })
    takeColumns(of: values.columns, at: order)
  }

  /// Finds the parcels that facilities are declared to serve; notes those that there are not.
  mutating func setServedParcels(
    _ values: FacilityValues, _ order: [Int], among parcels: [String: Int],
    _ records: inout RowRecords
  ) {
    for (row, source) in order.enumerated() where !values.servedParcels[source].isEmpty {
      var served: Set<Int> = []
      for id in Set(values.servedParcels[source]).sorted() {
        if let parcel = parcels[id] {
          served.insert(parcel)
        } else {
          records.note(source, .unknownServedParcel(id: id))
        }
      }
      servedParcels[row] = served.sorted()
    }
  }

  /// Notes what is missing or not plausible.
  ///
  /// - Parameters:
  ///   - order: Source rows.
  ///   - shown: What the file of a source row calls a column.
  func check(
    _ order: [Int], _ records: inout RowRecords, shown: (Int, String) -> String
  ) {
    for (row, source) in order.enumerated() {
      if floorArea[row] == .zero {
        records.note(source, .zeroArea(column: shown(source, "floor_area")))
      }
      if landArea[row] == .zero {
        records.note(source, .zeroArea(column: shown(source, "land_area")))
      }
      if let places = places[row], places > .zero, floorArea[row] == nil {
        records.note(source, .placesWithoutArea)
      }
      if let nursing = nursingBeds[row], let beds = beds[row], nursing > beds {
        records.note(source, .nursingBedsExceedBeds(nursing: nursing, beds: beds))
      }
    }
  }
}
