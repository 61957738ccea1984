public import Documents
public import Measuring
internal import Planning
internal import Rules

extension MissingTotal {
  /// The sentence, from the subject on and without a stop.
  public func sentence(_ naming: Naming) -> LocalizedText {
    switch self {
    case .layersIncomplete(let level):
      LocalizedText(
        en: "the layers are not stated to hold the whole \(level.rawValue)"
          + " (scope: complete), and no figure is declared",
        zh: "未声明图层覆盖全域（scope: complete），也未申报该指标")
    case .projectSmaller(let covers, let asked):
      LocalizedText(
        en: "the project covers a \(covers.rawValue), not a whole \(asked.rawValue),"
          + " and no figure is declared",
        zh: "项目范围小于该层级，且未申报该指标")
    case .noLayer(let role):
      LocalizedText(
        en: "the project names no layer of \(role.words.en), and no figure is declared",
        zh: "项目未提供\(role.words.zh)图层，也未申报该指标")
    case .peopleMissing(let measure):
      LocalizedText(
        en: "\(naming.column(measure.rawValue).en) missing for the area or for a unit in it",
        zh: naming.chinese("该范围或其下级单元缺少", naming.column(measure.rawValue).zh))
    case .noUnitLayer(let level):
      level.isOfPlanning
        ? LocalizedText(
          en:
            "there is no units layer of level '\(level.rawValue)'; state `level:` where a layer has it",
          zh: "没有“\(level.rawValue)”层级的单元图层；如有，请在该图层声明 level:")
        : LocalizedText(
          en: "there is no units layer of level \(level.rawValue)", zh: "没有该层级的行政单元图层")
    case .noCountedUnits(let levels):
      LocalizedText(
        en: "there is no units layer of level "
          + levels.map(\.rawValue).joined(separator: " or "),
        zh: "缺少该层级的行政单元图层")
    case .notDeclared(let statistic): naming.notDeclared(statistic)
    }
  }
}

extension Naming {
  /// That a declared figure is not there.
  func notDeclared(_ statistic: String) -> LocalizedText {
    let name = column(statistic)
    return LocalizedText(
      en: "the statistic '\(name.en)' is not declared", zh: "未申报统计指标“\(name.zh)”")
  }
}
