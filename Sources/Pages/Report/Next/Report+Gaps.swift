internal import Compliance
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  /// Compounds that are named per clause.
  private static var mostNamedGaps: Int { 4 }

  /// What is missing by one clause on compounds, in all and where most of it is.
  struct Gap {
    /// The place of the clause among the findings.
    let finding: Int
    /// In millionths of the unit of the shortfall: the sum of what each misses, as the findings have it.
    let total: Int64
    /// Subjects that lack some, the one that lacks most first.
    let subjects: [Int]
  }

  /// What can be built and is missing, clause by clause.
  var gaps: [Gap] {
    result.findings.enumerated().compactMap { place, findings in
      guard findings.table == .parcels, findings.rule.force != .advisory,
        findings.shortfallUnit != .percent, !findings.shortfallUnit.isRate
      else { return nil }
      let lacking = findings.verdicts.indices.filter {
        findings.verdicts[$0] == .fail && !findings.isExcess($0) && findings.shortfall[$0] > 0
      }
      guard !lacking.isEmpty else { return nil }
      return Gap(
        finding: place,
        total: lacking.reduce(0) { $0 + findings.shortfall[$1] },
        subjects: lacking.sorted {
          (findings.shortfall[$1], $0) < (findings.shortfall[$0], $1)
        })
    }
  }

  /// By clause: how much is missing, at how many compounds, and at which most of it.
  func gapTable(_ gaps: [Gap]) -> Markup {
    table(
      "gaps", caption: say(ReportWords.gapsCaption),
      head: [
        .number(say(PageWords.number)), .text(say(PageWords.clause)),
        .number(say(ReportWords.parcelsLacking)), .number(say(ReportWords.missingInAll)),
        .text(say(ReportWords.mostIsMissingAt)),
      ]
    ) {
      for gap in gaps {
        let findings = result.findings[gap.finding]
        tag("tr") {
          tag("td", ["class": "n"]) { reference(to: gap.finding) }
          tag("td") { say(findings.rule.says) }
          countCell(gap.subjects.count)
          numberCell(
            missing(gap.total, by: findings), sortKey: Amount(micros: gap.total).double)
          tag("td", ["class": "small"]) { places(of: gap, findings) }
        }
      }
    }
  }

  private func missing(_ micros: Int64, by findings: RuleFindings) -> String {
    MissingWords.buildable(Amount(micros: micros), findings.shortfallUnit, language)
  }

  private func places(of gap: Gap, _ findings: RuleFindings) -> String {
    let rows = city.parcels.rows
    let most = Self.mostNamedGaps
    let named = gap.subjects.prefix(most).map { subject in
      let row = Int(findings.rows[subject])
      return (rows.names[row] ?? rows.ids[row])
        + say(Marks.bracketed(missing(findings.shortfall[subject], by: findings)))
    }.joined(separator: say(Marks.listComma))
    let more = gap.subjects.count - most
    return more > 0 ? named + say(PageWords.andMore(more, of: gap.subjects.count)) : named
  }
}
