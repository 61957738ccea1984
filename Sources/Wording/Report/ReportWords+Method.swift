package import Documents

extension ReportWords {
  package static let missingNeverPasses = LocalizedText(
    en: "Missing data never passes: a finding that it would decide is unknown.",
    zh: "数据缺失不视为符合：凡可能影响结论的，一律判为“无法判定”。")
  package static let worstCounts = LocalizedText(
    en: """
      A parcel's overall verdict is the worst of its binding and expected clauses. An advisory \
      clause that is not met is a gap and makes no parcel fail.
      """, zh: "小区总体结论取约束性与预期性条款中最差者；倡导性条款未达到只记为缺口，不影响总体结论。")
  package static let exactComparisons = LocalizedText(
    en: """
      Comparisons are exact, in decimals. What comes in whole things (places, beds, \
      facilities) is rounded up where it is reported as missing.
      """, zh: "比较按十进制精确计算；以个、床、处计的缺口向上取整。")

  package static func walksAlongStreets(
    kilometres: Int, of network: String, snap: String, lost: Int, assumed: Int
  ) -> LocalizedText {
    LocalizedText(
      en: """
        Walks are measured along \(kilometres) km of streets (\(network)), from a parcel's \
        entrances to the facility. Both meet every street within 50 m of them, or, where there is \
        none, within \(snap) m, and the walk takes those by which it is shortest; straight ways to \
        a street cross no water, railway, wall or other parcel that the data show. Of \(assumed) \
        parcels no entrance is known: the best place of their boundary counts, flagged where the \
        worst would change the verdict. \(lost) parcels have no street near and stay unknown. \
        Limits stated as a radius are circles.
        """,
      zh: """
        步行距离沿路网（\(network)，可步行道路 \(kilometres) 公里）量算：自小区出入口至设施，两端与 50 米内（没有\
        时为 \(snap) 米内）的各条道路相接，取全程最短者；至道路的直线段不穿越数据所示的水域、铁路、围墙和其他小区。\
        出入口未知的小区 \(assumed) 个，按边界最有利位置量算，最不利位置会改变结论的已作标记；附近无道路的小区 \
        \(lost) 个，结论为无法判定。以半径表述的要求按圆计算。
        """)
  }

  package static func walksAreStraight(times detour: String) -> LocalizedText {
    LocalizedText(
      en: """
        Walks are straight lines times \(detour), since no walking network was used: real \
        walks may be longer.
        """, zh: "未使用步行路网，步行距离按直线距离乘以\(detour)计算，实际路程可能更长。")
  }
}
