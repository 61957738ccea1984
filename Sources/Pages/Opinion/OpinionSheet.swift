internal import Compliance
internal import Documents
internal import Foundation
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// The opinion as a sheet of paper; each section is a file of its own.
package struct OpinionSheet: Page {
  let edition: OpinionEdition
  /// By parcel of the plan: its residents, known or estimated.
  let people: [Amount?]
  /// The clauses that apply, in the order of the sheet.
  let applicable: [ClauseOpinion]
  /// Those that do not, or that only report.
  let inapplicable: [ClauseOpinion]
  /// By rule: its number on the sheet, from 1.
  let numbers: [RuleKey: Int]
  /// By id: what facilities are called, the city's and the plan's.
  let facilityNames: [String: String]

  package init(_ edition: OpinionEdition) {
    self.edition = edition
    let review = edition.review
    people = review.plan.parcels.residents(
      perHousehold: review.city.project.assumptions.personsPerHousehold)
    applicable = review.applicable
    inapplicable = review.inapplicable
    numbers = review.numbers
    var names: [String: String] = [:]
    for rows in [review.city.facilities.rows, review.plan.facilities.rows] {
      for (id, name) in zip(rows.ids, rows.names) { if let name { names[id] = name } }
    }
    facilityNames = names
  }

  /// The whole page.
  package var html: String { page().source }

  var review: PlanReview { edition.review }
  var plan: Plan { edition.plan }
  var city: City { edition.city }
  var imprint: Imprint { edition.imprint }

  /// The whole page.
  func page() -> Markup {
    document(
      "\(projectName) – \(kindOfSheet)",
      style: Markup.own(ReportStyle.source) + Markup.own(OpinionStyle.source),
      policy: "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    ) {
      tag("body", ["class": "sheet"]) {
        tag("div", ["class": "form"]) {
          masthead()
          section("project", say(OpinionWords.theProject)) { facts() }
          section("conclusion", say(OpinionWords.conclusion)) { conclusion() }
          signatures()
        }
        tag("main") {
          section("map", say(OpinionWords.map)) {
            project()
            map()
          }
          section("clauses", say(OpinionWords.clauseByClause)) { clauses() }
          section("missing", say(OpinionWords.missingData)) { missing() }
          section("effects", say(OpinionWords.effects)) { effects() }
          section("remedy", say(OpinionWords.howToMend)) { remedy() }
          section("basis", say(OpinionWords.basis)) { basis() }
        }
        tag("footer", ["class": "annex"]) { annex() }
      }
    }
  }

  // MARK: Words

  /// `No. 3`, for a sentence.
  func reference(to key: RuleKey) -> String {
    guard let number = numbers[key] else { return place(of: key) }
    return say(OpinionWords.reference(to: number))
  }

  /// `No. 3, 5`
  func references(to keys: [RuleKey]) -> String {
    let known = keys.compactMap { numbers[$0] }.sorted().map { "\($0)" }
    let others = keys.filter { numbers[$0] == nil }.map { place(of: $0) }
    let listed =
      known.isEmpty
      ? [] : [say(OpinionWords.references(to: known.joined(separator: say(Marks.listComma))))]
    return (listed + others).joined(separator: say(OpinionWords.alsoListed))
  }

  /// The document and the clause, for rules that are not on the sheet.
  private func place(of key: RuleKey) -> String {
    guard let rule = rule(of: key) else { return "\(key.pack)/\(key.rule)" }
    return "\(imprint.document(of: rule)) \(rule.clause)"
  }

  func rule(of key: RuleKey) -> AppliedRule? { edition.rule(of: key) }

  /// How sentences name things here: clauses by their numbers, all else in a layman's words.
  var naming: Naming {
    let numbers = numbers
    return .ofApplicant(kinds: imprint.kinds) { key in
      numbers[key].map { OpinionWords.reference(to: $0) }
    }
  }

  /// Why a subject's verdict is as it is.
  func say(_ reason: Reason) -> String { say(reason.sentence(naming)) }

  /// What a facility is called.
  func name(ofFacility id: String) -> String { facilityNames[id] ?? id }

  /// What a subject is called; the plan by a word, since its name stands above.
  func name(of subject: SubjectOpinion) -> String {
    subject.table == .territory ? say(OpinionWords.thePlan) : subject.name ?? subject.id
  }

  /// A list as a sentence has it, cut where it gets long.
  func list(_ items: [String], most: Int = 5) -> String {
    let shown = items.prefix(most).joined(separator: say(Marks.listComma))
    guard items.count > most else { return shown }
    return shown + say(PageWords.andMore(items.count - most, of: items.count))
  }
}
