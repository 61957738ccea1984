internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension OpinionSheet {
  /// What would make the plan pass.
  func remedy() -> Markup {
    guard let remedy = review.remedy else { return tag("p") { withoutRemedy } }
    return
      (remedy.steps.isEmpty
      ? tag("p") { say("No change of facilities would help.", "调整设施无法使方案符合。") }
      : stepTable(remedy))
      + (remedy.mends.isEmpty
        ? Markup()
        : tag("p") {
          say(
            "Done so, the plan meets \(references(to: remedy.mends)). ",
            "照此调整后，可符合\(references(to: remedy.mends))。")
          remedy.isVerified
            ? say(
              "The plan with these changes was reviewed once more and passes them.",
              "已按调整后的方案再次审查并确认通过。")
            : say(
              "The changed plan was not confirmed by a second review: submit it again.",
              "调整后的方案尚未经再次审查确认，请修改后重新报审。")
        })
      + beyondList(remedy)
  }

  private var withoutRemedy: String {
    guard edition.reviewed.withRemedy else {
      return say("No remedy was looked for.", "本次未提出整改建议。")
    }
    let isFailing = review.clauses.contains { $0.countedVerdict == .fail }
    switch review.verdict {
    case .fail where isFailing:
      return say(
        "There is no proposal for this plan; the clauses that are not met, and what is missing, are"
          + " in section 4.", "暂无自动整改建议，不符合的条款及缺口见第四部分。")
    case .fail:
      return say(
        "Nothing is missing once all is built: build the facilities in an earlier stage.",
        "全部建成后无缺口：请将配建设施提前到更早的期次建设。")
    case .unknown:
      return say(
        "Nothing is known to fail. Supply what section 5 names, and submit the plan again.",
        "未发现确定不符合的条款。请补充第五部分所列资料后重新报审。")
    case .pass, .notApplicable: return say("Nothing needs mending.", "无需整改。")
    }
  }

  private func stepTable(_ remedy: Remedy) -> Markup {
    table(
      "steps", caption: say("The least that makes the plan pass", "使方案符合的最低调整"),
      head: [
        .text(say("No.", "序号")), .text(say("Facility", "设施")), .text(say("What to do", "调整内容")),
        .text(say("Where", "位置")), .text(say("For", "对应条款")),
      ]
    ) {
      for (index, step) in remedy.steps.enumerated() {
        tag("tr") {
          tag("th", ["scope": "row", "class": "n"]) { "\(index + 1)" }
          tag("td") {
            step.isNew ? say("New: ", "增设：") + say(step.kindName) : name(ofFacility: step.facility)
            if !step.isNew { tag("small", ["class": "id"]) { say(step.kindName) } }
          }
          tag("td") {
            tag("ul", ["class": "plain"]) {
              for amount in step.amounts { tag("li") { action(amount, isNew: step.isNew) } }
              for condition in step.conditions { tag("li") { say(condition.sentence(naming)) } }
            }
          }
          tag("td") { whereabouts(step) }
          tag("td") { references(to: step.clauses) }
        }
      }
    }
  }

  /// `childcare places: from 26 to at least 27`
  private func action(_ step: AmountStep, isNew: Bool) -> String {
    let what = ColumnWords.of(step.measure, language)
    let least = UnitWords.text(NumberWords.text(step.to), step.unit, language)
    guard let from = step.from, !isNew else {
      return say("\(what): at least \(least)", "\(what)不少于\(least)")
    }
    let planned = UnitWords.text(NumberWords.text(from), step.unit, language)
    return say("\(what): from \(planned) to at least \(least)", "\(what)由\(planned)增加到不少于\(least)")
  }

  private func whereabouts(_ step: RemedyStep) -> String {
    let ids = plan.parcels.rows
    let parcel = step.parcel.map { id in
      ids.ids.firstIndex(of: id).flatMap { ids.names[$0] } ?? id
    }
    guard step.isNew else { return say("where it is planned", "原规划位置") }
    if step.allowed != nil {
      return parcel.map {
        say("in the part of \($0) that the map marks", "\($0)内（范围见示意图）")
      } ?? say("in the area that the map marks", "示意图所示范围内")
    }
    return parcel.map { say("anywhere in \($0)", "\($0)内任意位置") }
      ?? say("anywhere in the plan", "项目范围内任意位置")
  }

  private func beyondList(_ remedy: Remedy) -> Markup {
    guard !remedy.beyond.isEmpty else { return Markup() }
    return tag("div", ["class": "beyond"]) {
      tag("h3") { say("What no change of facilities mends", "调整设施无法解决的条款") }
      tag("ul", ["class": "notes"]) {
        for entry in remedy.beyond {
          tag("li") {
            tag("b") { references(to: [entry.rule]) + say(": ", "：") }
            say(entry.reason.sentence)
          }
        }
      }
    }
  }
}
