package import Compliance
package import Documents
package import Rules

extension PlanConclusion.Word {
  /// The word of review forms.
  package var label: LocalizedText {
    switch self {
    case .doesNotComply: LocalizedText(en: "Does not comply", zh: "不符合")
    case .needsData: LocalizedText(en: "More data needed", zh: "需补充资料")
    case .compliesInTheMain: LocalizedText(en: "Complies in the main", zh: "基本符合")
    case .complies: LocalizedText(en: "Complies", zh: "符合")
    case .nothingApplies: LocalizedText(en: "No clause applies", zh: "无适用条款")
    }
  }
}

extension Duty {
  /// What whoever has it answers for.
  package var words: LocalizedText {
    switch self {
    case .developer: LocalizedText(en: "What the project itself provides", zh: "项目自身配建")
    case .authority: LocalizedText(en: "What is around it", zh: "周边服务条件")
    }
  }

  /// Whoever has it.
  package var holder: LocalizedText {
    switch self {
    case .developer: LocalizedText(en: "developer", zh: "建设单位")
    case .authority: LocalizedText(en: "authorities", zh: "主管部门")
    }
  }
}

/// The sentences that close an opinion: what was found for each duty, and what follows.
package struct ClosingWords {
  /// The conclusions that are told, by duty.
  private let conclusions: [(duty: Duty, found: PlanConclusion)]
  /// Whether the applicant has something to add.
  private let asksApplicant: Bool
  /// What clauses are called where the sentences stand, such as `No. 3, 5`.
  private let name: ([RuleKey]) -> LocalizedText
  /// Where it stands what is to be added.
  private let list: LocalizedText

  /// The sentences on a review.
  ///
  /// - Parameters:
  ///   - list: What the list is called of what is to be added, such as `section 5`.
  ///   - name: What clauses are called.
  package init(
    _ review: PlanReview, on duties: Set<Duty>, list: LocalizedText = Self.section,
    naming name: @escaping ([RuleKey]) -> LocalizedText
  ) {
    self.list = list
    conclusions = Duty.allCases.filter(duties.contains).map { ($0, review.conclusion(on: [$0])) }
    asksApplicant = !review.requests.ofPlan.isEmpty || review.hasUndecidedRows
    self.name = name
  }

  /// Where the sheet lists it.
  package static let section = LocalizedText(en: "section 5", zh: "第五部分")
  /// On a terminal.
  package static let above = LocalizedText(en: "the list above", zh: "上文")

  /// `经审查，……。建议修改完善后重新报审。`
  package var text: LocalizedText {
    let parts = conclusions.filter { $0.found.word != .nothingApplies }.map(sentence)
    guard !parts.isEmpty else {
      return LocalizedText(
        en: "None of the clauses speaks of this plan.", zh: "经审查，所列文件中没有适用于本项目的条款。")
    }
    let next = consequence
    return LocalizedText(
      en: parts.map(\.en).joined(separator: " ") + " " + next.en,
      zh: "经审查，" + parts.map(\.zh).joined(separator: "；") + "。" + next.zh)
  }

  private func sentence(_ duty: Duty, _ found: PlanConclusion) -> LocalizedText {
    let what = duty.words
    switch found.word {
    case .doesNotComply where found.failing.isEmpty:
      let stages = found.late.map { "\($0.phase)" }
      return LocalizedText(
        en: "\(what.en): complies once all is built, but not after stage"
          + " \(stages.joined(separator: ", ")).",
        zh: "\(what.zh)全部建成后符合要求，但第\(stages.joined(separator: "、"))期完成时不符合")
    case .doesNotComply:
      let clauses = name(found.failing)
      let draft = found.restsOnDrafts
      return LocalizedText(
        en: "\(what.en): does not comply with \(clauses.en)"
          + (draft ? ", which stand in drafts that are not in force." : "."),
        zh: "\(what.zh)不符合\(clauses.zh)" + (draft ? "（均出自征求意见稿，仅供参考）" : ""))
    case .needsData:
      return LocalizedText(
        en: "\(what.en): nothing is known to fail, but data is missing.",
        zh: "\(what.zh)未发现不符合的条款，但资料不足")
    case .compliesInTheMain where !found.withoutFigure.isEmpty:
      let clauses = name(found.withoutFigure)
      return LocalizedText(
        en: "\(what.en): complies in the main; the documents state no figure for \(clauses.en),"
          + " which the bureau decides.",
        zh: "\(what.zh)基本符合，其中\(clauses.zh)文件未明确指标值，由主管部门认定")
    case .compliesInTheMain:
      let clauses = name(found.advisoryGaps)
      return LocalizedText(
        en: "\(what.en): complies with all that counts; advisory and not met: \(clauses.en).",
        zh: "\(what.zh)基本符合，仅倡导性条款\(clauses.zh)未达到")
    case .complies, .nothingApplies:
      return LocalizedText(
        en: "\(what.en): meets all \(found.counted.count) clauses that count.",
        zh: "\(what.zh)计入结论的\(found.counted.count)项条款全部符合")
    }
  }

  /// What follows: the developer is asked for his own only.
  private var consequence: LocalizedText {
    let own = conclusions.first { $0.duty == .developer }?.found.word
    let around = conclusions.first { $0.duty == .authority }?.found.word
    let lacks = asksApplicant && [own, around].contains(.needsData)
    if own == .doesNotComply {
      return lacks
        ? LocalizedText(
          en: "Mend the plan, supply what \(list.en) lists, and submit it again.",
          zh: "建议修改完善并补充\(list.zh)所列资料后重新报审。")
        : LocalizedText(en: "Mend the plan and submit it again.", zh: "建议修改完善后重新报审。")
    }
    if lacks {
      return LocalizedText(
        en: "Supply what \(list.en) lists and submit the plan again.",
        zh: "请补充\(list.zh)所列资料后重新报审。")
    }
    if around == .doesNotComply {
      return LocalizedText(
        en:
          "What is missing around the project is for the authorities to provide; nothing is asked of"
          + " the developer for it.", zh: "周边服务条件的不足由主管部门统筹补足，不要求建设单位整改。")
    }
    if [own, around].contains(.needsData) {
      return LocalizedText(
        en: "What is missing is for the bureau to find out (\(list.en)).",
        zh: "所缺资料由审查单位核实（见\(list.zh)）。")
    }
    return LocalizedText(
      en: "The plan may go on to approval.", zh: "建议按程序报批。")
  }
}
