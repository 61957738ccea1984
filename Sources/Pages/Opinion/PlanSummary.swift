package import Compliance
internal import Documents
internal import Planning
internal import Quantities
package import Rules
internal import Wording

/// The plans of one run on one page: what each comes to, what it fails and what it lacks.
package struct PlanSummary: Page {
  /// One plan.
  package struct Entry: Sendable {
    let review: PlanReview
    let sheet: String

    /// - Parameters:
    ///   - review: What was found.
    ///   - sheet: Where its sheet is, relative to the page.
    package init(_ review: PlanReview, sheet: String) {
      self.review = review
      self.sheet = sheet
    }
  }

  /// A plan that could not be reviewed.
  package struct Failure: Sendable {
    let name: String
    let reason: String

    /// - Parameter reason: In the reader's language.
    package init(name: String, reason: String) {
      self.name = name
      self.reason = reason
    }
  }

  package let imprint: Imprint
  private let entries: [Entry]
  private let failures: [Failure]
  /// Whose clauses decide.
  private let duties: Set<Duty>

  /// - Parameter duties: Whose clauses decide.
  package init(
    _ entries: [Entry], _ failures: [Failure], on duties: Set<Duty>, imprint: Imprint
  ) {
    self.entries = entries
    self.failures = failures
    self.duties = duties
    self.imprint = imprint
  }

  /// The whole page.
  package var html: String {
    let title = say(OpinionWords.summaryTitle)
    return document(
      title,
      style: Markup.own(ReportStyle.source) + Markup.own(OpinionStyle.source)
        + Markup.own(PlanSummaryStyle.source)
    ) {
      tag("body", ["class": "sheet summary"]) {
        tag("header") {
          if let bureau = entries.first?.review.city.project.letterhead.bureau {
            tag("p", ["class": "bureau"]) { say(bureau) }
          }
          tag("h1") { title }
        }
        tag("p", ["class": "lead"]) { lead }
        planTable()
        failureTable()
        tag("p", ["class": "small"]) {
          say(OpinionWords.summaryNote)
        }
      }
    }.source
  }

  private var lead: String {
    let words = entries.map { $0.review.conclusion(on: duties).word }
    let counts = PlanConclusion.Word.allCases.compactMap { word -> String? in
      let count = words.count { $0 == word }
      return count == 0 ? nil : say(OpinionWords.plans(count, word.label))
    }
    return say(OpinionWords.reviewed(entries.count + failures.count)) + say(Marks.colon)
      + (counts + (failures.isEmpty ? [] : [say(OpinionWords.unreviewed(failures.count))]))
      .joined(separator: say(Marks.listComma)) + say(Marks.stop)
  }

  private func planTable() -> Markup {
    table(
      "plans", caption: say(OpinionWords.plansReviewed),
      head: [
        .text(say(OpinionWords.plan)), .number(say(OpinionWords.households)),
        .text(say(OpinionWords.inWords)), .text(say(Duty.developer.words)),
        .text(say(Duty.authority.words)), .text(say(OpinionWords.clausesNotMet)),
        .text(say(OpinionWords.whatToSupply)),
      ]
    ) {
      for entry in entries { row(entry) }
    }
  }

  private func row(_ entry: Entry) -> Markup {
    let review = entry.review
    let plan = review.plan
    let found = review.conclusion(on: duties)
    let households = plan.parcels.households.compactMap { $0 }
    return tag("tr") {
      tag("th", ["scope": "row"]) {
        tag("a", ["href": entry.sheet]) { plan.facts[.projectName] ?? plan.name }
        if let developer = plan.facts[.developer] { tag("small", ["class": "id"]) { developer } }
      }
      tag("td", ["class": "n", "data-l": say(OpinionWords.households)]) {
        households.isEmpty ? "–" : NumberWords.text(households.reduce(.zero, +))
      }
      tag("td", ["class": "dutyword", "data-l": say(OpinionWords.inWords)]) {
        tag("b") { say(found.word.label) }
        if found.restsOnDrafts { tag("small") { say(OpinionWords.draftsOnly) } }
      }
      for duty in Duty.allCases {
        tag("td", ["data-l": say(duty.words)]) {
          say(review.conclusion(on: [duty]).word.label)
        }
      }
      tag("td", ["data-l": say(OpinionWords.clausesNotMet)]) { clauses(unmet(review)) }
      tag("td", ["data-l": say(OpinionWords.whatToSupply)]) { requests(review) }
    }
  }

  /// Those that are not met, when all is built or before.
  private func unmet(_ review: PlanReview) -> [AppliedRule] {
    let found = review.conclusion()
    let keys = Set(found.failing + found.late.flatMap(\.rules))
    return review.clauses.filter { keys.contains($0.key) }.map(\.rule)
  }

  private func clauses(_ rules: [AppliedRule]) -> Markup {
    guard !rules.isEmpty else { return Markup("–") }
    return tag("ul", ["class": "plain"]) {
      for rule in rules {
        tag("li") {
          say(rule.says)
          if rule.isDraft { tag("span", ["class": "label"]) { say(PageWords.draft) } }
        }
      }
    }
  }

  private func requests(_ review: PlanReview) -> Markup {
    let plan = review.plan
    var lines = review.requests.ofPlan.map { request in
      let rows = request.table == .parcels ? plan.parcels.rows : plan.facilities.rows
      let who = rows.names[request.row] ?? rows.ids[request.row]
      let what = request.columns.map { say(ConditionWords.of($0)) }
      return who + say(Marks.colon) + what.joined(separator: say(Marks.listComma))
    }
    if review.hasUndecidedRows {
      let count = plan.rejected.count { !$0.decidesNothing }
      lines.append(say(OpinionWords.rowsToMend(count)))
    }
    guard !lines.isEmpty else { return Markup("–") }
    return tag("ul", ["class": "plain"]) { for line in lines { tag("li") { line } } }
  }

  private func failureTable() -> Markup {
    guard !failures.isEmpty else { return Markup() }
    return table(
      "failures", caption: say(OpinionWords.plansNotReviewed),
      head: [.text(say(OpinionWords.plan)), .text(say(OpinionWords.whatIsWrong))]
    ) {
      for failure in failures {
        tag("tr") {
          tag("th", ["scope": "row"]) { failure.name }
          tag("td") { failure.reason }
        }
      }
    }
  }
}

/// What the page has beyond the look of sheets: it is wide.
private enum PlanSummaryStyle {
  static let source: StaticString = """
    body.summary { max-width: 297mm; }
    .plans th:first-child { width: 20%; } .plans .n { width: 4.5em; }
    .plans td:nth-child(6) { width: 30%; }
    .plans .dutyword { min-width: 5em; } .plans li { margin: 0 0 3px; }
    .plans .dutyword small { display: block; }
    @media screen and (max-width: 760px) {
      .plans thead { display: none; }
      .plans tr, .plans th, .plans td { display: block; width: auto; text-align: left; }
      .sheet .plans th:nth-child(n), .sheet .plans td:nth-child(n) { width: auto; border-width: 0 0 1px; }
      .plans tr { border-bottom: 2px solid var(--ink); }
    }
    @page { size: A4 landscape; }
    """
}
