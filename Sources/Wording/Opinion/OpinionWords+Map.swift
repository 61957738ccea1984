package import Documents

extension OpinionWords {
  package static let mapOfThePlan = LocalizedText(
    en: "Map of the plan and its surroundings", zh: "项目及周边示意图")
  package static let compoundsLeftOut = LocalizedText(
    en: "Existing compounds are left out: too many. ", zh: "既有小区数量较多，图中未绘制。")
  package static let aboutTheDrawing = LocalizedText(
    en: "North is that of the working grid; outlines are simplified.", zh: "图中上方为坐标北；图形已概化，不作为界址依据。"
  )
  package static let unchangedCompound = LocalizedText(en: "existing, no change", zh: "既有小区（无变化）")
  package static let gainingCompound = LocalizedText(en: "existing, gains", zh: "既有小区（服务水平提高）")
  package static let mendedCompound = LocalizedText(en: "existing, complies now", zh: "既有小区（变为符合）")
  package static let losingCompound = LocalizedText(en: "existing, loses", zh: "既有小区（服务水平下降）")
  package static let changedCompound = LocalizedText(en: "existing, changes", zh: "既有小区（有变化）")
  package static let undecidedCompound = LocalizedText(
    en: "existing, no longer certain to comply", zh: "既有小区（变为无法判定）")
  package static let failingCompound = LocalizedText(
    en: "existing, fails for certain now", zh: "既有小区（确定不符合）")
  package static let brokenCompound = LocalizedText(
    en: "existing, no longer complies", zh: "既有小区（不再符合）")
  package static let thisPlan = LocalizedText(en: "the plan", zh: "本项目")
  package static let allowedArea = LocalizedText(
    en: "where a new facility may stand", zh: "新增设施可选范围")
  package static let countedFacility = LocalizedText(en: "existing, counted", zh: "既有，计入")
  package static let plannedFacility = LocalizedText(en: "planned", zh: "拟配建")
  package static let proposedFacility = LocalizedText(en: "proposed", zh: "建议增设")

  package static func symbol(of what: String, label: String) -> LocalizedText {
    LocalizedText(en: "\(what), \(label)", zh: "\(what)（\(label)）")
  }
}
