/// A table of a document, with a grid that every row fills.
struct WordTable: Sendable {
  /// Of the columns, twips.
  let widths: [Int]
  var isRuled = true
  var rows: [Row] = []

  /// Millimetres between the margins of the page.
  static let width = 184.0

  struct Row: Sendable {
    var cells: [Cell]
    /// Of these at the top, all pages have them again.
    var isHead = false
    /// Goes on to the next page rather than leave half a page empty.
    var isLong = false
    /// Twips; as high as its text if not said.
    var leastHeight: Int?
  }

  struct Cell: Sendable {
    /// Paragraphs.
    var content: Markup
    var span = 1
    var isShaded = false
    /// Sides without a line, since what is beyond them belongs to it.
    var isOpenAbove = false
    var isOpenBelow = false
    var isAtBottom = false
  }

  /// - Parameter millimetres: Of the columns; those of zero share what the others leave.
  init(millimetres: [Double]) {
    let left = Self.width - millimetres.reduce(0, +)
    let open = Double(max(1, millimetres.count { $0 == 0 }))
    widths = millimetres.map { Millimetres.twips($0 == 0 ? left / open : $0) }
  }

  var markup: Markup {
    tag("w:tbl") {
      tag("w:tblPr") {
        if isRuled { leaf("w:tblStyle", ["w:val": WordStyles.table]) }
        leaf("w:tblW", ["w:w": "\(widths.reduce(0, +))", "w:type": "dxa"])
        leaf("w:tblLayout", ["w:type": "fixed"])
        leaf("w:tblLook", ["w:val": "0000"])
      }
      tag("w:tblGrid") { for width in widths { leaf("w:gridCol", ["w:w": "\(width)"]) } }
      for row in rows { markup(of: row) }
    }
  }

  private func markup(of row: Row) -> Markup {
    tag("w:tr") {
      tag("w:trPr") {
        if !row.isLong { leaf("w:cantSplit") }
        if let height = row.leastHeight {
          leaf("w:trHeight", ["w:val": "\(height)", "w:hRule": "atLeast"])
        }
        if row.isHead { leaf("w:tblHeader") }
      }
      for (cell, columns) in zip(row.cells, spans(of: row)) { markup(of: cell, columns) }
    }
  }

  /// The columns of each cell; the last one ends where the grid does.
  private func spans(of row: Row) -> [Range<Int>] {
    var start = 0
    return row.cells.enumerated().map { place, cell in
      let isLast = place == row.cells.count - 1
      let left = row.cells.count - 1 - place
      let end = isLast ? widths.count : min(start + cell.span, widths.count - left)
      defer { start = end }
      return start..<end
    }
  }

  private func markup(of cell: Cell, _ columns: Range<Int>) -> Markup {
    tag("w:tc") {
      tag("w:tcPr") {
        leaf("w:tcW", ["w:w": "\(widths[columns].reduce(0, +))", "w:type": "dxa"])
        if columns.count > 1 { leaf("w:gridSpan", ["w:val": "\(columns.count)"]) }
        if cell.isOpenAbove || cell.isOpenBelow {
          tag("w:tcBorders") {
            if cell.isOpenAbove { leaf("w:top", ["w:val": "nil"]) }
            if cell.isOpenBelow { leaf("w:bottom", ["w:val": "nil"]) }
          }
        }
        if cell.isShaded {
          leaf("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "F0F3F5"])
        }
        if cell.isAtBottom { leaf("w:vAlign", ["w:val": "bottom"]) }
      }
      cell.content
    }
  }
}
