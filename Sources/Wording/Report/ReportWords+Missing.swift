package import Documents

extension ReportWords {
  package static let missingTitle = LocalizedText(
    en: "What would settle most", zh: "补充哪些数据最有用")
  package static let missingCaption = LocalizedText(
    en: "Missing data, by how many findings of binding and expected clauses it leaves undecided",
    zh: "缺失数据（按其导致无法判定的约束性与预期性核查结果数排序）")
  package static let whatIsMissing = LocalizedText(en: "What is missing", zh: "缺什么")
  package static let undecidedFindings = LocalizedText(en: "Findings", zh: "无法判定（项）")
  package static let undecidedSubjects = LocalizedText(en: "Subjects", zh: "涉及对象")
  package static let whatToDo = LocalizedText(en: "What to do", zh: "怎么补")
  package static let orWrite = LocalizedText(
    en: ", or write in the project: ", zh: "，或在项目文件中写：")
  package static let rejectedRowsDecide = LocalizedText(
    en: "rows that were rejected may decide", zh: "未采用的数据行可能影响结论")
  package static let placelessDecide = LocalizedText(
    en: "facilities of which only the unit is known may decide", zh: "只知所属单元、位置不明的设施可能影响结论")

  /// As the table of clauses numbers them.
  package static func clauseNumber(_ number: Int) -> LocalizedText {
    LocalizedText(en: "No. \(number)", zh: "第\(number)条")
  }

  package static func moreMissing(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) further reasons are in findings.csv.", zh: "其余\(count)种原因见 findings.csv。")
  }
}
