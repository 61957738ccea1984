public import Documents

/// What a reader calls a flag, and what it tells him.
public struct FlagWords: Sendable, Hashable {
  /// In a word or two.
  public let label: LocalizedText
  /// In a sentence.
  public let explanation: LocalizedText

  /// By name of the flag.
  private static let all: [String: FlagWords] = [
    "estimated": FlagWords(
      label: LocalizedText(en: "estimated", zh: "含估算"),
      explanation: LocalizedText(
        en: "Rests on a count that was estimated from a stated assumption.",
        zh: "依据按假设条件估算的人数或户数。")),
    "disputed": FlagWords(
      label: LocalizedText(en: "disputed", zh: "条款规定不一致"),
      explanation: LocalizedText(
        en: "Another clause of the document says otherwise; the stricter one counts.",
        zh: "同一文件另有条款规定不同，以较严者计入总体结论。")),
    "rounded": FlagWords(
      label: LocalizedText(en: "rounded", zh: "四舍五入后符合"),
      explanation: LocalizedText(
        en: "Passes only at the decimals that the document states.",
        zh: "仅在按文件所列小数位四舍五入后符合。")),
    "corrected": FlagWords(
      label: LocalizedText(en: "corrected", zh: "已更正原文笔误"),
      explanation: LocalizedText(
        en: "The document's figure is a slip, put right in the rule pack with its arithmetic.",
        zh: "文件原文数字有笔误，规则包中已更正并附推算过程。")),
    "own_target": FlagWords(
      label: LocalizedText(en: "own target", zh: "自定目标"),
      explanation: LocalizedText(
        en: "The required figure is a target that the project states, not the document's.",
        zh: "要求值为项目自行设定的目标，不是文件规定值。")),
    "speed_sensitive": FlagWords(
      label: LocalizedText(en: "speed-sensitive", zh: "结论随步速变化"),
      explanation: LocalizedText(
        en: "Differs among walking speeds of 0.8, 1.0 and 1.2 m/s.",
        zh: "步速取0.8、1.0、1.2米/秒时结论不同。")),
    "straight_line": FlagWords(
      label: LocalizedText(en: "straight line", zh: "按直线距离折算"),
      explanation: LocalizedText(
        en: "The walk was taken from the straight line, not from streets.",
        zh: "步行距离由直线距离推算，未按道路网计算。")),
    "gate_assumed": FlagWords(
      label: LocalizedText(en: "gate assumed", zh: "出入口未知"),
      explanation: LocalizedText(
        en:
          "No entrance of the parcel is known: measured from the best place of its frontage; from the"
          + " worst the verdict is another.",
        zh: "小区出入口未知，按临街面最有利位置量算；若按最不利位置，结论不同。")),
    "planned": FlagWords(
      label: LocalizedText(en: "not built yet", zh: "含未建成设施"),
      explanation: LocalizedText(
        en: "Rests on a facility that is under construction, planned or still to open on the day.",
        zh: "计入了基准日在建、拟建或尚未投用的设施。")),
    "no_standard": FlagWords(
      label: LocalizedText(en: "no standard", zh: "文件未明确指标值"),
      explanation: LocalizedText(
        en: "The document asks for a figure but does not state it.", zh: "文件要求达标，但未明确指标值。")),
    "oversized": FlagWords(
      label: LocalizedText(en: "oversized", zh: "超出规模上限"),
      explanation: LocalizedText(
        en: "Above the upper end of a range: passes, but may be worth a look.",
        zh: "超过规模区间上限：视为符合，建议关注。")),
    "draft": FlagWords(
      label: LocalizedText(en: "draft", zh: "征求意见稿"),
      explanation: LocalizedText(
        en: "The document is a draft for comment and not in force.", zh: "依据文件为征求意见稿，尚未生效。")),
    "advisory": FlagWords(
      label: LocalizedText(en: "advisory", zh: "倡导性"),
      explanation: LocalizedText(
        en: "A gap against an advisory clause, which makes no parcel fail.",
        zh: "倡导性条款的差距，不导致小区不符合。")),
  ]

  /// Of a flag by its name; a flag without words goes by its name.
  public static func of(_ name: String) -> FlagWords {
    let bare = LocalizedText(en: name, zh: name)
    return all[name] ?? FlagWords(label: bare, explanation: LocalizedText(en: "", zh: ""))
  }
}
