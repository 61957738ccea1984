internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar

/// A file that was read, with its columns matched and its CRS known.
struct SourceFile: Sendable {
  let role: LayerRole
  let source: LayerSource
  let layer: Layer
  let crs: CRS
  /// The CRS, and where it is from.
  let crsNote: FaultText
  let matching: FieldMatching
  /// Whether rows are numbered, since the project says so, instead of having ids.
  let numbersRows: Bool
  /// Of facilities: whether `status` has words of operation, too.
  let statusTellsOperation: Bool
  /// Of facilities: columns that tell of operation besides those that are for it.
  let operationColumns: [OperationColumn]
  /// About the file as a whole.
  var notes: [Note]

  /// Puts a layer and what the project says about it together.
  ///
  /// - Throws: `CityLoadError` with everything that makes the file unusable.
  init(
    _ layer: Layer, role: LayerRole, source: LayerSource, aliases: FieldAliases
  ) throws(CityLoadError) {
    self.role = role
    self.source = source
    let (layer, renaming) = Self.renamed(layer, role, source)
    self.layer = layer
    numbersRows = source.numbersRows(layer.attributes.names)
    var stated = source.fields
    if numbersRows { stated["id"] = nil }
    var matching = FieldMatching(
      layer.attributes.names, role: role, stated: stated, units: source.units, aliases: aliases)
    if numbersRows { matching.leaveOut("id") }
    self.matching = matching
    statusTellsOperation =
      role == .facilities && Self.statusTellsOperation(layer, matching, aliases)
    operationColumns =
      role == .facilities ? Self.operationColumns(layer, matching, aliases) : []
    notes = []
    var messages = renaming + Self.columnFaults(layer, role, source: source, matching: matching)
    messages += Self.geometryFaults(layer, role, matching)
    var known: (crs: CRS, note: FaultText)?
    do throws(CityLoadError) {
      known = try Self.crs(layer, role, source: source, notes: &notes)
    } catch {
      messages += error.faults.map(\.text)
    }
    guard let known, messages.isEmpty else {
      throw CityLoadError(messages.map { CityLoadError.Fault(file: source.path, message: $0) })
    }
    (crs, crsNote) = known
    notes += matching.doubts.map {
      .columnMatchedTwice(column: $0.column, used: $0.used, second: $0.second)
    }
    notes += matching.unknownUnits.map {
      .unknownUnitOfColumn(column: $0.column, source: $0.source)
    }
    notes += matching.lookAlikes.map {
      .columnNotTaken(column: $0.column, source: $0.source, mayBe: $0.mayBe)
    }
    for column in role.columns {
      guard let match = matching.matches[column.name] else {
        let isNoted =
          matching.unknownUnits.contains { $0.column == column.name }
          || matching.lookAlikes.contains { $0.column == column.name }
        if Self.isMissed(column, of: role), !isNoted {
          notes.append(.missingColumn(column.name, role: role))
        }
        continue
      }
      if match.factor != .one {
        notes.append(.unitConverted(column: column.name, source: match.source, match.factor))
      }
    }
    if numbersRows { notes.append(.numberedRows) }
    if layer.count == 0 { notes.append(.noRows) }
    if role == .facilities, matching.matches["operating"] == nil, !statusTellsOperation,
      operationColumns.allSatisfy({ $0.sense == .remarks })
    {
      notes.append(.takenAsOpen)
    }
    for note in layer.notes where note.row == nil {
      notes.append(.readWarning(place: note.place, message: note.message))
    }
  }

  /// 1-based number of a row of the layer in the file.
  func numberInFile(of row: Int) -> Int { layer.numberInFile(of: row) }

  /// What the file calls one of our columns; our own name where it has none.
  func shownName(_ column: String) -> String { matching.matches[column]?.source ?? column }

  /// The file's columns that are one of ours, in the order in which they are read.
  func sources(_ column: String) -> [ColumnReading.Source] {
    (matching.matches[column].map { [$0] + $0.others } ?? []).compactMap { match in
      layer.attributes[match.source].map {
        ColumnReading.Source(
          cells: CellReading(column: $0), shown: match.source, factor: match.factor)
      }
    }
  }

  /// Columns that rules ask for so often that their absence is worth a word; a unit's own figures
  /// are asked for by few, and are mostly added up from its parcels.
  private static func isMissed(_ column: LayerColumn, of role: LayerRole) -> Bool {
    role != .units && ["households", "status", "floor_area"].contains(column.name)
  }

  private static func columnFaults(
    _ layer: Layer, _ role: LayerRole, source: LayerSource, matching: FieldMatching
  ) -> [FaultText] {
    let headers = layer.attributes.names
    let list: FaultText =
      headers.isEmpty
      ? "it has no columns"
      : "its columns: \(headers.joined(separator: ", "))\(separatorHint(of: headers))"
    var faults = matching.absent.map { absence -> FaultText in
      "there is no column '\(absence.stated)' for '\(absence.column)'"
        + "\(Spelling.hint(for: absence.stated, among: headers)); \(list)"
    }
    faults += matching.wrongUnits.map {
      "unknown unit '\($0.unit)' of '\($0.column)'\(Spelling.hint(for: $0.unit, among: $0.known)); "
        + "known units: \($0.known.joined(separator: ", "))"
    }
    for column in role.columns where column.isRequired && matching.matches[column.name] == nil {
      switch column.name {
      case "id" where !layer.featureIDs.isEmpty || source.numbersRows(headers): continue
      case "kind" where source.kinds["*"] != nil: continue
      case "level" where source.level != nil: continue
      case "parcel" where matching.matches["facility"] != nil: continue
      default: break
      }
      let more: FaultText =
        switch column.name {
        case "id": ", or `fields: {id: row}` to number the rows"
        case "kind": " (or `kinds: {'*': …}` if all are of one kind)"
        case "level": " (or `level: community` if all are of one level)"
        case "parcel": " (or `facility:` if they are entrances of facilities)"
        default: ""
        }
      faults.append(
        "no column was taken for '\(column.name)'; state `fields: {\(column.name): …}`\(more); \(list)"
      )
    }
    return faults
  }

  private static func crs(
    _ layer: Layer, _ role: LayerRole, source: LayerSource, notes: inout [Note]
  ) throws(CityLoadError) -> (crs: CRS, note: FaultText) {
    if let text = source.crs {
      let stated: CRS
      do {
        stated = try CRS(parsing: text)
      } catch {
        throw CityLoadError(source.path, "\(error)")
      }
      if let own = layer.crs, own != stated {
        notes.append(.crsOverridden(stated: "\(stated)", file: "\(own)"))
      }
      return (stated, "\(stated), stated in the project")
    }
    if let own = layer.crs { return (own, "\(own), from the file") }
    // What names its unit, or is one, needs no coordinates.
    if role == .facilities || role == .units,
      layer.geometry.kinds.allSatisfy({ $0 == .none })
    {
      return (.wgs84, "no coordinates")
    }
    throw CityLoadError(
      source.path,
      "the file does not say in which CRS it is; state it in the project file: "
        + "`\(role.rawValue): {file: \(source.path), crs: EPSG:4490}` (CGCS2000), or EPSG:4326 "
        + "(WGS 84), GCJ-02 (Amap), BD-09 (Baidu)")
  }
}
