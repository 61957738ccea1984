package import Documents

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

  package static let quickLook = LocalizedText(en: "Quick look", zh: "快速查看")
  package static let notApplicable = LocalizedText(en: "n.a.", zh: "不适用")
  package static let parcelsOverall = LocalizedText(en: "parcels, overall", zh: "小区总体")
}
