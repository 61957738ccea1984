package import Documents

extension OpinionWords {
  package static let parcelsOfThePlan = LocalizedText(en: "Parcels of the plan", zh: "规划地块")
  package static let parcel = LocalizedText(en: "Parcel", zh: "地块")
  package static let residents = LocalizedText(en: "Residents", zh: "人口")
  package static let stage = LocalizedText(en: "Stage", zh: "期次")
  package static let floorArea = LocalizedText(en: "Floor area, m²", zh: "建筑面积（m²）")
  package static let land = LocalizedText(en: "Land, m²", zh: "用地面积（m²）")
  package static let places = LocalizedText(en: "Places", zh: "托位（个）")
  package static let beds = LocalizedText(en: "Beds", zh: "床位（张）")
  package static let facilitiesOfThePlan = LocalizedText(en: "Facilities of the plan", zh: "拟配建")
  package static let stageByStage = LocalizedText(
    en: "Stage by stage: what stands by then", zh: "分期审查：各期完成时的情况")
  package static let finished = LocalizedText(en: "Finished", zh: "完成至")
  package static let parcels = LocalizedText(en: "Parcels", zh: "地块")
  package static let facilities = LocalizedText(en: "Facilities", zh: "设施")
  package static let failsWhat = LocalizedText(en: "Does not comply with", zh: "不符合")
  package static let undecided = LocalizedText(en: "Undecided", zh: "无法判定")

  package static func stage(_ number: Int) -> LocalizedText {
    LocalizedText(en: "Stage \(number)", zh: "第\(number)期")
  }

  package static let withoutStages = LocalizedText(
    en: "Housing without a stage stands from the first, a facility without one only with the last.",
    zh: "未注明期次的住宅按第一期计，未注明期次的设施按最后一期计。")

  package static func overlap(of planned: String, on existing: String, area: String)
    -> LocalizedText
  {
    LocalizedText(
      en: "\(planned) on \(existing) (\(area) m²)", zh: "\(planned) 与 \(existing)（\(area) m²）")
  }

  package static let pleaseCheck = LocalizedText(en: "Please check. ", zh: "请核实：")

  package static func overlaps(_ pairs: String) -> LocalizedText {
    LocalizedText(
      en: "The plan lies on parcels that are there already: \(pairs). They were taken to stay;"
        + " if they are to be cleared, take them out of the city's layer and review again.",
      zh: "规划地块与既有小区重叠：\(pairs)。审查时按既有小区保留处理；如将拆除，请从现状图层中删除后重新审查。")
  }

  package static func firstRows(_ shown: Int, of count: Int, file: String) -> LocalizedText {
    LocalizedText(
      en: "The first \(shown) of \(count); all are in \(file).",
      zh: "共\(count)个，仅列前\(shown)个，全部见 \(file)。")
  }
}
