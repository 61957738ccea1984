package import Documents

extension PageWords {
  /// Between the number of a document and its day.
  package static func issued(by issuer: LocalizedText) -> LocalizedText {
    LocalizedText(en: ", \(issuer.en), ", zh: "，\(issuer.zh)，")
  }

  package static let draft = LocalizedText(en: "draft for comment", zh: "征求意见稿")
  package static let inputFiles = LocalizedText(en: "Input files", zh: "输入文件")
  package static let rulePacks = LocalizedText(en: "Rule packs", zh: "规则包")
  package static let pack = LocalizedText(en: "Pack", zh: "规则包")
  package static let document = LocalizedText(en: "Document", zh: "文件")
  package static let personsPerHousehold = LocalizedText(
    en: "Persons per household, where people are missing", zh: "户均人口（缺人口时采用）")
  package static let detour = LocalizedText(en: "Walk over straight line", zh: "步行绕行系数")
  package static let assumedStatus = LocalizedText(
    en: "Status of parcels that state none", zh: "未注明建设状态的小区按")
  package static let assumedUrban = LocalizedText(
    en: "Parcels and units that do not say so are urban", zh: "未注明城乡属性的按城镇计")
  package static let yes = LocalizedText(en: "yes", zh: "是")
  package static let no = LocalizedText(en: "no", zh: "否")

  package static func parameter(_ name: String) -> LocalizedText {
    LocalizedText(en: "Parameter \(name)", zh: "参数 \(name)")
  }

  package static let ownTargets = LocalizedText(en: "Targets of the project's own", zh: "自定目标")
  package static let ownTarget = LocalizedText(en: "Own target", zh: "自定要求")
  package static let documentAsks = LocalizedText(en: "Document", zh: "文件要求")

  /// A required figure that is not the document's.
  package static func ownFigure(_ figure: String) -> LocalizedText {
    LocalizedText(en: "\(figure) (own target)", zh: "\(figure)（自定目标）")
  }

  package static let noAssumptions = LocalizedText(
    en: "The project states no assumptions.", zh: "项目未设定假设条件。")
  package static let assumptions = LocalizedText(
    en: "Assumptions that the project states", zh: "项目设定的假设条件")
  package static let assumption = LocalizedText(en: "Assumption", zh: "假设")
  package static let value = LocalizedText(en: "Value", zh: "取值")
  package static let flagsInReport = LocalizedText(en: "Flags in this report", zh: "本报告出现的标记")
  package static let flag = LocalizedText(en: "Flag", zh: "标记")
  package static let inTables = LocalizedText(en: "In tables", zh: "数据列中")
  package static let findings = LocalizedText(en: "Findings", zh: "核查结果数")
}
