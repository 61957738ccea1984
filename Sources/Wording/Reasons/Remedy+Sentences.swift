public import Compliance
public import Documents
internal import Planning

extension RemedyLimit {
  /// The sentence, without a stop.
  public var sentence: LocalizedText {
    switch self {
    case .noSingleChange:
      LocalizedText(
        en: "no single change of the plan's facilities mends it", zh: "仅调整方案内设施无法满足")
    case .totals:
      LocalizedText(
        en: "it is about totals that a plan does not state", zh: "涉及方案未载明的总量指标")
    case .declaredSupply:
      LocalizedText(en: "its supply is a declared figure", zh: "其供给为申报指标")
    case .supplyDoesNotHelp:
      LocalizedText(en: "more supply would not mend it", zh: "增加设施供给无法满足")
    case .figureTooLarge:
      LocalizedText(
        en: "the figure must not be larger than the clause allows", zh: "指标须降至条款允许的范围内")
    case .noLimit: LocalizedText(en: "it has no limit", zh: "条款未规定距离")
    case .noFacilityToDescribe:
      LocalizedText(
        en: "no new facility of the clause's kinds can be described",
        zh: "无法给出满足条款条件的新增设施")
    }
  }
}

extension RemedyCondition {
  /// The sentence, from the subject on and without a stop.
  public func sentence(_ naming: Naming) -> LocalizedText {
    switch self {
    case .meets(let condition):
      LocalizedText(
        en: "it must meet: \(naming.condition(condition).en)",
        zh: "须满足：\(naming.condition(condition).zh)")
    case .handedOver(let day):
      LocalizedText(
        en: "hand it over no later than the housing, by \(day)",
        zh: "不晚于住宅交付，最迟 \(day) 交付")
    case .builtInStage(let phase):
      LocalizedText(
        en: "build it in stage \(phase), with the housing it serves",
        zh: "列入第 \(phase) 期，与所服务住宅同步建设")
    }
  }
}
