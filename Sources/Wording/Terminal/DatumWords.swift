package import Documents
package import Planning

/// What is said of the datum of a layer.
package enum DatumWords {
  package static let metres = LocalizedText(en: "metres, median", zh: "中位距离（米）")
  package static let inside = LocalizedText(en: "in an area", zh: "落在面内")
  package static let nothingToCompare = LocalizedText(
    en:
      "nothing can be compared: the two layers have fewer than five names in common, fewer than three rows name a street of the reference, and it has no areas around these points",
    zh: "无法比较：两个图层相同名称不足五个，提到参照图层中道路名称的记录不足三条，且参照图层在这些点附近没有面")
  package static let undecided = LocalizedText(
    en: "none fits clearly better than the others; look at both layers on a map",
    zh: "没有明显更吻合的坐标系；请在地图上对照查看")

  package static func compared(_ measure: DatumFit.Measure, rows: Int) -> LocalizedText {
    switch measure {
    case .names: LocalizedText(en: "\(rows) rows of the same name", zh: "同名记录 \(rows) 条")
    case .streets:
      LocalizedText(
        en: "\(rows) rows that name a street of the reference, by their distance to it",
        zh: "文字中提到参照道路的记录 \(rows) 条（按到该道路的距离）")
    case .areas:
      LocalizedText(
        en: "\(rows) points within the extent of the reference", zh: "参照图层范围内的点 \(rows) 个")
    }
  }

  package static func proposal(_ crs: String) -> LocalizedText {
    LocalizedText(
      en: "\(crs) fits best; if you agree, state it: `crs:` in the project file",
      zh: "最吻合的是 \(crs)；确认后请在项目文件中以 `crs:` 注明")
  }
}
