internal import Compliance
internal import Documents
internal import Rules

/// What flags and attributions mean to a reader.
enum FlagWords {
  /// By name of the flag.
  static let explanations: [String: LocalizedText] = [
    "estimated": LocalizedText(
      en: "Rests on a count that was estimated from a stated assumption.",
      zh: "依据按假设条件估算的人数或户数。"),
    "disputed": LocalizedText(
      en: "Another clause of the document says otherwise; the stricter one counts.",
      zh: "同一文件另有条款规定不同，以较严者计入总体结论。"),
    "rounded": LocalizedText(
      en: "Passes only at the decimals that the document states.",
      zh: "仅在按文件所列小数位四舍五入后符合。"),
    "corrected": LocalizedText(
      en: "The document's figure is a slip, put right in the rule pack with its arithmetic.",
      zh: "文件原文数字有笔误，规则包中已更正并附推算过程。"),
    "speed_sensitive": LocalizedText(
      en: "Differs among walking speeds of 0.8, 1.0 and 1.2 m/s.",
      zh: "步速取0.8、1.0、1.2米/秒时结论不同。"),
    "straight_line": LocalizedText(
      en: "The walk was taken from the straight line, not from streets.",
      zh: "步行距离由直线距离推算，未按道路网计算。"),
    "no_standard": LocalizedText(
      en: "The document asks for a figure but does not state it.", zh: "文件要求达标但未载明具体指标。"),
    "oversized": LocalizedText(
      en: "Above the upper end of a range: passes, but may be worth a look.",
      zh: "超过规模区间上限：视为符合，建议关注。"),
    "draft": LocalizedText(
      en: "The document is a draft for comment and not in force.", zh: "依据文件为征求意见稿，尚未生效。"),
    "advisory": LocalizedText(
      en: "A gap against an advisory clause, which makes no parcel fail.",
      zh: "倡导性条款的差距，不导致小区不符合。"),
  ]
}

extension Attribution {
  /// How it divides what several parcels reach.
  var explanation: LocalizedText {
    switch self {
    case .onSite:
      LocalizedText(
        en: "On site: only facilities inside a parcel, or declared for it, count for it.",
        zh: "自有（on_site）：只计小区内或已登记服务该小区的设施。")
    case .fair:
      LocalizedText(
        en: """
          Fair share: a parcel's own facilities serve it first; what several parcels reach is \
          divided so that the worst-served parcel is served as well as possible. Within a clause no \
          place or square metre counts twice.
          """,
        zh: "公平分摊（fair）：小区自有设施优先供本小区；多个小区共享的设施按“最差者尽可能改善”分配。同一条款内任何托位或面积不重复计算。")
    case .pooled:
      LocalizedText(
        en: "Pooled: the supply within a parcel's circle over the demand within the same circle.",
        zh: "圈内平均（pooled）：小区服务圈内的供给除以同一圈内的需求。")
    case .inReach:
      LocalizedText(
        en: """
          In reach: everything in reach counts for everyone, so supply is counted more than once. \
          Such figures are an upper bound: what fails here fails for certain, what passes may not.
          """,
        zh: """
          可达合计（in_reach）：可达设施对每个小区全额计入，存在重复计算，仅为上限：此口径下不符合的必不符合，\
          符合的未必真正符合。
          """)
    }
  }
}
