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
          say(
            "The first \(Self.mostFacilities) by id; all are in facilities.geojson.",
            "仅列编号靠前的\(Self.mostFacilities)条，全部见 facilities.geojson。")
        } : Markup())
  }

  private func facilitiesLead(_ failures: Int, _ unknown: Int) -> String {
    let failing = NumberWords.grouped(failures)
    let open = NumberWords.grouped(unknown)
    return say(
      "\(failing) findings about facilities fail; \(open) cannot be decided for want of data.",
      "针对设施的检查结果中，不符合\(failing)条，因数据缺失无法判定\(open)条。")
  }

  private func facilityTable(_ failures: [(finding: Int, subject: Int)]) -> Markup {
    let rows = city.facilities.rows
    let hasReasons = failures.contains { result.findings[$0.finding].reasons[$0.subject] != 0 }
    return table(
      "facilities", caption: say("Facilities and the clauses that they fail", "设施及其不符合的条款"),
      head: [
        .text(say("Facility", "设施")), .text(say("Kind", "类型")), .text(say("No.", "序号")),
        .number(say("Measured", "实测")), .text(say("Required", "指标")),
        .number(say("Missing", "缺口")),
      ] + (hasReasons ? [.text(say("Reason", "说明"))] : [])
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
                name(of: findings.rule.force)
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
