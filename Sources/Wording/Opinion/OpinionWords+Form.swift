package import Documents

extension OpinionWords {
  package static let kindOfSheet = LocalizedText(
    en: "Review of childcare and elder-care provision for a new housing plan",
    zh: "新建住宅项目“一老一小”服务设施配建审查意见表")
  package static let number = LocalizedText(en: "No.", zh: "编号")
  package static let blankNumber = LocalizedText(en: "____________", zh: "〔　　　　〕第　　　号")
  package static let plan = LocalizedText(en: "Project", zh: "项目名称")
  package static let developer = LocalizedText(en: "Developer", zh: "建设单位")
  package static let designer = LocalizedText(en: "Designer", zh: "设计单位")
  package static let site = LocalizedText(en: "Site", zh: "建设地点")
  package static let planningConditions = LocalizedText(
    en: "Planning conditions, no.", zh: "规划条件文号")
  package static let typeOfReview = LocalizedText(en: "Review", zh: "审查类型")
  package static let submitted = LocalizedText(en: "Submitted on", zh: "送审日期")
  package static let place = LocalizedText(en: "Place", zh: "所在地区")
  package static let asOf = LocalizedText(en: "Data as of", zh: "数据基准日")
  package static let housingLand = LocalizedText(en: "Housing land", zh: "住宅用地面积")
  package static let households = LocalizedText(en: "Households", zh: "户数")
  package static let people = LocalizedText(en: "Residents", zh: "居住人口")
  package static let stages = LocalizedText(en: "Stages", zh: "建设分期")
  package static let noStages = LocalizedText(en: "none stated", zh: "未分期")
  package static let plannedFacilities = LocalizedText(en: "Planned facilities", zh: "拟配建设施")
  package static let documents = LocalizedText(en: "Documents", zh: "审查依据")
  package static let forReference = LocalizedText(en: "For reference: ", zh: "参考依据：")
  package static let hectares = LocalizedText(en: "\u{00A0}ha", zh: "公顷")
  package static let nonePlanned = LocalizedText(en: "none planned", zh: "未规划")
  package static let notGiven = LocalizedText(en: "not stated", zh: "未提供")
  package static let estimated = LocalizedText(en: " (estimated)", zh: "（估算）")

  /// The file that a project came in.
  package static func planFile(_ name: String) -> LocalizedText {
    LocalizedText(en: "file \(name)", zh: "方案文件：\(name)")
  }

  /// - Parameter round: The how manieth time; `nil`: to fill in.
  package static func reviewOfDesign(round: String?) -> LocalizedText {
    guard let round else {
      return LocalizedText(en: "design, round ____", zh: "设计方案审查（第　　次送审）")
    }
    let digits = round.filter(\.isNumber)
    return digits.isEmpty
      ? LocalizedText(en: "design, \(round)", zh: "设计方案审查（\(round)）")
      : LocalizedText(en: "design, round \(digits)", zh: "设计方案审查（第\(digits)次送审）")
  }

  package static func lots(_ count: Int) -> LocalizedText {
    LocalizedText(en: NumberWords.many(count, "lot", "lots"), zh: "\(count)个地块")
  }

  package static func estimatedParcels(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: " (\(NumberWords.many(count, "lot", "lots")) estimated)", zh: "（其中\(count)个地块为估算）")
  }

  package static func parcelsNotGiven(_ count: Int) -> LocalizedText {
    LocalizedText(
      en: "; \(NumberWords.many(count, "lot", "lots")) not stated", zh: "；\(count)个地块未提供")
  }

  package static func stageCount(_ count: Int) -> LocalizedText {
    LocalizedText(en: "\(count)", zh: "分\(count)期")
  }

  package static func facilityCount(_ count: Int, of kind: String) -> LocalizedText {
    LocalizedText(en: "\(count) × \(kind)", zh: "\(kind)\(count)处")
  }

  package static let reviewingBureau = LocalizedText(en: "Reviewing bureau", zh: "审查单位")
  package static let toBeSealed = LocalizedText(en: "(to be sealed)", zh: "（盖章）")
  package static let reviewedBy = LocalizedText(en: "Reviewed by", zh: "审查人")
  package static let checkedBy = LocalizedText(en: "Checked by", zh: "复核人")
  package static let approvedBy = LocalizedText(en: "Approved by", zh: "审定人")
  package static let date = LocalizedText(en: "Date", zh: "日期")
  package static let blankDate = LocalizedText(en: "____________", zh: "　　年　　月　　日")
  package static let copies = LocalizedText(en: "Copies to", zh: "抄送")
  package static let noPermit = LocalizedText(
    en: """
      Made with the help of a program, for the bureau's review; it takes no permit's place. The \
      attached pages are part of it.
      """, zh: "本表由软件辅助生成，供主管部门审查参考，不替代行政许可。附页为本表的组成部分。")
}
