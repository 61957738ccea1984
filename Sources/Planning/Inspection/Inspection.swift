internal import GeoData
internal import GeoFiles
internal import Planar
public import Workers

/// Looks into files before they are used.
public enum Inspection {
  /// What is in a file, and whether it will work.
  ///
  /// - Parameters:
  ///   - path: Of the file.
  ///   - role: What its rows are; `nil`: guessed from its columns.
  ///   - vocabulary: The words to read it with.
  ///   - workers: How many tasks may run at a time.
  /// - Throws: `CityLoadError` where the file cannot be read at all.
  public static func inspect(
    _ path: String, role: LayerRole? = nil, vocabulary: Vocabulary, workers: Workers
  ) async throws -> LayerInspection {
    try await inspect(
      LayerSource(path: path, resolvedPath: path), role: role, vocabulary: vocabulary,
      workers: workers)
  }

  /// What is in a file that a project describes, and whether it will work.
  ///
  /// - Parameter day: On which facilities are to stand.
  public static func inspect(
    _ source: LayerSource, role: LayerRole? = nil, on day: CalendarDate? = nil,
    vocabulary: Vocabulary, workers: Workers
  ) async throws -> LayerInspection {
    let layer = try await SourceFile.layer(source, workers)
    let role = role ?? RoleGuess.role(of: layer, vocabulary)
    let matching = FieldMatching(
      layer.attributes.names, role: role, stated: source.fields, units: source.units,
      aliases: vocabulary.aliases)
    var problems: [LayerInspection.Problem] = []
    var crs: String?
    var checked = 0
    var leftOut: [Standing.Doubt: Int] = [:]
    var project = Project()
    project.asOf = day
    do {
      let file = try SourceFile(layer, role: role, source: source, aliases: vocabulary.aliases)
      crs = file.crsNote
      var loading = CityLoading(
        project: project, vocabulary: vocabulary, workers: workers, progress: nil,
        sources: [role: SourceRows(role: role, files: [file])])
      let city = try await loading.run()
      problems = summary(of: city)
      leftOut = city.leftOut
      checked = problems.reduce(layer.count) { $0 - ($1.severity == .rejected ? $1.rows : 0) }
    } catch let error as CityLoadError {
      problems = error.faults.map { fault in
        LayerInspection.Problem(.fault(fault.message), rows: 0, firstRow: nil)
      }
    }
    return LayerInspection(
      path: source.path, bytes: layer.byteCount, role: role.rawValue, rows: layer.count,
      rowsChecked: checked, geometry: geometryCounts(layer.geometry), crs: crs,
      extent: extent(layer.geometry), columns: columns(layer.attributes, matching),
      columnsNotFound: role.columns.map(\.name).filter { matching.matches[$0] == nil },
      kinds: role == .facilities ? kindWords(layer, matching, of: source, vocabulary) : [],
      leftOut: leftOut, problems: problems)
  }

  static func kindWords(
    _ layer: Layer, _ matching: FieldMatching, of source: LayerSource, _ vocabulary: Vocabulary
  ) -> [LayerInspection.KindWord] {
    let cells = matching.cells("kind", in: layer)
    let missing = vocabulary.aliases.missing
    var counts: [String: Int] = [:]
    for row in 0..<layer.count { counts[cells.text(row, missing: missing) ?? "", default: 0] += 1 }
    let words = KindWords(source.kinds, vocabulary.kinds)
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { word, rows in
      let kind = words.kind(of: word.isEmpty ? nil : word)
      return LayerInspection.KindWord(
        word: word, rows: rows, kind: kind.map { vocabulary.kinds.all[$0].id })
    }
  }

  // MARK: What is in the file

  private static func geometryCounts(_ column: GeometryColumn) -> [LayerInspection.GeometryCount] {
    GeometryKind.allCases.compactMap { kind in
      let rows = column.kinds.count { $0 == kind }
      return rows == 0 ? nil : LayerInspection.GeometryCount(kind: "\(kind)", rows: rows)
    }
  }

  private static func extent(_ column: GeometryColumn) -> LayerInspection.Extent? {
    let box = column.envelope
    guard !box.isEmpty else { return nil }
    return LayerInspection.Extent(
      minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY)
  }

  private static func columns(
    _ table: AttributeTable, _ matching: FieldMatching
  ) -> [LayerInspection.Column] {
    let ours = Dictionary(
      matching.matches.flatMap { column, match in match.sources.map { ($0, column) } },
      uniquingKeysWith: { min($0, $1) })
    return zip(table.names, table.columns).map { name, column in
      let cells = CellReading(column: column)
      var missing = 0
      var samples: [String] = []
      for row in 0..<table.rowCount {
        guard let text = cells.text(row) else {
          missing += 1
          continue
        }
        if samples.count < 5, !samples.contains(text) { samples.append(text) }
      }
      let type =
        switch column {
        case .text: "text"
        case .integer: "integer"
        case .real: "real"
        case .boolean: "boolean"
        case .json: "json"
        }
      return LayerInspection.Column(
        name: name, type: type, missing: missing, samples: samples, takenFor: ours[name])
    }
  }

  // MARK: What is wrong with it

  /// Without what cannot be known from one file alone.
  private static func summary(of city: City) -> [LayerInspection.Problem] {
    let rejected = Dictionary(grouping: city.rejected, by: \.code)
      .filter { $0.key != .unknownParcel && $0.key != .unknownFacility }
      .compactMap { _, rows in
        rows.min { $0.row < $1.row }.map {
          LayerInspection.Problem(.rejected($0.reasons), rows: rows.count, firstRow: $0.row)
        }
      }
    let notes = Dictionary(grouping: city.notes, by: \.code)
      .filter { $0.key != .unknownServedParcel }
      .flatMap { _, notes in
        let ofRows = notes.filter { $0.row != nil }
        let first = ofRows.min { ($0.row ?? 0) < ($1.row ?? 0) }
        return (notes.filter { $0.row == nil } + [first].compactMap { $0 }).map {
          LayerInspection.Problem(
            .note($0.note), rows: $0.row == nil ? 0 : ofRows.count, firstRow: $0.row)
        }
      }
    func isOrdered(_ a: LayerInspection.Problem, _ b: LayerInspection.Problem) -> Bool {
      (b.rows, a.code, a.orderText) < (a.rows, b.code, b.orderText)
    }
    return rejected.sorted(by: isOrdered) + notes.sorted(by: isOrdered)
  }
}
