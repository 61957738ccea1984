/// What the columns of rows say about the units that they belong to.
struct UnitTexts: RowValues {
  /// By column, in the order of `columns`, then by row; no rows where the role has no such column.
  var texts: [[String?]] = Array(repeating: [], count: UnitTexts.columns.count)

  /// From small to large. A street column may name a township: they are of one tier.
  static let columns: [(name: String, levels: [UnitLevel])] = [
    ("community", [.community]), ("street", [.street, .township]), ("district", [.district]),
    ("city", [.city]), ("parent", Array(UnitLevel.administrative.dropFirst())),
  ]

  mutating func append(_ other: UnitTexts) {
    for column in Self.columns.indices { texts[column] += other.texts[column] }
  }
}

extension UnitTexts {
  init(_ range: RowRange, _ aliases: FieldAliases) {
    for (index, column) in Self.columns.enumerated()
    where range.file.role.column(column.name) != nil {
      let reading = range.column(column.name, aliases)
      texts[index] =
        reading.isAbsent
        ? Array(repeating: nil, count: range.rows.count) : range.rows.map { reading.text($0) }
    }
  }
}
