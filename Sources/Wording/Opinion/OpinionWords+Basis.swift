package import Documents
package import Planning

extension OpinionWords {
  package static let sameSheet = LocalizedText(
    en: ". The same inputs, packs and language give the same sheet.", zh: "。相同的输入、规则包与语言生成相同的意见表。")

  package static func forTheDay(_ day: CalendarDate) -> LocalizedText {
    LocalizedText(
      en: "The opinion is for \(day), on the data listed below.", zh: "审查基准日为 \(day)，依据下列数据作出。")
  }

  package static let worstCounts = LocalizedText(
    en: """
      The verdict is the worst of the binding and expected clauses. Advisory clauses that are not \
      met are shown and do not count.
      """, zh: "总体结论取强制性与预期性条款中最差者；倡导性条款仅作提示，不影响结论。")
  package static let missingNeverPasses = LocalizedText(
    en: "Missing data never passes: what it would decide is left undecided.",
    zh: "资料缺失不视为符合：凡可能影响结论的，判为“无法判定”。")
  package static let sharedFairly = LocalizedText(
    en: """
      Facilities that several compounds share: the plan complies if its need can be met while \
      no existing compound is served any worse than today. No place or square metre counts twice.
      """, zh: "多个小区共用的设施：在不降低任何既有小区现有水平的前提下能够满足本项目需求的，视为符合；同一托位或面积不重复计算。")

  package static func walksAlongStreets(of network: String) -> LocalizedText {
    LocalizedText(
      en: """
        Walks are measured along the streets of \(network), from the worst entrance, or \
        from the point of a street nearest to the boundary; limits stated as a radius are circles.
        """,
      zh: """
        步行距离沿路网（\(network)）量算，以最不利出入口为准，无出入口时取距边界最近的道路点；\
        以半径表述的要求按圆计算。
        """)
  }

  package static func walksAreStraight(times detour: String) -> LocalizedText {
    LocalizedText(
      en: "Walks are straight lines times \(detour), since no walking network was used.",
      zh: "未使用步行路网，步行距离按直线距离乘以\(detour)计算。")
  }

  package static func walkingSpeed(of title: LocalizedText, _ speed: String) -> LocalizedText {
    LocalizedText(
      en: "\(title.en): walking speed \(speed) m/min.",
      zh: "《\(title.zh)》步行速度取每分钟\(speed)米。")
  }

  package static let draftsAreNotInForce = LocalizedText(
    en: "A document marked as a draft is not in force; its clauses show what it would ask for.",
    zh: "标注“征求意见稿”的文件尚未生效，其条款仅供参考。")
}
