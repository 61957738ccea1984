internal import Documents
internal import GeoFiles

/// A column that tells whether facilities operate besides the one that is for it.
struct OperationColumn: Sendable {
  let sense: OperationHeaders.Sense
  private let cells: CellReading

  fileprivate init(_ sense: OperationHeaders.Sense, _ cells: CellReading) {
    self.sense = sense
    self.cells = cells
  }

  /// What a row says; `nil`: nothing.
  ///
  /// - Parameter words: Of operation.
  func state(_ row: Int, _ words: ColumnReading) -> OperatingState? {
    guard let text = cells.text(row), !words.isMissing(text) else { return nil }
    let said = words.word(of: .operating, for: text).flatMap(OperatingState.init)
    switch sense {
    case .states:
      if let state = said ?? words.known(text).flatMap(OperatingState.init) { return state }
      return words.word(of: .status, for: text) == nil ? .unknown : nil
    case .remarks: return said == .open || said == .unknown ? nil : said
    case .denied:
      if let said { return said }
      switch words.known(text).flatMap(OperatingState.init) {
      case .open: return .closed
      case .closed: return .open
      default: return .unknown
      }
    }
  }
}

extension SourceFile {
  /// The columns that tell of operation besides the first that is for it.
  static func operationColumns(
    _ layer: Layer, _ matching: FieldMatching, _ aliases: FieldAliases
  ) -> [OperationColumn] {
    let used = matching.matches["operating"]?.sources ?? []
    let words = aliases.words[.operating] ?? [:]
    let taken = Set(matching.matches.values.flatMap(\.sources))
    return layer.attributes.names.compactMap { header in
      guard header != used.first, let column = layer.attributes[header] else { return nil }
      let cells = CellReading(column: column)
      // What contradicts the first column that is for it makes it doubtful.
      if used.contains(header) { return OperationColumn(.remarks, cells) }
      guard let sense = aliases.operation.sense(of: header, words) else { return nil }
      switch sense {
      case .remarks: return OperationColumn(.remarks, cells)
      case _ where taken.contains(header): return nil
      case .denied: return OperationColumn(.denied, cells)
      case .states:
        return tellsOperation(cells, rows: layer.count, aliases)
          ? OperationColumn(.states, cells) : nil
      }
    }
  }

  /// Whether most of the words of a column are of operation.
  private static func tellsOperation(
    _ cells: CellReading, rows: Int, _ aliases: FieldAliases
  ) -> Bool {
    let words = aliases.words[.operating] ?? [:]
    var counts = (known: 0, other: 0)
    for row in 0..<rows {
      guard let text = cells.text(row) else { continue }
      let folded = FoldedText.fold(text)
      if aliases.missing.contains(folded) { continue }
      let isKnown =
        words[folded] != nil
        || TrailingBracket(text).map { words[FoldedText.fold($0.rest)] != nil } ?? false
      if isKnown { counts.known += 1 } else { counts.other += 1 }
    }
    return counts.known > 0 && counts.known >= counts.other
  }
}
