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
      return tag("p") { say(OpinionWords.effectsNotAsked) }
    }
    let effects = review.effects
    guard !effects.isEmpty else {
      return tag("p") {
        say(OpinionWords.noEffect)
      }
    }
    return tag("p", ["class": "lead"]) { lead(effects) }
      + Markup.joined(
        VerdictTurn.allCases.map { flipTable(effects.turned($0), caption: say($0.heading)) })
      + shiftTable(effects)
      + loadTable(effects)
  }

  private func lead(_ effects: PlanEffects) -> String {
    func count(_ effects: [EffectOnSubject]) -> Int {
      Set(effects.map { "\($0.table)/\($0.id)" }).count
    }
    let losing = shifts(effects).filter(\.isLoss)
    let gaining = shifts(effects).filter { !$0.isLoss }
    var parts: [String] = []
    if effects.turned(.broken).isEmpty {
      parts.append(say(OpinionWords.nobodyBroken))
    }
    for turn in VerdictTurn.allCases {
      let turned = count(effects.turned(turn))
      if turned > 0 { parts.append(say(turn.clause(turned))) }
    }
    if !losing.isEmpty {
      parts.append(
        say(OpinionWords.losing(count(losing))))
    }
    if !gaining.isEmpty {
      parts.append(
        say(OpinionWords.gaining(count(gaining))))
    }
    let full = Set(effects.loads.filter { $0.fillsUp && !$0.isPlanned }.map(\.id)).count
    if full > 0 {
      parts.append(say(OpinionWords.fillingUp(full)))
    }
    let text = parts.joined(separator: say(Marks.semicolon)) + say(Marks.stop)
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
        .text(say(PageWords.clause)), .number(say(OpinionWords.howMany)),
        .text(say(OpinionWords.whoChanges)),
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
    return say(OpinionWords.change(of: name, from: figures[0], to: figures[1]))
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
        .text(say(OpinionWords.who)), .text(say(PageWords.clause)), .text(say(OpinionWords.today)),
        .text(say(OpinionWords.withThePlan)),
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
      say(OpinionWords.firstEffects(Self.mostEffects, of: count, file: FileName.opinionJSON))
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
        ? say(OpinionWords.largestShifts(largest.count, of: all.count))
        : say(OpinionWords.shifts))
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
      caption: say(OpinionWords.fullFacilities),
      head: [
        .text(say(PageWords.facility)), .text(say(PageWords.clause)),
        .number(say(OpinionWords.offers)), .number(say(OpinionWords.usedToday)),
        .number(say(OpinionWords.usedWithThePlan)),
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
