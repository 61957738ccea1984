package import Documents

extension ReportWords {
  package static let noneFails = LocalizedText(
    en: "No parcel fails a clause that counts.", zh: "没有小区不符合。")

  package static func worstParcels(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "The \(count) parcels that fail most binding clauses, then most clauses, then house"
        + " most residents", zh: "不符合约束性条款最多的\(count)个小区（其次按不符合条款数、居民人数排序）")
  }

  package static let parcel = LocalizedText(en: "Parcel", zh: "小区")
  package static let whereabouts = LocalizedText(en: "Where", zh: "所在单元")
  package static let inAll = LocalizedText(en: "all", zh: "全部")
  package static let fails = LocalizedText(en: "Fails", zh: "不符合条款")
  package static let largestGaps = LocalizedText(en: "Largest gaps", zh: "主要缺口")
  package static let requiredFigure = LocalizedText(en: ", required ", zh: "，应")

  /// Behind a figure, from `MissingWords.phrase`.
  package static func missing(_ phrase: String) -> LocalizedText {
    LocalizedText(en: "; \(phrase)", zh: "，\(phrase)")
  }

  package static func nearest(at distance: String) -> LocalizedText {
    LocalizedText(en: "; nearest \(distance) away", zh: "，最近\(distance)")
  }
}
