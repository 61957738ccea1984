internal import Compliance
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

extension Report {
  /// Of more units than this only the numbers are told.
  private static var mostNamedUnits: Int { 3 }

  /// Clauses on a whole territory or its units: what is required and what is there.
  var targets: [Int] {
    result.findings.indices.filter { index in
      let findings = result.findings[index]
      return [.units, .territory].contains(findings.table)
        && findings.verdicts.contains { $0 != .notApplicable }
    }
  }

  /// The targets of a city, a district, streets or communities, as those who answer for them ask.
  ///
  /// Those of which nothing is known are told below it, so that the figures there are stand first.
  ///
  /// - Parameter hasMissing: Whether the page says what is missing.
  func targetTable(hasMissing: Bool) -> Markup {
    let silent = Set(targets.filter { isSilent(result.findings[$0]) })
    let told = targets.filter { !silent.contains($0) }
    return (told.isEmpty ? Markup() : targetTable(of: told))
      + (silent.isEmpty ? Markup() : silentTargets(silent.sorted(), hasMissing))
  }

  /// Whether there is neither a figure nor a verdict of anybody.
  private func isSilent(_ findings: RuleFindings) -> Bool {
    findings.rows.indices.allSatisfy { subject in
      findings.verdicts[subject] == .notApplicable
        || (findings.verdicts[subject] == .unknown && !findings.measured[subject].isFinite)
    }
  }

  private func silentTargets(_ findings: [Int], _ hasMissing: Bool) -> Markup {
    tag("p", ["class": "silent"]) {
      say(ReportWords.silentTargets(findings.count))
      Markup.joined(findings.map { reference(to: $0) + Markup(" ") })
      if hasMissing { tag("a", ["href": "#missing"]) { say(ReportWords.seeMissing) } }
    }
  }

  private func targetTable(of targets: [Int]) -> Markup {
    table(
      "targets", caption: say(ReportWords.targets),
      head: [
        .text(say(PageWords.number)), .text(say(ReportWords.requirement)),
        .text(say(ReportWords.whose)), .number(say(ReportWords.required)),
        .number(say(ReportWords.achieved)), .number(say(ReportWords.rate)),
        .number(say(ReportWords.gap)), .text(say(PageWords.verdict)),
      ]
    ) {
      for finding in targets {
        let findings = result.findings[finding]
        let subjects = findings.rows.indices.filter { findings.verdicts[$0] != .notApplicable }
        if subjects.count <= Self.mostNamedUnits {
          for subject in subjects { targetRow(finding, findings, subject) }
        } else {
          unitsRow(finding, findings, subjects)
        }
      }
    }
  }

  private func targetRow(_ finding: Int, _ findings: RuleFindings, _ subject: Int) -> Markup {
    tag("tr") {
      targetHead(finding, findings.rule)
      tag("td") {
        findings.table == .units
          ? name(ofUnit: Int(findings.rows[subject])) : say(findings.rule.subject.words)
      }
      numberCell(requiredText(findings, subject))
      tag("td", ["class": "n"]) {
        measured(findings, subject)
        if findings.flags[subject].contains(.planned) {
          " "
          tag("span", ["class": "label"]) { say(FlagWords.of("planned").label) }
        }
      }
      rateCell(findings, subject)
      numberCell(shortfall(findings, subject))
      tag("td") { mark(findings.verdicts[subject]) }
    }
  }

  /// Of many units: how many meet it.
  private func unitsRow(_ finding: Int, _ findings: RuleFindings, _ subjects: [Int]) -> Markup {
    func count(_ verdict: Verdict) -> Int { subjects.count { findings.verdicts[$0] == verdict } }
    let (pass, fail, unknown) = (count(.pass), count(.fail), count(.unknown))
    let worst: Verdict = fail > 0 ? .fail : unknown > 0 ? .unknown : .pass
    return tag("tr") {
      targetHead(finding, findings.rule)
      tag("td") {
        say(
          ReportWords.unitsOf(
            subjects.count,
            findings.rule.subjects.map { say($0.words) }.joined(separator: say(Marks.listComma))))
      }
      numberCell(required(findings))
      numberCell(say(ReportWords.unitsMet(pass, unknown: unknown)))
      numberCell(
        NumberWords.percent(Double(pass), of: Double(subjects.count)),
        sortKey: Double(pass) / Double(subjects.count))
      numberCell(fail == 0 ? "–" : say(ReportWords.unitsShort(fail)))
      tag("td") { mark(worst) }
    }
  }

  private func targetHead(_ finding: Int, _ rule: AppliedRule) -> Markup {
    tag("th", ["scope": "row", "class": "n"]) { reference(to: finding) }
      + tag("td") {
        say(rule.says)
        " "
        tag("span", ["class": "force \(rule.force.rawValue)"]) { say(rule.force.words) }
        if let year = dueYear(rule) {
          tag("span", ["class": "label"]) { say(PageWords.due(by: year)) }
        }
      }
  }

  private func requiredText(_ findings: RuleFindings, _ subject: Int) -> String {
    guard let own = findings.required(of: subject) else { return required(findings) }
    return required(by: findings.rule, own.figure, upTo: own.upper)
  }

  /// What is there over what is required; a dash where more is no better.
  private func rateCell(_ findings: RuleFindings, _ subject: Int) -> Markup {
    guard findings.rule.threshold?.comparison.isLowerLimit == true,
      let required = findings.required(of: subject)?.figure.double, required > 0,
      findings.measured[subject].isFinite
    else { return numberCell("–") }
    let measured = findings.measured[subject]
    return numberCell(
      NumberWords.percent(measured, of: required), sortKey: measured / required)
  }
}
