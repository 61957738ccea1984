internal import Documents
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
      async let median = WorkingCRS.median(of: geometry.finiteCentres)
      let moved = try await geometry.transformed(
        CoordinateTransform(from: file.crs, to: .wgs84), workers: workers)
      let places = ImpossiblePlaces(geometry, wgs84: moved, in: file.crs)
      let typical = await median
      typicalPlaces.append(typical)
      if let cause = CoordinateDoubt(file, typical: typical, places).cause() {
        faults.append(CityLoadError.Fault(file: file.source.path, message: cause))
      }
      if let typical, isGuess(file.crs, at: typical) {
        noteOfFile(
          index,
          .unknownShift(
            crs: file.crs.description, definition: file.crs.definitionWithShift))
      }
      var emptied = Set(places.reasons.keys)
      for (row, why) in places.reasons.sorted(by: { $0.key < $1.key }) {
        refusePlace(starts[index] + row, why)
      }
      let refused = refuseRows(of: file, firstRow: starts[index])
      emptied.formUnion(refused)
      wgs84.append(contentsOf: moved.emptying(emptied.sorted()))
      rejectUnusable(file, firstRow: starts[index], but: refused)
    }
    if !faults.isEmpty { throw CityLoadError(faults) }
  }

  private func isGuess(_ crs: CRS, at place: Point) -> Bool {
    let transformer = try? CoordinateTransform(from: crs, to: .wgs84).makeTransformer()
    return transformer?.isGuess(atX: place.x, y: place.y) ?? false
  }

  /// Rejects the rows of which nothing can be read, and answers them as numbers in the file.
  private mutating func refuseRows(of file: SourceFile, firstRow: Int) -> Set<Int> {
    var refused: Set<Int> = []
    for note in file.layer.notes where note.severity == .refused {
      guard let row = note.row, refused.insert(row).inserted else { continue }
      records.reject(firstRow + row, .unreadableRow(message: note.message))
    }
    return refused
  }

  private mutating func rejectUnusable(
    _ file: SourceFile, firstRow: Int, but refused: Set<Int>
  ) {
    var unusable: [Int: ReadNote] = [:]
    for note in file.layer.notes {
      guard let row = note.row, !refused.contains(row) else { continue }
      switch note.severity {
      case .unusable: if unusable[row] == nil { unusable[row] = note }
      case .refused: continue
      case .warning:
        records.note(firstRow + row, .readWarning(place: note.place, message: note.message))
      }
    }
    for (row, kind) in file.layer.geometry.kinds.enumerated() where !refused.contains(row) {
      if kind == .none {
        let note = unusable[row]
        if note?.lack == .empty || file.layer.lacksGeometry {
          let isRemark = file.isRemark(row)
          if isRemark || file.isTotal(row) {
            leaveOut(firstRow + row, isRemark ? .remarkRow : .totalRow)
            continue
          }
        }
        if let note, note.lack == nil {
          refusePlace(firstRow + row, .unreadableGeometry(message: note.text))
        } else {
          refusePlace(firstRow + row, .noGeometry)
        }
      } else if kind.isLine {
        refusePlace(firstRow + row, .wrongGeometry(.line, role))
      } else if role == .entrances, kind.isPolygon {
        records.reject(firstRow + row, .wrongGeometry(.polygon, role))
      }
    }
  }

  /// Where the rows are that take part.
  var takenCentres: [Point] {
    let isRejected = isRejected
    return centres((0..<count).filter { !isRejected[$0] && !totals.contains($0) })
  }

  /// A point within each row's extent, one per row that is somewhere.
  func centres(_ rows: some Sequence<Int>) -> [Point] {
    wgs84.withBuffers { buffers in
      rows.compactMap { row in
        let envelope = buffers.envelope(of: row)
        return envelope.isEmpty ? nil : envelope.centre
      }
    }
  }
}

extension GeometryColumn {
  /// The middle of each row's extent; NaN where it is nowhere.
  var middles: [Point] {
    withBuffers { buffers in
      (0..<buffers.count).map { row in
        let box = buffers.envelope(of: row)
        return box.isEmpty ? Point(x: .nan, y: .nan) : box.centre
      }
    }
  }

  /// Those of rows that have one.
  var finiteCentres: [Point] { middles.filter { $0.x.isFinite && $0.y.isFinite } }
}
