package import Documents

extension ReportWords {
  package static func failsRange(_ clauses: String) -> LocalizedText {
    LocalizedText(en: "✗ fails \(clauses)", zh: "✗ 不符合\(clauses)条")
  }

  package static func squares(of length: String) -> LocalizedText {
    LocalizedText(
      en: "Too many parcels to draw one by one: each square of \(length) shows the share of its"
        + " parcels that fail. ", zh: "小区数量较多，不逐一绘制：每个边长\(length)的方格表示其中不符合的小区占比。")
  }

  package static let numbersInLegend = LocalizedText(
    en: "Numbers in the legend: binding and expected clauses that a parcel fails. ",
    zh: "图例数字为小区不符合的约束性与预期性条款数。")
  package static let facilitiesLeftOut = LocalizedText(
    en: "Facilities are left out: too many for a page. ", zh: "设施数量较多，图中未绘制。")
  package static let aboutTheDrawing = LocalizedText(
    en: "North is that of the working grid. Outlines are simplified for the page.",
    zh: "图中上方为坐标北；图形已概化，不作为界址依据。")
  package static let failingFacility = LocalizedText(
    en: "facility that fails a clause about it", zh: "不符合自身要求的设施")
  package static let mapOfParcels = LocalizedText(
    en: "Map of parcels by overall verdict, with facilities and borders of units",
    zh: "居住小区总体结论分布图，含服务设施与行政边界")

  /// Classes of the share of parcels that fail, from none to nearly all.
  package static let shares = [
    LocalizedText(en: "none fails", zh: "全部未见不符合"),
    LocalizedText(en: "up to 25% fail", zh: "不符合≤25%"),
    LocalizedText(en: "to 50%", zh: "≤50%"),
    LocalizedText(en: "to 75%", zh: "≤75%"),
    LocalizedText(en: "more", zh: ">75%"),
  ]
}
