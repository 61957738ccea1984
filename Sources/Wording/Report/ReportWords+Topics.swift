package import Documents

extension ReportWords {
  package static let targetsTitle = LocalizedText(en: "Targets", zh: "指标完成情况")
  package static let targets = LocalizedText(
    en: "What is required of the territory and its units, and what is there",
    zh: "全域及各级单元的指标：要求与现状")
  /// Before the numbers of targets of which nothing is known.
  package static func silentTargets(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "For want of data nothing is known of \(count) more: ",
      zh: "另有\(count)项指标因资料不足无法判定：")
  }

  package static let seeMissing = LocalizedText(en: "What is missing", zh: "缺什么、怎么补")
  package static let whose = LocalizedText(en: "Of", zh: "对象")
  package static let achieved = LocalizedText(en: "Achieved", zh: "现状")
  package static let rate = LocalizedText(en: "Rate", zh: "完成率")
  package static let gap = LocalizedText(en: "Gap", zh: "缺口")

  package static func unitsOf(_ count: Int, _ words: String) -> LocalizedText {
    LocalizedText(en: "\(count) \(words)", zh: "\(count)个\(words)")
  }

  package static func unitsMet(_ count: Int, unknown: Int) -> LocalizedText {
    LocalizedText(
      en: "\(count) meet it" + (unknown > 0 ? ", \(unknown) unknown" : ""),
      zh: "\(count)个符合" + (unknown > 0 ? "，\(unknown)个无法判定" : ""))
  }

  package static func unitsShort(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count) do not", zh: "\(count)个不符合")
  }

  package static let topicsTitle = LocalizedText(en: "By topic", zh: "分主题结果")
  package static let aboutTopics = LocalizedText(
    en: """
      A parcel's verdict on a topic is the worst of its clauses, of advisory ones only where there are no others. \
      People are those in parcels that meet the topic, and their share of all in parcels to which it applies.
      """,
    zh: "小区在某一主题下的结论取其各条款中最严的一条（没有其他条款时才取倡导性条款）。人数为符合该主题的小区居民，括号内为其占适用小区居民的比例。")
  package static let byTopic = LocalizedText(
    en: "Parcels and people by topic", zh: "居住小区与居民按主题统计")
  package static let topic = LocalizedText(en: "Topic", zh: "主题")
  package static let clausesOfTopic = LocalizedText(en: "Clauses", zh: "条款")
  package static let elders = LocalizedText(en: "Elders", zh: "老年人")
  package static let infants = LocalizedText(en: "Infants", zh: "3岁以下婴幼儿")

  package static func met(_ people: String) -> LocalizedText {
    LocalizedText(en: "\(people), met", zh: "已满足\(people)")
  }

  package static func topicsByUnit(_ levels: String) -> LocalizedText {
    LocalizedText(
      en: "Share of residents in parcels that meet each topic: \(levels)",
      zh: "各\(levels)符合各主题的居民比例")
  }

  package static let mapTopic = LocalizedText(en: "Show", zh: "显示")
}
