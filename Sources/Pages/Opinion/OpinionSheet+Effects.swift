internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension OpinionSheet {
  /// Rows of a table; the layer has all.
  private static var mostEffects: Int { 20 }

  /// What happens to those who are there already.
  func effects() -> Markup {
    guard edition.reviewed.withEffects else {
      return tag("p") { say("Effects were not looked at.", "本次未分析对周边的影响。") }
    }
    let effects = review.effects
    guard !effects.isEmpty else {
      return tag("p") {
        say(
          "No effect: no existing compound, facility or administrative unit gains or loses anything.",
          "无影响：周边既有小区、设施和行政单元的各项结果均不变。")
      }
    }
    return tag("p", ["class": "lead"]) { lead(effects) }
      + flipTable(
        effects.broken,
        caption: say("Clauses that are met today and no longer would be", "由符合变为不符合"))
      + flipTable(
        effects.mended, caption: say("Clauses that are not met today and would be", "由不符合变为符合"))
      + shiftTable(effects)
      + loadTable(effects)
  }

  private func lead(_ effects: PlanEffects) -> String {
    func count(_ effects: [EffectOnSubject]) -> Int {
      Set(effects.map { "\($0.table)/\($0.id)" }).count
    }
    let broken = count(effects.broken)
    let mended = count(effects.mended)
    let losing = shifts(effects).filter(\.isLoss)
    let gaining = shifts(effects).filter { !$0.isLoss }
    var parts: [String] = []
    parts.append(
      broken == 0
        ? say("Nobody who complies today stops complying", "没有既有小区、设施或行政单元由符合变为不符合")
        : say(
          "of those who comply today \(broken) no longer would", "\(broken)个现状符合的小区、设施或行政单元将不再符合"))
    if mended > 0 {
      parts.append(
        say(
          "\(mended) would comply with a clause that they do not meet today", "\(mended)个将由不符合变为符合")
      )
    }
    if !losing.isEmpty {
      parts.append(
        say(
          "for \(count(losing)) a figure gets worse without a change of verdict",
          "结论不变但水平下降的\(count(losing))个"))
    }
    if !gaining.isEmpty {
      parts.append(
        say(
          "for \(count(gaining)) a figure gets better without a change of verdict",
          "结论不变但水平上升的\(count(gaining))个"))
    }
    let full = Set(effects.loads.filter { $0.fillsUp && !$0.isPlanned }.map(\.id)).count
    if full > 0 {
      parts.append(
        say(
          many(full, "existing facility fills up", "existing facilities fill up"),
          "\(full)处既有设施将满负荷"))
    }
    let text = parts.joined(separator: say("; ", "；")) + say(".", "。")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// One row a clause, with everyone whose verdict changes under it.
  private func flipTable(_ flips: [EffectOnSubject], caption: String) -> Markup {
    var groups: [(rule: RuleKey, effects: [EffectOnSubject])] = []
    for flip in flips {
      if let place = groups.firstIndex(where: { $0.rule == flip.key }) {
        groups[place].effects.append(flip)
      } else {
        groups.append((flip.key, [flip]))
      }
    }
    guard !groups.isEmpty else { return Markup() }
    return table(
      "flips", caption: caption,
      head: [
        .text(say("Clause", "条款")), .number(say("How many", "数量")),
        .text(say("Who (today → with the plan)", "对象（现状 → 建成后）")),
      ]
    ) {
      for group in groups {
        tag("tr") {
          clauseCell(group.effects[0])
          countCell(group.effects.count)
          tag("td") { list(group.effects.map(change), most: 8) }
        }
      }
    }
  }

  /// `Maple Court (20 m² → 13.4 m²)`
  private func change(_ effect: EffectOnSubject) -> String {
    let figures = [effect.measuredBefore, effect.measuredAfter].map {
      measured($0, by: effect.rule, against: nil)
    }
    let name = effect.name ?? effect.id
    return say(
      "\(name) (\(figures[0]) → \(figures[1]))", "\(name)（\(figures[0]) → \(figures[1])）")
  }

  private func clauseCell(_ effect: EffectOnSubject) -> Markup {
    tag("td", ["class": "what"]) {
      if numbers[effect.key] != nil { tag("b") { reference(to: effect.key) + " " } }
      say(effect.rule.says)
    }
  }

  private func effectTable(_ effects: [EffectOnSubject], caption: String) -> Markup {
    table(
      "effects", caption: caption,
      head: [
        .text(say("Who", "对象")), .text(say("Clause", "条款")), .text(say("Today", "现状")),
        .text(say("With the plan", "建成后")),
      ]
    ) {
      for effect in effects {
        tag("tr") {
          nameCell(effect.id, effect.name)
          clauseCell(effect)
          for figure in [effect.measuredBefore, effect.measuredAfter] {
            tag("td") { measured(figure, by: effect.rule, against: nil) }
          }
        }
      }
    }
  }

  private func more(_ count: Int) -> Markup {
    guard count > Self.mostEffects else { return Markup() }
    return tag("p", ["class": "small"]) {
      say(
        "The first \(Self.mostEffects) of \(count); all are in \(FileName.opinionJSON).",
        "共\(count)条，仅列前\(Self.mostEffects)条，全部见 \(FileName.opinionJSON)。")
    }
  }

  /// Figures that change while the verdict stays, advisory clauses included; not those that are
  /// only reported.
  private func shifts(_ effects: PlanEffects) -> [EffectOnSubject] {
    (effects.parcels + effects.facilities + effects.units).filter { effect in
      effect.before == effect.after && !effect.rule.isReportOnly && effect.measuredBefore.isFinite
        && effect.measuredAfter.isFinite
    }
  }

  /// The largest changes, as a share of what was there; losses first.
  private func shiftTable(_ effects: PlanEffects) -> Markup {
    func share(_ effect: EffectOnSubject) -> Double {
      abs(effect.measuredAfter - effect.measuredBefore) / max(abs(effect.measuredBefore), 1e-9)
    }
    let all = shifts(effects)
    guard !all.isEmpty else { return Markup() }
    let largest = all.enumerated().sorted { a, b in
      (a.element.isLoss ? 0 : 1, -share(a.element), a.offset)
        < (b.element.isLoss ? 0 : 1, -share(b.element), b.offset)
    }.prefix(8).map(\.element)
    return effectTable(
      largest,
      caption: all.count > largest.count
        ? say(
          "Figures that change while the verdict stays: the \(largest.count) largest of \(all.count)",
          "结论不变但水平变化的（共\(all.count)条，列变化最大的\(largest.count)条）")
        : say("Figures that change while the verdict stays", "结论不变但水平变化的"))
  }

  private func loadTable(_ effects: PlanEffects) -> Markup {
    // That a planned facility is used to the full is no effect on others; clauses that divide the
    // same supply say the same of a facility.
    var seen: Set<[String]> = []
    let full = effects.loads.filter { load in
      load.fillsUp && !load.isPlanned
        && seen.insert([load.id, "\(load.loadBefore)", "\(load.loadAfter)"]).inserted
    }
    guard !full.isEmpty else { return Markup() }
    return table(
      "loads",
      caption: say("Existing facilities that are full once the plan stands", "建成后满负荷的既有设施"),
      head: [
        .text(say("Facility", "设施")), .text(say("Clause", "条款")),
        .number(say("Offers", "容量")), .number(say("Used today", "现状使用")),
        .number(say("With the plan", "建成后使用")),
      ]
    ) {
      for load in full.prefix(Self.mostEffects) {
        let unit = supplyUnit(load.rule)
        tag("tr") {
          tag("th", ["scope": "row"]) { name(ofFacility: load.id) }
          tag("td", ["class": "what"]) { say(load.rule.says) }
          for amount in [load.capacity, load.loadBefore, load.loadAfter] {
            tag("td", ["class": "n"]) {
              amount.map {
                UnitWords.text(NumberWords.text($0, decimals: 1), unit, language)
              } ?? "–"
            }
          }
        }
      }
    } + more(full.count)
  }

  /// What a rate is a rate of: `places` of `places/1000 persons`.
  private func supplyUnit(_ rule: AppliedRule) -> MeasureUnit {
    rule.unit.numerator
  }
}
