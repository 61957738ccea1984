internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension OpinionSheet {
  /// Facilities that are named as counted.
  private static var mostCounted: Int { 3 }

  /// Every clause that applies, by duty, then those that only report, and those that do not apply.
  func clauses() -> Markup {
    guard !applicable.isEmpty else {
      return tag("p") { say(OpinionWords.noneApplies) } + otherLists()
    }
    return Markup.joined(Duty.allCases.map(clauseTable)) + otherLists()
  }

  private func clauseTable(of duty: Duty) -> Markup {
    let meant = applicable.filter { $0.rule.duty == duty }
    guard !meant.isEmpty else { return Markup() }
    return table(
      "verdicts", caption: say(OpinionWords.clauses(of: duty)),
      head: [
        .text(say(PageWords.number)), .text(say(OpinionWords.whatIsAsked)),
        .text(say(OpinionWords.required)), .text(say(OpinionWords.provided)),
        .text(say(PageWords.missing)), .text(say(PageWords.verdict)),
      ]
    ) {
      for pack in review.packs {
        let own = meant.filter { $0.key.pack == pack.id }
        if !own.isEmpty {
          tag("tr", ["class": "group"]) {
            tag("th", ["colspan": "6", "scope": "rowgroup"]) { document(pack) }
          }
          for clause in own { row(clause, of: pack) }
        }
      }
    }
  }

  private func row(_ clause: ClauseOpinion, of pack: RulePack) -> Markup {
    let concerned = clause.subjects.filter { $0.verdict != .notApplicable }
    let open = concerned.filter { $0.verdict != .pass }
    let isLong = concerned.count > 1 && !open.isEmpty
    let worst = clause.worst
    return tag("tr", ["id": "clause-\(numbers[clause.key] ?? 0)", "class": isLong ? "long" : ""]) {
      tag("th", ["scope": "row", "class": "n"]) { "\(numbers[clause.key] ?? 0)" }
      tag("td", ["class": "what"]) {
        say(clause.rule.says)
        " "
        tag("span", ["class": "cite"]) { citation(clause, in: pack) }
        labels(clause)
        remarks(clause, concerned)
      }
      tag("td", ["class": "figure", "data-l": say(OpinionWords.required)]) {
        required(by: clause)
      }
      tag("td", ["class": "figure", "data-l": say(OpinionWords.provided)]) {
        worst.map { provided($0, clause) } ?? Markup("–")
      }
      tag("td", ["class": "figure", "data-l": say(PageWords.missing)]) {
        worst.map { missing($0, clause) } ?? "–"
        if open.count > 1, worst?.shortfall != nil { tag("small") { say(OpinionWords.theWorst) } }
      }
      tag("td", ["class": "verdictcell", "data-l": say(PageWords.verdict)]) {
        mark(clause.verdict)
        if concerned.count > 1 { tag("small") { tally(concerned) } }
      }
    } + (isLong ? subjectRow(clause, open) : Markup())
  }

  /// The number of the document stands above; here the clause, and the document if it is another.
  private func citation(_ clause: ClauseOpinion, in pack: RulePack) -> String {
    let inherited = clause.rule.origin == pack.id ? "" : imprint.document(of: clause.rule) + " "
    return inherited + clause.rule.clause
  }

  private func labels(_ clause: ClauseOpinion) -> Markup {
    tag("span", ["class": "force \(clause.rule.force.rawValue)"]) { say(clause.rule.force.words) }
      + (dueYear(clause.rule, asOf: city.project.asOf).map { year in
        tag("span", ["class": "label"]) { say(PageWords.due(by: year)) }
      } ?? Markup())
      + Markup.joined(
        Flags.all.filter {
          clause.flags.contains($0.flag) && ![.draft, .advisory, .disputed].contains($0.flag)
        }.map { entry in tag("span", ["class": "label"]) { say(FlagWords.of(entry.name).label) } })
  }

  /// What there is to say about a clause in a line or two.
  private func remarks(_ clause: ClauseOpinion, _ concerned: [SubjectOpinion]) -> Markup {
    var lines: [String] = []
    if clause.flags.contains(.disputed) { lines.append(dispute(clause)) }
    if !clause.rule.alternativeTo.isEmpty || isAlternative(clause) {
      lines.append(alternative(clause))
    }
    if concerned.count == 1, let only = concerned.first {
      let rows = only.table == .parcels ? plan.parcels.count : plan.facilities.count
      if rows > 1, only.table != .territory {
        lines.append(say(OpinionWords.about) + name(of: only))
      }
      if only.verdict != .pass, !only.flags.contains(.disputed),
        let reason = reason(of: only, clause)
      {
        lines.append(reason)
      }
    }
    if let counted = counted(clause, concerned) { lines.append(counted) }
    return Markup.joined(lines.map { line in tag("small", ["class": "remark"]) { line } })
  }

  private func dispute(_ clause: ClauseOpinion) -> String {
    let others = review.clauses.filter { $0.rule.conflicts(with: clause.rule) }
    guard !others.isEmpty else {
      return say(OpinionWords.disputed)
    }
    return say(OpinionWords.disputed(by: references(to: others.map(\.key))))
  }

  private func isAlternative(_ clause: ClauseOpinion) -> Bool {
    review.clauses.contains {
      $0.key.pack == clause.key.pack && $0.rule.alternativeTo.contains(clause.rule.id)
    }
  }

  private func alternative(_ clause: ClauseOpinion) -> String {
    let others = review.clauses.filter { $0.rule.isAlternative(to: clause.rule) }
    guard !others.isEmpty else { return "" }
    return say(OpinionWords.alternative(to: references(to: others.map(\.key))))
  }

  /// The facilities that a provision rests on.
  private func counted(_ clause: ClauseOpinion, _ concerned: [SubjectOpinion]) -> String? {
    guard clause.rule.check.attribution != nil else { return nil }
    var ids: [String] = []
    for id in concerned.flatMap(\.facilities) where !ids.contains(id) { ids.append(id) }
    guard !ids.isEmpty else { return nil }
    return say(OpinionWords.counted)
      + list(ids.map { name(ofFacility: $0) }, most: Self.mostCounted)
  }

  // MARK: What does not apply

  private func otherLists() -> Markup {
    list(of: inapplicable.filter(\.rule.isReportOnly), OpinionWords.clausesThatReport)
      + list(of: inapplicable.filter { !$0.rule.isReportOnly }, OpinionWords.clausesThatDoNotApply)
  }

  private func list(of clauses: [ClauseOpinion], _ title: LocalizedText) -> Markup {
    guard !clauses.isEmpty else { return Markup() }
    return tag("div", ["class": "inapplicable"]) {
      tag("h3") { say(title) }
      tag("ul", ["class": "columns"]) {
        for clause in clauses {
          tag("li") {
            tag("b") { "\(numbers[clause.key] ?? 0)" }
            " \(citation(clause, in: clause.rule.pack))" + say(Marks.colon) + say(clause.rule.says)
            " "
            tag("i") { whyNot(clause) }
          }
        }
      }
    }
  }

  private func whyNot(_ clause: ClauseOpinion) -> String {
    if clause.rule.isReportOnly {
      guard let figure = clause.subjects.first(where: { $0.measured.isFinite }) else {
        return ""
      }
      let isLength = clause.rule.unit == MeasureUnit(.metres)
      let text =
        isLength
        ? NumberWords.length(metres: figure.measured)
        : measured(figure.measured, by: clause.rule, against: nil)
      return text + say(Marks.stop)
    }
    if let reason = clause.worst?.reason {
      return say(reason) + say(Marks.stop)
    }
    switch clause.table {
    case .parcels:
      return say(OpinionWords.otherHousing)
    case .facilities:
      return say(OpinionWords.noSuchFacility)
    case .territory, .units: return say(OpinionWords.notOfThisPlan)
    }
  }
}
