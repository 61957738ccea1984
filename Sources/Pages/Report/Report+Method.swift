internal import Compliance
internal import Documents
internal import Measuring
internal import Planning
internal import Quantities
internal import Rules
internal import Walking
internal import Wording

extension Report {
  /// How the figures came about: rules of the house, assumptions, flags.
  func method() -> Markup {
    tag("ul", ["class": "notes"]) {
      for note in methodNotes { tag("li") { say(note) } }
    }
      + assumptionTable(city.project)
      + flagTable(flagCounts)
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
    notes += Attribution.allCases.filter { attributions.contains($0) }.map(\.explanation)
    return notes
  }

  private var flagCounts: [(entry: RuleFindings.FlagEntry, count: Int)] {
    let counts = result.findings.flatMap(\.flagCounts)
    return Flags.all.compactMap { entry in
      let count = counts.reduce(0) { $0 + ($1.entry.name == entry.name ? $1.count : 0) }
      return count == 0 ? nil : (entry, count)
    }
  }
}
