/// What the columns of entrances say, in the order of the rows.
struct EntranceValues: RowValues {
  /// Id of the parcel.
  var parcels: [String?] = []

  mutating func append(_ other: EntranceValues) { parcels += other.parcels }
}

extension EntranceValues {
  init(_ range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords) {
    let column = range.column("parcel", aliases)
    for row in range.rows {
      let id = column.text(row).flatMap { column.isMissing($0) ? nil : $0 }
      if id == nil { records.reject(range.firstRow + row, .missingParcel(column: column.shown)) }
      parcels.append(id)
    }
  }
}
