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
  /// Those of the sheet.
  private let numbers: [RuleKey: Int]
  /// Whose clauses decide.
  private let duties: Set<Duty>

  init(_ review: PlanReview, on duties: Set<Duty>, _ console: Console) {
    self.review = review
    self.duties = duties
    self.console = console
    hasSeveralPacks = Set(review.applicable.map(\.key.pack)).count > 1
    numbers = review.numbers
  }

  var text: String {
    let parts = [
      table, stages, requests, rows, overlaps, onSite, remedy, effects, verdict,
    ]
    return ([review.plan.name] + parts.flatMap { $0 }).joined(separator: "\n")
  }

  private func say(_ text: LocalizedText) -> String { console.say(text) }

  private func name(_ clause: ClauseOpinion) -> String {
    (hasSeveralPacks ? "\(clause.key.pack)/" : "") + clause.rule.id
  }

  private func listed(_ words: [String]) -> String {
    let shown = words.prefix(5).joined(separator: say(Marks.listComma))
    guard words.count > 5 else { return shown }
    return shown + say(TerminalWords.andMore(words.count - 5, of: words.count))
  }

  /// A heading with its lines; nothing where there are none.
  private func section(_ title: LocalizedText, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : [say(title) + say(Marks.lastColon)] + lines.map { "  \($0)" }
  }

  // MARK: Clauses

  private var table: [String] {
    var table = TextTable(
      header: [
        say(TerminalWords.rule), say(PageWords.number), say(TerminalWords.clause),
        say(TerminalWords.verdict), say(TerminalWords.required), say(TerminalWords.provided),
        say(TerminalWords.missing),
      ], right: [1, 4, 5, 6])
    for clause in review.applicable {
      let worst = clause.worst
      table.append([
        name(clause), numbers[clause.key].map { "\($0)" } ?? "", clause.rule.clause,
        clause.verdict.label[console.language]
          + (clause.rule.force == .advisory ? say(TerminalWords.advisory) : ""),
        required(clause),
        worst.flatMap { $0.measured.isFinite ? $0.measured : nil }
          .map { NumberWords.measured($0, against: clause.required) } ?? "",
        worst.flatMap { worst in
          worst.shortfall.map {
            say(
              MissingWords.cell(
                MissingWords.buildable($0, clause.shortfallUnit, console.language),
                isExcess: worst.isExcess)
            ).replacing("\u{00A0}", with: " ")
          }
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
    return NumberWords.text(required, decimals: 6) + say(Marks.range) + upper
  }

  /// What is not met when a stage is finished, though it is with all of them.
  private var stages: [String] {
    review.phases.flatMap { phase in
      let failing = phase.clauses.filter { $0.countedVerdict == .fail }.map(name)
      let unknown = phase.clauses.filter(\.lacksData).map(name)
      let parts =
        (failing.isEmpty
          ? [] : [say(TerminalWords.fails) + failing.joined(separator: say(Marks.listComma))])
        + (unknown.isEmpty
          ? [] : [say(TerminalWords.undecided) + unknown.joined(separator: say(Marks.listComma))])
      return [
        say(TerminalWords.stage(phase.phase))
          + (parts.isEmpty
            ? say(TerminalWords.failsNothing)
            : parts.joined(separator: say(Marks.semicolon)))
      ]
    }
  }

  /// What is to be added before every clause can be decided, and by whom.
  private var requests: [String] {
    let requests = review.requests
    func line(_ what: String, _ keys: [RuleKey]) -> String {
      what + say(Marks.bracketed(names(keys)))
    }
    let withoutFigure = review.conclusion().withoutFigure
    return section(
      TerminalWords.pleaseSupply,
      requests.ofPlan.map { request in
        let rows =
          request.table == .parcels ? review.plan.parcels.rows : review.plan.facilities.rows
        let columns = request.columns.map { say(ConditionWords.of($0)) }
        return line(
          rows.ids[request.row] + say(Marks.colon)
            + columns.joined(separator: say(Marks.listComma)),
          request.clauses)
      })
      + section(
        TerminalWords.toFindOut,
        requests.ofCity.map { question in
          line(
            say(question.reason.sentence(.plain()))
              + (question.facilities.isEmpty
                ? "" : say(Marks.colon) + listed(question.facilities)),
            question.clauses)
        })
      + section(
        TerminalWords.noFigureStated, withoutFigure.isEmpty ? [] : [names(withoutFigure)])
  }

  /// `No. 3, 5`, as the table above numbers them.
  private func names(_ keys: [RuleKey]) -> String {
    let known = keys.compactMap { numbers[$0] }.sorted().map { "\($0)" }
    return say(OpinionWords.references(to: known.joined(separator: say(Marks.listComma))))
  }

  // MARK: Data

  private var rows: [String] {
    rows(TerminalWords.rowsLeftOut) { !$0.decidesNothing }
      + rows(TerminalWords.rowsOfNoConsequence, where: \.decidesNothing)
  }

  private func rows(
    _ title: LocalizedText, where isMeant: (RejectedRow) -> Bool
  ) -> [String] {
    section(
      title,
      review.plan.rejected.filter(isMeant).map { row in
        let id = row.id.map { " (\($0))" } ?? ""
        return "\(row.file): " + say(TerminalWords.row(row.row)) + id
          + ": \(row.sentence(.exact)[console.language])"
      })
  }

  private var overlaps: [String] {
    section(
      TerminalWords.overlaps,
      review.overlaps.map { overlap in
        "\(overlap.planParcel)"
          + say(TerminalWords.on) + overlap.parcel + say(Marks.colon)
          + "\(Int(overlap.area.rounded())) m²"
      })
  }

  private var onSite: [String] {
    section(FacilityOnSite.heading, review.onSite.map { say($0.sentence) })
  }

  // MARK: Remedy

  private var remedy: [String] {
    guard let remedy = review.remedy else { return [] }
    var lines = remedy.steps.map(step)
    lines += remedy.beyond.map {
      say(TerminalWords.notMended) + $0.rule.rule + say(Marks.colon)
        + $0.reason.sentence[console.language]
    }
    if remedy.isVerified, !remedy.steps.isEmpty {
      lines.append(
        remedy.beyond.isEmpty
          ? say(TerminalWords.passesReviewed)
          : say(TerminalWords.restReviewed))
    }
    return section(TerminalWords.toComply, lines)
  }

  private func step(_ step: RemedyStep) -> String {
    let amounts = step.amounts.map { amount in
      let what = ConditionWords.of(amount.measure, console.language)
      // Of what is counted the name says the unit.
      let unit = amount.unit?.thing == .squareMetres ? amount.unit : nil
      guard amount.to > .zero else { return say(TerminalWords.stated(what)) }
      let to = number(amount.to, unit)
      guard !step.isNew else {
        return say(TerminalWords.atLeast(what, to))
      }
      guard let from = amount.from else {
        return say(TerminalWords.state(what, to))
      }
      let before = number(from, unit)
      return say(TerminalWords.raise(what, from: before, to: to))
    }
    var parts = amounts + step.conditions.map { $0.sentence(.exact)[console.language] }
    let parcel = step.parcel ?? ""
    if step.isNew {
      parts.append(
        step.allowed != nil
          ? say(TerminalWords.inMarkedArea)
          : step.parcel == nil
            ? say(TerminalWords.anywhere)
            : say(TerminalWords.anywhere(in: parcel)))
    }
    let kind = step.kindName[console.language]
    let head =
      step.isNew
      ? say(TerminalWords.add(kind))
      : say(TerminalWords.change(step.facility, kind))
    return head + say(Marks.colon) + parts.joined(separator: say(Marks.semicolon))
  }

  // MARK: Others

  private var effects: [String] {
    let all = review.effects
    func lines(_ turn: VerdictTurn) -> [String] {
      var rules: [String] = []
      var ids: [String: [String]] = [:]
      for effect in all.turned(turn) {
        let rule = (hasSeveralPacks ? "\(effect.key.pack)/" : "") + effect.rule.id
        if ids[rule] == nil { rules.append(rule) }
        ids[rule, default: []].append(effect.id)
      }
      return rules.map { rule in
        let found = ids[rule] ?? []
        return "\(rule): "
          + say(turn.line(found.count)) + listed(found)
      }
    }
    let turned = VerdictTurn.allCases.flatMap(lines)
    let filled = all.loads.filter { !$0.isPlanned && $0.fillsUp }.map(\.id)
    var full: [String] = []
    for id in filled where !full.contains(id) { full.append(id) }
    return section(
      TerminalWords.neighbours,
      turned + (full.isEmpty ? [] : [say(TerminalWords.fullNow) + listed(full)]))
  }

  /// The word of the sheet, and the sentences that close it.
  private var verdict: [String] {
    let closing = ClosingWords(review, on: duties, list: ClosingWords.above) { keys in
      let text = names(keys)
      return LocalizedText(en: text, zh: text)
    }.text
    let found = review.conclusion(on: duties)
    return [
      say(TerminalWords.conclusion) + say(Marks.colon) + say(found.word.label)
        + (found.restsOnDrafts ? say(OpinionWords.draftsOnly) : ""),
      say(closing),
    ]
  }
}
