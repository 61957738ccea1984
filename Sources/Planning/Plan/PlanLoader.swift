internal import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Planar
public import Workers

/// Reads plans, for a city that is loaded.
public enum PlanLoader {
  /// Reads one plan. A row that names a facility kind is a facility, any other a parcel.
  ///
  /// - Parameters:
  ///   - sources: Its files, as the project file states them or plain paths.
  ///   - facilitySources: Files that hold nothing but facilities.
  ///   - name: What the plan is called.
  ///   - city: Gives the working CRS, the units and the assumptions.
  ///   - vocabulary: The words to read data with.
  ///   - workers: How many tasks may run at a time.
  /// - Throws: `CityLoadError` with everything that makes the files unusable as a whole.
  public static func load(
    _ sources: [LayerSource], facilitySources: [LayerSource] = [], name: String, for city: City,
    vocabulary: Vocabulary, workers: Workers
  ) async throws -> Plan {
    var faults: [CityLoadError.Fault] = []
    var files: [LayerRole: [SourceFile]] = [:]
    for (source, isMixed) in sources.map({ ($0, true) }) + facilitySources.map({ ($0, false) }) {
      do throws(CityLoadError) {
        let layer = try await SourceFile.layer(source, workers)
        if isMixed {
          for file in try SourceFile.ofPlan(layer, source: source, vocabulary: vocabulary) {
            files[file.role, default: []].append(file)
          }
        } else {
          files[.facilities, default: []].append(
            try SourceFile(layer, role: .facilities, source: source, aliases: vocabulary.aliases))
        }
      } catch {
        faults += error.faults
      }
    }
    if !faults.isEmpty { throw CityLoadError(faults) }
    var loading = CityLoading(
      project: city.project, vocabulary: vocabulary, workers: workers, progress: nil,
      sources: files.reduce(into: [:]) {
        $0[$1.key] = SourceRows(role: $1.key, files: $1.value)
      })
    var plan = try await loading.plan(for: city)
    plan.name = name
    plan.sources = sources + facilitySources
    plan.facts = PlanFacts(
      [plan.parcels.rows.attributes, plan.facilities.rows.attributes],
      vocabulary.aliases.planFacts)
    return plan
  }
}

extension SourceFile {
  /// The rows of a plan's file that are parcels, and those that are facilities.
  ///
  /// - Throws: `CityLoadError` with everything that makes the file unusable.
  static func ofPlan(
    _ layer: Layer, source: LayerSource, vocabulary: Vocabulary
  ) throws(CityLoadError) -> [SourceFile] {
    let rows = PlanRows(layer, source: source, vocabulary: vocabulary)
    var files: [SourceFile] = []
    // A file without rows is one of parcels: it is looked at all the same.
    if !rows.parcels.isEmpty || rows.facilities.isEmpty {
      files.append(
        try SourceFile(
          layer, rows: rows.parcels, role: .parcels, source: source, vocabulary: vocabulary))
    }
    if !rows.facilities.isEmpty {
      files.append(
        try SourceFile(
          layer, rows: rows.facilities, role: .facilities, source: source, vocabulary: vocabulary))
    }
    return files
  }

  /// Some rows of a layer in one role, without what its source states for the other.
  fileprivate init(
    _ layer: Layer, rows: [Int], role: LayerRole, source: LayerSource,
    vocabulary: Vocabulary
  ) throws(CityLoadError) {
    let layer = layer.selecting(rows)
    var own = source
    own.fields = source.fields.filter { column, header in
      let isOther = LayerRole.allCases.contains { $0 != role && $0.column(column) != nil }
      guard role.column(column) != nil else { return !isOther }
      // Stated for the rows of the other role, where these say nothing in it.
      guard (role == .parcels ? LayerRole.facilities : .parcels).column(column) != nil,
        let cells = layer.attributes[header].map(CellReading.init)
      else { return true }
      return (0..<layer.count).contains { cells.text($0) != nil }
    }
    own.units = source.units.filter { own.fields[$0.key] != nil }
    try self.init(layer, role: role, source: own, aliases: vocabulary.aliases)
  }
}

/// Which rows of a plan's file are what.
private struct PlanRows {
  private(set) var parcels: [Int] = []
  private(set) var facilities: [Int] = []

  /// A row with a word for a kind is a facility; with a word that is no kind it is a parcel if it
  /// has people, as `用途: 住宅` is, and else a facility of an unknown kind.
  init(_ layer: Layer, source: LayerSource, vocabulary: Vocabulary) {
    let aliases = vocabulary.aliases
    func cells(_ name: String, of role: LayerRole) -> [CellReading] {
      let stated = source.fields.filter { role.column($0.key) != nil }
      let matching = FieldMatching(
        layer.attributes.names, role: role, stated: stated, aliases: aliases)
      return matching.cells(name, in: layer)
    }
    let kinds = cells("kind", of: .facilities)
    let people = ["households", "population"].flatMap { cells($0, of: .parcels) }
    let words = KindWords(source.kinds, vocabulary.kinds)
    for row in 0..<layer.count {
      let text = kinds.said(row, missing: aliases.missing)
      let hasPeople = people.contains { $0.text(row) != nil }
      if let text, words.kind(of: text) != nil || !hasPeople {
        facilities.append(row)
      } else {
        parcels.append(row)
      }
    }
  }
}

extension CityLoading {
  /// The rows as a plan for a city.
  ///
  /// - Parameter placeless: Ids of facilities that may be nowhere; what is to be built is somewhere.
  mutating func plan(
    for city: City, keepingPlaceless placeless: Set<String> = []
  ) async throws -> Plan {
    try await read()
    let ids = facilityValues.subjects.ids
    facilityRows.settlePlaceless { row in ids[row].map(placeless.contains) ?? false }
    _ = try await place(in: city.plane)
    let places = self.places
    let around = city.parcels.rows.wgs84.middles + city.facilities.rows.wgs84.middles
    note(StrayRows(places.all + around), places)
    let filling = UnitFilling(city.units, in: city.plane)
    var parcels = try await joinedParcels(filling)
    for row in 0..<parcels.count
    where parcelValues.columns.status[acceptedParcels.order[row]] == nil {
      parcels.status[row] = .new
    }
    // Declared parcels may be the city's as well; they are found when the two are joined.
    let served = acceptedFacilities.order.map { facilityValues.servedParcels[$0] }
    facilityValues.servedParcels = facilityValues.servedParcels.map { _ in [] }
    let search = AreaSearch(acceptedParcels.outlines, rows: Array(0..<parcels.count))
    var facilities = try await joinedFacilities(filling, parcels, search, in: city.plane)
    for row in 0..<facilities.count where facilities.status[row] == nil {
      facilities.status[row] = .new
    }
    let report = LoadReport([
      (parcelRows, parcelValues.subjects.ids), (facilityRows, facilityValues.subjects.ids),
    ])
    var project = city.project
    project.path = nil
    var plan = Plan(
      name: "", sources: [], parcels: parcels, facilities: facilities, servedParcelIDs: served,
      rejected: report.rejected.map(\.ofPlan),
      // What is planned is new and stands nowhere yet; what forms say of a project is no second name.
      notes: report.notes.filter {
        ![.missingStatus, .takenAsOpen].contains($0.code)
          && !$0.note.isAboutFact(vocabulary.aliases.planFacts)
      }
      .map(\.ofPlan),
      inputs: report.inputs(of: project).map(\.ofPlan))
    plan.setAside = try await setAside(filling, in: city.plane)
    return plan
  }
}

extension RejectedRow {
  fileprivate var ofPlan: RejectedRow {
    var row = self
    row.layer = "plan_\(layer)"
    return row
  }
}

extension DataNote {
  fileprivate var ofPlan: DataNote {
    var note = self
    note.layer = "plan_\(layer)"
    return note
  }
}

extension InputFile {
  fileprivate var ofPlan: InputFile {
    var file = self
    file.role = "plan_\(role)"
    return file
  }
}
