package import Documents
package import Planning

extension TerminalWords {
  package static let file = LocalizedText(en: "file", zh: "文件")
  package static let takenFor = LocalizedText(en: "taken for", zh: "识别为")
  package static let rows = LocalizedText(en: "rows", zh: "行数")

  package static func usable(_ rows: Int, _ usable: Int) -> LocalizedText {
    LocalizedText(en: "\(rows), usable \(usable)", zh: "\(rows)，可用\(usable)")
  }

  package static let geometry = LocalizedText(en: "geometry", zh: "图形")
  package static let notStated = LocalizedText(en: "not stated", zh: "未注明")
  package static let extent = LocalizedText(en: "extent", zh: "范围")
  package static let column = LocalizedText(en: "column", zh: "列")
  package static let type = LocalizedText(en: "type", zh: "类型")
  package static let missingCells = LocalizedText(en: "missing", zh: "缺失")
  package static let samples = LocalizedText(en: "samples", zh: "样例")
  package static let notFound = LocalizedText(en: "not found: ", zh: "未找到：")
  package static let kindInData = LocalizedText(en: "kind in the data", zh: "设施类型")
  package static let knownAs = LocalizedText(en: "known as", zh: "对应")
  package static let unknownKind = LocalizedText(en: "unknown", zh: "不明")
  package static let whatToDo = LocalizedText(
    en: "what to do, first things first", zh: "待处理事项（按先后）")

  /// How much a problem matters.
  package static func severity(_ severity: LayerInspection.Severity) -> LocalizedText {
    switch severity {
    case .error: LocalizedText(en: "error", zh: "错误")
    case .rejected: LocalizedText(en: "rejected", zh: "未采用")
    case .note: LocalizedText(en: "note", zh: "提示")
    }
  }

  package static let packs = LocalizedText(en: "rule packs", zh: "规则包")

  package static func streets(kilometres: Int) -> LocalizedText {
    LocalizedText(en: "\(kilometres) km of streets", zh: "道路\(kilometres)公里")
  }

  package static let noProblems = LocalizedText(en: "no problems found", zh: "未发现问题")
  package static let crs = LocalizedText(en: "CRS", zh: "坐标系")
  package static let rowCountEnd = LocalizedText(en: ")", zh: "）")

  /// Behind a problem, with the bracket still open.
  package static func rowCount(_ rows: Int) -> LocalizedText {
    LocalizedText(en: " (\(rows) rows", zh: "（\(rows)行")
  }

  package static func firstRow(_ row: Int) -> LocalizedText {
    LocalizedText(en: ", first \(row))", zh: "，首见第\(row)行）")
  }
}
