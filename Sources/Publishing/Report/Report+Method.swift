internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Walking

extension Report {
  /// How the figures came about: rules of the house, assumptions, flags.
  func method() -> Markup {
    tag("ul", ["class": "notes"]) {
      for note in methodNotes { tag("li") { say(note) } }
    }
      + assumptions()
      + flags()
  }

  private var methodNotes: [LocalizedText] {
    var notes = [
      LocalizedText(
        en: "Missing data never passes: a finding that it would decide is unknown.",
        zh: "数据缺失不视为符合：凡可能影响结论的，一律判为“无法判定”。"),
      LocalizedText(
        en: """
          A parcel's overall verdict is the worst of its binding and expected clauses. An advisory \
          clause that is not met is a gap and makes no parcel fail.
          """,
        zh: "小区总体结论取强制性与预期性条款中最差者；倡导性条款未达到只记为缺口，不影响总体结论。"),
      LocalizedText(
        en: """
          Comparisons are exact, in decimals. What comes in whole things (places, beds, \
          facilities) is rounded up where it is reported as missing.
          """,
        zh: "比较按十进制精确计算；以个、床、处计的缺口向上取整。"),
      LocalizedText(
        en: """
          Clauses are paraphrased and cited by number; where a document says something else, the \
          document counts.
          """,
        zh: "条款为转述并注明条号，如与文件原文有出入，以原文为准。"),
    ]
    if let network = result.network {
      let kilometres = Int((network.network.totalMetres / 1000).rounded())
      let snap = "\(Int(network.source.snapWithin))"
      let lost = network.access.lost.count { $0 > 0 }
      notes.append(
        LocalizedText(
          en: """
            Walks are measured along \(kilometres) km of streets (\(network.source.source.path)), \
            from a parcel's entrances, or the point of a street nearest to its boundary, to the \
            facility; both ends may be \(snap) m from a street. \(lost) parcels have no street \
            near and stay unknown. Limits stated as a radius are circles.
            """,
          zh: """
            步行距离沿路网（\(network.source.source.path)，可步行道路 \(kilometres) 公里）量算：自小区出入口\
            （无出入口时取距边界最近的道路点）至设施，两端距道路不超过 \(snap) 米；附近无道路的小区 \(lost) 个，\
            结论为无法判定。以半径表述的要求按圆计算。
            """))
    }
    let hasStraightLines =
      result.network == nil
      && result.findings.contains { findings in
        findings.reachMetres != nil || findings.flags.contains { $0.contains(.straightLine) }
      }
    if hasStraightLines {
      let detour = city.project.assumptions.detour.map { "\($0)" } ?? "1.3"
      notes.append(
        LocalizedText(
          en: """
            Walks are straight lines times \(detour), since no walking network was used: real \
            walks may be longer.
            """,
          zh: "未使用步行网络，步行距离按直线距离乘以\(detour)计算，实际路程可能更长。"))
    }
    let attributions = Set(result.findings.compactMap(\.attribution))
    notes += Attribution.allCases.filter { attributions.contains($0) }.map(Self.note)
    return notes
  }

  private static func note(_ attribution: Attribution) -> LocalizedText {
    switch attribution {
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

  private func assumptions() -> Markup {
    var rows: [(name: String, value: String)] = []
    let stated = city.project.assumptions
    if let persons = stated.personsPerHousehold {
      rows.append(
        (say("Persons per household, where people are missing", "户均人口（缺人口时采用）"), "\(persons)"))
    }
    if let detour = stated.detour {
      rows.append((say("Walk over straight line", "步行绕行系数"), "\(detour)"))
    }
    if let status = stated.status {
      rows.append(
        (
          say("Status of parcels that state none", "未注明建设状态的小区按"),
          status == .new ? say("new", "新建") : say("existing", "既有")
        ))
    }
    if let urban = stated.urban {
      rows.append(
        (
          say("Parcels and units that do not say so are urban", "未注明城乡属性的按城镇计"),
          urban ? say("yes", "是") : say("no", "否")
        ))
    }
    for (name, value) in city.project.parameters.sorted(by: { $0.key < $1.key }) {
      rows.append((say("Parameter \(name)", "参数 \(name)"), "\(value)"))
    }
    guard !rows.isEmpty else {
      return tag("p") { say("The project states no assumptions.", "项目未设定假设条件。") }
    }
    return table(
      "assumptions", caption: say("Assumptions that the project states", "项目设定的假设条件"),
      head: [.text(say("Assumption", "假设")), .number(say("Value", "取值"))]
    ) {
      for row in rows {
        tag("tr") {
          tag("th", ["scope": "row"]) { row.name }
          numberCell(row.value)
        }
      }
    }
  }

  private func flags() -> Markup {
    let counts = result.findings.flatMap(\.flagCounts)
    let used = Flags.all.compactMap { entry -> (name: String, label: LocalizedText, count: Int)? in
      let count = counts.reduce(0) { $0 + ($1.entry.name == entry.name ? $1.count : 0) }
      return count == 0 ? nil : (entry.name, entry.label, count)
    }
    guard !used.isEmpty else { return Markup() }
    return table(
      "flags", caption: say("Flags in this report", "本报告出现的标记"),
      head: [
        .text(say("Flag", "标记")), .text(say("In tables", "数据列中")),
        .number(say("Findings", "检查结果数")), .text(say("What it means", "含义")),
      ]
    ) {
      for flag in used {
        tag("tr") {
          tag("th", ["scope": "row"]) { say(flag.label) }
          tag("td") { tag("code") { flag.name } }
          countCell(flag.count)
          tag("td", ["class": "small"]) { Self.explanations[flag.name].map { say($0) } ?? "" }
        }
      }
    }
  }

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
