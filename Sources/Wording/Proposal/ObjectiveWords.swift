package import Documents
package import Locating
internal import Optimizing
internal import Quantities

/// Words of the objectives of the textbooks.
package enum ObjectiveWords {
  package static let byNumber = LocalizedText(
    en: "With fewer facilities", zh: "设施数与效果")
  package static let byNumberCaption = LocalizedText(
    en: "What so many new facilities can do, beside those that stand", zh: "在既有设施之外，新增不同数量设施的效果")
  package static let number = LocalizedText(en: "New facilities", zh: "新增设施数")
  package static let bound = LocalizedText(en: "Nothing does better than", zh: "理论界限")
  package static let gained = LocalizedText(
    en: "Better by each further one", zh: "每增一处的改善")
  package static let notChosen = LocalizedText(
    en: "others serve the objective as well, or better", zh: "选其他点位对目标同样好或更好")

  /// The name of a model, as textbooks have it.
  package static func name(_ model: TextbookObjective.Model) -> LocalizedText {
    LocalizedText(en: model.entry.name, zh: chineseName(model))
  }

  private static func chineseName(_ model: TextbookObjective.Model) -> String {
    switch model {
    case .setCovering: "集合覆盖选址模型（LSCP）"
    case .maximalCovering: "最大覆盖选址模型（MCLP）"
    case .median: "p-中值模型"
    case .center: "p-中心模型"
    }
  }

  /// What it asks.
  package static func asks(_ model: TextbookObjective.Model) -> LocalizedText {
    switch model {
    case .setCovering:
      LocalizedText(
        en: "the fewest new facilities that have everybody within reach", zh: "以最少的新增设施覆盖全部需求")
    case .maximalCovering:
      LocalizedText(
        en: "so many new facilities that have as much demand as can be within reach",
        zh: "以给定数量的新增设施覆盖尽可能多的需求")
    case .median:
      LocalizedText(
        en: "so many new facilities that the ways to the nearest one are shortest in all",
        zh: "以给定数量的新增设施使到最近设施的总距离最短")
    case .center:
      LocalizedText(
        en: "so many new facilities that the longest way to the nearest one is shortest",
        zh: "以给定数量的新增设施使到最近设施的最远距离最短")
    }
  }

  /// All of them, a line each: how the option names it, what it asks, its name and source.
  package static func list(_ language: Language) -> String {
    TextbookObjective.Model.allCases.map { model in
      let name = model.rawValue.replacing("_", with: "-")
      let title = self.name(model)[language]
      return language == .zh
        ? "  \(name)：\(title)，\(asks(model).zh)。出处：\(model.entry.source)"
        : "  \(name): \(title), \(asks(model).en). \(model.entry.source)"
    }.joined(separator: "\n")
  }

  /// What a value is, as the head of a column or a panel.
  package static func measure(_ answer: TextbookAnswer) -> LocalizedText {
    switch answer.objective.model {
    case .setCovering, .maximalCovering:
      answer.objective.demand == .residents
        ? LocalizedText(en: "Residents within reach", zh: "服务距离内的居民")
        : LocalizedText(en: "Demand within reach", zh: "服务距离内的需求量")
    case .median: LocalizedText(en: "Average way", zh: "平均距离")
    case .center: LocalizedText(en: "Longest way", zh: "最远距离")
    }
  }

  /// A value of the curve in words.
  package static func value(_ value: Int64, _ answer: TextbookAnswer) -> String {
    switch answer.objective.model {
    case .setCovering, .maximalCovering:
      NumberWords.grouped(Int(value)) + " ("
        + NumberWords.percent(Double(value), of: Double(answer.total)) + ")"
    case .median:
      NumberWords.length(metres: average(value, answer))
    case .center: NumberWords.length(metres: TextbookAnswer.metres(Double(value)))
    }
  }

  /// Metres to the nearest facility, over all demand.
  package static func average(_ value: Int64, _ answer: TextbookAnswer) -> Double {
    TextbookAnswer.metres(Double(value)) / Double(max(1, answer.total))
  }

  /// What was found, in a sentence without its stop.
  package static func found(_ answer: TextbookAnswer, sites: Int) -> LocalizedText {
    let reach = answer.reach.map { NumberWords.length(metres: $0) } ?? ""
    let value = value(answer.curve.last?.value ?? answer.proof.value, answer)
    let added = NumberWords.many(sites, "new facility", "new facilities")
    let whose =
      answer.objective.demand == .residents
      ? LocalizedText(en: "residents", zh: "居民") : LocalizedText(en: "the demand", zh: "需求量")
    switch answer.objective.model {
    case .setCovering:
      return LocalizedText(
        en: "\(added), so that everybody whom any site can reach has one within \(reach)",
        zh: "新增设施\(sites)处，可使候选地所能覆盖的全部对象在\(reach)内有设施")
    case .maximalCovering:
      return LocalizedText(
        en: "\(added), with \(value) of \(whose.en) within \(reach)",
        zh: "新增设施\(sites)处，\(reach)内覆盖\(whose.zh)\(value)")
    case .median:
      return LocalizedText(
        en: "\(added), and \(value) to the nearest facility on average",
        zh: "新增设施\(sites)处，到最近设施平均\(value)")
    case .center:
      return LocalizedText(
        en: "\(added), and nobody farther than \(value) from the nearest facility",
        zh: "新增设施\(sites)处，到最近设施最远\(value)")
    }
  }

  /// How good it is, who says so, and why the search ended.
  package static func proof(_ answer: TextbookAnswer) -> LocalizedText {
    let (proof, who) = (answer.proof, source(answer.boundSource))
    if proof.stop == .proven {
      return LocalizedText(
        en: "Proven: nothing does better (\(who.en))", zh: "已证明：不可能更好（\(who.zh)）")
    }
    let gap = ProposalWords.percent(proof.gap)
    let why = stop(proof.stop)
    return LocalizedText(
      en: "Nothing does better by more than \(gap) (\(who.en)); \(why.en)",
      zh: "与理论界限相差不超过\(gap)（\(who.zh)）；\(why.zh)")
  }

  static func source(_ source: BoundSource) -> LocalizedText {
    switch source {
    case .certificate:
      LocalizedText(en: "by a certificate in whole numbers", zh: "有整数证书")
    case .solver(let name):
      LocalizedText(en: "as \(name) says, in floating point", zh: "由 \(name) 以浮点运算得出")
    }
  }

  private static func stop(_ stop: Proof.Stop) -> LocalizedText {
    switch stop {
    case .proven: LocalizedText(en: "it is proven", zh: "已证明")
    case .iterationLimit:
      LocalizedText(en: "the steps asked for were done", zh: "已达步数上限")
    case .timeLimit: LocalizedText(en: "the time was over", zh: "已达时限")
    case .exhausted:
      LocalizedText(en: "what was tried is done", zh: "可行的尝试均已完成")
    }
  }

  /// What it rests on, a sentence each.
  package static func methods(_ answer: TextbookAnswer) -> [LocalizedText] {
    let model = answer.objective.model
    var lines = [
      LocalizedText(
        en:
          "Objective: \(name(model).en): \(asks(model).en). Formula: \(model.entry.formula). Source: \(model.entry.source).",
        zh:
          "模型：\(name(model).zh)，\(asks(model).zh)。公式：\(model.entry.formula)。出处：\(model.entry.source)。"
      ),
      LocalizedText(
        en:
          "\(NumberWords.many(answer.existing, "facility that stands counts", "facilities that stand count")) as open. Of size"
          + " the objective knows nothing: what is proposed is as large as it may be, and the batch with it says which"
          + " clauses pass.",
        zh: "既有设施\(answer.existing)处按已开放计入。模型不考虑规模：建议设施按最大规模列出，哪些条款转为符合以建成后的核查结果为准。"),
      answer.isOnNetwork
        ? LocalizedText(
          en: "Distances are walks along the streets, from the entrance that is farthest.",
          zh: "距离为沿路网的步行距离，按最远的出入口计。")
        : LocalizedText(
          en: "Distances are straight lines on the ground.", zh: "距离为地面直线距离。"),
      answer.objective.demand == .residents
        ? LocalizedText(
          en: "Every compound weighs as many as live there, as whole persons.",
          zh: "各小区按常住人口（取整）计权。")
        : LocalizedText(
          en: "Every compound weighs what the failing clause asks for it, rounded up.",
          zh: "各小区按不符合条款要求的数量（向上取整）计权。"),
    ]
    if !answer.unknown.isEmpty {
      lines.append(
        LocalizedText(
          en:
            "Of \(NumberWords.many(answer.unknown.count, "compound", "compounds")) the demand is not known: they weigh nothing.",
          zh: "\(answer.unknown.count)个小区的需求未知，未计权。"))
    }
    if answer.unserved > 0 && model != .maximalCovering {
      lines.append(
        LocalizedText(
          en:
            "From \(NumberWords.many(answer.unserved, "compound", "compounds")) no open facility can be walked to: they count as"
            + " the longest walk that is looked for.",
          zh: "\(answer.unserved)个小区无法步行到达任何开放设施，按所查最长步行距离计。"))
    }
    return lines
  }

  /// Compounds that are left out.
  package static let leftOut = LocalizedText(
    en: "No site and no facility reaches these; they are left out of the objective: ",
    zh: "候选地和既有设施均无法覆盖、未纳入模型的小区：")
}
