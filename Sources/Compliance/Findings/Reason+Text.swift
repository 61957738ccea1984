public import Documents
public import Measuring
internal import Planning
internal import Quantities
internal import Rules

extension MissingTotal {
  /// The sentence.
  public var text: LocalizedText {
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
    case .noUnitLayer(let level):
      LocalizedText(
        en: "there is no units layer of level \(level.rawValue)", zh: "没有该层级的行政单元图层")
    case .noCountedUnits(let levels):
      LocalizedText(
        en: "there is no units layer of level "
          + levels.map(\.rawValue).joined(separator: " or "),
        zh: "缺少该层级的行政单元图层")
    case .notDeclared(let name):
      LocalizedText(en: "the statistic '\(name)' is not declared", zh: "未申报统计指标“\(name)”")
    }
  }
}

extension Reason {
  /// The sentence.
  public var text: LocalizedText {
    switch self {
    case .applicabilityUnknown(let columns):
      LocalizedText(
        en: "not known whether the clause applies: \(columns.joined(separator: ", ")) missing",
        zh: "无法判断条款是否适用：缺少 \(columns.joined(separator: ", "))")
    case .parcelIsEmpty: LocalizedText(en: "nobody lives there", zh: "无住户")
    case .areaIsEmpty: LocalizedText(en: "nobody lives there", zh: "范围内无居民")
    case .noSuchUnit: LocalizedText(en: "there is no such unit", zh: "没有该类单元")
    case .unitsUnknown:
      LocalizedText(en: "not known whether there is such a unit", zh: "无法确定是否有该类单元")
    case .countedRuleMissing:
      LocalizedText(en: "the rule that it counts has no findings", zh: "被统计的条款没有结果")
    case .noFacilityInside:
      LocalizedText(en: "the compound has no such facility", zh: "小区内没有该类设施")
    case .noTotal(let missing): missing.text
    case .figureNotStated(let name):
      LocalizedText(
        en: "the document does not state '\(name)'; give it under 'parameters' in the project",
        zh: "文件未给出“\(name)”，可在项目文件 parameters 中给定")
    case .figureNotDeclared(let name):
      LocalizedText(en: "the statistic '\(name)' is not declared", zh: "未申报统计指标“\(name)”")
    case .peopleMissing(let measure):
      LocalizedText(en: "\(measure.rawValue) missing", zh: "缺少 \(measure.rawValue)")
    case .weightMissing(let weight):
      LocalizedText(
        en: "\(weight.rawValue) missing for a parcel", zh: "有小区缺少 \(weight.rawValue)")
    case .measureMissing(let measure):
      LocalizedText(en: "\(measure.name) is missing", zh: "缺少 \(measure.name)")
    case .contentsNotStated(let columns):
      LocalizedText(
        en: "\(columns.joined(separator: ", ")) is not stated",
        zh: "未注明 \(columns.joined(separator: ", "))")
    case .deliveryUnknown:
      LocalizedText(
        en: "a date of delivery is missing, or whether a facility counts",
        zh: "缺少交付日期，或无法确定设施是否计入")
    case .dataDecides:
      LocalizedText(
        en: "missing data decides: the best and the worst case differ",
        zh: "缺失数据影响结论：最好与最坏情形不一致")
    case .failsAtBest:
      LocalizedText(en: "fails even at best: some data is missing", zh: "部分数据缺失，但按最好情形仍不符合")
    case .passesAtWorst:
      LocalizedText(en: "passes even at worst: some data is missing", zh: "部分数据缺失，但按最坏情形仍符合")
    case .divisorMayBeZero:
      LocalizedText(en: "not known whether there is anything to divide by", zh: "无法确定分母是否为零")
    case .measureIsZero(let measure):
      LocalizedText(en: "\(measure.name) is zero", zh: "\(measure.name) 为零")
    case .nothingToShare:
      LocalizedText(en: "there is nothing to take a share of", zh: "总量为零，无从计算占比")
    case .deliveredLate: LocalizedText(en: "delivered after the housing", zh: "晚于住宅交付")
    case .contradicted(let other):
      LocalizedText(
        en: "clause \(other.rule) says otherwise", zh: "与条款 \(other.rule) 结论不一致")
    case .nothingWithinTwiceTheWalk:
      LocalizedText(
        en: "no such facility within twice the limit on foot", zh: "步行两倍限距内没有该类设施")
    case .nothingInData:
      LocalizedText(en: "no such facility in the data", zh: "数据中没有该类设施")
    case .parcelOffNetwork:
      LocalizedText(
        en: "no street of the walking network is near the parcel or one of its entrances",
        zh: "小区或其某个出入口附近没有步行路网")
    case .facilityOffNetwork:
      LocalizedText(
        en: "no street of the walking network is near the facility", zh: "设施附近没有步行路网")
    case .counted(let count, let verdict): Self.text(count, verdict)
    }
  }

  private static func text(_ count: SupplyCount, _ verdict: Verdict) -> LocalizedText {
    var en: [String] = []
    var zh: [String] = []
    if count.isBound {
      en.append(
        verdict == .pass
          ? "upper bound: facilities in reach are counted in full for every parcel"
          : "fails even with all facilities in reach counted in full")
      zh.append(verdict == .pass ? "上限值：可达设施对每个小区均按全量计入" : "即使可达设施全量计入仍不足")
    }
    if let reach = count.defaultReach {
      en.append("default reach: \(reach)")
      zh.append("采用默认服务距离：\(reach)")
    }
    return LocalizedText(en: en.joined(separator: "; "), zh: zh.joined(separator: "；"))
  }
}

extension RemedyLimit {
  /// The sentence.
  public var text: LocalizedText {
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
  /// The sentence.
  public var text: LocalizedText {
    switch self {
    case .meets(let condition):
      LocalizedText(
        en: "it must meet: \(Self.words(condition))", zh: "须满足：\(Self.words(condition))")
    case .handedOver(let day):
      LocalizedText(
        en: "hand it over no later than the housing, by \(day)",
        zh: "不晚于住宅交付，最迟 \(day) 交付")
    case .builtInStage(let phase):
      LocalizedText(
        en: "build it in stage \(phase), with the housing it serves",
        zh: "提前至第 \(phase) 期，与所服务住宅同步建设")
    }
  }

  private static func words(_ condition: Condition) -> String {
    switch condition {
    case .always: ""
    case .all(let parts): parts.map(words).joined(separator: "; ")
    case .any(let parts): parts.map(words).joined(separator: " / ")
    case .not(let part): "not \(words(part))"
    case .column(let column, .oneOf(let words)): "\(column) = \(words.joined(separator: ", "))"
    case .column(let column, .compare(let comparison, let figure, _)):
      "\(column) \(comparison.symbol) \(figure)"
    }
  }
}
