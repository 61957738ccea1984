internal import Documents
internal import Publishing

extension ConformanceCase {
  /// Where a run of this case is not what it expects.
  ///
  /// - Parameters:
  ///   - ending: What the run came to.
  ///   - folder: What it wrote to.
  func differences(_ ending: ProgramEnding, results folder: String) -> [Difference] {
    let said = String(ending.said.trimmed.prefix(300))
    var differences: [Difference] = []
    if ending.status != expected.status {
      differences.append(
        Difference(
          nil, "exit", found: "\(ending.status)", .just("\(expected.status)"), note: said))
    }
    for pattern in expected.message where !pattern.isFound(in: ending.said) {
      differences.append(Difference(nil, "message", found: said, .matching(pattern.source)))
    }
    guard ending.status == 0, expected.status == 0 else { return differences }
    do {
      let holding = Holding(try CaseResults(in: folder))
      return try differences + holding.differences(from: expected)
    } catch {
      return differences + [Difference(nil, "results", found: "\(error)", .just("readable"))]
    }
  }
}

/// Holds results against what is expected.
private struct Holding {
  private let results: CaseResults

  init(_ results: CaseResults) { self.results = results }

  func differences(from expected: CaseExpectations) throws -> [Difference] {
    var differences = try expected.findings.flatMap(differences)
    differences += try overall(expected.overall)
    differences += count(expected.count, results.findings.count, "findings")
    differences += try rejected(expected)
    if let groups = expected.groups { differences += try self.groups(groups) }
    for (layer, id, columns) in expected.rows {
      differences += try Self.row(
        results.rows(layer).first { $0["id"] == id }, columns, "\(layer) \(id)")
    }
    return differences
  }

  private func count(_ wanted: Int?, _ found: Int, _ what: String) -> [Difference] {
    guard let wanted, wanted != found else { return [] }
    return [Difference(nil, "number of \(what)", found: "\(found)", .just("\(wanted)"))]
  }

  // MARK: Findings

  private func differences(from wanted: ExpectedFinding) throws -> [Difference] {
    let hits = results.findings.filter { finding in
      finding["rule"] == wanted.rule
        && Self.agrees(finding["subject_id"], wanted.subject)
        && Self.agrees(finding["pack"], wanted.pack)
        && Self.agrees(finding["subject_kind"], wanted.kind)
    }
    if wanted.isAbsent {
      return hits.prefix(1).map {
        Difference(wanted.about, "verdict", found: $0["verdict"] ?? "", .nothing)
      }
    }
    guard hits.count == 1 else {
      return [
        Difference(wanted.about, "number of findings", found: "\(hits.count)", .just("1"))
      ]
    }
    return words(hits[0], wanted) + figures(hits[0], wanted) + lists(hits[0], wanted)
      + (try distance(wanted))
  }

  private static func agrees(_ found: String?, _ wanted: String?) -> Bool {
    wanted == nil || found == wanted
  }

  private func words(_ found: CaseResults.Finding, _ wanted: ExpectedFinding) -> [Difference] {
    let reason = found["reason"] ?? ""
    var differences = wanted.words.filter { found[$0.column] != $0.word }.map { column, word in
      Difference(
        wanted.about, column, found: found[column] ?? "", .just(word),
        note: column == "verdict" ? reason : nil)
    }
    for pattern in wanted.reason where !pattern.isFound(in: reason) {
      differences.append(
        Difference(wanted.about, "reason", found: reason, .matching(pattern.source)))
    }
    return differences
  }

  private func figures(_ found: CaseResults.Finding, _ wanted: ExpectedFinding) -> [Difference] {
    wanted.figures.compactMap { column, figure in
      let text = found[column] ?? ""
      // Nothing is missing, and 0 is missing: the same.
      let isShortfall = column == "shortfall"
      guard let figure else {
        return text.isEmpty || (isShortfall && text == "0")
          ? nil : Difference(wanted.about, column, found: text, .nothing)
      }
      if text.isEmpty, isShortfall, figure == 0 { return nil }
      if let number = Double(text), number.isClose(to: figure, within: wanted.tolerance ?? 2e-6) {
        return nil
      }
      return Difference(wanted.about, column, found: text, .just("\(figure)"))
    }
  }

  private func lists(_ found: CaseResults.Finding, _ wanted: ExpectedFinding) -> [Difference] {
    let text = found["flags"] ?? ""
    let flags = text.listed
    var differences: [Difference] = []
    if let just = wanted.flags, just != flags {
      differences.append(Difference(wanted.about, "flags", found: text, .just(just.joined)))
    }
    for flag in wanted.has where !flags.contains(flag) {
      differences.append(Difference(wanted.about, "flags", found: text, .with(flag)))
    }
    for flag in wanted.without where flags.contains(flag) {
      differences.append(Difference(wanted.about, "flags", found: text, .without(flag)))
    }
    if let just = wanted.facilities, just != found["facilities"]?.listed {
      differences.append(
        Difference(
          wanted.about, "facilities", found: found["facilities"] ?? "", .just(just.joined)))
    }
    return differences
  }

  private func distance(_ wanted: ExpectedFinding) throws -> [Difference] {
    guard let metres = wanted.distance else { return [] }
    let column = wanted.rule.replacing("-", with: "_") + "_distance"
    let row = try results.rows("parcels").first { $0["id"] == wanted.subject }
    let found = row?.number(column)
    if let found, found.isClose(to: metres, within: wanted.tolerance ?? 2e-3) { return [] }
    return [
      Difference(wanted.about, "distance", found: found.map { "\($0)" } ?? "", .just("\(metres)"))
    ]
  }

  // MARK: Layers

  private func overall(_ wanted: [(parcel: String, verdict: String)]) throws -> [Difference] {
    guard !wanted.isEmpty else { return [] }
    let rows = try results.rows("parcels")
    return wanted.compactMap { parcel, verdict in
      let found = rows.first { $0["id"] == parcel }?["verdict"] ?? ""
      return found == verdict
        ? nil : Difference(parcel, "overall verdict", found: found, .just(verdict))
    }
  }

  private func rejected(_ expected: CaseExpectations) throws -> [Difference] {
    guard !expected.rejected.isEmpty || expected.rejectedCount != nil else { return [] }
    let rows = try results.rows("rejected")
    return expected.rejected.compactMap { id, reason in
      guard let row = rows.first(where: { $0.texts.contains(id) }) else {
        return Difference(id, "rejected", found: "", .just(id))
      }
      let texts = row.texts.joined(separator: "; ")
      guard let reason, !reason.isFound(in: texts) else { return nil }
      return Difference(id, "rejected", found: texts, .matching(reason.source))
    } + count(expected.rejectedCount, rows.count, "rejected rows")
  }

  private func groups(_ wanted: [[ExpectedColumn]]) throws -> [Difference] {
    let rows = try results.rows("shortage_groups").sorted {
      ($0["parcels"] ?? "") < ($1["parcels"] ?? "")
    }
    guard rows.count == wanted.count else {
      let shown = rows.map { "\($0["parcels"] ?? "") / \($0["facilities"] ?? "")" }
      return [
        Difference(
          nil, "number of shortage groups", found: "\(rows.count)", .just("\(wanted.count)"),
          note: shown.joined(separator: ", "))
      ]
    }
    return zip(rows, wanted).flatMap { row, columns in
      Self.row(row, columns, "shortage group \(row["parcels"] ?? "")")
    }
  }

  private static func row(
    _ row: LayerRow?, _ columns: [ExpectedColumn], _ about: String
  ) -> [Difference] {
    guard let row else { return [Difference(about, "row", found: "", .just("one"))] }
    return columns.compactMap { column in
      let text = row[column.name] ?? ""
      func unless(_ isSame: Bool, _ wanted: Difference.Expected) -> Difference? {
        isSame ? nil : Difference(about, column.name, found: text, wanted)
      }
      switch column.value {
      case .number(let number):
        let isClose = row.number(column.name)?.isClose(to: number, within: 2e-6) ?? false
        return unless(isClose, .just("\(number)"))
      case .text(let wanted): return unless(row[column.name] == wanted, .just(wanted))
      case .ids(let ids): return unless(text.listed == ids, .just(ids.joined))
      case .flag(let flag): return unless(row.truthValue(column.name) == flag, .just("\(flag)"))
      case .nothing: return unless(row[column.name] == nil, .nothing)
      }
    }
  }
}

extension Double {
  /// Within so much, or a millionth of what it should be.
  fileprivate func isClose(to wanted: Double, within tolerance: Double) -> Bool {
    isFinite && abs(self - wanted) <= max(tolerance, 1e-6 * abs(wanted))
  }
}

extension String {
  /// The words of a list in a cell.
  fileprivate var listed: Set<String> { Set(split(separator: ";").map(String.init)) }

  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}

extension Set<String> {
  fileprivate var joined: String { isEmpty ? "none" : sorted().joined(separator: ";") }
}
