internal import Documents
internal import GeoFiles

extension LayerSource {
  /// What stands for an id where rows are to be numbered.
  static let rowNumber = "row"
  /// Where a table has its geometry, if the names of its columns do not tell.
  static let geometryFields = ["x", "y", "wkt"]

  /// Whether rows are numbered: the project names `row` as the id, and the file has no such column.
  func numbersRows(_ headers: [String]) -> Bool {
    fields["id"] == Self.rowNumber && !headers.contains(Self.rowNumber)
  }

  /// Columns that the project names as a pack does, where they are none of a role's.
  func ownFields(of role: LayerRole) -> [(name: String, header: String)] {
    fields.filter { role.column($0.key) == nil && !Self.geometryFields.contains($0.key) }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}

extension SourceFile {
  /// The layer with columns under the names that the project gives them, and what is wrong with those.
  static func renamed(
    _ layer: Layer, _ role: LayerRole, _ source: LayerSource
  ) -> (layer: Layer, faults: [FaultText]) {
    var result = layer
    var faults: [FaultText] = []
    for (name, header) in source.ownFields(of: role) {
      if let column = layer.attributes[header] {
        result.attributes.set(name, column)
      } else {
        let headers = layer.attributes.names
        faults.append(
          "there is no column '\(header)' for '\(name)'\(Spelling.hint(for: header, among: headers)); "
            + "its columns: \(headers.joined(separator: ", "))")
      }
    }
    return (result, faults)
  }

  /// What a table without columns of coordinates lacks; a unit, or what names its unit, can do without.
  static func geometryFaults(
    _ layer: Layer, _ role: LayerRole, _ matching: FieldMatching
  ) -> [FaultText] {
    guard layer.lacksGeometry, role != .units else { return [] }
    let unitColumns = ["community", "street", "district"]
    if role == .facilities, unitColumns.contains(where: { matching.matches[$0] != nil }) {
      return []
    }
    return [
      "no column of coordinates was found; its columns: "
        + "\(layer.attributes.names.joined(separator: ", "))"
        + "; name them lon and lat (or 经度, 纬度), put both into one column (坐标: 113.8597,34.0592), or"
        + " state `fields: {x: …, y: …}` or, for well-known text, `fields: {wkt: …}`\(separatorHint(of: layer.attributes.names))"
    ]
  }

  /// What to do where a table is separated by something that is not looked for; else nothing.
  static func separatorHint(of headers: [String]) -> FaultHint {
    guard headers.count == 1, let header = headers.first,
      let mark = ["、", "^", ":", "：", "~", "#", "/", "\\", "·", " "].first(where: {
        header.split(separator: $0, omittingEmptySubsequences: true).count > 2
      })
    else { return FaultHint() }
    return FaultHint(
      "; are they separated by '\(mark)'? Then write `sep=\(mark)` into a line above them, or save the"
        + " table with commas")
  }
}

extension SourceFile {
  /// Words for a row that adds others up, folded.
  private static let totalWords: Set<String> = [
    "合计", "总计", "小计", "共计", "总和", "累计", "total", "subtotal", "grandtotal", "sum",
  ]

  /// What a remark below a table starts with, folded.
  private static let remarkWords: Set<String> = [
    "备注", "注", "说明", "附注", "填表人", "填报人", "填表单位", "填报单位", "制表人", "制表单位", "审核人", "负责人", "填表日期",
    "填报日期", "制表日期", "数据来源", "资料来源", "来源", "note", "notes", "remark", "remarks", "source", "sources",
  ]

  /// Whether a row of a table is a remark on it: its first cell says so, and no other says anything.
  func isRemark(_ row: Int) -> Bool {
    var cells = layer.attributes.columns.lazy.compactMap { CellReading(column: $0).text(row) }
      .makeIterator()
    guard case .text(let texts)? = layer.attributes.columns.first, let text = texts[row],
      cells.next() != nil, cells.next() == nil
    else { return false }
    guard let colon = text.firstIndex(where: { $0 == ":" || $0 == "：" }) else { return false }
    let head = FoldedText.fold(String(text[..<colon]))
    // 注1：
    return Self.remarkWords.contains(String(head.reversed().drop(while: \.isNumber).reversed()))
  }

  /// Whether a row of a table adds others up: one of its first cells says so.
  func isTotal(_ row: Int) -> Bool {
    layer.attributes.columns.prefix(3).contains { column in
      guard case .text(let texts) = column, let text = texts[row] else { return false }
      return Self.totalWords.contains(
        FoldedText.fold(text.replacing(":", with: "").replacing("：", with: "")))
    }
  }
}
