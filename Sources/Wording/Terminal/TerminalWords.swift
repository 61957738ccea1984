package import Documents

/// What the command line says; what one command says stands in a file of its own.
package enum TerminalWords {
  /// Before what is wrong.
  package static let error = LocalizedText(en: "error: ", zh: "错误：")
  package static func wroteTables(_ tables: String, _ database: String) -> LocalizedText {
    LocalizedText(
      en: "wrote the tables \(tables) to \(database)", zh: "已写出表 \(tables) 到 \(database)")
  }

  package static func wroteRows(_ count: Int, to path: String) -> LocalizedText {
    LocalizedText(en: "wrote \(count) rows to \(path)", zh: "已写出 \(count) 行到 \(path)")
  }

  package static func textsCut(in column: String, rows: Int) -> LocalizedText {
    LocalizedText(
      en: "\(column): texts of \(rows) rows were longer than 254 bytes and are cut; other formats"
        + " keep them",
      zh: "\(column)：有 \(rows) 行文字超过 254 字节，已截断；其他格式不截断")
  }

  package static let onlyFailing = LocalizedText(
    en: "only what fails was written: what is not there may pass, or not be known; the manifest"
      + " counts all",
    zh: "只输出了不符合的内容：未列出的可能符合，也可能无法判定；全部计数见 manifest.json")

  package static func wroteFiles(_ count: Int, to folder: String) -> LocalizedText {
    LocalizedText(en: "wrote \(count) files to \(folder)", zh: "已写出 \(count) 个文件到 \(folder)")
  }

  package static let rule = LocalizedText(en: "rule", zh: "规则")
  package static let clause = LocalizedText(en: "clause", zh: "条款")
  package static let pack = LocalizedText(en: "pack", zh: "规则包")
  package static let required = LocalizedText(en: "required", zh: "要求")
}
