package import Compliance
package import Documents
internal import Measuring
internal import Planning
internal import Rules

extension Reason {
  /// What brings the missing datum: what to fill in, and what to write in the project file; `nil` where a reason does
  /// not tell.
  package var mending: (fill: LocalizedText?, line: String?)? {
    switch self {
    case .applicabilityUnknown(let columns): Self.mending(of: columns)
    case .peopleMissing(let measure): Self.mending(of: measure)
    case .weightMissing(let weight): Self.mending(of: [weight.rawValue])
    case .measureMissing(let measure): (Self.fill([measure.name], in: .facilities), nil)
    case .contentsNotStated(let columns): (Self.fill(columns, in: .facilities), nil)
    case .deliveryUnknown:
      (LocalizedText(en: "dates of delivery", zh: "补充小区与设施的交付日期"), nil)
    case .standingUnknown: (Self.fill(["operating"], in: .facilities), nil)
    case .figureNotStated(let parameter): (nil, "parameters: {\(parameter): …}")
    case .figureNotDeclared(let statistic): (nil, Self.declaring(statistic))
    case .noTotal(let missing): Self.mending(of: missing)
    case .noLayer(let role): (nil, Self.naming(role.rawValue))
    case .rejectedRowsDecide:
      (LocalizedText(en: "mend the rejected rows", zh: "更正未采用的数据行"), nil)
    case .facilityWithoutPlaceDecides:
      (LocalizedText(en: "places of facilities", zh: "补充设施坐标"), nil)
    case .parcelOffNetwork, .nearFacilityOffNetwork, .facilityOffNetwork:
      (LocalizedText(en: "streets up to there", zh: "补全通达的道路"), nil)
    case .networkInPieces: (nil, "network: {file: …, join: crossings}")
    default: nil
    }
  }

  private static func mending(of measure: PeopleMeasure) -> (LocalizedText?, String?) {
    measure == .population
      ? (fill(["population"], in: .parcels), "assumptions: {persons_per_household: …}")
      : (fill([measure.rawValue], in: .parcels), nil)
  }

  private static func mending(of columns: [String]) -> (LocalizedText?, String?) {
    var lines: [String] = []
    if columns.contains("status") { lines.append("status: existing") }
    if columns.contains("urban") { lines.append("urban: true") }
    return (
      fill(columns, in: nil),
      lines.isEmpty ? nil : "assumptions: {\(lines.joined(separator: ", "))}"
    )
  }

  private static func mending(of missing: MissingTotal) -> (LocalizedText?, String?) {
    switch missing {
    case .layersIncomplete: (nil, "scope: complete")
    case .projectSmaller: (nil, declaring("…"))
    case .noLayer(let role): (nil, naming(role.rawValue))
    case .peopleMissing(let measure): (fill([measure.rawValue], in: .units), nil)
    case .noUnitLayer(let level): (nil, "units: [{file: …, level: \(level.rawValue)}]")
    case .noCountedUnits(let levels):
      (nil, "units: [{file: …, level: \(levels.first?.rawValue ?? "…")}]")
    case .notDeclared(let statistic): (nil, declaring(statistic))
    }
  }

  private static func declaring(_ statistic: String) -> String {
    "statistics: [{unit: city, \(statistic): …}]"
  }

  private static func naming(_ role: String) -> String { "layers: {\(role): …}" }

  private static func fill(_ columns: [String], in role: LayerRole?) -> LocalizedText {
    let names = Naming.plain().columns(columns)
    return LocalizedText(
      en: "fill in \(names.en)" + (role.map { " of \($0.words.en)" } ?? ""),
      zh: "补充\(role.map { $0.words.zh + "的" } ?? "")\(names.zh)")
  }
}
