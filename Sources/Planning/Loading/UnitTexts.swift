/// What the columns of rows say about the units that they belong to.
struct UnitTexts: Sendable {
  /// By column, in the order of `columns`, then by row; no rows where no file has such a column.
  var texts: [[String?]] = Array(repeating: [], count: UnitTexts.columns.count)

  /// From small to large. A street column may name a township: they are of one tier.
  static let columns: [(name: String, levels: [UnitLevel])] = [
    ("community", [.community]), ("street", [.street, .township]), ("district", [.district]),
    ("city", [.city]), ("parent", Array(UnitLevel.administrative.dropFirst())),
  ]

  /// Puts others behind so many rows.
  mutating func append(_ other: UnitTexts, behind count: Int) {
    for column in Self.columns.indices where !other.texts[column].isEmpty {
      pad(column, to: count)
      if count == 0 {
        texts[column] = other.texts[column]
      } else {
        texts[column] += other.texts[column]
      }
    }
  }

  /// Makes the texts missing of rows that have none yet, in columns that some have.
  mutating func pad(to count: Int) {
    for column in Self.columns.indices where !texts[column].isEmpty { pad(column, to: count) }
  }

  private mutating func pad(_ column: Int, to count: Int) {
    let missing = count - texts[column].count
    if missing > 0 { texts[column] += Array(repeating: nil, count: missing) }
  }
}

extension UnitTexts {
  init(_ range: RowRange, _ aliases: FieldAliases) {
    for (index, column) in Self.columns.enumerated()
    where range.file.role.column(column.name) != nil {
      let reading = range.column(column.name, aliases)
      if !reading.isAbsent { texts[index] = range.rows.map { reading.text($0) } }
    }
  }
}
