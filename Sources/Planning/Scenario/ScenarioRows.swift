internal import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Planar

/// The rows of a scenario's file: what each does with which facility.
struct ScenarioRows {
  /// The file's rows with all that a facility needs to be loaded: those that say where they are, and
  /// those that are where the city has them.
  private(set) var placed: Layer
  private(set) var unplaced: Layer
  private(set) var steps: [Scenario.Step] = []
  /// By id, the row of the city's facilities; only of those that it has.
  private(set) var known: [String: Int] = [:]
  /// Ids of those that the file says a place of.
  private(set) var moved: Set<String> = []

  /// Reads what the rows are about.
  ///
  /// - Throws: `CityLoadError` with every row that says nothing that can be done.
  init(
    _ layer: Layer, source: LayerSource, of city: City, _ vocabulary: Vocabulary
  ) throws(CityLoadError) {
    let aliases = vocabulary.aliases
    let matching = FieldMatching(
      layer.attributes.names, role: .facilities, stated: source.fields, aliases: aliases)
    func texts(_ column: String) -> [String?] {
      let cells = matching.cells(column, in: layer)
      return (0..<layer.count).map { cells.said($0, missing: aliases.missing) }
    }
    let search = FacilityNames(city)
    let names = texts("name")
    var ids = texts("id")
    if matching.matches["id"] == nil, !layer.featureIDs.isEmpty { ids = layer.featureIDs }
    var kinds = texts("kind")
    let actions = Self.actions(layer, aliases)
    let hasPlace = layer.geometry.kinds.map { $0 != .none }
    var faults: [FaultText] = []
    var seen: Set<String> = []
    for row in 0..<layer.count {
      do throws(ScenarioFault) {
        var step = try ScenarioStep(
          word: actions[row], id: ids[row], name: names[row], hasPlace: hasPlace[row], search,
          aliases)
        guard step.id.isEmpty || seen.insert(step.id).inserted else {
          throw ScenarioFault("facility \(step.id) is in another row, too; put them into one")
        }
        let number = layer.numberInFile(of: row)
        if step.id.isEmpty { step.id = search.freeID(number) }
        ids[row] = step.id
        if let facility = step.facility {
          known[step.id] = facility
          if hasPlace[row] { moved.insert(step.id) }
          kinds[row] = kinds[row] ?? vocabulary.kinds.all[city.facilities.kind[facility]].id
        }
        steps.append(
          Scenario.Step(
            action: step.action, id: step.id,
            name: names[row] ?? step.facility.flatMap { city.facilities.rows.names[$0] },
            row: number))
      } catch {
        faults.append(layer.located(row, error.text))
      }
    }
    if layer.count == 0 { faults.append("there is no row in it, so nothing would be done") }
    if !faults.isEmpty {
      throw CityLoadError(faults.map { CityLoadError.Fault(file: source.path, message: $0) })
    }
    var layer = layer
    layer.attributes.set(matching.matches["id"]?.source ?? "id", .text(TextColumn(ids)))
    layer.attributes.set(matching.matches["kind"]?.source ?? "kind", .text(TextColumn(kinds)))
    placed = layer.selecting(hasPlace.indices.filter { hasPlace[$0] })
    let rest = hasPlace.indices.filter { !hasPlace[$0] }
    unplaced = layer.selecting(rest)
    // New ones without a place are refused when they are loaded, each with its row.
    unplaced.geometry = city.facilities.rows.wgs84.selecting(
      rest.compactMap { ids[$0].flatMap { known[$0] } })
    unplaced.crs = .wgs84
    unplaced.lacksGeometry = false
  }

  /// What the rows say is done.
  private static func actions(_ layer: Layer, _ aliases: FieldAliases) -> [String?] {
    let header = layer.attributes.names.first {
      aliases.scenario.column.contains(FoldedText.fold($0))
    }
    guard let cells = header.flatMap({ layer.attributes[$0] }).map(CellReading.init) else {
      return Array(repeating: nil, count: layer.count)
    }
    return (0..<layer.count).map { cells.text($0) }
  }
}

/// Why a row of a scenario cannot be done.
private struct ScenarioFault: Error {
  let text: FaultText

  init(_ text: FaultText) { self.text = text }
}

/// What one row does.
private struct ScenarioStep {
  let action: ScenarioAction
  /// Empty: it is new, and has none.
  var id: String
  /// Its row in the city; `nil`: it is new.
  let facility: Int?

  init(
    word: String?, id: String?, name: String?, hasPlace: Bool, _ search: FacilityNames,
    _ aliases: FieldAliases
  ) throws(ScenarioFault) {
    var stated: ScenarioAction?
    if let word, !aliases.missing.contains(FoldedText.fold(word)) {
      guard let action = aliases.scenario.action(of: word) else {
        throw ScenarioFault(
          "'\(word)' says nothing that can be done; write add (新增), move (迁移), close (关闭) or"
            + " change (调整)")
      }
      stated = action
    }
    if let id {
      facility = search.rows[id]
      self.id = id
    } else if let name, stated != .add {
      let found = search.rowsByName[name] ?? []
      if found.count > 1 {
        throw ScenarioFault(
          "\(found.count) facilities are called '\(name)'; write the id of the one")
      }
      facility = found.first
      self.id = facility.map { search.ids[$0] } ?? ""
    } else {
      facility = nil
      self.id = ""
    }
    if facility == nil, let id, search.rejected.contains(id) {
      throw ScenarioFault(
        "the city's row of facility \(id) takes no part, see rejected.geojson; mend it first, or give"
          + " another id")
    }
    if stated == nil, facility == nil, !hasPlace, id ?? name != nil {
      throw ScenarioFault("no facility has the id or name '\(id ?? name ?? "")'")
    }
    action = stated ?? (facility == nil ? .add : hasPlace ? .move : .change)
    switch action {
    case .add where facility != nil:
      throw ScenarioFault(
        "there is a facility \(self.id) already; write 'change' to alter it, or another id")
    case .move, .close, .change:
      if facility == nil {
        throw ScenarioFault("no facility has the id or name '\(id ?? name ?? "")'")
      }
      if action == .move, !hasPlace {
        throw ScenarioFault("it is to be moved, and there is no place in the row; give it one")
      }
    case .add:
      if !hasPlace {
        throw ScenarioFault("it is to be added, and there is no place in the row; give it one")
      }
    }
  }
}

/// The city's facilities by what rows may call them.
private struct FacilityNames {
  let ids: [String]
  let rows: [String: Int]
  let rowsByName: [String: [Int]]
  /// Ids of rows that take no part.
  let rejected: Set<String>

  init(_ city: City) {
    let facilities = city.facilities
    let left = city.rejected.filter { $0.layer == LayerRole.facilities.rawValue }
    rejected = Set(left.compactMap(\.id)).subtracting(facilities.rows.ids)
    ids = facilities.rows.ids
    rows = Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
    var named: [String: [Int]] = [:]
    for (row, name) in facilities.rows.names.enumerated() {
      if let name { named[name, default: []].append(row) }
    }
    rowsByName = named
  }

  /// An id that nobody has, for a new one of a row.
  func freeID(_ number: Int) -> String {
    var id = "scenario-\(number)"
    while rows[id] != nil { id += "'" }
    return id
  }
}

extension Layer {
  /// What is said of a row, with where it is in the file.
  fileprivate func located(_ row: Int, _ text: FaultText) -> FaultText {
    if !lines.isEmpty { return "line \(lines[row]): \(text)" }
    return "feature \(numberInFile(of: row)): \(text)"
  }
}
