public import Documents
public import Rules

extension RuleSubject {
  /// All that a clause speaks of.
  public var words: LocalizedText {
    switch self {
    case .parcel: LocalizedText(en: "parcels", zh: "小区")
    case .plan: LocalizedText(en: "the plan", zh: "规划方案")
    case .facility: LocalizedText(en: "facilities", zh: "设施")
    case .community: LocalizedText(en: "communities", zh: "社区")
    case .street: LocalizedText(en: "streets", zh: "街道")
    case .township: LocalizedText(en: "townships", zh: "乡镇")
    case .district: LocalizedText(en: "districts", zh: "区县")
    case .city: LocalizedText(en: "the city", zh: "全市")
    case .province: LocalizedText(en: "the province", zh: "全省")
    case .planning(let level): level.name
    }
  }
}
