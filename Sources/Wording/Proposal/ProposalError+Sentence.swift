public import Documents
public import Locating

extension ProposalError: CustomStringConvertible {
  /// What is wrong, and the way out.
  public var description: String { sentence.en }

  /// The same in both languages.
  public var sentence: LocalizedText {
    switch self {
    case .nothingFails:
      LocalizedText(
        en:
          "no clause that is to pass fails, so there is nothing to propose; see --only and --topic",
        zh: "所选条款均无不符合，无需选址；可用 --only、--topic 调整")
    case .nothingToBuild:
      LocalizedText(
        en:
          "clauses fail, and none of them counts a kind that may be built; name others with --build",
        zh: "存在不符合的条款，但均不计入可建类型的设施；请用 --build 指定其他类型")
    case .noDesign(let kind):
      LocalizedText(
        en:
          "no size of '\(kind)' meets what clauses ask of such facilities; state larger ones with --build",
        zh: "“\(kind)”的各档规模均不满足条款对该类设施的要求；请用 --build 给出更大的规模")
    case .forcedWithoutKind(let place):
      LocalizedText(
        en:
          "site \(place) is forced and allows not just one of the kinds; state its kind in the column 'kinds'",
        zh: "候选地“\(place)”为必选，但可建类型不止一种；请在“允许类型”列写明类型")
    case .noSite:
      LocalizedText(
        en:
          "no candidate site allows any of the kinds; see the column 'kinds' and the choice of sites",
        zh: "没有候选地允许建设这些类型；请检查“允许类型”列和候选地的选择")
    case .overspent(let forced):
      LocalizedText(
        en: "what must be built costs \(NumberWords.text(forced)), more than the budget",
        zh: "必选候选地的费用为\(NumberWords.text(forced))，已超出预算")
    case .tooManyForced(let forced, let allowed):
      LocalizedText(
        en: "\(forced) sites are forced, more than the \(allowed) that there may be; see --sites",
        zh: "必选候选地有\(forced)处，多于可设的\(allowed)处；请调整 --sites")
    case .noReach:
      LocalizedText(
        en: "no failing clause says how far such a facility may be; state it with --reach",
        zh: "没有不符合的条款规定该类设施的服务距离；请用 --reach 给出")
    case .severalKinds:
      LocalizedText(
        en: "an objective is of one kind of facility; name it with --build",
        zh: "选址模型一次只针对一种设施类型；请用 --build 指定")
    case .noDemand(ofClause: false):
      LocalizedText(
        en:
          "of no compound it is known how many live there; see population, or persons_per_household",
        zh: "没有任何小区的人口数可用；请补充人口，或设置 persons_per_household")
    case .noDemand(ofClause: true):
      LocalizedText(
        en: "no failing clause asks an amount for each compound; use --demand residents",
        zh: "没有不符合的条款按小区规定需求量；请改用 --demand residents")
    case .tooLarge(let pairs):
      LocalizedText(
        en:
          "\(NumberWords.grouped(pairs)) pairs of compounds and sites are too many for this objective; name fewer sites with"
          + " --candidates, such as grid:500",
        zh: "小区与点位共\(NumberWords.grouped(pairs))对，超出该模型可处理的规模；请用 --candidates 减少候选地，如 grid:500")
    case .excluded(isProven: true):
      LocalizedText(
        en:
          "the spacing, or one per unit, leaves too few sites to serve everybody; ask for less of it",
        zh: "按间距或每单元一处的要求，可选点位不足以服务全部对象；请放宽要求")
    case .excluded(isProven: false):
      LocalizedText(
        en:
          "nothing was found that serves everybody with this spacing, or one per unit; give more --seconds, or ask for"
          + " less of it",
        zh: "按间距或每单元一处的要求未找到可行方案；请增加 --seconds 或放宽要求")
    }
  }
}
