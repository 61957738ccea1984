internal import Compliance
internal import Documents
internal import GeoFiles
internal import Pages
internal import Quantities
internal import Rules
internal import Wording

/// `columns.csv`: what every column of every layer and table beside it is: its type, its unit, and what it means.
enum ColumnsOutput: ResultOutput {
  /// `columns.csv`
  static let fileName = "columns.csv"
  /// What is in it.
  static let title = OutputWords.columns

  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    guard writing.wants(file: fileName) else { return [] }
    return [
      Printing(fileName: writing.written(fileName)) { edition, press, path in
        let bytes = ByteBuffer()
        bytes.append("\u{FEFF}file,column,type,unit,meaning\n")
        let dictionary = ColumnDictionary(edition)
        for table in writing.tables {
          for (name, type) in table.columns {
            dictionary.append(table.place, name, type, to: bytes)
          }
        }
        let findings = FindingsOutput.fileName
        if press.written.contains(where: { $0.name.hasPrefix(findings) }) {
          for name in FindingsOutput.columns {
            dictionary.append(findings, name, FindingsOutput.type(of: name), to: bytes)
          }
        }
        var file = try OutputFile(creating: path)
        try file.write(bytes)
        try file.finish()
      }
    ]
  }
}

/// What columns mean.
private struct ColumnDictionary {
  private let edition: Edition
  private let titles: ColumnTitles

  init(_ edition: Edition) {
    self.edition = edition
    titles = ColumnTitles(edition)
  }

  func append(_ place: String, _ name: String, _ type: String, to bytes: ByteBuffer) {
    for (index, cell) in [place, name, type, unit(of: name), meaning(of: name)].enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(cell: cell)
    }
    bytes.append("\n")
  }

  private func meaning(of name: String) -> String {
    titles.title(of: name) ?? edition.say(OutputWords.columnOfData)
  }

  /// Of a rule's figures that of the rule; `m` and the like where the name says it.
  private func unit(of name: String) -> String {
    if let (index, part) = titles.rule(of: name) {
      let findings = edition.result.findings[index]
      switch part {
      case "measured", "required", "required_max": return "\(findings.rule.unit)"
      case "shortfall", "capacity", "load": return "\(findings.shortfallUnit)"
      case "distance": return "m"
      default: return ""
      }
    }
    if name.hasSuffix("_metres") { return "m" }
    return name.hasSuffix("_m2") ? "m2" : ""
  }
}
