package import Documents

extension ReportWords {
  package static let noUnits = LocalizedText(
    en: "The project has no layer of units.", zh: "项目未提供行政单元图层。")
  package static let unitColumns = LocalizedText(
    en: """
      The numbered columns give the share of parcels that pass a clause among those to which it \
      applies; the numbers are those of the clauses above. The last column is about the \
      unit itself: the clauses that it fails, else its verdict.
      """,
    zh: """
      带编号的各列为适用该条款的小区中符合的比例，编号对应上文“序号”；末列为单元自身不符合的条款，没有时为其结论。
      """)
  package static let andAlso = LocalizedText(en: " and ", zh: "、")
  package static let name = LocalizedText(en: "Name", zh: "名称")
  package static let distribution = LocalizedText(en: "Distribution", zh: "分布")
  package static let residentsFailing = LocalizedText(
    en: "Residents in failing parcels", zh: "不符合小区居民")
  package static let unitItself = LocalizedText(en: "Unit", zh: "单元自身")
  package static let outsideAll = LocalizedText(en: "outside all of them", zh: "不在以上任何单元")

  package static func moreUnits(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) further units are in units.geojson.", zh: "其余\(count)个单元见 units.geojson。")
  }
}
