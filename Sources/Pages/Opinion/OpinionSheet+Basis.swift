internal import Compliance
internal import Documents
internal import Geodesy
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension OpinionSheet {
  /// What the opinion rests on.
  func basis() -> Markup {
    tag("ul", ["class": "notes"]) {
      for note in basisNotes { tag("li") { say(note) } }
    }
      + flagNotes()
      + assumptionTable(city.project)
      + inputTable()
      + packTable()
      + tag("p", ["class": "small"]) {
        say(
          "Made by siting \(imprint.engineVersion) with ",
          "由 siting \(imprint.engineVersion) 生成，所用程序库：")
        librariesText
        say(". Working CRS: ", "。工作坐标系：") + city.workingCRS.description
        say(
          ". The same inputs, packs and language give the same sheet.",
          "。相同的输入、规则包与语言生成相同的意见表。")
      }
  }

  private var basisNotes: [LocalizedText] {
    var notes: [LocalizedText] = []
    if let day = city.project.asOf {
      notes.append(
        LocalizedText(
          en: "The opinion is for \(day), on the data listed below.",
          zh: "审查基准日为 \(day)，依据下列数据作出。"))
    }
    notes += [
      LocalizedText(
        en: """
          The verdict is the worst of the binding and expected clauses. Advisory clauses that are not \
          met are shown and do not count.
          """,
        zh: "总体结论取强制性与预期性条款中最差者；倡导性条款仅作提示，不影响结论。"),
      LocalizedText(
        en: "Missing data never passes: what it would decide is left undecided.",
        zh: "资料缺失不视为符合：凡可能影响结论的，判为“无法判定”。"),
    ]
    if review.clauses.contains(where: { $0.attribution == .fair }) {
      notes.append(
        LocalizedText(
          en: """
            Facilities that several compounds share: the plan complies if its need can be met while \
            no existing compound is served any worse than today. No place or square metre counts twice.
            """,
          zh: "多个小区共用的设施：在不降低任何既有小区现有水平的前提下能够满足本项目需求的，视为符合；同一托位或面积不重复计算。"))
    }
    let others = Set(review.clauses.compactMap(\.attribution)).subtracting([.fair])
    notes += Attribution.allCases.filter(others.contains).map(\.explanation)
    let network = city.inputs.first { $0.role == "network" }
    if let network {
      notes.append(
        LocalizedText(
          en: """
            Walks are measured along the streets of \(network.path), from the worst entrance, or \
            from the point of a street nearest to the boundary; limits stated as a radius are circles.
            """,
          zh: """
            步行距离沿路网（\(network.path)）量算，以最不利出入口为准，无出入口时取距边界最近的道路点；\
            以半径表述的要求按圆计算。
            """))
    }
    let isStraight = review.clauses.contains {
      $0.flags.contains(.straightLine) || $0.reachMetres != nil
    }
    if isStraight, network == nil {
      let detour = city.project.assumptions.detour.map { "\($0)" } ?? "1.3"
      notes.append(
        LocalizedText(
          en: "Walks are straight lines times \(detour), since no walking network was used.",
          zh: "未使用步行路网，步行距离按直线距离乘以\(detour)计算。"))
    }
    for pack in review.packs where pack.rules.contains(where: { usesWalkingTime($0) }) {
      let speed = NumberWords.text(
        pack.walkingSpeed(stated: city.project.parameters["walking_speed"]))
      notes.append(
        LocalizedText(
          en: "\(pack.title.en): walking speed \(speed) m/min.",
          zh: "《\(pack.title.zh)》步行速度取每分钟\(speed)米。"))
    }
    if review.packs.contains(where: { $0.document.status == .draft }) {
      notes.append(
        LocalizedText(
          en:
            "A document marked as a draft is not in force; its clauses show what it would ask for.",
          zh: "标注“征求意见稿”的文件尚未生效，其条款仅供参考。"))
    }
    notes.append(
      LocalizedText(
        en: """
          Clauses are paraphrased and cited by number; where a document says something else, the \
          document counts.
          """,
        zh: "条款为转述并注明条号，如与文件原文有出入，以原文为准。"))
    return notes
  }

  private func usesWalkingTime(_ rule: Rule) -> Bool {
    if case .walkTime = rule.check.reach { return numbers.keys.contains { $0.rule == rule.id } }
    return false
  }

  /// The marks that stand in the table of clauses, in words.
  private func flagNotes() -> Markup {
    let flags = review.clauses.reduce(into: Flags()) { $0.formUnion($1.flags) }
    let used = Flags.all.filter {
      flags.contains($0.flag) && $0.flag != .advisory && $0.flag != .draft
    }
    guard !used.isEmpty else { return Markup() }
    return tag("dl", ["class": "flagnotes"]) {
      for entry in used {
        tag("dt") { tag("span", ["class": "label"]) { say(FlagWords.of(entry.name).label) } }
        tag("dd") { say(FlagWords.of(entry.name).explanation) }
      }
    }
  }
}
