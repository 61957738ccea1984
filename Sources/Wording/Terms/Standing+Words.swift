public import Documents
public import Planning

extension Standing.Doubt {
  /// Why a facility is left out on the day, in a few words.
  public var words: LocalizedText {
    switch self {
    case .closed: LocalizedText(en: "closed", zh: "停业或撤销")
    case .underConstruction: LocalizedText(en: "under construction", zh: "在建")
    case .planned: LocalizedText(en: "planned", zh: "拟建")
    case .notYetOpen: LocalizedText(en: "not open yet", zh: "尚未投用")
    case .unknown: LocalizedText(en: "not known", zh: "状态不明")
    }
  }
}

extension [Standing.Doubt: Int] {
  /// How many facilities are left out on a day and why, as a sentence without a stop; `nil`: none.
  public func sentence(on day: CalendarDate?) -> LocalizedText? {
    let found = Standing.Doubt.allCases.compactMap { doubt in self[doubt].map { (doubt, $0) } }
    guard !found.isEmpty else { return nil }
    let day = day.map { "\($0)" }
    let sum = found.reduce(0) { $0 + $1.1 }
    let all = (
      en: found.map { "\($0.0.words.en) \($0.1)" }.joined(separator: ", "),
      zh: found.map { "\($0.0.words.zh)\($0.1)处" }.joined(separator: "、")
    )
    return LocalizedText(
      en: "\(sum) facilities do not stand on \(day ?? "the day"), or perhaps not: \(all.en)",
      zh: "\(sum)处设施在\(day ?? "基准日")未运营或无法确定是否运营：\(all.zh)")
  }

}

extension City {
  /// How many facilities are left out on the day and why, as a sentence without a stop; `nil`: none.
  public var leftOutSentence: LocalizedText? { leftOut.sentence(on: project.asOf) }

  /// What the day does not tell, where the project states none; `nil`: it does.
  public var missingDaySentence: LocalizedText? {
    let dates = [facilities.opened, facilities.closed, facilities.delivered]
    guard project.asOf == nil, dates.contains(where: { $0.contains { $0 != nil } }) else {
      return nil
    }
    return LocalizedText(
      en: "the project states no day: what has a date of opening or delivery is taken as open, "
        + "what has a date of closing as perhaps closed; state `as_of: 2025-12-31`",
      zh: "项目未注明基准日：有开业或交付日期的设施视为已运营，有停业日期的视为可能已停业；请注明 as_of: 2025-12-31")
  }
}
