import Compliance
import Documents
import Planning
import Publishing
import Quantities
import Rules
import Wording

/// One opinion, for a terminal: a line per clause that applies, what is behind those that are not
/// decided, what would make the plan pass, what it does to others, and the verdict.
struct ReviewText {
  private let review: PlanReview
  private let console: Console
  private let hasSeveralPacks: Bool

  init(_ review: PlanReview, _ console: Console) {
    self.review = review
    self.console = console
    let applying = review.clauses.filter { $0.verdict != .notApplicable }
    hasSeveralPacks = Set(applying.map(\.key.pack)).count > 1
  }

  var text: String {
    let parts = [
      table, stages, undecided, rows, overlaps, remedy, effects, verdict,
    ]
    return ([review.plan.name] + parts.flatMap { $0 }).joined(separator: "\n")
  }

  private func say(_ en: String, _ zh: String) -> String { console.say(en, zh) }

  private func name(_ clause: ClauseOpinion) -> String {
    (hasSeveralPacks ? "\(clause.key.pack)/" : "") + clause.rule.id
  }

  private func listed(_ words: [String]) -> String {
    let shown = words.prefix(5).joined(separator: say(", ", "、"))
    guard words.count > 5 else { return shown }
    return shown + say(" and \(words.count - 5) more", " 等 \(words.count) 个")
  }

  /// A heading with its lines; nothing where there are none.
  private func section(_ en: String, _ zh: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [say(en + ":", zh + "：")] + lines.map { "  \($0)" }
  }

  // MARK: Clauses

  private var table: [String] {
    var table = TextTable(
      header: [
        say("rule", "规则"), say("clause", "条款"), say("verdict", "结论"), say("required", "要求"),
        say("provided", "实际"), say("missing", "缺口"),
      ], right: [3, 4, 5])
    for clause in review.clauses where clause.verdict != .notApplicable {
      let worst = clause.worst
      table.append([
        name(clause), clause.rule.clause,
        clause.verdict.label[console.language]
          + (clause.rule.force == .advisory ? say(" (advisory)", "（建议性）") : ""),
        required(clause),
        worst.flatMap { $0.measured.isFinite ? $0.measured : nil }
          .map { NumberWords.measured($0, against: clause.required) } ?? "",
        worst?.shortfall.map {
          number($0, clause.shortfallUnit)
        } ?? "",
      ])
    }
    return [table.text]
  }

  private func number(_ amount: Amount, _ unit: MeasureUnit?) -> String {
    UnitWords.text(NumberWords.text(amount, decimals: 6), unit, console.language)
      .replacing("\u{00A0}", with: " ")
  }

  /// `≥ 30 m²/100户`; nothing where the clause has no figure.
  private func required(_ clause: ClauseOpinion) -> String {
    guard let threshold = clause.rule.threshold, let required = clause.required else { return "" }
    let upper = clause.requiredUpper.map { number($0, clause.rule.unit) }
    guard let upper else {
      return "\(threshold.comparison.symbol) \(number(required, clause.rule.unit))"
    }
    return NumberWords.text(required, decimals: 6) + "–" + upper
  }

  /// What is not met when a stage is finished, though it is with all of them.
  private var stages: [String] {
    review.phases.flatMap { phase in
      let failing = phase.clauses.filter { $0.countedVerdict == .fail }.map(name)
      let unknown = phase.clauses.filter(\.lacksData).map(name)
      let parts =
        (failing.isEmpty
          ? [] : [say("fails ", "不符合 ") + failing.joined(separator: say(", ", "、"))])
        + (unknown.isEmpty
          ? [] : [say("undecided ", "无法判定 ") + unknown.joined(separator: say(", ", "、"))])
      return [
        say("stage \(phase.phase): ", "第 \(phase.phase) 期建成时：")
          + (parts.isEmpty
            ? say("fails nothing", "无不符合条款")
            : parts.joined(separator: say("; ", "；")))
      ]
    }
  }

  /// Why a clause that counts is not decided: the same reason once, with its rules.
  private var undecided: [String] {
    var reasons: [(subject: String, reason: String, rules: [String])] = []
    for clause in review.clauses where clause.countedVerdict == .unknown {
      for subject in clause.subjects where subject.counts && subject.verdict == .unknown {
        let reason =
          subject.reason.map { $0.sentence(.plain())[console.language] }
          ?? (subject.flags.contains(.noStandard)
            ? say("the document states no figure", "文件未写明数值")
            : say("data is missing", "数据缺失"))
        let place = reasons.firstIndex { $0.subject == subject.id && $0.reason == reason }
        if let place {
          reasons[place].rules.append(name(clause))
        } else {
          reasons.append((subject.id, reason, [name(clause)]))
        }
      }
    }
    return section(
      "not decided", "无法判定的原因",
      reasons.map {
        "\($0.subject): \($0.reason) (\($0.rules.joined(separator: ", ")))"
      })
  }

  // MARK: Data

  private var rows: [String] {
    section(
      "rows that are left out, which leaves the plan undecided", "剔除的行（方案因此无法判定）",
      review.plan.rejected.map { row in
        let id = row.id.map { " (\($0))" } ?? ""
        return "\(row.file): " + say("row \(row.row)", "第 \(row.row) 行") + id
          + ": \(row.sentence(.exact)[console.language])"
      })
  }

  private var overlaps: [String] {
    section(
      "lies on parcels that are there; check the outline, or say which are to go",
      "与现有小区重叠，请核对边界或说明拆除范围",
      review.overlaps.map { overlap in
        "\(overlap.planParcel)"
          + say(" on ", " 与 ") + overlap.parcel + say(": ", "：")
          + "\(Int(overlap.area.rounded())) m²"
      })
  }

  // MARK: Remedy

  private var remedy: [String] {
    guard let remedy = review.remedy else { return [] }
    var lines = remedy.steps.map(step)
    lines += remedy.beyond.map {
      say("no facility mends ", "调整设施无法满足 ") + $0.rule.rule + say(": ", "：")
        + $0.reason.sentence[console.language]
    }
    if remedy.isVerified, !remedy.steps.isEmpty {
      lines.append(
        remedy.beyond.isEmpty
          ? say("reviewed again with this: nothing fails", "按此整改复核：无不符合条款")
          : say("reviewed again with this: nothing else fails", "按此整改复核：其余条款均无不符合"))
    }
    return section("to comply", "整改建议", lines)
  }

  private func step(_ step: RemedyStep) -> String {
    let amounts = step.amounts.map { amount in
      let what = ColumnWords.of(amount.measure, console.language)
      // Of what is counted the name says the unit.
      let unit = amount.unit?.thing == .squareMetres ? amount.unit : nil
      let to = number(amount.to, unit)
      guard !step.isNew else {
        return say("\(what) at least \(to)", "\(what)不少于 \(to)")
      }
      guard let from = amount.from else {
        return say("state \(what): at least \(to)", "载明\(what)：不少于 \(to)")
      }
      let before = number(from, unit)
      return say("\(what) from \(before) to \(to)", "\(what)由 \(before) 增至 \(to)")
    }
    var parts = amounts + step.conditions.map { $0.sentence(.exact)[console.language] }
    let parcel = step.parcel ?? ""
    if step.isNew {
      parts.append(
        step.allowed != nil
          ? say("anywhere in the marked area", "位于图示范围内任一处即可")
          : step.parcel == nil
            ? say("anywhere in the plan", "位于方案内任一处即可")
            : say("anywhere in \(parcel)", "位于 \(parcel) 内任一处即可"))
    }
    let kind = step.kindName[console.language]
    let head =
      step.isNew
      ? say("add: \(kind)", "新增\(kind)")
      : say("change \(step.facility) (\(kind))", "调整 \(step.facility)（\(kind)）")
    return head + say(": ", "：") + parts.joined(separator: say("; ", "；"))
  }

  // MARK: Others

  private var effects: [String] {
    let all = review.effects
    func lines(
      _ effects: [EffectOnSubject], _ en: String, _ zh: String
    ) -> [String] {
      var rules: [String] = []
      var ids: [String: [String]] = [:]
      for effect in effects {
        let rule = (hasSeveralPacks ? "\(effect.key.pack)/" : "") + effect.rule.id
        if ids[rule] == nil { rules.append(rule) }
        ids[rule, default: []].append(effect.id)
      }
      return rules.map { rule in
        let found = ids[rule] ?? []
        return "\(rule): " + say("\(found.count) \(en): ", "\(found.count) 个\(zh)：")
          + listed(found)
      }
    }
    let broken = lines(all.broken, "no longer pass", "不再符合")
    let mended = lines(all.mended, "pass now", "转为符合")
    let filled = all.loads.filter { !$0.isPlanned && $0.fillsUp }.map(\.id)
    var full: [String] = []
    for id in filled where !full.contains(id) { full.append(id) }
    return section(
      "neighbours", "对周边的影响",
      broken + mended
        + (full.isEmpty ? [] : [say("full now: ", "由有余量变为满负荷：") + listed(full)]))
  }

  private var verdict: [String] {
    var text = say("plan: ", "方案总体：") + review.verdict.label[console.language]
    if review.verdict == .unknown {
      text +=
        review.lacksData
        ? say(", for want of data", "（数据不全）")
        : say(
          ", but only where the document states no figure: nothing holds it up",
          "（仅因文件未写明数值，不影响通过）")
    }
    return [text]
  }
}
