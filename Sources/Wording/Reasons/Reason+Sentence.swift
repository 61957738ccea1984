public import Compliance
public import Documents
internal import Measuring
internal import Planning
internal import Rules

extension Reason {
  /// The sentence, from the subject on and without a stop.
  public func sentence(_ naming: Naming) -> LocalizedText {
    switch self {
    case .applicabilityUnknown(let columns):
      LocalizedText(
        en: "not known whether the clause applies: \(naming.columns(columns).en) missing",
        zh: naming.chinese("无法判断条款是否适用：缺少", naming.columns(columns).zh))
    case .figureUnknown(let rule):
      LocalizedText(
        en: "not known whether the clause applies: what clause \(naming.clause(rule).en) measures"
          + " is not known",
        zh: naming.chinese("无法判断条款是否适用：不知条款", naming.clause(rule).zh, "的测算值"))
    case .parcelIsEmpty: LocalizedText(en: "nobody lives there", zh: "无住户")
    case .areaIsEmpty: LocalizedText(en: "nobody lives there", zh: "范围内无居民")
    case .noSuchUnit: LocalizedText(en: "there is no such unit", zh: "没有该类单元")
    case .unitsUnknown:
      LocalizedText(en: "not known whether there is such a unit", zh: "无法确定是否有该类单元")
    case .countedRuleMissing:
      LocalizedText(en: "the rule that it counts has no findings", zh: "被统计的条款没有结果")
    case .noFacilityInside:
      LocalizedText(en: "the compound has no such facility", zh: "小区内没有该类设施")
    case .noTotal(let missing): missing.sentence(naming)
    case .figureNotStated(let name):
      naming.advice(
        LocalizedText(
          en: "the document does not state '\(name)'; give it under 'parameters' in the project",
          zh: "文件未明确指标值“\(name)”，可在项目文件 parameters 中给定"),
        else: LocalizedText(
          en: "the document does not state the figure", zh: "文件未明确指标值"))
    case .figureNotDeclared(let statistic): naming.notDeclared(statistic)
    case .rejectedRowsDecide(let row, let others):
      LocalizedText(
        en: "a row that was rejected may decide: \(row)\(Self.others(others).en)",
        zh: "未采用的记录可能影响结论：\(row)\(Self.others(others).zh)")
    case .facilityWithoutPlaceDecides(let id, let others):
      LocalizedText(
        en: "where facility \(id) is in its unit is not known, and may decide"
          + Self.others(others).en,
        zh: "设施\(id)只知所属单元、位置不明，可能影响结论\(Self.others(others).zh)")
    case .noLayer(let role):
      LocalizedText(
        en: "the project names no layer of \(role.words.en)",
        zh: "项目未提供\(role.words.zh)图层")
    case .peopleMissing(let measure):
      LocalizedText(
        en: "\(naming.column(measure.rawValue).en) missing",
        zh: naming.chinese("缺少", naming.column(measure.rawValue).zh))
    case .weightMissing(let weight):
      LocalizedText(
        en: "\(naming.weight(weight).en) missing for a parcel",
        zh: naming.chinese("有小区缺少", naming.weight(weight).zh))
    case .measureMissing(let measure):
      LocalizedText(
        en: "\(naming.column(measure.name).en) is missing",
        zh: naming.chinese("缺少", naming.column(measure.name).zh))
    case .contentsNotStated(let columns):
      LocalizedText(
        en: "\(naming.columns(columns).en) is not stated",
        zh: naming.chinese("未注明", naming.columns(columns).zh))
    case .deliveryUnknown:
      LocalizedText(
        en: "a date of delivery is missing, or whether a facility counts",
        zh: "缺少交付日期，或无法确定设施是否计入")
    case .standingUnknown:
      LocalizedText(
        en: "not known whether a facility stands on the day, and it decides",
        zh: "无法确定有关设施在基准日是否运营，而结论取决于此")
    case .dataDecides:
      LocalizedText(
        en: "missing data decides: the best and the worst case differ",
        zh: "缺失数据影响结论：最有利与最不利情形的结论不一致")
    case .failsAtBest:
      LocalizedText(en: "fails even at best: some data is missing", zh: "部分数据缺失，但按最有利情形仍不符合")
    case .passesAtWorst:
      LocalizedText(en: "passes even at worst: some data is missing", zh: "部分数据缺失，但按最不利情形仍符合")
    case .divisorMayBeZero:
      LocalizedText(en: "not known whether there is anything to divide by", zh: "无法确定分母是否为零")
    case .measureIsZero(let measure):
      LocalizedText(
        en: "\(naming.column(measure.name).en) is zero",
        zh: naming.chinese(naming.column(measure.name).zh, "为零"))
    case .nothingToShare:
      LocalizedText(en: "there is nothing to take a share of", zh: "总量为零，无从计算占比")
    case .deliveredLate: LocalizedText(en: "delivered after the housing", zh: "晚于住宅交付")
    case .contradicted(let other):
      LocalizedText(
        en: "clause \(naming.clause(other).en) says otherwise",
        zh: naming.chinese("与条款", naming.clause(other).zh, "结论不一致"))
    case .nothingWithinTwiceTheWalk:
      LocalizedText(
        en: "no such facility within twice the limit on foot", zh: "步行两倍限距内没有该类设施")
    case .nothingInData:
      LocalizedText(en: "no such facility in the data", zh: "数据中没有该类设施")
    case .parcelOffNetwork:
      LocalizedText(
        en: "no street of the walking network is near the parcel or one of its entrances",
        zh: "小区或其某个出入口附近没有步行路网")
    case .nearFacilityOffNetwork:
      LocalizedText(
        en: "no street of the walking network is near a facility that is within the limit as the"
          + " straight line goes, or its streets and those of the parcel do not hang together",
        zh: "直线限距内有设施附近没有步行路网，或与小区所在道路互不连通，能否步行到达无法判定")
    case .networkInPieces:
      naming.advice(
        LocalizedText(
          en:
            "the streets of the parcel and those of a facility within the limit as the straight line"
            + " goes do not hang together in the walking network, or cross between them without a"
            + " common vertex (`join: crossings` or `join: ends` says what that means)",
          zh: "小区所在道路与直线限距内某设施所在道路在步行路网中互不连通，或其间道路相交而无公共节点"
            + "（请写明“join: crossings”或“join: ends”），能否步行到达无法判定"),
        else: LocalizedText(
          en: "the streets of the parcel and those of a facility within the limit as the straight"
            + " line goes do not hang together in the walking network",
          zh: "小区所在道路与直线限距内某设施所在道路在步行路网中互不连通，能否步行到达无法判定"))
    case .facilityOffNetwork:
      LocalizedText(
        en: "no street of the walking network is near the facility", zh: "设施附近没有步行路网")
    case .counted(let count, let verdict): Self.sentence(count, verdict, naming)
    }
  }

  private static func others(_ count: Int) -> LocalizedText {
    count == 0
      ? LocalizedText(en: "", zh: "")
      : LocalizedText(en: " (and \(count) more)", zh: "（另有\(count)条）")
  }

  private static func sentence(
    _ count: SupplyCount, _ verdict: Verdict, _ naming: Naming
  ) -> LocalizedText {
    var en: [String] = []
    var zh: [String] = []
    if count.isBound {
      // Also of a clause that only reports.
      let fails = verdict == .fail
      en.append(
        fails
          ? "fails even with all facilities in reach counted in full"
          : "upper bound: facilities in reach are counted in full for every parcel")
      zh.append(fails ? "即使可达设施全量计入仍不足" : "上限值：可达设施对每个小区均按全量计入")
    }
    if let reach = count.defaultReach {
      en.append("default reach: \(naming.reach(reach).en)")
      zh.append("采用默认服务距离：\(naming.reach(reach).zh)")
    }
    return LocalizedText(en: en.joined(separator: "; "), zh: zh.joined(separator: "；"))
  }
}

extension Naming {
  /// What a rate weighs parcels by.
  fileprivate func weight(_ weight: CoverWeight) -> LocalizedText {
    guard !isExact else { return column(weight.rawValue) }
    return switch weight {
    case .parcels: LocalizedText(en: "parcels", zh: "小区")
    case .people: column("population")
    case .households, .elders, .infants: column(weight.rawValue)
    case .area: LocalizedText(en: "area", zh: "面积")
    }
  }
}
