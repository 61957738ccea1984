package import Documents

extension OpinionWords {
  package static let nothingMissing = LocalizedText(
    en: "Nothing is missing: every clause could be decided.", zh: "资料齐全，全部条款均可判定。")
  package static let unusableRows = LocalizedText(
    en: "Rows of the plan that could not be used", zh: "方案中未采用的数据行")
  package static let whatIsWrong = LocalizedText(en: "What is wrong, and what to do", zh: "问题与补正办法")

  package static func moreRows(_ count: Int, file: String) -> LocalizedText {
    LocalizedText(en: "and \(count) more, see \(file)", zh: "另有\(count)行，见 \(file)")
  }

  package static let whatToSupply = LocalizedText(en: "Please supply", zh: "请建设单位补充下列资料")
  package static let whatIsMissing = LocalizedText(en: "What is missing", zh: "缺少的内容")
  package static let ofWhom = LocalizedText(en: "Of whom", zh: "涉及对象")
  package static let pleaseState = LocalizedText(en: "Please state", zh: "请补充")
  package static let forTheBureau = LocalizedText(
    en: "For the bureau to find out", zh: "由审查单位核实的现状资料")
  package static let neededFor = LocalizedText(en: "Needed for", zh: "用于判定")

  package static func figuresNotStated(of clauses: String) -> LocalizedText {
    LocalizedText(
      en: "The documents do not state the figure of \(clauses): there is nothing to"
        + " supply, the bureau decides.", zh: "\(clauses)所依据的文件未明确指标值，无需补充资料，由主管部门认定。")
  }

  package static let remarksOnData = LocalizedText(
    en: "Remarks on data that was used", zh: "已采用、需说明的数据")

  package static func moreLikeThis(_ more: Int, of all: Int) -> LocalizedText {
    LocalizedText(en: " (and \(more) more like this)", zh: "（同类共\(all)处）")
  }
}
