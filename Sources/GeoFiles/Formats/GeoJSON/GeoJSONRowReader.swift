import Documents
import Planar

/// Reads features from tapes, each as one row, and collects them in a batch.
final class GeoJSONRowReader {
  private let jsonColumns: Set<String>
  private let geometry = GeoJSONGeometryReader()
  @exclusivity(unchecked)
  private var columns: [ColumnBuilder] = []
  private var featureIDs: [String?] = []
  private var lines: [Int] = []
  private var notes: [ReadNote] = []
  private var tally = ReadTally()

  /// - Parameter jsonColumns: Properties known to hold mixed values; for them the tapes must have
  ///   offsets.
  init(jsonColumns: Set<String>) { self.jsonColumns = jsonColumns }

  /// Number of rows read.
  var rowCount: Int { geometry.column.count }

  /// Everything read so far.
  func finish(lineCount: Int = 0) -> RowBatch {
    var batch = RowBatch()
    batch.geometry = geometry.column
    batch.columns = columns.map { $0.finish(rowCount: rowCount) }
    if !featureIDs.isEmpty {
      featureIDs.append(contentsOf: repeatElement(nil, count: rowCount - featureIDs.count))
    }
    batch.featureIDs = featureIDs
    batch.lines = lines
    batch.notes = notes
    batch.tally = tally
    batch.lineCount = lineCount
    return batch
  }

  /// Reads the items of an array of features.
  func readFeatures(_ tape: JSONTape, _ array: Int) {
    var at = array + 1
    while tape.tag(at) != JSONTape.Tag.closeArray {
      readFeature(tape, at)
      at = tape.after(at)
    }
  }

  /// Says on which line the rows from `firstRow` on began.
  func setLine(_ line: Int, from firstRow: Int) {
    while lines.count < rowCount { lines.append(lines.count < firstRow ? 0 : line) }
  }

  /// A row for text that could not be read at all.
  func readUnusable(_ message: FaultText) {
    note(.unusable, "", message)
    geometry.readNone()
  }

  /// A row for a geometry that is not in a feature.
  func readBareGeometry(_ tape: JSONTape, _ index: Int) {
    readGeometry(tape, index, at: "")
  }

  // MARK: Features

  private struct Members {
    var type: Int?
    var geometry: Int?
    var properties: Int?
    var id: Int?
  }

  /// Reads one feature as the next row; a bad one becomes a row without geometry.
  func readFeature(_ tape: JSONTape, _ index: Int) {
    guard tape.tag(index) == JSONTape.Tag.openObject else {
      return readUnusable("is \(tape.kindName(index)), not a feature")
    }
    let members = members(tape, index)
    if let id = members.id { readID(tape, id) }
    if let properties = members.properties {
      readProperties(tape, properties)
    } else {
      tally.missingProperties.add(rowCount)
    }
    if let type = members.type {
      if !tape.isString(type, "Feature") {
        let found: FaultText =
          tape.tag(type) == JSONTape.Tag.string
          ? "\"\(tape.text(type).prefix(40))\"" : tape.kindName(type)
        note(.warning, "type", "is \(found), not \"Feature\"; it was read as a feature")
      }
    } else {
      note(.warning, "", "has no member \"type\"; it was read as a feature")
    }
    guard let geometry = members.geometry else {
      note(.unusable, "", "has no member \"geometry\"")
      self.geometry.readNone()
      return
    }
    readGeometry(tape, geometry, at: "geometry")
  }

  /// Reads the items of an array of features of Esri's.
  func readEsriFeatures(_ tape: JSONTape, _ array: Int) {
    for feature in tape.items(of: array) {
      var members: [String: Int] = [:]
      tape.members(of: feature) { members[$0] = $1 }
      if let attributes = members["attributes"] { readProperties(tape, attributes) }
      readGeometry(tape, members["geometry"], at: "geometry") {
        reader, index throws(GeometryFault) in
        try reader.readEsri(tape, index)
      }
    }
  }

  private func members(_ tape: JSONTape, _ index: Int) -> Members {
    var members = Members()
    var at = index + 1
    while tape.tag(at) == JSONTape.Tag.string {
      let key = tape.string(at)
      let value = at + 1
      if key.equals("type") {
        warnIfRepeated(members.type, "type")
        members.type = value
      } else if key.equals("geometry") {
        warnIfRepeated(members.geometry, "geometry")
        members.geometry = value
      } else if key.equals("properties") {
        warnIfRepeated(members.properties, "properties")
        members.properties = value
      } else if key.equals("id") {
        warnIfRepeated(members.id, "id")
        members.id = value
      } else if key.equals("bbox") {
        if let fault = BoundingBox.fault(tape, value) { note(.warning, "bbox", fault) }
      } else if key.equals("coordinates") || key.equals("geometries") || key.equals("features") {
        note(
          .warning, tape.text(at), "a feature must not have this member; it is left out")
      }
      at = tape.after(value)
    }
    return members
  }

  private func warnIfRepeated(_ earlier: Int?, _ name: String) {
    if earlier != nil { note(.warning, name, "is named twice; the last one counts") }
  }

  private func readID(_ tape: JSONTape, _ index: Int) {
    let text: String
    switch tape.tag(index) {
    case JSONTape.Tag.string: text = tape.text(index)
    case JSONTape.Tag.integer: text = String(Int64(bitPattern: tape.words[index + 1]))
    case JSONTape.Tag.unsigned: text = String(tape.words[index + 1])
    case JSONTape.Tag.real: text = Double(bitPattern: tape.words[index + 1]).description
    case JSONTape.Tag.huge: text = tape.raw(index).map { String(decoding: $0, as: UTF8.self) } ?? ""
    default:
      let kind = tape.kindName(index)
      return note(.warning, "id", "is \(kind), not a string or a number; it is left out")
    }
    let missing = rowCount - featureIDs.count
    if missing > 0 { featureIDs.append(contentsOf: repeatElement(nil, count: missing)) }
    featureIDs.append(text)
  }

  // MARK: Geometry

  private func readGeometry(_ tape: JSONTape, _ index: Int, at place: String) {
    readGeometry(tape, index, at: place) { reader, index throws(GeometryFault) in
      try reader.read(tape, index)
    }
  }

  private func readGeometry(
    _ tape: JSONTape, _ index: Int?, at place: String,
    _ read: (GeoJSONGeometryReader, Int) throws(GeometryFault) -> Void
  ) {
    guard let index, tape.tag(index) != JSONTape.Tag.null else {
      note(.unusable, place, "the feature has no geometry", lack: .absent)
      geometry.readNone()
      return
    }
    let row = rowCount
    do throws(GeometryFault) {
      try read(geometry, index)
    } catch {
      note(
        .unusable, Self.join(place, error.place), error.message, row: row, lack: error.lack)
    }
    if geometry.hasHeights { tally.heights.add(row) }
    for remark in geometry.remarks {
      note(.warning, Self.join(place, remark.place), remark.message, row: row)
    }
  }

  private static func join(_ place: String, _ below: String) -> String {
    place.isEmpty ? String(below.drop { $0 == "." }) : place + below
  }

  private func note(
    _ severity: ReadNote.Severity, _ place: String, _ message: FaultText, row: Int? = nil,
    lack: ReadNote.Lack? = nil
  ) {
    notes.append(
      ReadNote(
        severity: severity, row: row ?? rowCount,
        place: place.isEmpty ? nil : FaultText(verbatim: place), message: message, lack: lack))
  }

  // MARK: Properties

  private func readProperties(_ tape: JSONTape, _ index: Int) {
    guard tape.tag(index) == JSONTape.Tag.openObject else {
      if tape.tag(index) != JSONTape.Tag.null {
        let kind = tape.kindName(index)
        note(.warning, "properties", "is \(kind), not an object; the row has no attributes")
      }
      return
    }
    let row = rowCount
    var at = index + 1
    var place = 0
    while tape.tag(at) == JSONTape.Tag.string {
      let column = column(named: tape.string(at), expectedAt: place)
      if column.lastRow == row {
        column.removeValue(row: row)
        note(
          .warning, "properties.\(column.name)", "is named twice in a feature; the last one counts")
      }
      column.lastRow = row
      readValue(tape, at + 1, into: column, row: row)
      at = tape.after(at + 1)
      place += 1
    }
  }

  /// Features of a file name their properties in the same order, so the guess is mostly right.
  private func column(
    named name: UnsafeBufferPointer<UInt8>, expectedAt place: Int
  ) -> ColumnBuilder {
    if place < columns.count, columns[place].isNamed(name) { return columns[place] }
    if let known = columns.first(where: { $0.isNamed(name) }) { return known }
    let text = String(decoding: name, as: UTF8.self)
    let column = ColumnBuilder(name: name, isJSON: jsonColumns.contains(text))
    columns.append(column)
    return column
  }

  private func readValue(_ tape: JSONTape, _ index: Int, into column: ColumnBuilder, row: Int) {
    if column.isJSON {
      guard tape.tag(index) != JSONTape.Tag.null, let raw = tape.raw(index) else { return }
      return column.append(utf8: raw, row: row)
    }
    switch tape.tag(index) {
    case JSONTape.Tag.string: column.append(utf8: tape.string(index), row: row)
    case JSONTape.Tag.integer:
      column.append(integer: Int64(bitPattern: tape.words[index + 1]), row: row)
    case JSONTape.Tag.real:
      column.append(real: Double(bitPattern: tape.words[index + 1]), row: row)
    case JSONTape.Tag.yes: column.append(boolean: true, row: row)
    case JSONTape.Tag.no: column.append(boolean: false, row: row)
    case JSONTape.Tag.null: break
    default: column.markMixed()
    }
  }
}
