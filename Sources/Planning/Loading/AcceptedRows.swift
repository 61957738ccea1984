internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar
internal import Workers

/// The rows of a role that take part, sorted by id, with their geometry in the working CRS.
struct AcceptedRows: Sendable {
  /// Row among the role's files, by new row.
  var order: [Int] = []
  /// In the working CRS, valid.
  var geometry = GeometryColumn()
  var wgs84 = GeometryColumn()
  /// The point that stands for each row, in the working CRS.
  var places: [Point] = []
  /// The same where `outlines` are.
  var locations: [Point] = []
  /// What says which row lies in which: in degrees, where straight lines are straight whatever the
  /// working CRS; in the working CRS where its plane is the truth.
  var outlines: GeometryColumn { isOnGround ? wgs84 : geometry }
  private var isOnGround = false
  var attributes = AttributeTable(rowCount: 0)

  /// No rows.
  init() {}

  /// Chooses and sorts; the geometry comes with `place(_:in:_:)`.
  ///
  /// - Parameters:
  ///   - rows: Those that are not rejected take part.
  ///   - ids: One per row; present where the row is not rejected.
  ///   - rank: What comes before the id in the order of the rows.
  init(of rows: SourceRows, ids: [String?], rank: (Int) -> Int = { _ in 0 }) {
    self.init(of: rows, ids: ids, rejected: false, rank: rank)
  }

  /// Those that take part, or those that do not.
  init(of rows: SourceRows, ids: [String?], rejected: Bool, rank: (Int) -> Int = { _ in 0 }) {
    let isRejected = rows.isRejected
    order = IDOrder.sorted(
      isRejected.indices.filter { isRejected[$0] == rejected && !rows.totals.contains($0) },
      ids: ids.map { $0 ?? "" },
      rank: rank)
  }

  /// Moves the rows into the plane of the run, repairs what is not valid, and finds their places.
  ///
  /// - Parameters:
  ///   - rows: Take the notes on repairs, and the rejection of rows that nothing is left of.
  ///   - repairing: Whether what is not valid is repaired.
  mutating func place(
    _ rows: inout SourceRows, in plane: WorkingPlane, repairing: Bool = true, _ workers: Workers
  ) async throws {
    let tables = rows.files.map(\.layer.attributes)
    let chosen = order
    // Copied while the geometry is moved: each takes one core.
    async let picked = AttributeMerging.merged(tables).selecting(chosen)
    wgs84 = rows.wgs84.selecting(order)
    if rows.files.allSatisfy({ $0.crs == plane.crs }) {
      // What is in the working CRS already keeps its digits.
      geometry = GeometryColumn()
      for file in rows.files { geometry.append(contentsOf: file.layer.geometry) }
      let column = wgs84
      geometry = geometry.selecting(order)
        .emptying(column.kinds.indices.filter { column.kinds[$0] == .none })
    } else {
      geometry = try await wgs84.transformed(
        CoordinateTransform(from: .wgs84, to: plane.crs), workers: workers)
    }
    if repairing { try await repair(&rows, in: plane, workers) }
    attributes = await picked
    if order != chosen { attributes = AttributeMerging.merged(tables).selecting(order) }
    try await findPlaces(in: plane, workers)
  }

  private enum Repair: Sendable {
    case repaired(Geometry, reason: String)
    case collapsed(reason: String)
  }

  private mutating func repair(
    _ rows: inout SourceRows, in plane: WorkingPlane, _ workers: Workers
  ) async throws {
    let column = geometry
    let found = try await workers.map(column.count, grain: 8_192) { range in
      let engine = GeometryEngine()
      return try column.withBuffers { buffers in
        try range.compactMap { row in
          try Self.repair(row, of: column, buffers, engine).map { (row, $0) }
        }
      }
    }.flatMap { $0 }
    guard !found.isEmpty else { return }
    let back = try CoordinateTransform(from: plane.crs, to: .wgs84).makeTransformer()
    let repairs = Dictionary(uniqueKeysWithValues: found)
    var kept = AcceptedRows()
    for row in 0..<column.count {
      switch repairs[row] {
      case nil:
        kept.geometry.append(row: row, of: column)
        kept.wgs84.append(row: row, of: wgs84)
      case .collapsed(let reason):
        rows.records.reject(order[row], .collapsedGeometry(reason: reason.faultText))
        continue
      case .repaired(let geometry, let reason):
        let centre = geometry.envelope.centre
        func area(_ area: Double) -> Double {
          plane.ground.squareMetres(area, atX: centre.x, y: centre.y)
        }
        rows.records.note(
          order[row],
          .repairedGeometry(
            reason: reason.faultText, before: area(column.area(of: row)), after: area(geometry.area)
          ))
        kept.geometry.append(geometry)
        var moved = GeometryColumn()
        moved.append(geometry)
        moved.withMutableCoordinates { x, y in _ = back.transform(x: &x, y: &y) }
        kept.wgs84.append(contentsOf: moved)
      }
      kept.order.append(order[row])
    }
    self = kept
  }

  /// `nil`: nothing to repair.
  private static func repair(
    _ row: Int, of column: GeometryColumn, _ buffers: GeometryBuffers, _ engine: GeometryEngine
  ) throws -> Repair? {
    if buffers.isClearlyValid(row) { return nil }
    guard case .invalid(let reason, _) = try engine.validity(of: column[row]) else { return nil }
    guard let repaired = try? engine.makeValid(column[row]), repaired.kind.isPolygon,
      repaired.area > 0
    else { return .collapsed(reason: reason) }
    return .repaired(repaired, reason: reason)
  }
}

extension AcceptedRows {
  /// The place of each row. On the ground it follows from the row alone, so that other rows, which
  /// move the plane, do not move it.
  private mutating func findPlaces(in plane: WorkingPlane, _ workers: Workers) async throws {
    isOnGround = !plane.ground.isPlane
    let column = outlines
    let isOnGround = isOnGround
    locations = try await workers.map(column.count, grain: 16_384) { range in
      var local = GeometryColumn()
      return column.withBuffers { buffers in
        range.map { row in
          let found =
            isOnGround
            ? buffers.interiorPoint(ofDegrees: row, &local) : buffers.interiorPoint(of: row)
          return found ?? Point(x: .nan, y: .nan)
        }
      }
    }.flatMap { $0 }
    guard isOnGround else {
      places = locations
      return
    }
    let moved = try await CoordinateTransform(from: .wgs84, to: plane.crs).moved(
      x: locations.map(\.x), y: locations.map(\.y), workers: workers)
    places = zip(moved.x, moved.y).map { Point(x: $0, y: $1) }
  }

  /// The middle of each row, WGS 84; NaN where it is nowhere.
  var wgs84Places: [Point] { wgs84.middles }

  /// The columns that every subject has.
  func subjectRows(_ subjects: SubjectValues, _ rows: SourceRows) -> SubjectRows {
    SubjectRows(
      ids: order.map { subjects.ids[$0] ?? "" }, names: order.map { subjects.names[$0] },
      geometry: geometry, wgs84: wgs84,
      attributes: attributes,
      placeX: places.map(\.x), placeY: places.map(\.y),
      sourceRows: order.map { source in
        let (file, row) = rows.place(of: source)
        return rows.files[file].numberInFile(of: row)
      })
  }
}

extension GeometryBuffers {
  /// The interior point of a row in degrees, as it is in metres around the row.
  ///
  /// - Parameter local: Scratch memory.
  fileprivate func interiorPoint(ofDegrees row: Int, _ local: inout GeometryColumn) -> Point? {
    guard let first = vertices(ofRow: row).first else { return nil }
    if kinds[row] == .point { return Point(x: x[first], y: y[first]) }
    let frame = LocalFrame(longitude: x[first], latitude: y[first])
    local.replaceAll(with: row, of: self) { frame.position(longitude: $0, latitude: $1) }
    return local.interiorPoint(of: 0).map { point in
      let place = frame.place(x: point.x, y: point.y)
      return Point(x: place.longitude, y: place.latitude)
    }
  }
}
