package import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// The report of an edition; each part of the page is a file of its own.
package struct Report: Page {
  let edition: Edition
  /// By parcel: its residents, known or estimated.
  let people: [Amount?]

  package init(_ edition: Edition) {
    self.edition = edition
    people = edition.city.residents
  }

  /// The whole page.
  package var html: String { page().source }

  var result: ComplianceResult { edition.result }
  var city: City { edition.city }
  var imprint: Imprint { edition.imprint }

  /// The number by which the report refers to a clause: its place in the table of clauses.
  func number(of finding: Int) -> String { String(finding + 1) }

  /// A link to a clause's row.
  func reference(to finding: Int) -> Markup {
    tag("a", ["class": "ref", "href": "#clause-\(finding + 1)"]) { number(of: finding) }
  }

  /// `≥ 30 m²/100户`; in words where there is no figure.
  func required(_ findings: RuleFindings) -> String {
    required(by: findings.rule, findings.required, upTo: findings.requiredUpper)
  }

  /// `12.4 m²/100户`; a dash where nothing was measured.
  func measured(_ findings: RuleFindings, _ subject: Int) -> String {
    measured(
      findings.measured[subject], by: findings.rule, against: findings.required)
  }

  /// `420 m²`; a dash where nothing is missing.
  func shortfall(_ findings: RuleFindings, _ subject: Int) -> String {
    let missing = findings.shortfall[subject]
    return shortfall(
      missing == RuleFindings.noAmount ? nil : Amount(micros: missing), in: findings.shortfallUnit,
      isExcess: findings.isExcess(subject))
  }

  /// As in the tables of the report, for those of other files.
  package func requiredFigure(_ findings: RuleFindings, _ subject: Int? = nil) -> String {
    guard let subject, let own = findings.required(of: subject) else { return required(findings) }
    return required(by: findings.rule, own.figure, upTo: own.upper)
  }

  /// See `measured(_:_:)`.
  package func measuredFigure(_ findings: RuleFindings, _ subject: Int) -> String {
    measured(findings, subject)
  }

  /// See `shortfall(_:_:)`.
  package func gap(_ findings: RuleFindings, _ subject: Int) -> String {
    shortfall(findings, subject)
  }

  /// The year that a clause is due by, if the day of the report is before its end.
  func dueYear(_ rule: AppliedRule) -> Int? { dueYear(rule, asOf: city.project.asOf) }

  /// A bar of shares, by verdict's raw value, in the order of `verdictOrder`.
  func bar(_ counts: [Int]) -> Markup {
    let total = counts.reduce(0, +)
    return tag(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 100 10", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ]
    ) {
      for (place, verdict) in Self.verdictOrder.enumerated()
      where counts[Int(verdict.rawValue)] > 0 {
        let before = Self.verdictOrder[..<place].reduce(0) { $0 + counts[Int($1.rawValue)] }
        let width = counts[Int(verdict.rawValue)]
        tag(
          "rect",
          [
            "class": verdict.name, "x": Self.percentage(before, of: total),
            "width": Self.percentage(width, of: total), "height": "10",
          ]
        ) {}
      }
    }
  }

  static let verdictOrder: [Verdict] = [.fail, .unknown, .pass, .notApplicable]

  private static func percentage(_ part: Int, of whole: Int) -> String {
    NumberWords.text(Amount(rounding: Double(part) * 100 / Double(whole)) ?? .zero)
  }
}
