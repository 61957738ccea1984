/// Tables of the page, and what the page sets like a table.
extension WordBody {
  /// More letters than this in a row: it may go on to the next page.
  private static var longest: Int { 900 }

  /// A table with its caption before it.
  mutating func captioned(_ element: MarkupElement) -> Markup {
    var caption = WordParagraph(.caption)
    caption.keepsNext = true
    var markup = Markup()
    if let title = element.first("caption") { markup += paragraph(of: title.children, caption) }
    var table = WordTable(millimetres: Self.widths(of: element))
    table.rows = rows(of: element)
    // Two tables with nothing between them would be one.
    return table.rows.isEmpty ? markup : markup + table.markup + Self.gap
  }

  private static let gap = tag("w:p") {
    tag("w:pPr") {
      leaf("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "80", "w:lineRule": "exact"])
    }
  }

  /// The conclusion is one table: its sentence over the columns, the duties in them.
  mutating func conclusion(_ element: MarkupElement) -> Markup {
    let duties = element.elements.first { $0.name == "table" }
    var table = WordTable(millimetres: duties.map(Self.widths) ?? [0])
    var words: [MarkupNode] = []
    func row(_ words: [MarkupNode]) -> WordTable.Row {
      let content = markup(of: words, WordParagraph(.cell))
      return WordTable.Row(cells: [.init(content: content, span: table.widths.count)])
    }
    for part in element.elements {
      if part == duties {
        if !words.isEmpty { table.rows.append(row(words)) }
        words = []
        table.rows += rows(of: part)
      } else {
        words.append(.element(part))
      }
    }
    if !words.isEmpty { table.rows.append(row(words)) }
    return table.markup + Self.gap
  }

  /// Lines to sign on, side by side.
  mutating func signatures(_ element: MarkupElement) -> Markup {
    let lines = element.elements
    var table = WordTable(millimetres: lines.map { _ in 0 })
    table.isRuled = false
    var paragraph = WordParagraph(.normal)
    paragraph.keepsNext = true
    paragraph.stop = (table.widths.first ?? 0) - 2 * WordStyles.cellMargin - 40
    var cells: [WordTable.Cell] = []
    for line in lines {
      cells.append(.init(content: markup(of: line.children, paragraph), isAtBottom: true))
    }
    table.rows = [.init(cells: cells, leastHeight: Millimetres.twips(11))]
    return table.markup + Self.gap
  }

  // MARK: Rows

  private mutating func rows(of table: MarkupElement) -> [WordTable.Row] {
    var rows: [WordTable.Row] = []
    for part in table.elements where ["thead", "tbody"].contains(part.name) {
      for row in part.elements {
        rows.append(self.row(row, of: table.classes, isHead: part.name == "thead"))
      }
    }
    return rows
  }

  private mutating func row(
    _ row: MarkupElement, of table: [Substring], isHead: Bool
  ) -> WordTable.Row {
    let classes = row.classes
    let isGroup = classes.contains("group")
    let goesOn = classes.contains("long")
    var cells: [WordTable.Cell] = []
    for (place, cell) in row.elements.enumerated() {
      var paragraph = WordParagraph(isHead ? .head : .cell)
      if classes.contains("subjects"), !cell.children.isEmpty { paragraph.style = .subject }
      paragraph.keepsNext = isHead || isGroup || goesOn
      if cell.classes.contains("n") { paragraph.alignment = .right }
      if table.contains("verdicts"), place == 0, !isGroup { paragraph.alignment = .centre }
      let text = markup(of: cell.children, paragraph)
      cells.append(
        WordTable.Cell(
          content: text.isEmpty ? tag("w:p") { paragraph.properties } : text,
          span: cell.attributes["colspan"].flatMap { Int($0) } ?? 1,
          isShaded: isHead || isGroup || table.contains("facts") && cell.name == "th",
          isOpenAbove: classes.contains("subjects"), isOpenBelow: goesOn))
    }
    return WordTable.Row(cells: cells, isHead: isHead, isLong: row.text.count > Self.longest)
  }

  // MARK: Columns

  /// Millimetres, as `OpinionStyle` has them; a column of zero shares what the others leave.
  private static func widths(of table: MarkupElement) -> [Double] {
    let rows = ["thead", "tbody"].compactMap(table.first).flatMap(\.elements)
    let count =
      rows.map { row in
        row.elements.reduce(0) { $0 + ($1.attributes["colspan"].flatMap { Int($0) } ?? 1) }
      }.max() ?? 1
    for name in table.classes {
      if let widths = known[String(name)]?.first(where: { $0.count == count }) { return widths }
    }
    // Figures need little, words what is left.
    guard let head = rows.first?.elements, head.count == count else {
      return Array(repeating: 0, count: count)
    }
    let figures = head.count { $0.classes.contains("n") }
    let narrow = min(24, WordTable.width / 2 / Double(max(1, figures)))
    return figures == count
      ? Array(repeating: 0, count: count) : head.map { $0.classes.contains("n") ? narrow : 0 }
  }

  private static let known: [String: [[Double]]] = [
    "facts": [[28, 64, 28, 0]],
    "duties": [[34, 24, 38, 0]],
    "verdicts": [[10, 0, 27, 28, 20, 24]],
    "stages": [[24, 17, 17, 25, 0, 0]],
    "steps": [[10, 36, 0, 36, 38]],
    "effects": [[36, 0, 32, 32]],
    "loads": [[36, 0, 24, 24, 26]],
    "flips": [[74, 15, 0]],
    "rejected": [[54, 0]],
    "requests": [[44, 0, 44]],
    "questions": [[0, 50]],
    "assumptions": [[0, 40]],
    "owntargets": [[0, 40, 40]],
    "hashes": [[56, 0], [32, 46, 0]],
  ]
}
