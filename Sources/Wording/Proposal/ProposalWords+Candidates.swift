package import Documents

/// Why nothing is built at a candidate site.
extension ProposalWords {
  package static let whyHint = LocalizedText(
    en:
      "A click on a site, or the arrow keys, tells what it would cover, what it costs, what it is worth, and why nothing is"
      + " built there.",
    zh: "点击点位（或用方向键逐个查看）可知其覆盖对象、费用、价值及未选原因。")
  package static let find = LocalizedText(en: "Site", zh: "点位")
  package static let covers = LocalizedText(
    en: "Compounds in need within its reach: ", zh: "其范围内有需求的小区：")
  package static let proposedHere = LocalizedText(en: "It is proposed.", zh: "建议在此建设。")
  package static let whyNot = LocalizedText(en: "Why not here: ", zh: "未选原因：")
  package static let forbidden = LocalizedText(
    en: "the layer of sites forbids it", zh: "候选地图层标明禁选")
  package static let kindNotAllowed = LocalizedText(
    en: "the place allows other kinds only", zh: "该处只允许建设其他类型")
  package static let servesNobody = LocalizedText(
    en: "nobody who lacks something would be served from here", zh: "此处无法服务任何有缺口的对象")
  package static let tied = LocalizedText(
    en:
      "it is worth what it costs; the proposal is as good without it, or close to, and no exchange with one proposed"
      + " site was found to be as good",
    zh: "其价值不低于费用；建议方案不含此处同样好或相近，且未找到与某一建议点位单独互换而同样好的方案")
  package static let beyondBudget = LocalizedText(
    en:
      "the budget is spent on others; it does not suffice for all, so nothing is proven of single sites",
    zh: "预算已用于其他点位；因预算不足以满足全部需求，对单个点位不作证明")
  package static let candidates = LocalizedText(
    en: "candidate site, not built", zh: "候选点位（未选）")
  package static let candidatesExcluded = LocalizedText(
    en: "candidate site kept out by another, or not allowed", zh: "候选点位（与其他点位互斥或不允许）")
  package static let candidatesEqual = LocalizedText(
    en: "candidate site that is as good", zh: "候选点位（同等可选）")

  /// What it costs, and what it is worth.
  package static func costs(_ cost: String, size: String) -> LocalizedText {
    LocalizedText(en: "Cost: \(cost) (\(size))", zh: "费用：\(cost)（\(size)）")
  }

  package static func worth(_ worth: String) -> LocalizedText {
    LocalizedText(
      en: "Worth: \(worth), by prices that prove a bound", zh: "价值：\(worth)（按可证明下限的价格）")
  }

  package static func dearer(by amount: String, isProven: Bool) -> LocalizedText {
    isProven
      ? LocalizedText(
        en:
          "it costs \(amount) more than it is worth, and no proposal with it costs as little as this one",
        zh: "费用高于其价值\(amount)，且已证明含此处的方案费用均高于本方案")
      : LocalizedText(
        en: "by these prices it costs \(amount) more than it is worth",
        zh: "按上述价格，其费用高于价值\(amount)")
  }

  package static func equal(to site: String) -> LocalizedText {
    LocalizedText(
      en: "it is as good as \(site): in its place it would serve everybody at no more cost",
      zh: "与“\(site)”同样好：以此处替换后仍可满足全部需求，且费用不增加")
  }

  package static func samePlace(as site: String) -> LocalizedText {
    LocalizedText(
      en: "\(site) is proposed at the same place, where there is room for one",
      zh: "同一处已建议“\(site)”，仅可建一处")
  }

  package static func sameUnit(_ unit: String, as site: String) -> LocalizedText {
    LocalizedText(
      en: "\(site) is proposed in \(unit), which may have one new facility of the kind only",
      zh: "\(unit)内已建议“\(site)”，同类新增设施每单元只设一处")
  }

  package static func near(_ site: String, _ length: String) -> LocalizedText {
    LocalizedText(
      en: "\(site) is proposed \(length) away, which is less than the spacing",
      zh: "相距\(length)处已建议“\(site)”，小于最小间距")
  }

  /// Units that would have one.
  package static func helpsUnits(_ names: String) -> LocalizedText {
    LocalizedText(en: "Units that lack one: \(names)", zh: "缺设施的行政单元：\(names)")
  }
}
