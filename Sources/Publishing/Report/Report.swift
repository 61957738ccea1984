internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules

/// The report of an edition; each part of the page is a file of its own.
struct Report: Sendable {
  let edition: Edition
  /// By parcel: its residents, known or estimated.
  let people: [Amount?]

  init(_ edition: Edition) {
    self.edition = edition
    people = edition.city.residents
  }

  var result: ComplianceResult { edition.result }
  var city: City { edition.city }
  var language: Language { edition.language }

  /// The words of the reader's language.
  func say(_ en: String, _ zh: String) -> String { language == .zh ? zh : en }

  /// The text in the reader's language.
  func say(_ text: LocalizedText) -> String { text[language] }

  /// The number by which the report refers to a clause: its place in the table of clauses.
  func number(of finding: Int) -> String { String(finding + 1) }

  /// A link to a clause's row.
  func reference(to finding: Int) -> Markup {
    tag("a", ["class": "ref", "href": "#clause-\(finding + 1)"]) { number(of: finding) }
  }

  /// `≥ 30 m²/100户`; in words where there is no figure.
  func required(_ findings: RuleFindings) -> String {
    let rule = findings.rule
    guard let threshold = rule.threshold else {
      return rule.isReportOnly ? say("reported only", "仅报告") : say("must have it", "须具备")
    }
    guard let required = findings.required else { return say("figure not stated", "未载明指标") }
    let lower = ReportNumbers.text(required, decimals: 6)
    if let upper = findings.requiredUpper {
      let range = "\(lower)–\(ReportNumbers.text(upper, decimals: 6))"
      return UnitWords.text(range, rule.unit, language)
    }
    return "\(threshold.comparison.symbol)\u{00A0}" + UnitWords.text(lower, rule.unit, language)
  }

  /// `12.4 m²/100户`; a dash where nothing was measured.
  func measured(_ findings: RuleFindings, _ subject: Int) -> String {
    guard findings.measured[subject].isFinite else { return "–" }
    return UnitWords.text(
      ReportNumbers.measured(findings.measured[subject], against: findings.required),
      findings.rule.unit, language)
  }

  /// `420 m²`; a dash where nothing is missing.
  func shortfall(_ findings: RuleFindings, _ subject: Int) -> String {
    guard findings.shortfall[subject] != RuleFindings.noAmount else { return "–" }
    return UnitWords.text(
      ReportNumbers.text(Amount(micros: findings.shortfall[subject])), findings.shortfallUnit,
      language)
  }

  /// The year that a clause is due by, if the day of the report is before its end.
  func dueYear(_ rule: Rule) -> Int? {
    guard let year = rule.targetYear else { return nil }
    if let day = city.project.asOf, let end = CalendarDate(year: year, month: 12, day: 31) {
      return day < end ? year : nil
    }
    return year
  }

  /// `✗ 不符合`, in the verdict's colour.
  func mark(_ verdict: Verdict) -> Markup {
    tag("span", ["class": "verdict \(verdict.name)"]) {
      tag("b", ["aria-hidden": "true"]) { Self.sign(verdict) }
      " "
      say(verdict.label)
    }
  }

  /// One character for those who see no colours.
  static func sign(_ verdict: Verdict) -> String {
    switch verdict {
    case .pass: "✓"
    case .fail: "✗"
    case .unknown: "?"
    case .notApplicable: "–"
    }
  }

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
    ReportNumbers.text(Amount(rounding: Double(part) * 100 / Double(whole)) ?? .zero)
  }
}

extension City {
  /// By parcel: persons as in the data, else households times the stated persons per household.
  var residents: [Amount?] {
    let perHousehold = project.assumptions.personsPerHousehold
    return (0..<parcels.count).map { parcel in
      if let people = parcels.population[parcel] { return people }
      guard let households = parcels.households[parcel], let perHousehold else { return nil }
      return Amount(rounding: households.double * perHousehold.double)
    }
  }
}
