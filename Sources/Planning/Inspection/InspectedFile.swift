internal import GeoData
internal import GeoFiles
internal import Planar

/// A file that is looked into: what its rows are taken for, and what makes it unusable.
struct InspectedFile: Sendable {
  let source: LayerSource
  /// What the project calls it: `parcels`, `plan` …
  let role: String
  private let layer: Layer
  private let roles: [LayerRole]
  private let matchings: [FieldMatching]
  /// Those of its rows in each role, where they can be used.
  private(set) var files: [SourceFile] = []
  var faults: [CityLoadError.Fault] = []

  /// All rows in one role.
  init(_ layer: Layer, as role: LayerRole, _ source: LayerSource, _ vocabulary: Vocabulary) {
    self.init(layer, roles: [role], named: role.rawValue, source, vocabulary)
    do throws(CityLoadError) {
      files = [try SourceFile(layer, role: role, source: source, aliases: vocabulary.aliases)]
    } catch {
      faults += error.faults
    }
    do throws(CityLoadError) {
      try source.checkKinds(vocabulary.kinds)
    } catch {
      faults += error.faults
    }
  }

  /// Rows that are parcels or facilities, as those of plans are.
  init(plan layer: Layer, _ source: LayerSource, _ vocabulary: Vocabulary) {
    self.init(layer, roles: [.parcels, .facilities], named: "plan", source, vocabulary)
    do throws(CityLoadError) {
      files = try SourceFile.ofPlan(layer, source: source, vocabulary: vocabulary)
    } catch {
      faults += error.faults
    }
  }

  private init(
    _ layer: Layer, roles: [LayerRole], named name: String, _ source: LayerSource,
    _ vocabulary: Vocabulary
  ) {
    self.source = source
    self.layer = layer
    self.roles = roles
    role = name
    matchings = roles.map { role in
      let stated = source.fields.filter { roles.count == 1 || role.column($0.key) != nil }
      return FieldMatching(
        layer.attributes.names, role: role, stated: stated, units: source.units,
        aliases: vocabulary.aliases)
    }
  }

  /// What a city is loaded from.
  static func sources(of files: [InspectedFile]) -> [LayerRole: SourceRows] {
    let all = Dictionary(grouping: files.flatMap(\.files), by: \.role)
    return all.reduce(into: [:]) { $0[$1.key] = SourceRows(role: $1.key, files: $1.value) }
  }

  /// All that is known of it.
  ///
  /// - Parameter city: Of this file alone; `nil` where there is none.
  func inspection(_ city: City?, _ vocabulary: Vocabulary) -> LayerInspection {
    // What cannot be known from one file alone is nothing that is wrong with it.
    let isOfOthers: Set<RejectionCode> = [.unknownParcel, .unknownFacility]
    let isLess: Set<NoteCode> =
      role == "plan"
      ? [.unknownServedParcel, .missingStatus, .takenAsOpen] : [.unknownServedParcel]
    let problems =
      faults.map { LayerInspection.Problem(.fault($0.text), rows: 0, firstRow: nil) }
      + Self.summary(
        city?.rejected.filter { !isOfOthers.contains($0.code) } ?? [],
        city?.notes.filter { !isLess.contains($0.code) } ?? [])
    return inspection(problems, leftOut: city?.leftOut ?? [:], vocabulary)
  }

  /// - Parameter problems: What is wrong with it.
  func inspection(
    _ problems: [LayerInspection.Problem], leftOut: [Standing.Doubt: Int], _ vocabulary: Vocabulary
  ) -> LayerInspection {
    let isUsable = !problems.contains { $0.severity == .error }
    let rejected = problems.reduce(0) { $0 + ($1.severity == .rejected ? $1.rows : 0) }
    let facilities = roles.firstIndex(of: .facilities)
    let columns = roles.indices.flatMap { index in
      roles[index].columns.map(\.name).filter { matchings[index].matches[$0] == nil }
    }
    return LayerInspection(
      path: source.path, bytes: layer.byteCount, role: role, rows: layer.count,
      rowsChecked: isUsable ? layer.count - rejected : 0,
      geometry: Self.geometryCounts(layer.geometry), crs: files.first?.crsNote,
      extent: Self.extent(layer.geometry), columns: Self.columns(layer.attributes, matchings),
      columnsNotFound: roles.count == 1 ? columns : [],
      kinds: facilities.map {
        Inspection.kindWords(layer, matchings[$0], of: source, vocabulary)
          .filter { roles.count == 1 || !$0.word.isEmpty }
      } ?? [], leftOut: leftOut, problems: problems)
  }
}

// MARK: - What is in the file

extension InspectedFile {
  fileprivate static func geometryCounts(_ column: GeometryColumn) -> [LayerInspection
    .GeometryCount]
  {
    GeometryKind.allCases.compactMap { kind in
      let rows = column.kinds.count { $0 == kind }
      return rows == 0 ? nil : LayerInspection.GeometryCount(kind: "\(kind)", rows: rows)
    }
  }

  fileprivate static func extent(_ column: GeometryColumn) -> LayerInspection.Extent? {
    let box = column.envelope
    guard !box.isEmpty else { return nil }
    return LayerInspection.Extent(
      minX: box.minX, minY: box.minY, maxX: box.maxX, maxY: box.maxY)
  }

  fileprivate static func columns(
    _ table: AttributeTable, _ matchings: [FieldMatching]
  ) -> [LayerInspection.Column] {
    let ours = Dictionary(
      matchings.flatMap { matching in
        matching.matches.flatMap { column, match in match.sources.map { ($0, column) } }
      }, uniquingKeysWith: { min($0, $1) })
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
}

// MARK: - What is wrong with it

extension InspectedFile {
  /// Rows of a kind once, with how many there are.
  static func summary(
    _ rejected: [RejectedRow], _ notes: [DataNote]
  ) -> [LayerInspection.Problem] {
    let rejected = Dictionary(grouping: rejected, by: \.code)
      .compactMap { _, rows in
        rows.min { $0.row < $1.row }.map {
          LayerInspection.Problem(.rejected($0.reasons), rows: rows.count, firstRow: $0.row)
        }
      }
    let notes = Dictionary(grouping: notes, by: \.code)
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
