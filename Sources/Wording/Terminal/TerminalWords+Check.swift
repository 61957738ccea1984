package import Documents
package import Planning

extension TerminalWords {
  package static func rulesChosen(_ judged: Int, leftOut: Int) -> LocalizedText {
    LocalizedText(
      en: "\(judged) rules were chosen, \(leftOut) were not judged",
      zh: "按选择核查条款\(judged)条，未核查\(leftOut)条")
  }

  package static func judged(_ findings: Int) -> LocalizedText {
    LocalizedText(en: "judged \(findings) findings", zh: "生成核查结果\(findings)条")
  }

  package static func writing(_ folder: String) -> LocalizedText {
    LocalizedText(en: "writing \(folder)", zh: "写出 \(folder)")
  }

  package static func loaded(_ counts: String, rejected: Int, noted: Int, in time: String)
    -> LocalizedText
  {
    LocalizedText(
      en: "read \(counts) parcels, facilities, units; rejected \(rejected) rows;"
        + " noted \(noted) (\(time))",
      zh: "已读取小区、设施、行政单元\(counts)；未采用\(rejected)行；提示\(noted)条（\(time)）")
  }

  /// How many facilities a scenario adds, moves, closes and changes.
  package static func scenario(_ steps: [Scenario.Step]) -> LocalizedText {
    func count(_ action: ScenarioAction) -> Int { steps.count { $0.action == action } }
    return LocalizedText(
      en: "scenario: \(count(.add)) added, \(count(.move)) moved, \(count(.close)) closed,"
        + " \(count(.change)) changed",
      zh: "设想方案：新增\(count(.add))处，迁移\(count(.move))处，关闭\(count(.close))处，"
        + "调整\(count(.change))处")
  }

  /// What a project is called with a scenario.
  package static func with(scenario path: String, _ project: LocalizedText) -> LocalizedText {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return LocalizedText(
      en: "\(project.en), with \(file)", zh: "\(project.zh)（含设想方案 \(file)）")
  }

  /// What is wrong with a row of a scenario.
  package static func scenarioRow(_ row: RejectedRow, of path: String) -> LocalizedText {
    let sentence = row.sentence(.exact)
    guard let line = row.line else {
      return LocalizedText(
        en: "\(path): feature \(row.row): \(sentence.en)",
        zh: "\(path)：第\(row.row)个要素：\(sentence.zh)")
    }
    return LocalizedText(
      en: "\(path): line \(line): \(sentence.en)", zh: "\(path)：第\(line)行：\(sentence.zh)")
  }

  /// What is not as it should be in a scenario, and is used all the same.
  package static func scenarioNote(_ note: DataNote) -> LocalizedText {
    let row = note.row.map {
      LocalizedText(en: "row \($0): ", zh: "第\($0)行：")
    }
    let sentence = note.note.sentence(.exact)
    return LocalizedText(
      en: "note: \(note.file): \(row?.en ?? "")\(sentence.en)",
      zh: "提示：\(note.file)：\(row?.zh ?? "")\(sentence.zh)")
  }

  package static let quickLook = LocalizedText(en: "Quick look", zh: "快速查看")
  package static let notApplicable = LocalizedText(en: "n.a.", zh: "不适用")
  package static let parcelsOverall = LocalizedText(en: "parcels, overall", zh: "小区总体")
}
