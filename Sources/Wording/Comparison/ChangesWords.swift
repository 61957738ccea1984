package import Documents

/// Words of the page that compares runs.
package enum ChangesWords {
  package static let title = LocalizedText(en: "What changed between two results", zh: "核查结果对比")
  package static let before = LocalizedText(en: "Before", zh: "前次")
  package static let after = LocalizedText(en: "After", zh: "后次")
  package static let difference = LocalizedText(en: "Difference", zh: "增减")
  package static let verdicts = LocalizedText(en: "Compounds by verdict", zh: "小区结论变化")
  package static let parcelsByVerdict = LocalizedText(
    en: "Compounds by overall verdict", zh: "各结论的小区数")
  package static let trend = LocalizedText(en: "Run by run", zh: "历次结果")
  package static let run = LocalizedText(en: "Run", zh: "结果")
  package static let share = LocalizedText(en: "Share that passes", zh: "符合率")
  package static let map = LocalizedText(en: "Maps", zh: "分布图对比")
  package static let changedOutline = LocalizedText(en: "changed", zh: "有变化的小区")
  package static let byClause = LocalizedText(en: "Clause by clause", zh: "逐条变化")
  package static let findingsByClause = LocalizedText(
    en: "Findings that changed, by clause", zh: "各条款结论与数值有变化的对象数")
  package static let topic = LocalizedText(en: "Topic", zh: "主题")
  package static let byParcel = LocalizedText(en: "Compound by compound", zh: "有变化的小区")
  package static let parcelsThatChanged = LocalizedText(
    en: "Compounds that changed", zh: "小区结论变化明细")
  package static let change = LocalizedText(en: "Change", zh: "变化")
  package static let gained = LocalizedText(en: "Passes now", zh: "转为符合的条款")
  package static let lost = LocalizedText(en: "Fails now", zh: "转为不符合的条款")
  package static let stillMissing = LocalizedText(
    en: "Still fails; missing before and now", zh: "仍不符合条款的缺口变化")
  package static let supposed = LocalizedText(en: "What is supposed", zh: "设想的变动")
  package static let action = LocalizedText(en: "What is done", zh: "变动")
  package static let rowOfFile = LocalizedText(en: "Row", zh: "文件行")
  package static let noChange = LocalizedText(en: "Nothing changed.", zh: "无变化。")
  package static let inputs = LocalizedText(en: "What went in differently", zh: "输入差异")
  package static let sameInputs = LocalizedText(
    en: "Nothing that the manifests state.", zh: "两份清单所载内容无差异。")

  package static func moreParcels(_ all: Int, shown: Int) -> LocalizedText {
    LocalizedText(
      en: "The first \(shown) of \(all); all are in changes.geojson.",
      zh: "共\(all)个，仅列前\(shown)个，全部见 changes.geojson。")
  }
}
