package import Documents

/// What the map answers to a click.
extension ReportWords {
  package static let answerHint = LocalizedText(
    en:
      "Click a compound or a facility, or pick a compound by name, to see its clauses and figures, and the facilities that count, as lines.",
    zh: "点击小区或设施，或按名称选择小区，可查看各条款、数值及计入的设施（以连线表示）。")
  package static let answerFind = LocalizedText(en: "Compound", zh: "小区")
  package static let answerCounted = LocalizedText(en: "Counted: ", zh: "计入设施：")
  package static let answerUncounted = LocalizedText(en: "Not counted: ", zh: "未计入设施：")
  package static let answerNearestFacility = LocalizedText(en: "Nearest: ", zh: "最近设施：")
  package static let answerNone = LocalizedText(en: "No clause judges it.", zh: "没有条款对其作出判定。")
  package static let answerServes = LocalizedText(en: "Counts for compounds: ", zh: "计入的小区：")
  package static let answerClose = LocalizedText(en: "Close", zh: "关闭")
  package static let worstNumbers = LocalizedText(
    en: "Numbers on the map: the worst compounds of the table below. ", zh: "图中编号对应下文最差小区表的序号。")

  package static func answerHouseholds(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) households", zh: "\(count)户")
  }

  package static func answerResidents(_ count: String) -> LocalizedText {
    LocalizedText(en: "\(count) residents", zh: "\(count)人")
  }

  package static func answerNearest(_ length: String) -> LocalizedText {
    LocalizedText(en: "nearest \(length)", zh: "最近\(length)")
  }

  package static func answerStraight(_ length: String) -> LocalizedText {
    LocalizedText(en: "\(length) in a straight line", zh: "直线\(length)")
  }

  /// Parcels that share too little, with what they need and have together.
  package static func answerBottleneck(
    parcels: Int, facilities: Int, need: String, supply: String
  ) -> LocalizedText {
    LocalizedText(
      en: "Shared: \(NumberWords.many(parcels, "compound needs", "compounds need"))"
        + " \(need) together and \(parcels == 1 ? "has" : "have") \(supply) of"
        + " \(NumberWords.many(facilities, "facility", "facilities"))",
      zh: "公平分配：\(parcels)个小区共需\(need)，共用\(facilities)处设施，可供\(supply)")
  }

  package static func answerLoad(_ load: String, of capacity: String) -> LocalizedText {
    LocalizedText(en: "\(load) of \(capacity) taken", zh: "已用\(load)，可供\(capacity)")
  }
}
