internal import GeoData
internal import GeoFiles
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
    let file = InspectedFile(layer, as: role, source, vocabulary)
    return try await inspection(of: file, on: day, vocabulary, workers)
  }

  /// What is in the file of a plan, whose rows are parcels or facilities, and whether it will work.
  public static func inspectPlan(
    _ source: LayerSource, vocabulary: Vocabulary, workers: Workers
  ) async throws -> LayerInspection {
    let layer = try await SourceFile.layer(source, workers)
    let file = InspectedFile(plan: layer, source, vocabulary)
    return try await inspection(of: file, on: nil, vocabulary, workers)
  }

  /// One file by itself.
  static func inspection(
    of file: InspectedFile, on day: CalendarDate?, _ vocabulary: Vocabulary, _ workers: Workers
  ) async throws -> LayerInspection {
    guard file.faults.isEmpty else { return file.inspection(nil, vocabulary) }
    var project = Project()
    project.asOf = day
    var loading = CityLoading(
      project: project, vocabulary: vocabulary, workers: workers, progress: nil,
      sources: InspectedFile.sources(of: [file]))
    do {
      return file.inspection(try await loading.run(), vocabulary)
    } catch let error as CityLoadError {
      var file = file
      file.faults += error.faults
      return file.inspection(nil, vocabulary)
    }
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
}
