import Planar

/// Where a table has its geometry, as indices of columns.
enum CSVGeometrySource {
  case points(x: Int, y: Int)
  case wkt(Int)
  /// The caller wants none.
  case none
  /// No column looks like it.
  case nothingFound

  /// A column's geometry with what is to be said about it.
  struct Rows {
    var column = GeometryColumn()
    var notes: [ReadNote] = []
    var tally = ReadTally()
  }

  private static let aliases: [(x: Set<String>, y: Set<String>)] = [
    (["lon", "lng", "long", "longitude", "经度"], ["lat", "latitude", "纬度"]),
    (["x", "point_x", "x坐标", "坐标x"], ["y", "point_y", "y坐标", "坐标y"]),
  ]
  private static let wktAliases: Set<String> = [
    "wkt", "geom", "geometry", "the_geom", "wkt_geom", "wkt_geometry",
  ]

  init(
    _ wanted: ReadOptions.GeometrySource, in table: CSVTable, path: String
  ) throws(LayerFileError) {
    func index(of name: String) throws(LayerFileError) -> Int {
      if let index = table.names.firstIndex(of: name) { return index }
      throw .invalid(
        path: path, place: "header",
        message: "there is no column \"\(name)\"; the columns are "
          + table.names.joined(separator: ", "))
    }
    switch wanted {
    case .none: self = .none
    case .columns(let x, let y): self = .points(x: try index(of: x), y: try index(of: y))
    case .wkt(let column): self = .wkt(try index(of: column))
    case .automatic: self = Self.found(in: table.names.map { $0.lowercased() })
    }
  }

  private static func found(in names: [String]) -> CSVGeometrySource {
    if let wkt = names.firstIndex(where: wktAliases.contains) { return .wkt(wkt) }
    for (xNames, yNames) in aliases {
      if let x = names.firstIndex(where: xNames.contains),
        let y = names.firstIndex(where: yNames.contains)
      {
        return .points(x: x, y: y)
      }
    }
    return .nothingFound
  }

  /// One row of geometry for each of the table.
  func read(_ table: CSVTable) -> Rows {
    var rows = Rows()
    switch self {
    case .none, .nothingFound:
      for _ in table.lines { rows.column.appendNone() }
    case .points(let x, let y): Self.readPoints(table, x, y, into: &rows)
    case .wkt(let column): Self.readWKT(table, column, into: &rows)
    }
    return rows
  }

  private static func readPoints(_ table: CSVTable, _ x: Int, _ y: Int, into rows: inout Rows) {
    for row in table.lines.indices {
      var values: [Double] = []
      for index in [x, y] {
        let text = String(
          decoding: TypeInference.trimmed(table.columns[index].utf8(of: row)), as: UTF8.self)
        if let value = Double(text), value.isFinite {
          values.append(value)
        } else {
          let message = text.isEmpty ? "is empty" : "\"\(text.prefix(40))\" is not a number"
          rows.notes.append(
            ReadNote(
              severity: .unusable, row: row, place: "column \(table.names[index])",
              message: message))
        }
      }
      if values.count == 2 {
        rows.column.appendPoint(x: values[0], y: values[1])
      } else {
        rows.column.appendNone()
      }
    }
  }

  private static func readWKT(_ table: CSVTable, _ column: Int, into rows: inout Rows) {
    var reader = WKTReader()
    let place = "column \(table.names[column])"
    func note(_ severity: ReadNote.Severity, _ row: Int, _ message: String) {
      rows.notes.append(
        ReadNote(severity: severity, row: row, place: place, message: message))
    }
    for row in table.lines.indices {
      let text = TypeInference.trimmed(table.columns[column].utf8(of: row))
      guard !text.isEmpty else {
        reader.readNone()
        note(.unusable, row, "is empty")
        continue
      }
      do throws(WKTReader.Fault) {
        try reader.read(text)
      } catch {
        note(.unusable, row, "at character \(error.character): \(error.message)")
      }
      for remark in reader.remarks { note(.warning, row, remark) }
      if reader.hasHeights { rows.tally.heights.add(row) }
    }
    rows.column = reader.column
  }
}
