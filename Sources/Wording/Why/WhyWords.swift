package import Compliance
package import Documents
internal import Measuring
internal import Planning
package import Quantities
package import Rules

/// Words of explanations.
package enum WhyWords {
  package static let clause = LocalizedText(en: "clause", zh: "条款")
  package static let read = LocalizedText(en: "read", zh: "读取")
  package static let required = LocalizedText(en: "required", zh: "控制要求")
  package static let measured = LocalizedText(en: "measured", zh: "现状值")
  package static let missing = LocalizedText(en: "missing", zh: "缺口")
  package static let counted = LocalizedText(en: "counted", zh: "计入的设施")
  package static let notCounted = LocalizedText(en: "not counted", zh: "未计入的设施")
  package static let near = LocalizedText(en: "within it", zh: "范围内的设施")
  package static let notNear = LocalizedText(en: "not within it", zh: "范围外的设施")
  package static let shared = LocalizedText(en: "shared", zh: "公平分配")
  package static let remarks = LocalizedText(en: "note", zh: "说明")
  package static let none = LocalizedText(en: "none", zh: "无")
  package static let nothingSaid = LocalizedText(en: "not stated", zh: "未注明")
  package static let verdict = LocalizedText(en: "verdict", zh: "结论")
  package static let rule = LocalizedText(en: "rule", zh: "规则")
  package static let territory = LocalizedText(en: "the whole territory", zh: "全域")
  package static let point = LocalizedText(en: "this point", zh: "该点")
  package static let unknownKind = LocalizedText(en: "not known", zh: "不明")
  package static let nothingJudged = LocalizedText(
    en: "No clause judges it.", zh: "没有条款对其作出判定。")
  package static let pickOne = LocalizedText(
    en: "--rule RULE explains one of them.", zh: "用 --rule 规则 查看其中一条的依据。")

  /// Whose duty a clause is, and how strongly it binds.
  package static func standing(of rule: AppliedRule) -> LocalizedText {
    LocalizedText(
      en: "\(rule.force.words.en), duty of the \(rule.duty.holder.en)",
      zh: "\(rule.force.words.zh)，责任方：\(rule.duty.holder.zh)")
  }

  /// Where a row is.
  package static func place(file: String?, row: Int) -> LocalizedText {
    LocalizedText(
      en: file.map { "\($0), row \(row)" } ?? "row \(row)",
      zh: file.map { "\($0)第\(row)行" } ?? "第\(row)行")
  }

  /// The limit as it was measured.
  package static func limit(_ reach: MeasuredReach) -> LocalizedText {
    let metres = NumberWords.text(Amount(rounding: reach.metres) ?? .zero, decimals: 1)
    return reach.isWalked
      ? LocalizedText(en: "\(metres) m along streets", zh: "沿路网\(metres) m")
      : LocalizedText(en: "\(metres) m in a straight line", zh: "直线\(metres) m")
  }

  package static let uses = LocalizedText(en: "whom it serves", zh: "服务对象")

  /// How many parcels a facility is there for.
  package static func serves(_ use: FacilityUse, _ language: Language) -> LocalizedText {
    func figure(_ amount: Amount) -> String {
      UnitWords.text(NumberWords.text(amount), use.unit, language)
    }
    let count = use.parcels
    let load = use.load.flatMap { load in use.capacity.map { (figure(load), figure($0)) } }
    return LocalizedText(
      en: (use.isNearest
        ? "the nearest of \(NumberWords.many(count, "parcel", "parcels"))"
        : "counts for \(NumberWords.many(count, "parcel", "parcels"))")
        + (load.map { "; \($0.0) of \($0.1) taken" } ?? ""),
      zh: (use.isNearest ? "为\(count)个小区的最近设施" : "计入\(count)个小区")
        + (load.map { "；已用\($0.0)，可供\($0.1)" } ?? ""))
  }

  /// What would be if a facility that counted were not there.
  package static func without(_ verdict: Verdict) -> LocalizedText {
    LocalizedText(
      en: "without it: \(verdict.label.en)", zh: "若无此设施：\(verdict.label.zh)")
  }

  /// What would be if what keeps a facility from counting were gone.
  package static func ifCounted(_ verdict: Verdict) -> LocalizedText {
    LocalizedText(
      en: "if that were not so: \(verdict.label.en)", zh: "若无此情形：\(verdict.label.zh)")
  }

  /// A bottleneck, with what would be without the others.
  package static func cut(
    _ cut: ExplainedCut, in unit: MeasureUnit, facilities: String, parcels: String,
    _ language: Language
  ) -> LocalizedText {
    func figure(_ amount: Amount) -> String {
      UnitWords.text(NumberWords.text(amount), unit, language)
    }
    let (need, supply) = (figure(cut.need), figure(cut.supply))
    let alone = cut.alone
    let count = cut.parcels.count
    return LocalizedText(
      en: "\(count) parcels (\(parcels)) share \(cut.facilities.count) facilities (\(facilities)):"
        + " together they need \(need), and there are \(supply)"
        + (alone.map { "; if the others did not share: \($0.label.en)" } ?? ""),
      zh: "\(count)个小区（\(parcels)）共用\(cut.facilities.count)处设施（\(facilities)）："
        + "共需\(need)，可供\(supply)" + (alone.map { "；若其余小区不共用：\($0.label.zh)" } ?? ""))
  }
}

extension ReadValue {
  /// `户数：1,500`
  package func words(_ naming: Naming, _ language: Language) -> String {
    let name = ConditionWords.of(column)[language]
    let said =
      switch value {
      case nil: WhyWords.nothingSaid[language]
      case .number(let amount)?: NumberWords.text(amount, decimals: 6)
      case .words(let words)?:
        words.map { naming.value($0, of: column)[language] }.joined(separator: " / ")
      case .flag(let flag)?: (flag ? PageWords.yes : PageWords.no)[language]
      case .date(let date)?: date.words[language]
      }
    return name + Marks.colon[language] + said
  }
}

extension Obstacle {
  /// What keeps a facility from counting, in a few words.
  ///
  /// - Parameters:
  ///   - kind: What the facility is.
  ///   - keepsAway: Whether it must not be near.
  package func sentence(_ naming: Naming, kind: LocalizedText, keepsAway: Bool) -> LocalizedText {
    switch self {
    case .standing(let doubt): doubt.words
    case .condition(let condition):
      LocalizedText(
        en: "does not meet: \(naming.condition(condition).en)",
        zh: "不满足：\(naming.condition(condition).zh)")
    case .conditionUnknown(let condition):
      LocalizedText(
        en: "not known whether it meets: \(naming.condition(condition).en)",
        zh: "不知是否满足：\(naming.condition(condition).zh)")
    case .kind: LocalizedText(en: "another kind (\(kind.en))", zh: "类型不符（\(kind.zh)）")
    case .tooFar(let metres):
      Self.beyond(metres, keepsAway)
    case .reachesPart:
      LocalizedText(en: "within the limit for a part only", zh: "仅部分在限距内")
    case .offNetwork: LocalizedText(en: "no street is near it", zh: "附近没有步行路网")
    case .apart:
      LocalizedText(en: "on streets that do not hang together with these", zh: "所在道路与本小区道路不连通")
    case .noWay:
      LocalizedText(en: "no way there within three times the limit", zh: "三倍限距内无路可达")
    case .elsewhere: LocalizedText(en: "not its own", zh: "不在其内")
    case .offersUnknown(let measure):
      LocalizedText(
        en: "\(naming.column(measure.name).en) not stated",
        zh: "未注明\(naming.column(measure.name).zh)")
    case .offersNothing(let measure):
      LocalizedText(
        en: "\(naming.column(measure.name).en): 0", zh: "\(naming.column(measure.name).zh)为0")
    }
  }

  private static func beyond(_ metres: Double, _ keepsAway: Bool) -> LocalizedText {
    let more = NumberWords.text(Amount(rounding: metres) ?? .zero, decimals: metres < 10 ? 1 : 0)
    return keepsAway
      ? LocalizedText(en: "\(more) m farther than it must be", zh: "比要求远\(more) m")
      : LocalizedText(en: "\(more) m beyond the limit", zh: "超出限距\(more) m")
  }
}
