public import Documents
public import Planning

extension LayerRole {
  /// What the rows of a layer of this role are called.
  public var words: LocalizedText {
    switch self {
    case .parcels: LocalizedText(en: "parcels", zh: "居住小区")
    case .facilities: LocalizedText(en: "facilities", zh: "服务设施")
    case .units: LocalizedText(en: "administrative units", zh: "行政单元")
    case .entrances: LocalizedText(en: "entrances", zh: "出入口")
    }
  }
}
