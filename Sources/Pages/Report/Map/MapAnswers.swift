internal import Compliance
internal import Documents
internal import Foundation
internal import GeoData
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// What the map says of a compound or a facility that is clicked: every clause with its figure and the
/// facilities that counted, and of a facility its load. Held by the page as text, and shown by its
/// script as text only.
struct MapAnswers {
  /// With more findings than this only those are told that fail or are undecided.
  private static let mostFindings = 60_000

  /// One clause about parcels.
  private struct Clause: Encodable {
    /// Number in the report.
    let n: Int
    let says: String
    let required: String
    /// Whether the facility named is the nearest, and not one that counted.
    let near: Bool
  }

  /// What one clause says of one parcel.
  private struct Answer: Encodable {
    /// Index of the clause.
    let c: Int
    /// Verdict, as a letter.
    let v: String
    /// What was measured, what is missing, and what is nearest.
    let m: String
    let g: String
    /// Rows of the facilities that counted.
    let f: [Int32]
    /// Those near that did not, and the bottleneck of the division; only of what fails.
    var o: [Uncounted]?
    var k: String?
  }

  private struct Parcel: Encodable {
    let name: String
    let id: String
    let about: String
    let x: Int
    let y: Int
    let a: [Answer]
  }

  private struct Facility: Encodable {
    let name: String
    let id: String
    let about: String
    let x: Int
    let y: Int
    /// Load and capacity by clause.
    let load: [Load]
  }

  private struct Load: Encodable {
    let c: Int
    let text: String
  }

  private struct Page: Encodable {
    let clauses: [Clause]
    let parcels: [Parcel]
    let facilities: [Facility]
    let words: [String: String]
  }

  let report: Report
  private let frame: MapFrame
  private let findings: [RuleFindings]
  /// By finding.
  private let candidates: [Candidates?]

  init(_ report: Report, in frame: MapFrame) {
    self.report = report
    self.frame = frame
    findings = report.result.findings.filter { $0.table == .parcels }
    candidates = findings.map { Candidates($0, of: report) }
  }

  /// The answers as JSON; `nil` where there is nobody to ask about.
  var json: String? {
    let rows = report.city.parcels.rows
    guard rows.count > 0, rows.count <= ParcelLayer.mostTooltips, !findings.isEmpty else {
      return nil
    }
    let page = Page(
      clauses: findings.map { found in
        let index = report.result.findings.firstIndex { $0.key == found.key } ?? 0
        return Clause(
          n: index + 1, says: report.say(found.rule.says), required: report.required(found),
          near: found.cover != nil)
      }, parcels: parcels, facilities: facilities, words: words)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let bytes = try? encoder.encode(page) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private var words: [String: String] {
    [
      "counted": report.say(ReportWords.answerCounted),
      "uncounted": report.say(ReportWords.answerUncounted),
      "nearest": report.say(ReportWords.answerNearestFacility),
      "none": report.say(ReportWords.answerNone),
      "serves": report.say(ReportWords.answerServes),
      "required": report.say(ReportWords.required),
      "close": report.say(ReportWords.answerClose),
      "f": report.say(Verdict.fail.label), "p": report.say(Verdict.pass.label),
      "u": report.say(Verdict.unknown.label),
    ]
  }

  // MARK: Parcels

  private var parcels: [Parcel] {
    let rows = report.city.parcels.rows
    let all = findings.reduce(0) { sum, found in
      sum + found.verdicts.count { $0 != .notApplicable }
    }
    let isShort = all > Self.mostFindings
    return (0..<rows.count).map { row in
      Parcel(
        name: rows.names[row] ?? rows.ids[row], id: rows.ids[row], about: about(row),
        x: frame.x(rows.placeX[row]), y: frame.y(rows.placeY[row]),
        a: findings.indices.compactMap { answer($0, row, isShort: isShort) })
    }
  }

  private func about(_ row: Int) -> String {
    let parcels = report.city.parcels
    var parts: [String] = []
    if let households = parcels.households[row] {
      parts.append(report.say(ReportWords.answerHouseholds(NumberWords.text(households))))
    }
    if let people = report.people[row] {
      parts.append(
        report.say(ReportWords.answerResidents(NumberWords.text(people, decimals: 0))))
    }
    if let status = parcels.status[row] { parts.append(report.say(status.words)) }
    return parts.joined(separator: report.say(Marks.listComma))
  }

  private func answer(_ index: Int, _ row: Int, isShort: Bool) -> Answer? {
    let found = findings[index]
    guard row < found.count, found.rows[row] == Int32(row) else { return nil }
    let code: String
    switch found.verdicts[row] {
    case .fail: code = "f"
    case .unknown: code = "u"
    case .pass where !isShort: code = "p"
    default: return nil
    }
    var gap = ""
    if found.verdicts[row] == .fail, found.shortfall[row] != RuleFindings.noAmount {
      gap = report.missing(
        Amount(micros: found.shortfall[row]), in: found.shortfallUnit,
        isExcess: found.isExcess(row))
    }
    if found.verdicts[row] == .unknown, let reason = found.reason(of: row) {
      gap = report.say(reason.sentence(.plain(kinds: report.edition.kinds)))
    }
    var facilities = Array(found.facilities(of: row).prefix(12))
    if let cover = found.cover, row < cover.nearest.count, cover.nearest[row] >= 0 {
      facilities = [cover.nearest[row]]
      if cover.distance[row].isFinite {
        let length = NumberWords.length(metres: cover.distance[row])
        gap +=
          (gap.isEmpty ? "" : report.say(Marks.semicolon))
          + report.say(ReportWords.answerNearest(length))
      }
    }
    var answer = Answer(
      c: index, v: code, m: report.measured(found, row), g: gap, f: facilities)
    if found.verdicts[row] == .fail {
      let others = uncounted(candidates[index], found.facilities(of: row), parcel: row)
      answer.o = others.isEmpty ? nil : others
      answer.k = bottleneck(found, parcel: row)
    }
    return answer
  }

  // MARK: Facilities

  private var facilities: [Facility] {
    let rows = report.city.facilities.rows
    let standings = report.city.standings
    return (0..<rows.count).map { row in
      let kind = report.edition.kinds.all[report.city.facilities.kind[row]].name
      let doubt = standings[row].doubt.map {
        report.say(Marks.bracketed(report.say($0.words)))
      }
      return Facility(
        name: rows.names[row] ?? rows.ids[row], id: rows.ids[row],
        about: report.say(kind) + (doubt ?? ""),
        x: rows.placeX[row].isFinite ? frame.x(rows.placeX[row]) : 0,
        y: rows.placeY[row].isFinite ? frame.y(rows.placeY[row]) : 0,
        load: findings.indices.compactMap { load($0, row) })
    }
  }

  private func load(_ index: Int, _ row: Int) -> Load? {
    let found = findings[index]
    guard let supply = found.supply, row < supply.facilityNeed.count,
      supply.facilityNeed[row] != RuleFindings.noAmount,
      supply.facilityCapacity[row] != RuleFindings.noAmount, supply.facilityCapacity[row] > 0
    else { return nil }
    func figure(_ micros: Int64) -> String {
      UnitWords.text(
        NumberWords.text(Amount(micros: micros)), found.shortfallUnit, report.language)
    }
    return Load(
      c: index,
      text: report.say(
        ReportWords.answerLoad(
          figure(supply.facilityNeed[row]), of: figure(supply.facilityCapacity[row]))))
  }
}
