internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// A page of markup in the reader's language, with the words that pages share.
protocol Page: Sendable {
  /// Who reads it, and where its figures come from.
  var imprint: Imprint { get }
}

extension Page {
  var language: Language { imprint.language }

  /// As the head of the page names it.
  var languageTag: String { language == .zh ? "zh-CN" : "en" }

  /// The text in the reader's language.
  func say(_ text: LocalizedText) -> String { text[language] }

  /// `≥ 30 m²/100户`; in words where there is no figure.
  func required(by rule: AppliedRule, _ required: Amount?, upTo upper: Amount?) -> String {
    guard let threshold = rule.threshold else {
      return rule.isReportOnly ? say(PageWords.reportedOnly) : say(PageWords.mustHaveIt)
    }
    if threshold.hasOwnAmounts { return say(threshold.words(rule.unit)) }
    guard let required else { return say(PageWords.figureNotStated) }
    let lower = NumberWords.text(required, decimals: 6)
    // Nobody may take it for the document's.
    if rule.documentThreshold != nil {
      return say(
        PageWords.ownFigure(
          "\(threshold.comparison.symbol)\u{00A0}" + UnitWords.text(lower, rule.unit, language)))
    }
    if let upper {
      let range = lower + say(Marks.range) + NumberWords.text(upper, decimals: 6)
      return UnitWords.text(range, rule.unit, language)
    }
    return "\(threshold.comparison.symbol)\u{00A0}" + UnitWords.text(lower, rule.unit, language)
  }

  /// `12.4 m²/100户`; a dash where nothing was measured.
  func measured(_ measured: Double, by rule: AppliedRule, against required: Amount?) -> String {
    guard measured.isFinite else { return "–" }
    return UnitWords.text(
      NumberWords.measured(measured, against: required), rule.unit, language)
  }

  /// `420 m²`, or that much above the limit; a dash where nothing is missing.
  func shortfall(_ missing: Amount?, in unit: MeasureUnit, isExcess: Bool) -> String {
    guard let missing else { return "–" }
    return say(
      MissingWords.cell(MissingWords.text(missing, unit, language), isExcess: isExcess))
  }

  /// `420 m² missing`, in a sentence.
  func missing(_ missing: Amount, in unit: MeasureUnit, isExcess: Bool) -> String {
    say(MissingWords.phrase(MissingWords.text(missing, unit, language), isExcess: isExcess))
  }

  /// The year that a clause is due by, if the day of the page is before its end.
  func dueYear(_ rule: AppliedRule, asOf day: CalendarDate?) -> Int? {
    guard let year = rule.targetYear else { return nil }
    if let day, let end = CalendarDate(year: year, month: 12, day: 31) {
      return day < end ? year : nil
    }
    return year
  }

  /// `✗ 不符合`, in the verdict's colour.
  func mark(_ verdict: Verdict) -> Markup {
    tag("span", ["class": "verdict \(verdict.name)"]) {
      tag("b", ["aria-hidden": "true"]) { verdict.sign }
      " "
      say(verdict.label)
    }
  }

  /// The title of a document, as titles are written.
  func title(of pack: RulePack) -> String { say(PageWords.title(pack.title)) }
}
