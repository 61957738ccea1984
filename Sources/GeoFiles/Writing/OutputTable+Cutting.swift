extension OutputTable {
  /// The table with texts of no more bytes than a format has room for, cut at a character, with `…` at their end.
  ///
  /// - Parameter most: Bytes of UTF-8; a shapefile has 254.
  /// - Returns: And, by column, in how many rows texts were cut.
  public func cuttingTexts(most: Int = 254) -> (table: OutputTable, cut: [Int]) {
    var cut = columns.map { _ in 0 }
    var result = OutputTable(rowCount: rowCount)
    for (index, (name, column)) in zip(names, columns).enumerated() {
      let (short, count) = column.cuttingTexts(most)
      cut[index] = count
      result.append(name, short)
    }
    return (result, cut)
  }
}

extension OutputColumn {
  fileprivate func cuttingTexts(_ most: Int) -> (column: OutputColumn, cut: Int) {
    switch self {
    case .attribute(.text(let texts)), .attribute(.json(let texts)):
      let all = (0..<texts.count).map { texts[$0] }
      let count = all.count { ($0?.utf8.count ?? 0) > most }
      if count == 0 { return (self, 0) }
      return (.text(all.map { $0.map { Self.cut($0, most) } }), count)
    case .shared(let dictionary, let indices):
      let isLong = dictionary.map { $0.utf8.count > most }
      let count = indices.count { $0 >= 0 && isLong[Int($0)] }
      if count == 0 { return (self, 0) }
      return (.shared(dictionary: dictionary.map { Self.cut($0, most) }, indices: indices), count)
    case .attribute, .words, .real, .micros, .boolean: return (self, 0)
    }
  }

  private static func cut(_ text: String, _ most: Int) -> String {
    guard text.utf8.count > most else { return text }
    var short = ""
    for character in text {
      guard short.utf8.count + String(character).utf8.count <= most - 3 else { break }
      short.append(character)
    }
    return short + "…"
  }
}
