internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar
public import Workers

/// Reads scenarios, for a city that is loaded.
public enum ScenarioLoader {
  /// Reads a scenario and does what it says.
  ///
  /// Each row is a facility; its column `action` says what is done with it: `add`, `move`, `close` or
  /// `change`. Without it, a row of a facility that the city has changes or moves it, and any other adds one.
  /// What a row does not say stays as it is; a facility is named by its id, or by a name that only one has.
  ///
  /// - Parameters:
  ///   - source: Its file.
  ///   - city: Stays as it is.
  ///   - vocabulary: The words to read data with.
  ///   - workers: How many tasks may run at a time.
  /// - Throws: `CityLoadError` with every row that cannot be done.
  public static func load(
    _ source: LayerSource, for city: City, vocabulary: Vocabulary, workers: Workers
  ) async throws -> Scenario {
    let layer = try await SourceFile.layer(source, workers)
    if layer.crs == nil, source.crs == nil, !layer.isNowhere {
      let message: FaultText =
        "the file does not say in which CRS it is; state it with --crs EPSG:4490 (CGCS2000), or"
        + " EPSG:4326 (WGS 84), GCJ-02 (Amap), BD-09 (Baidu)"
      throw CityLoadError(source.path, message)
    }
    let rows = try ScenarioRows(layer, source: source, of: city, vocabulary)
    var files: [SourceFile] = []
    for (part, isPlaced) in [(rows.placed, true), (rows.unplaced, false)] where part.count > 0 {
      var own = source
      if !isPlaced { own.crs = nil }
      files.append(
        try SourceFile(part, role: .facilities, source: own, aliases: vocabulary.aliases))
    }
    var loading = CityLoading(
      project: city.project, vocabulary: vocabulary, workers: workers, progress: nil,
      sources: [.facilities: SourceRows(role: .facilities, files: files)])
    var plan = try await loading.plan(for: city, keepingPlaceless: Set(rows.known.keys))
    let order = loading.acceptedFacilities.order
    let stated = StatedFacilities(
      values: loading.facilityValues.columns, rows: order,
      names: order.map { loading.facilityValues.subjects.names[$0] })
    let rejected = plan.rejected.map(\.ofScenario)
    plan.rejected = rejected
    plan.notes = plan.notes.filter { $0.code != .missingColumn }.map(\.ofScenario)
    plan.inputs = [InputFile](ofScenario: plan.inputs)
    return Scenario(
      steps: rows.steps, rejected: rejected,
      city: rejected.isEmpty ? city.doing(rows, plan, stated) : city)
  }
}

extension RejectedRow {
  fileprivate var ofScenario: RejectedRow {
    var row = self
    row.layer = Scenario.layerName
    return row
  }
}

extension DataNote {
  fileprivate var ofScenario: DataNote {
    var note = self
    note.layer = Scenario.layerName
    return note
  }
}

extension [InputFile] {
  /// The one file that the parts of a scenario are of.
  fileprivate init(ofScenario parts: [InputFile]) {
    self = []
    guard var file = parts.first else { return }
    file.role = Scenario.layerName
    file.rowsRead = parts.reduce(0) { $0 + $1.rowsRead }
    file.rowsChecked = parts.reduce(0) { $0 + $1.rowsChecked }
    file.rowsRejected = parts.reduce(0) { $0 + $1.rowsRejected }
    self = [file]
  }
}
