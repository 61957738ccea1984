package import Documents

extension OpinionWords {
  package static let noChangeHelps = LocalizedText(
    en: "No change of facilities would help.", zh: "调整设施无法使方案符合。")

  package static func mends(_ clauses: String) -> LocalizedText {
    LocalizedText(en: "Done so, the plan meets \(clauses). ", zh: "照此调整后，可符合\(clauses)。")
  }

  package static let confirmed = LocalizedText(
    en: "The plan with these changes was reviewed once more and passes them.",
    zh: "已按调整后的方案再次审查，确认符合。")
  package static let notConfirmed = LocalizedText(
    en: "The changed plan was not confirmed by a second review: submit it again.",
    zh: "调整后的方案尚未经再次审查确认，请修改后重新报审。")
  package static let noRemedySought = LocalizedText(
    en: "No remedy was looked for.", zh: "本次未提出方案修改建议。")
  package static let noProposal = LocalizedText(
    en: "There is no proposal for this plan; the clauses that are not met, and what is missing, are"
      + " in section 4.", zh: "暂无自动修改建议，不符合的条款及缺口见第四部分。")
  package static let buildEarlier = LocalizedText(
    en: "Nothing is missing once all is built: build the facilities in an earlier stage.",
    zh: "全部建成后无缺口：请将配建设施提前到更早的期次建设。")
  package static let supplyData = LocalizedText(
    en: "Nothing is known to fail. Supply what section 5 names, and submit the plan again.",
    zh: "未发现不符合的条款。请补充第五部分所列资料后重新报审。")
  package static let bureauFindsOut = LocalizedText(
    en: "Nothing is known to fail. What section 5 names is for the bureau to find out.",
    zh: "未发现不符合的条款。第五部分所列现状资料由审查单位核实。")

  package static func bureauDecides(_ clauses: String) -> LocalizedText {
    LocalizedText(
      en:
        "Nothing needs mending; the documents state no figure for \(clauses), which the bureau decides.",
      zh: "无需修改；\(clauses)文件未明确指标值，由主管部门认定。")
  }

  package static func forTheAuthorities(_ clauses: String) -> LocalizedText {
    LocalizedText(
      en:
        "\(clauses): what is missing is around the project, for the authorities to provide. Nothing is"
        + " asked of the developer for it.",
      zh: "\(clauses)属周边服务条件，不足部分由主管部门统筹补足，不要求建设单位修改方案。")
  }

  package static let nothingToMend = LocalizedText(en: "Nothing needs mending.", zh: "无需修改。")
  package static let leastChange = LocalizedText(
    en: "The least that makes the plan pass", zh: "使方案符合的最小修改")
  package static let whatToDo = LocalizedText(en: "What to do", zh: "调整内容")
  package static let forClauses = LocalizedText(en: "For", zh: "对应条款")
  package static let newFacility = LocalizedText(en: "New: ", zh: "增设：")

  package static func atLeast(_ what: String, _ least: String) -> LocalizedText {
    LocalizedText(en: "\(what): at least \(least)", zh: "\(what)不少于\(least)")
  }

  /// What need not be more than nothing, but must be said.
  package static func stated(_ what: String) -> LocalizedText {
    LocalizedText(en: "\(what): to be stated, 0 will do", zh: "\(what)须载明，可为 0")
  }

  package static func more(of what: String, than planned: String, _ least: String) -> LocalizedText
  {
    LocalizedText(
      en: "\(what): from \(planned) to at least \(least)", zh: "\(what)由\(planned)增加到不少于\(least)")
  }

  package static let whereItIsPlanned = LocalizedText(en: "where it is planned", zh: "原规划位置")

  package static func inMarkedPart(of parcel: String) -> LocalizedText {
    LocalizedText(en: "in the part of \(parcel) that the map marks", zh: "\(parcel)内（范围见示意图）")
  }

  package static let inMarkedArea = LocalizedText(
    en: "in the area that the map marks", zh: "示意图所示范围内")

  package static func anywhere(in parcel: String) -> LocalizedText {
    LocalizedText(en: "anywhere in \(parcel)", zh: "\(parcel)内任意位置")
  }

  package static let anywhereInThePlan = LocalizedText(en: "anywhere in the plan", zh: "项目范围内任意位置")
  package static let cannotBeMended = LocalizedText(
    en: "What no change of facilities mends", zh: "调整设施无法解决的条款")
}
