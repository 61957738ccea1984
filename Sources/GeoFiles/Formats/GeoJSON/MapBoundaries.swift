import Documents

/// Boundaries of provinces, cities and districts as web maps of China give them out: in GCJ-02, some 500 m off, and
/// without a word of it.
enum MapBoundaries {
  /// Columns of DataV and of Amap; no other file has two of them.
  private static let columns: Set<String> = [
    "adcode", "acroutes", "subFeatureIndex", "childrenNum", "citycode",
  ]

  /// What is to be known of a file that states no CRS.
  static func doubts(about table: AttributeTable) -> [ReadNote] {
    let found = table.names.filter { columns.contains($0) }
    guard found.count >= 2 else { return [] }
    return [
      ReadNote(
        severity: .warning, row: nil, place: nil,
        message:
          "the columns \(found.joined(separator: ", ")) are those of boundaries from DataV or Amap, which are in"
          + " GCJ-02, some 500 m off; it is read as WGS 84: state `crs: GCJ-02` if it is from there"
      )
    ]
  }
}
