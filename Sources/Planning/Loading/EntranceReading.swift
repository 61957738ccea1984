/// What the columns of entrances say, in the order of the rows.
struct EntranceValues: RowValues {
  /// Whose entrance it is; `nil` for a rejected row.
  var owners: [EntranceOwner?] = []

  mutating func append(_ other: EntranceValues) { owners += other.owners }

  mutating func pad() {}
}

/// What an entrance belongs to.
enum EntranceOwner: Sendable, Hashable {
  /// The parcel of an id.
  case parcel(String)
  /// The facility of an id.
  case facility(String)

  /// The id.
  var id: String {
    switch self {
    case .parcel(let id), .facility(let id): id
    }
  }
}

extension EntranceValues {
  /// - Parameter range: A row that names a parcel is a gate of it, even if it names a facility, too.
  init(_ range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords) {
    let parcel = range.column("parcel", aliases)
    let facility = range.column("facility", aliases)
    func id(_ column: ColumnReading, _ row: Int) -> String? {
      column.text(row).flatMap { column.isMissing($0) ? nil : $0 }
    }
    for row in range.rows {
      if let id = id(parcel, row) {
        owners.append(.parcel(id))
      } else if let id = id(facility, row) {
        owners.append(.facility(id))
      } else {
        records.reject(range.firstRow + row, .missingParcel(column: parcel.shown))
        owners.append(nil)
      }
    }
  }
}
