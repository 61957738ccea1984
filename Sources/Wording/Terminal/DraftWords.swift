package import Documents
package import Planning

/// What a drafted project file says, and asks.
package enum DraftWords {
  package static let day = LocalizedText(
    en: "the day the answer is for", zh: "基准日：结论针对的日期")
  package static let scope = LocalizedText(
    en: "complete, if the layers hold the whole city", zh: "若图层覆盖全市，改为 complete")
  package static let guessed = LocalizedText(
    en: "by what the units are called; correct it if it is another", zh: "按单元名称判断，如有误请更正")
  package static let numbered = LocalizedText(
    en: "no column of ids was found, so rows are numbered", zh: "未找到编号字段，按行号编号")

  package static func packs(_ builtIn: [String]) -> LocalizedText {
    let list = builtIn.joined(separator: ", ")
    return LocalizedText(
      en: "which document applies? built in: \(list); or a path", zh: "适用哪份文件？内置：\(list)；或自有规则包路径")
  }

  package static func found(_ role: LocalizedText, rows: Int) -> LocalizedText {
    LocalizedText(en: "\(role.en), \(rows) rows", zh: "\(role.zh)，\(rows) 行")
  }

  package static func missing(_ role: LocalizedText) -> LocalizedText {
    LocalizedText(en: "no \(role.en) among the files", zh: "所给文件中没有\(role.zh)")
  }

  package static func question(_ question: DraftLayer.Question) -> LocalizedText {
    switch question {
    case .crs:
      LocalizedText(
        en:
          "in which CRS is it? EPSG:4490 (CGCS2000 degrees), EPSG:4547 … (3-degree zones), GCJ-02 (Amap), BD-09 (Baidu)",
        zh: "坐标系是什么？EPSG:4490（CGCS2000 经纬度）、EPSG:4547 …（3度带）、GCJ-02（高德）、BD-09（百度）")
    case .level:
      LocalizedText(
        en: "of which level are these units? community, street, township, district, city",
        zh: "这些单元是哪一级？community（社区）、street（街道）、township（乡镇）、district（区县）、city（市）")
    case .kinds(let words):
      LocalizedText(
        en: "what kinds are these? \(words.prefix(20).joined(separator: ", "))",
        zh: "这些设施属于哪一类？\(words.prefix(20).joined(separator: "、"))")
    case .column(let name, let columns):
      LocalizedText(
        en: "which column is '\(name)'? there are \(columns.prefix(20).joined(separator: ", "))",
        zh: "哪一列是 \(name)？现有字段：\(columns.prefix(20).joined(separator: "、"))")
    }
  }

  /// The line to write, with a gap.
  package static func answer(_ question: DraftLayer.Question) -> String {
    switch question {
    case .crs: "crs: …"
    case .level: "level: …"
    case .kinds(let words): "kinds: {\(words[0]): …}"
    case .column(let name, _): "fields: {\(name): …}"
    }
  }
}
