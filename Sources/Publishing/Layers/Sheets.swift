internal import Compliance
internal import Documents
internal import GeoFiles
internal import Pages
internal import Planning
internal import Quantities
internal import Rules
internal import Wording

/// The sheets of a workbook that are no layers, in the reader's words.
struct Sheets {
  /// Rows of a sheet, with its header.
  static let mostRows = 1_048_576

  private let edition: Edition
  /// As laymen name columns, kinds and clauses.
  private let naming: Naming

  init(_ edition: Edition) {
    self.edition = edition
    let clauses = Dictionary(
      edition.result.findings.map { ($0.key, $0.rule.clause) },
      uniquingKeysWith: { first, _ in first })
    naming = .plain(kinds: edition.kinds) { key in
      clauses[key].map { LocalizedText(en: $0, zh: $0) }
    }
  }

  private func say(_ text: LocalizedText) -> String { edition.say(text) }

  private func sheet(
    _ name: LocalizedText, _ columns: [(LocalizedText, OutputColumn)], rows: Int
  ) -> DatasetLayer {
    var table = OutputTable(rowCount: rows)
    for (title, column) in columns { table.append(say(title), column) }
    return DatasetLayer(name: say(name), table: table)
  }

  private func texts(_ texts: [String?]) -> OutputColumn { .text(texts) }

  private func counts(_ counts: [Int]) -> OutputColumn {
    var values = ValueColumn<Int64>(filler: 0)
    for count in counts { values.append(Int64(count)) }
    return .attribute(.integer(values))
  }

  // MARK: Clauses

  /// A row a clause: what it asks, and how many subjects have each verdict.
  var summary: DatasetLayer {
    let all = edition.result.findings
    let counts = all.map(\.verdictCounts)
    func of(_ verdict: Verdict) -> OutputColumn {
      self.counts(counts.map { $0[Int(verdict.rawValue)] })
    }
    let report = Report(edition)
    return sheet(
      SheetWords.summary,
      [
        (SheetWords.document, texts(all.map { edition.imprint.document(of: $0.rule) })),
        (SheetWords.clause, texts(all.map(\.rule.clause))),
        (SheetWords.says, texts(all.map { say($0.rule.says) })),
        (SheetWords.topic, texts(all.map { edition.title(ofTopic: $0.rule.means) })),
        (SheetWords.force, texts(all.map { say($0.rule.force.words) })),
        (
          SheetWords.subjects,
          texts(
            all.map { findings in
              findings.rule.subjects.map { say($0.words) }.joined(separator: say(Marks.listComma))
            })
        ),
        (SheetWords.required, texts(all.map { report.requiredFigure($0) })),
        (
          SheetWords.measured,
          texts(all.map { $0.count == 1 ? report.measuredFigure($0, 0) : nil })
        ),
        (SheetWords.shortfall, texts(all.map { $0.count == 1 ? report.gap($0, 0) : nil })),
        (Verdict.fail.label, of(.fail)), (Verdict.unknown.label, of(.unknown)),
        (Verdict.pass.label, of(.pass)), (Verdict.notApplicable.label, of(.notApplicable)),
      ], rows: all.count)
  }

  // MARK: Findings

  /// A row a finding of a clause that applies; where there are too many for a sheet those that fail or are unknown, else
  /// those that fail.
  ///
  /// - Throws: `LayerWriteError` where even these are too many.
  ///
  /// - Parameter path: Of the workbook.
  func findings(isOnlyFailing: Bool, in path: String) throws(LayerWriteError) -> DatasetLayer {
    let choices: [Set<Verdict>] =
      isOnlyFailing ? [[.fail]] : [[.fail, .unknown, .pass], [.fail, .unknown], [.fail]]
    for choice in choices {
      let count = edition.result.findings.reduce(0) { sum, findings in
        sum + findings.verdicts.count { choice.contains($0) }
      }
      if count < Self.mostRows { return findings(of: choice, count: count) }
    }
    throw .cannotWrite(
      path: path,
      reason: "a sheet has \(Self.mostRows) rows at most, and more findings fail; choose some rules"
        + " with --only, or another format")
  }

  private func findings(of choice: Set<Verdict>, count: Int) -> DatasetLayer {
    let report = Report(edition)
    var columns = Array(repeating: SharedTexts(), count: 15)
    let street = unitNames(of: [.street, .township])
    let community = unitNames(of: [.community])
    for findings in edition.result.findings {
      let ids = edition.subjectIDs(of: findings)
      let names = subjectNames(of: findings)
      let isOfParcels = findings.table == .parcels
      let rule = findings.rule
      let fixed = [
        edition.imprint.document(of: rule), rule.clause, say(rule.says), say(rule.force.words),
      ]
      let kind = say(subjectWord(of: findings))
      for (subject, row) in findings.rows.enumerated()
      where choice.contains(findings.verdicts[subject]) {
        let row = Int(row)
        var cells: [String?] = [
          say(findings.verdicts[subject].label), kind, ids[row], names[row],
          isOfParcels ? street[row] : nil, isOfParcels ? community[row] : nil,
        ]
        cells += fixed.map { Optional($0) }
        cells += [
          report.measuredFigure(findings, subject), report.requiredFigure(findings, subject),
          report.gap(findings, subject),
          findings.reason(of: subject).map { say($0.sentence(naming)) },
          Flags.all.filter { findings.flags[subject].contains($0.flag) }
            .map { say(FlagWords.of($0.name).label) }.joined(separator: say(Marks.listComma)),
        ]
        for (place, cell) in cells.enumerated() {
          columns[place].append(cell.flatMap { $0.isEmpty || $0 == "–" ? nil : $0 })
        }
      }
    }
    let titles = [
      PageWords.verdict, SheetWords.kind, SheetWords.id, SheetWords.name, SheetWords.street,
      SheetWords.community, SheetWords.document, SheetWords.clause, SheetWords.says,
      SheetWords.force, SheetWords.measured, SheetWords.required, SheetWords.shortfall,
      SheetWords.reason, SheetWords.flags,
    ]
    precondition(titles.count == columns.count, "a title a column")
    return sheet(SheetWords.findings, Array(zip(titles, columns.map(\.column))), rows: count)
  }

  private func subjectNames(of findings: RuleFindings) -> [String?] {
    switch findings.table {
    case .parcels: edition.city.parcels.rows.names
    case .facilities: edition.city.facilities.rows.names
    case .units: edition.city.units.rows.names
    case .territory: [say(findings.rule.subject.words)]
    }
  }

  private func subjectWord(of findings: RuleFindings) -> LocalizedText {
    switch findings.table {
    case .parcels: LayerNames.parcels
    case .facilities: LayerNames.facilities
    case .units: LayerNames.units
    case .territory: findings.rule.subject.words
    }
  }

  /// By parcel: the name of the unit of these levels that it is in.
  private func unitNames(of levels: [UnitLevel]) -> [String?] {
    let city = edition.city
    var names = [String?](repeating: nil, count: city.parcels.count)
    for level in levels {
      for (parcel, unit) in city.parcels.units.units(of: level).enumerated() where unit >= 0 {
        names[parcel] = city.units.rows.names[Int(unit)] ?? city.units.rows.ids[Int(unit)]
      }
    }
    return names
  }

  // MARK: Data

  /// Rows that were not used, and what is to be known of those that were.
  var data: DatasetLayer {
    let city = edition.city
    let rejected = city.rejected.map { row in
      (
        say(SheetWords.notUsed), row.layer, row.file, Optional(row.row), row.id,
        say(row.sentence(naming))
      )
    }
    let noted = city.notes.map { note in
      (
        say(SheetWords.noted), note.layer, note.file, note.row, note.id,
        say(note.note.sentence(naming))
      )
    }
    let rows = rejected + noted
    var numbers = ValueColumn<Int64>(filler: 0)
    for row in rows { numbers.append(row.3.map { Int64($0) }) }
    return sheet(
      SheetWords.data,
      [
        (SheetWords.treatment, texts(rows.map(\.0))),
        (SheetWords.layer, texts(rows.map { say(LayerWords.of($0.1)) })),
        (SheetWords.file, texts(rows.map(\.2))), (SheetWords.row, .attribute(.integer(numbers))),
        (SheetWords.id, texts(rows.map(\.4))), (SheetWords.problem, texts(rows.map(\.5))),
      ], rows: rows.count)
  }
}
