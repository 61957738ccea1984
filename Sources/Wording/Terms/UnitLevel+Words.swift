public import Documents
public import Planning

extension UnitLevel {
  /// Above a table of its units.
  public var heading: LocalizedText {
    switch self {
    case .community: LocalizedText(en: "Communities and villages", zh: "社区（村）")
    case .street: LocalizedText(en: "Streets", zh: "街道")
    case .township: LocalizedText(en: "townships", zh: "乡镇")
    case .district: LocalizedText(en: "Districts and counties", zh: "区县")
    case .city: LocalizedText(en: "City", zh: "市")
    case .province: LocalizedText(en: "Province", zh: "省")
    case .planning(let name): LocalizedText(en: name, zh: name)
    }
  }
}
