internal import GeoFiles
internal import Geodesy
internal import Planar
internal import Workers

extension SourceRows {
  /// Fills `wgs84`, and rejects rows whose geometry is missing, of the wrong kind or nowhere.
  ///
  /// - Throws: `CityLoadError` where most of a file is nowhere, with the likely cause.
  mutating func locate(_ workers: Workers) async throws {
    var faults: [CityLoadError.Fault] = []
    for (index, file) in files.enumerated() {
      let geometry = file.layer.geometry
      let moved = try await geometry.transformed(
        CoordinateTransform(from: file.crs, to: .wgs84), workers: workers)
      var nowhere = Set(moved.rows(beyondX: 180, y: 90))
      if file.crs.isInDegrees { nowhere.formUnion(geometry.rows(beyondX: 180, y: 90)) }
      if let cause = CoordinateDoubt(file, wgs84: moved, nowhere: nowhere).cause() {
        faults.append(CityLoadError.Fault(file: file.source.path, message: cause))
      }
      let rows = nowhere.sorted()
      for row in rows {
        let (x, y) = Self.worst(of: row, geometry, moved)
        refusePlace(starts[index] + row, .outOfRange(x: x, y: y, crs: file.crs.description))
      }
      wgs84.append(contentsOf: moved.emptying(rows))
      rejectUnusable(file, firstRow: starts[index])
    }
    if !faults.isEmpty { throw CityLoadError(faults) }
  }

  /// The first vertex of a row that is nowhere, as it stands in the file.
  private static func worst(
    of row: Int, _ source: GeometryColumn, _ moved: GeometryColumn
  ) -> (Double, Double) {
    let vertices = source.vertices(ofRow: row)
    let vertex =
      vertices.first { !(abs(moved.x[$0]) <= 180 && abs(moved.y[$0]) <= 90) }
      ?? vertices.first { !(abs(source.x[$0]) <= 180 && abs(source.y[$0]) <= 90) }
      ?? vertices.lowerBound
    return (source.x[vertex], source.y[vertex])
  }

  /// What the reader of GeoJSON says about a row that has none; that of tables, that a cell is empty.
  private static let missingGeometry = "the feature has no geometry"

  private mutating func rejectUnusable(_ file: SourceFile, firstRow: Int) {
    var unusable: [Int: String] = [:]
    for note in file.layer.notes {
      guard let row = note.row else { continue }
      switch note.severity {
      case .unusable:
        let place = note.place.isEmpty ? "" : "\(note.place): "
        if unusable[row] == nil { unusable[row] = place + note.message }
      case .warning:
        records.note(firstRow + row, .readWarning(place: note.place, message: note.message))
      }
    }
    for (row, kind) in file.layer.geometry.kinds.enumerated() {
      if kind == .none {
        let message = unusable[row] ?? Self.missingGeometry
        refusePlace(
          firstRow + row,
          message.hasSuffix(Self.missingGeometry) || message.hasSuffix("is empty")
            ? .noGeometry : .unreadableGeometry(message: message))
      } else if kind.isLine {
        refusePlace(firstRow + row, .wrongGeometry(.line, role))
      } else if role == .entrances, kind.isPolygon {
        records.reject(firstRow + row, .wrongGeometry(.polygon, role))
      }
    }
  }

  /// A point within each row's extent, one per row that is somewhere.
  func centres(_ rows: [Int]) -> [Point] {
    wgs84.withBuffers { buffers in
      rows.compactMap { row in
        let envelope = buffers.envelope(of: row)
        return envelope.isEmpty ? nil : envelope.centre
      }
    }
  }
}
