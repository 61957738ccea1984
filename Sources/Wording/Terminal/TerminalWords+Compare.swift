package import Documents

extension TerminalWords {
  package static func reading(_ path: String) -> LocalizedText {
    LocalizedText(en: "reading \(path)", zh: "读取 \(path)")
  }

  package static func compared(_ before: Int, with after: Int) -> LocalizedText {
    LocalizedText(
      en: "compared \(before) findings with \(after)", zh: "已对比核查结果\(before)条与\(after)条")
  }

  package static let nothingChanged = LocalizedText(
    en: "The two runs say the same: no verdict and no figure changed.", zh: "两次结果一致：结论和数值均无变化。")
  package static let earlierRules = LocalizedText(
    en: "rules only in the earlier run:", zh: "仅前次结果有的规则：")
  package static let laterRules = LocalizedText(
    en: "rules only in the later run:", zh: "仅后次结果有的规则：")
  package static let passToFail = LocalizedText(en: "pass → fail", zh: "符合→不符合")
  package static let failToPass = LocalizedText(en: "fail → pass", zh: "不符合→符合")
  package static let toUnknown = LocalizedText(en: "to unknown", zh: "变为无法判定")
  package static let fromUnknown = LocalizedText(en: "from unknown", zh: "由无法判定转为有结论")
  package static let applicability = LocalizedText(en: "applicability", zh: "适用性")
  package static let figures = LocalizedText(en: "figures", zh: "数值")
  package static let improved = LocalizedText(en: "improved", zh: "改善")
  package static let worsened = LocalizedText(en: "worsened", zh: "下降")
  package static let otherChange = LocalizedText(en: "other", zh: "其他变化")
  package static let added = LocalizedText(en: "added", zh: "新增")
  package static let gone = LocalizedText(en: "gone", zh: "减少")
  package static let allRules = LocalizedText(en: "all rules", zh: "全部规则")

  package static func oneSided(added: Int, gone: Int) -> LocalizedText {
    LocalizedText(
      en: "beside them findings that one run alone has: \(added) added, \(gone) gone",
      zh: "另有仅一次运行具有的核查结果：新增\(added)条，减少\(gone)条")
  }

  package static let subjects = LocalizedText(en: "subjects", zh: "对象")
  package static let unchanged = LocalizedText(en: "unchanged", zh: "无变化")
  package static let inputChanges = LocalizedText(en: "what went in differently:", zh: "输入差异：")
  package static let noInputChange = LocalizedText(
    en: "nothing that the manifests state", zh: "两份清单所载内容无差异")
  package static let none = LocalizedText(en: "none", zh: "无")
}
