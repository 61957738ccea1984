internal import Documents

/// How facilities of a domain are shown.
struct MapSymbol: Sendable {
  /// As in the vocabulary of kinds.
  let domain: String
  let label: LocalizedText
  /// Around the origin, in units of the map.
  let path: String

  /// Elder care and childcare first; what is only context is smaller.
  static let all = [
    MapSymbol(
      domain: "elder", label: LocalizedText(en: "elder care", zh: "养老设施"),
      path: "M-75 0a75 75 0 1 0 150 0a75 75 0 1 0-150 0z"),
    MapSymbol(
      domain: "childcare", label: LocalizedText(en: "childcare", zh: "托育设施"),
      path: "M0-95L90 65H-90z"),
    MapSymbol(
      domain: "medical", label: LocalizedText(en: "medical", zh: "医疗设施"),
      path: "M-25-75h50v50h50v50h-50v50h-50v-50h-50v-50h50z"),
    MapSymbol(
      domain: "education", label: LocalizedText(en: "education", zh: "教育设施"),
      path: "M-60-60h120v120h-120z"),
    MapSymbol(
      domain: "life_circle", label: LocalizedText(en: "daily life", zh: "生活圈设施"),
      path: "M0-80L80 0L0 80L-80 0z"),
    MapSymbol(
      domain: "other", label: LocalizedText(en: "other", zh: "其他设施"),
      path: "M-40 0a40 40 0 1 0 80 0a40 40 0 1 0-80 0z"),
  ]

  static func of(_ domain: String) -> MapSymbol {
    all.first { $0.domain == domain } ?? all[all.count - 1]
  }
}
