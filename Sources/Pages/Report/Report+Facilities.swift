internal import Compliance
internal import GeoData
internal import Planning
internal import Rules
internal import Wording

extension Report {
  /// Rows of the table.
  private static var mostFacilities: Int { 100 }

  /// The facilities that fail a clause about them, with the figures.
  func facilities() -> Markup {
    var failures: [(finding: Int, subject: Int)] = []
    var unknown = 0
    for (index, findings) in result.findings.enumerated() where findings.table == .facilities {
      for subject in findings.rows.indices {
        switch findings.verdicts[subject] {
        case .fail: failures.append((index, subject))
        case .unknown: unknown += 1
        case .pass, .notApplicable: break
        }
      }
    }
    failures.sort { a, b in
      (result.findings[a.finding].rows[a.subject], a.finding)
        < (result.findings[b.finding].rows[b.subject], b.finding)
    }
    return tag("p") { facilitiesLead(failures.count, unknown) }
      + (failures.isEmpty ? Markup() : facilityTable(failures))
      + (failures.count > Self.mostFacilities
        ? tag("p", ["class": "small"]) {
          say(ReportWords.firstFacilities(Self.mostFacilities))
        } : Markup())
  }

  private func facilitiesLead(_ failures: Int, _ unknown: Int) -> String {
    let failing = NumberWords.grouped(failures)
    let open = NumberWords.grouped(unknown)
    return say(ReportWords.facilityFindings(failing: failing, undecided: open))
  }

  private func facilityTable(_ failures: [(finding: Int, subject: Int)]) -> Markup {
    let rows = city.facilities.rows
    let hasReasons = failures.contains { result.findings[$0.finding].reasons[$0.subject] != 0 }
    return table(
      "facilities", caption: say(ReportWords.facilitiesThatFail),
      head: [
        .text(say(PageWords.facility)), .text(say(PageWords.kind)), .text(say(PageWords.number)),
        .number(say(ReportWords.measured)), .text(say(ReportWords.required)),
        .number(say(PageWords.missing)),
      ] + (hasReasons ? [.text(say(ReportWords.reason))] : [])
    ) {
      for failure in failures.prefix(Self.mostFacilities) {
        let findings = result.findings[failure.finding]
        let row = Int(findings.rows[failure.subject])
        tag("tr") {
          tag("th", ["scope": "row"]) {
            rows.names[row] ?? rows.ids[row]
            if rows.names[row] != nil { tag("small", ["class": "id"]) { rows.ids[row] } }
          }
          tag("td") { say(edition.kinds.all[city.facilities.kind[row]].name) }
          tag("td", ["class": "refs"]) {
            reference(to: failure.finding)
            if findings.rule.force != .binding {
              tag("span", ["class": "force \(findings.rule.force.rawValue)"]) {
                say(findings.rule.force.words)
              }
            }
          }
          numberCell(
            measured(findings, failure.subject), sortKey: findings.measured[failure.subject])
          tag("td") { required(findings) }
          numberCell(shortfall(findings, failure.subject))
          if hasReasons {
            tag("td", ["class": "small"]) {
              findings.reason(of: failure.subject).map { say($0.sentence(.exact)) } ?? ""
            }
          }
        }
      }
    }
  }
}
