package import Documents
package import Planning

extension OpinionWords {
  package static let annex = LocalizedText(en: "Technical annex", zh: "附：技术信息")
  package static let sameSheet = LocalizedText(
    en: ". The same inputs, packs and language give the same sheet.", zh: "。相同的输入、规则包与语言生成相同的意见表。")

  package static func forTheDay(_ day: CalendarDate) -> LocalizedText {
    LocalizedText(
      en: "The opinion is for \(day.words.en), on the data listed in the annex.",
      zh: "数据基准日为\(day.words.zh)，依据附页所列数据作出。")
  }

  package static let worstCounts = LocalizedText(
    en: """
      A conclusion is the worst of the binding and expected clauses, apart for what the project \
      itself provides and for what is around it. Where only advisory clauses are not met, the plan \
      complies in the main.
      """, zh: "结论取约束性与预期性条款中最差者，分建设单位自身配建与周边服务条件两方面作出；倡导性条款未达到的记为基本符合。")
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
    zh: "征求意见稿尚未生效，其条款仅供参考。")
}
