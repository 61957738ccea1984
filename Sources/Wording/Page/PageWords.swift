package import Documents

/// Words and sentences that several pages have.
package enum PageWords {
  package static func madeBy(version: String) -> LocalizedText {
    LocalizedText(en: "Made by siting \(version) with ", zh: "由 siting \(version) 生成，所用程序库：")
  }

  package static let distancesOnGround = LocalizedText(
    en: ". Distances and areas are those on the ground, along the ellipsoid. Working CRS: ",
    zh: "。距离和面积均为地面（椭球面）上的值。工作坐标系：")
  package static let distancesInPlane = LocalizedText(
    en: ". Distances and areas are those in the plane of the working CRS, as the project asks: ",
    zh: "。按项目要求，距离和面积均为工作坐标系平面上的值：")

  /// A stated CRS that was not worked in, which changes no figure.
  package static func unusedCRS(_ stated: String) -> LocalizedText {
    LocalizedText(
      en: " (the project states \(stated), which is no transverse Mercator near the data; no figure"
        + " depends on it)",
      zh: "（项目所列 \(stated) 不是数据附近的横轴墨卡托投影，未予采用；各项数值与此无关）")
  }
  package static let paraphrased = LocalizedText(
    en: """
      Clauses are paraphrased and cited by number; where a document says something else, the \
      document counts.
      """, zh: "条款为转述并注明条号，如与文件原文有出入，以原文为准。")
  package static let number = LocalizedText(en: "No.", zh: "序号")
  package static let missing = LocalizedText(en: "Missing", zh: "缺口")
  package static let verdict = LocalizedText(en: "Verdict", zh: "结论")

  package static func due(by year: Int) -> LocalizedText {
    LocalizedText(en: "due by \(year)", zh: "目标年\(year)")
  }

  package static let clause = LocalizedText(en: "Clause", zh: "条款")
  package static let facility = LocalizedText(en: "Facility", zh: "设施")
  package static let nothingToDraw = LocalizedText(
    en: "Nothing to draw: no row has a geometry.", zh: "没有可绘制的图形。")

  package static func row(_ number: Int) -> LocalizedText {
    LocalizedText(en: ", row \(number)", zh: "，第\(number)行")
  }

  package static let notStated = LocalizedText(en: "not stated", zh: "未注明")
  package static let kind = LocalizedText(en: "Kind", zh: "类型")
  package static let pleaseNote = LocalizedText(en: "Please note. ", zh: "请注意：")

  package static func andMore(_ more: Int, of all: Int) -> LocalizedText {
    LocalizedText(en: " and \(more) more", zh: "等\(all)个")
  }

  package static let file = LocalizedText(en: "File", zh: "文件")
  package static let meaning = LocalizedText(en: "What it means", zh: "含义")
  package static let reportedOnly = LocalizedText(en: "reported only", zh: "仅列数值")
  package static let mustHaveIt = LocalizedText(en: "must have it", zh: "须具备")
  package static let figureNotStated = LocalizedText(en: "figure not stated", zh: "文件未明确")

  /// The title of a document, as titles are written.
  package static func title(_ title: LocalizedText) -> LocalizedText {
    LocalizedText(en: title.en, zh: "《\(title.zh)》")
  }
}
