internal import Documents
internal import Wording

/// How facilities of a domain are shown.
struct MapSymbol: Sendable {
  /// As in the vocabulary of kinds.
  let domain: String
  /// Around the origin, in units of the map.
  let path: String

  /// Elder care and childcare first; what is only context is smaller.
  static let all = [
    MapSymbol(
      domain: "elder", path: circle(radius: 75)),
    MapSymbol(
      domain: "childcare", path: "M0-95L90 65H-90z"),
    MapSymbol(
      domain: "medical", path: "M-25-75h50v50h50v50h-50v50h-50v-50h-50v-50h50z"),
    MapSymbol(
      domain: "education", path: "M-60-60h120v120h-120z"),
    MapSymbol(
      domain: "life_circle", path: "M0-80L80 0L0 80L-80 0z"),
    MapSymbol(
      domain: "other", path: circle(radius: 40)),
  ]

  /// What a reader calls its facilities.
  var label: LocalizedText { DomainWords.of(domain) }

  private static func circle(radius: Int) -> String {
    let arc = "a\(radius) \(radius) 0 1 0"
    return "M-\(radius) 0\(arc) \(2 * radius) 0\(arc)-\(2 * radius) 0z"
  }

  static func of(_ domain: String) -> MapSymbol {
    all.first { $0.domain == domain } ?? all[all.count - 1]
  }
}
