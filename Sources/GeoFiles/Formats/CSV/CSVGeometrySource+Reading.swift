import Documents
import Geodesy
import Planar

extension CSVGeometrySource {
  /// A column's geometry with what is to be said about it.
  struct Rows {
    var column = GeometryColumn()
    var notes: [ReadNote] = []
    var tally = ReadTally()
    /// What the cells themselves say that they are in.
    var crs: CRS?

    fileprivate mutating func note(
      _ severity: ReadNote.Severity, row: Int?, at place: FaultText, _ message: FaultText,
      lack: ReadNote.Lack? = nil
    ) {
      notes.append(
        ReadNote(severity: severity, row: row, place: place, message: message, lack: lack))
    }
  }

  /// One row of geometry for each of the table.
  func read(_ table: CSVTable) -> Rows {
    var rows = Rows()
    switch content {
    case .none, .nothingFound:
      for _ in table.lines { rows.column.appendNone() }
    case .points(let axes): Self.readPoints(table, axes, into: &rows)
    case .pairs(let column, let isLatitudeFirst):
      Self.readPairs(table, column, isLatitudeFirst, into: &rows)
    case .shapes(let column, let otherwise):
      Self.readShapes(table, column, otherwise, into: &rows)
    }
    return rows
  }

  // MARK: Points

  private static func readPoints(_ table: CSVTable, _ axes: Axes, into rows: inout Rows) {
    for row in table.lines.indices {
      let x = coordinate(table, column: axes.x, row: row, axis: .longitude, into: &rows)
      let y = coordinate(table, column: axes.y, row: row, axis: .latitude, into: &rows)
      if let x, let y {
        rows.column.appendPoint(x: x, y: y)
      } else {
        rows.column.appendNone()
      }
    }
  }

  /// One coordinate of a row; what is wrong with it is noted.
  private static func coordinate(
    _ table: CSVTable, column: Int, row: Int, axis: CoordinateText.Axis, into rows: inout Rows
  ) -> Double? {
    let cell = table.columns[column].utf8(of: row)
    do throws(CoordinateText.Fault) {
      let reading = try CoordinateText.read(cell)
      guard let found = reading.axis, found != axis else { return reading.value }
      let text = text(cell).prefix(40)
      rows.note(
        .unusable, row: row, at: "column \(table.names[column])",
        found == .latitude
          ? "\"\(text)\" is a latitude where a longitude belongs; swap the two columns"
          : "\"\(text)\" is a longitude where a latitude belongs; swap the two columns")
    } catch {
      rows.note(
        .unusable, row: row, at: "column \(table.names[column])", error.message(of: text(cell)),
        lack: error.lack)
    }
    return nil
  }

  private static func text(_ cell: ArraySlice<UInt8>) -> String {
    String(decoding: TypeInference.trimmed(cell), as: UTF8.self)
  }

  // MARK: Pairs

  private static func readPairs(
    _ table: CSVTable, _ column: Int, _ stated: Bool?, into rows: inout Rows
  ) {
    let place: FaultText = "column \(table.names[column])"
    var pairs: [(first: Double, second: Double)] = []
    pairs.reserveCapacity(table.lines.count)
    // Of rows that cannot be read otherwise: a latitude is never beyond 90.
    var votes = (straight: 0, swapped: 0)
    for row in table.lines.indices {
      let cell = table.columns[column].utf8(of: row)
      do throws(CoordinateText.Fault) {
        let (first, second) = try CoordinateText.readPair(cell)
        pairs.append((first.value, second.value))
        let isSwapped = first.axis == .latitude || second.axis == .longitude
        if isSwapped || (abs(second.value) > 90 && abs(first.value) <= 90) {
          votes.swapped += 1
        } else if first.axis != nil || (abs(first.value) > 90 && abs(second.value) <= 90) {
          votes.straight += 1
        }
      } catch {
        pairs.append((.nan, .nan))
        let message: FaultText =
          error == .notNumber
          ? "\"\(text(cell).prefix(40))\" is not a longitude and a latitude; write 113.8597,34.0592"
          : error.message(of: text(cell))
        rows.note(.unusable, row: row, at: place, message, lack: error.lack)
      }
    }
    let isLatitudeFirst = stated ?? (votes.swapped > votes.straight)
    if stated == nil, isLatitudeFirst {
      rows.note(
        .warning, row: nil, at: place, "has latitudes in front of longitudes, and is read so")
    }
    for pair in pairs {
      if pair.first.isNaN {
        rows.column.appendNone()
      } else {
        let (x, y) = isLatitudeFirst ? (pair.second, pair.first) : (pair.first, pair.second)
        rows.column.appendPoint(x: x, y: y)
      }
    }
  }

  // MARK: Shapes

  private static func readShapes(
    _ table: CSVTable, _ column: Int, _ otherwise: Axes?, into rows: inout Rows
  ) {
    var reader = ShapeReader()
    let place: FaultText = "column \(table.names[column])"
    for row in table.lines.indices {
      do throws(ShapeReader.Fault) {
        try reader.read(TypeInference.trimmed(table.columns[column].utf8(of: row)))
      } catch {
        if let point = otherwise.flatMap({ point(table, $0, row) }), reader.readPoint(point) {
          rows.note(
            .warning, row: row, at: place, "\(error.message); the coordinates beside it are read")
        } else {
          reader.readNone()
          rows.note(.unusable, row: row, at: place, error.message, lack: error.lack)
        }
      }
      for remark in reader.remarks { rows.note(.warning, row: row, at: place, remark) }
      if reader.hasHeights { rows.tally.heights.add(row) }
    }
    rows.column = reader.column
    if let srid = reader.srid {
      rows.crs = try? CRS(epsg: srid)
      if rows.crs == nil {
        rows.note(
          .warning, row: nil, at: place, "names the unknown CRS \(srid); state the layer's crs")
      }
    }
  }

  /// The point that the columns beside a shape give a row.
  private static func point(_ table: CSVTable, _ axes: Axes, _ row: Int) -> Point? {
    guard let x = try? CoordinateText.read(table.columns[axes.x].utf8(of: row)),
      let y = try? CoordinateText.read(table.columns[axes.y].utf8(of: row)),
      x.axis != .latitude, y.axis != .longitude
    else { return nil }
    return Point(x: x.value, y: y.value)
  }
}
