package import Documents
package import Locating
internal import Optimizing
package import Quantities

/// Words of proposals.
package enum ProposalWords {
  package static let title = LocalizedText(
    en: "Where new facilities should go, and how large", zh: "新增设施选址与规模建议")
  package static let summary = LocalizedText(en: "What is proposed", zh: "建议概要")
  package static let map = LocalizedText(en: "Map", zh: "选址分布图")
  package static let byClause = LocalizedText(en: "Clause by clause", zh: "逐条效果")
  package static let outcomes = LocalizedText(
    en: "What becomes of those that fail now", zh: "现不符合对象在建成后的结论")
  package static let sites = LocalizedText(en: "Facilities", zh: "建议设施")
  package static let sitesCaption = LocalizedText(
    en: "What is to be built, and for whom; numbers as on the map", zh: "建议设施及其服务对象（编号同图）")
  package static let amounts = LocalizedText(en: "What it must have at least", zh: "规模（至少）")
  package static let forWhom = LocalizedText(en: "For which clauses and whom", zh: "所服务的条款与对象")
  package static let beyondAll = LocalizedText(
    en: "Whom no site can serve", zh: "现有候选地无法服务的对象")
  package static let beyondExplained = LocalizedText(
    en:
      "No site in their reach suffices, even with everything built as large as it may be: name other"
      + " sites, larger sizes, or extend what is there.",
    zh: "即使其范围内的候选地全部按最大规模建设仍不足：请增加候选地、提高规模上限，或扩建现有设施。")
  package static let breaks = LocalizedText(
    en: "With the proposal fail that passed before: ", zh: "建成后由符合变为不符合的条款：")
  package static let points = LocalizedText(
    en:
      "No costs are stated: each facility counts 10,000 points, and one for each place, bed or square"
      + " metre that is asked for.",
    zh: "未给出费用：每处设施计10,000分，所需托位、床位或平方米各计1分，即设施数最少者优先，其次规模最小者优先。")
  package static let newFacility = LocalizedText(en: "proposed facility", zh: "建议设施")
  package static let turnPasses = LocalizedText(
    en: "fails now and passes then", zh: "现不符合、建成后符合")
  package static let turnFails = LocalizedText(
    en: "fails still, or is not known", zh: "建成后仍不符合或无法判定")
  package static let turnSame = LocalizedText(en: "not concerned", zh: "不涉及")
  /// That the money does not suffice.
  package static func short(_ leastCost: Amount) -> LocalizedText {
    let sum = NumberWords.text(leastCost)
    return LocalizedText(
      en:
        "The budget does not suffice for everybody, which costs \(sum) or a little less: so that whoever gets"
        + " least gets as much as can be, and then as little as can be is wanting.",
      zh: "预算不足以满足全部需求（满足全部需求约需\(sum)）：先使所得比例最低者尽可能高，再使总缺口尽可能小。")
  }

  package static let method = LocalizedText(en: "Method", zh: "方法说明")
  package static let methods = [
    LocalizedText(
      en:
        "Of all sites and sizes the cheapest are searched with which every parcel gets what it needs of the"
        + " supply that it shares, has one facility from which all of it is within reach, and every unit has as"
        + " many facilities as it must have. What exists counts, with what it has to spare.",
      zh: "在全部候选地和规模中寻找费用最低的组合，使每个小区分得所需的共享供给、至少有一处设施可覆盖其全部范围，且每个行政单元达到应设数量；既有设施的富余供给一并计入。"),
    LocalizedText(
      en:
        "The bound is one that no choice of these sites and sizes can undercut; the batch was run again with the"
        + " proposal, and the table says what it found.",
      zh: "理论下限为任何候选地与规模组合均无法低于的费用；表中“建成后”的结论为按方案重新核查所得。"),
    LocalizedText(
      en:
        "A compound is taken to be covered by one facility alone; where two cover it together, fewer may do.",
      zh: "覆盖类条款按单处设施独自覆盖整个小区计算；若由两处共同覆盖，所需设施可能更少。"),
  ]

  /// How many of those that fail pass.
  package static func turned(_ passing: Int, of failing: Int) -> LocalizedText {
    LocalizedText(
      en:
        "\(NumberWords.grouped(passing)) of \(NumberWords.grouped(failing)) failures pass with it",
      zh: "\(NumberWords.grouped(failing))项不符合中\(NumberWords.grouped(passing))项转为符合")
  }

  package static func parcels(_ count: Int) -> LocalizedText {
    LocalizedText(en: NumberWords.many(count, "compound", "compounds"), zh: "\(count)个小区")
  }

  package static func units(_ count: Int) -> LocalizedText {
    LocalizedText(en: NumberWords.many(count, "unit", "units"), zh: "\(count)个行政单元")
  }

  package static func load(_ taken: String, of capacity: String) -> LocalizedText {
    LocalizedText(en: "\(taken) of \(capacity) taken", zh: "已用\(taken)，可供\(capacity)")
  }

  package static let failing = LocalizedText(en: "failing now", zh: "现不符合")
  package static let passing = LocalizedText(en: "pass then", zh: "建成后符合")
  package static let stillFailing = LocalizedText(en: "fail then", zh: "建成后仍不符合")
  package static let unknown = LocalizedText(en: "not known", zh: "无法判定")
  package static let beyond = LocalizedText(en: "no site serves", zh: "无点位可服务")
  /// Of what has no size that matters.
  package static let anySize = LocalizedText(en: "of any size", zh: "规模不限")
  package static let kind = LocalizedText(en: "kind", zh: "类型")
  package static let cost = LocalizedText(en: "cost", zh: "费用")
  package static let serves = LocalizedText(en: "compounds", zh: "服务小区数")

  /// While a search goes on.
  package static func searching(_ value: Int64, bound: Int64) -> LocalizedText {
    let gap = Proof(value: value, bound: bound, stop: .exhausted).gap
    return LocalizedText(en: "searching: gap \(percent(gap))", zh: "正在搜索：差距\(percent(gap))")
  }

  /// How many facilities, at what cost.
  package static func built(
    _ count: Int, enlarged: Int, cost: Amount, isInPoints: Bool
  ) -> LocalizedText {
    let sum = NumberWords.text(cost)
    let more = LocalizedText(
      en: enlarged > 0
        ? " and \(NumberWords.many(enlarged, "extension", "extensions"))" : "",
      zh: enlarged > 0 ? "、扩建\(enlarged)处" : "")
    return LocalizedText(
      en: NumberWords.many(count, "new facility", "new facilities") + more.en
        + (isInPoints ? ", \(sum) points" : ", cost \(sum)"),
      zh: "建议新增设施\(count)处" + more.zh + (isInPoints ? "，计\(sum)分" : "，费用\(sum)"))
  }

  package static let enlarged = LocalizedText(en: "extension", zh: "扩建")

  package static func grows(_ now: String, to then: String) -> LocalizedText {
    LocalizedText(en: "from \(now) to \(then)", zh: "由\(now)增至\(then)")
  }

  /// How good it is, and who says so.
  package static func proof(_ proposal: Proposal) -> LocalizedText {
    let proof = proposal.proof
    let told =
      proof.stop == .proven
      ? LocalizedText(en: "Proven: nothing costs less", zh: "已证明：费用不可能更低")
      : LocalizedText(
        en: "No proposal costs less by more than \(percent(proof.gap))",
        zh: "费用与理论下限相差不超过\(percent(proof.gap))")
    guard case .solver = proposal.boundSource else { return told }
    let who = ObjectiveWords.source(proposal.boundSource)
    let own = percent(
      Proof(value: proof.value, bound: proposal.certifiedBound, stop: .exhausted).gap)
    return LocalizedText(
      en: "\(told.en), \(who.en); the certificate, which additions check, proves it to \(own)",
      zh: "\(told.zh)（\(who.zh)；可由加法核验的证书证明相差不超过\(own)）")
  }

  /// Candidates that take no part.
  package static func rejected(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "\(NumberWords.many(count, "candidate site takes", "candidate sites take")) no part",
      zh: "\(count)处候选地未采用")
  }

  package static func moreSites(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "and \(count) more, see proposals.geojson", zh: "另有\(count)处，见 proposals.geojson")
  }

  static func percent(_ gap: Double) -> String {
    NumberWords.text(Amount(rounding: gap * 100) ?? .zero, decimals: 3) + "%"
  }
}
