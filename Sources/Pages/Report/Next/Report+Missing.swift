internal import Compliance
internal import Documents
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// A datum that is missing, and what hangs on it.
struct MissingDatum: Sendable {
  /// Why findings are unknown.
  let reason: Reason
  /// Of binding and expected clauses.
  fileprivate(set) var findings = 0
  /// Indices of the findings of a report that have such.
  fileprivate(set) var clauses: [Int] = []
  /// Different subjects: by table and row.
  fileprivate(set) var subjects: Set<Int> = []

  /// What keeps most findings from being decided first. Rows that were rejected, and the like, are one datum however
  /// they are called.
  static func ranked(_ result: ComplianceResult) -> [MissingDatum] {
    var data: [MissingDatum] = []
    var places: [Reason: Int] = [:]
    for (index, findings) in result.findings.enumerated()
    where findings.rule.force != .advisory {
      let tables: [SubjectTable] = [.parcels, .facilities, .units, .territory]
      let table = tables.firstIndex(of: findings.table) ?? 0
      for (subject, row) in findings.rows.enumerated()
      where findings.verdicts[subject] == .unknown {
        guard let reason = findings.reason(of: subject)?.withoutRow else { continue }
        let place = places[reason] ?? data.count
        if place == data.count {
          places[reason] = place
          data.append(MissingDatum(reason: reason))
        }
        data[place].findings += 1
        data[place].subjects.insert(Int(row) * tables.count + table)
        if data[place].clauses.last != index { data[place].clauses.append(index) }
      }
    }
    return data.enumerated().sorted { a, b in
      (b.element.findings, a.offset) < (a.element.findings, b.offset)
    }.map(\.element)
  }
}

extension Reason {
  /// The same for all rows that it is about.
  fileprivate var withoutRow: Reason {
    switch self {
    case .rejectedRowsDecide: .rejectedRowsDecide("", others: 0)
    case .facilityWithoutPlaceDecides: .facilityWithoutPlaceDecides("", others: 0)
    default: self
    }
  }
}

extension Report {
  /// More than this are of little use.
  private static var mostData: Int { 12 }
  /// More clauses than this are counted only.
  private static var mostReferences: Int { 8 }

  /// What missing data would settle most, with the line to write.
  func missingTable(_ data: [MissingDatum]) -> Markup {
    table(
      "missing", caption: say(ReportWords.missingCaption),
      head: [
        .text(say(ReportWords.whatIsMissing)), .number(say(ReportWords.undecidedFindings)),
        .number(say(ReportWords.undecidedSubjects)), .text(say(PageWords.clause)),
        .text(say(ReportWords.whatToDo)),
      ]
    ) {
      for datum in data.prefix(Self.mostData) {
        tag("tr") {
          tag("th", ["scope": "row"]) { sentence(datum.reason) }
          countCell(datum.findings)
          countCell(datum.subjects.count)
          tag("td", ["class": "refs"]) {
            Markup.joined(
              datum.clauses.prefix(Self.mostReferences).map { reference(to: $0) })
            if datum.clauses.count > Self.mostReferences {
              "+\(datum.clauses.count - Self.mostReferences)"
            }
          }
          tag("td") { mending(datum.reason) }
        }
      }
    }
      + (data.count > Self.mostData
        ? tag("p", ["class": "small"]) {
          say(ReportWords.moreMissing(data.count - Self.mostData))
        } : Markup())
  }

  private func sentence(_ reason: Reason) -> String {
    switch reason {
    case .rejectedRowsDecide: say(ReportWords.rejectedRowsDecide)
    case .facilityWithoutPlaceDecides: say(ReportWords.placelessDecide)
    default:
      say(
        reason.sentence(
          .plain(kinds: edition.kinds) { key in
            result.findings.firstIndex { $0.key == key }
              .map { ReportWords.clauseNumber($0 + 1) }
          }))
    }
  }

  private func mending(_ reason: Reason) -> Markup {
    guard let (fill, line) = reason.mending else { return Markup("–") }
    var parts: [Markup] = []
    if let fill { parts.append(Markup(say(fill))) }
    if let line { parts.append(tag("code") { line }) }
    return parts.dropFirst().reduce(parts.first ?? Markup()) {
      $0 + Markup(say(ReportWords.orWrite)) + $1
    }
  }
}
