internal import CGEOS

// MARK: From a column

extension GEOSHandle {
  /// A geometry of GEOS with the coordinates of a row; an empty polygon for a row without any.
  init(_ geometry: Geometry, in context: GEOSContext) throws(GeometryError) {
    try self.init(row: geometry.row, of: geometry.column, in: context)
  }

  init(row: Int, of column: GeometryColumn, in context: GEOSContext) throws(GeometryError) {
    // The closure cannot return a value that is not copyable: the pointer crosses bare.
    let pointer = try column.withBuffers { (buffers) throws(GeometryError) -> OpaquePointer? in
      try buffers.check(row)
      return try buffers.makeHandle(row, in: context).release()
    }
    try self.init(adopting: pointer, from: "GEOSGeom_create", in: context)
  }

  /// All rows as one collection.
  static func collecting(
    _ column: GeometryColumn, in context: GEOSContext
  ) throws(GeometryError) -> GEOSHandle {
    var members = GEOSHandleList(in: context)
    for row in 0..<column.count {
      members.append(try GEOSHandle(row: row, of: column, in: context))
    }
    return try members.collect(as: GEOS_GEOMETRYCOLLECTION)
  }
}

extension GeometryBuffers {
  /// What GEOS would refuse, or accept and then fail on.
  fileprivate func check(_ row: Int) throws(GeometryError) {
    for vertex in vertices(ofRow: row) where !(x[vertex].isFinite && y[vertex].isFinite) {
      throw .notFinite(Point(x: x[vertex], y: y[vertex]))
    }
    if kinds[row].isPoint { return }
    for ring in rings(ofRow: row) {
      let vertices = vertices(of: ring)
      guard let head = vertices.first, let tail = vertices.last else { continue }
      let first = Point(x: x[head], y: y[head])
      let last = Point(x: x[tail], y: y[tail])
      if vertices.count < (kinds[row].isPolygon ? 3 : 2) {
        throw .tooFewVertices(count: vertices.count, at: first)
      }
      if kinds[row].isPolygon, first != last { throw .ringNotClosed(first: first, last: last) }
    }
  }

  fileprivate func makeHandle(
    _ row: Int, in context: GEOSContext
  ) throws(GeometryError) -> GEOSHandle {
    switch kinds[row] {
    case .none: try makeEmpty(in: context)
    case .point, .lineString, .polygon:
      if let part = parts(of: row).first {
        try makePart(part, kinds[row], in: context)
      } else {
        try makeEmpty(in: context)
      }
    case .multiPoint: try makeMulti(row, GEOS_MULTIPOINT, in: context)
    case .multiLineString: try makeMulti(row, GEOS_MULTILINESTRING, in: context)
    case .multiPolygon: try makeMulti(row, GEOS_MULTIPOLYGON, in: context)
    }
  }

  /// A polygon, not a collection: GEOS refuses to relate a collection to anything.
  private func makeEmpty(in context: GEOSContext) throws(GeometryError) -> GEOSHandle {
    try GEOSHandle(
      adopting: GEOSGeom_createEmptyPolygon_r(context.raw), from: "GEOSGeom_createEmptyPolygon_r",
      in: context)
  }

  private func makeMulti(
    _ row: Int, _ type: GEOSGeomTypes, in context: GEOSContext
  ) throws(GeometryError) -> GEOSHandle {
    var members = GEOSHandleList(in: context)
    for part in parts(of: row) {
      members.append(try makePart(part, kinds[row], in: context))
    }
    return try members.collect(as: type)
  }

  private func makePart(
    _ part: Int, _ kind: GeometryKind, in context: GEOSContext
  ) throws(GeometryError) -> GEOSHandle {
    let rings = rings(of: part)
    guard let first = rings.first else { return try makeEmpty(in: context) }
    let sequence = try makeSequence(first, in: context)
    if kind.isPoint {
      return try GEOSHandle(
        adopting: GEOSGeom_createPoint_r(context.raw, sequence), from: "GEOSGeom_createPoint_r",
        in: context)
    }
    if kind.isLine {
      return try GEOSHandle(
        adopting: GEOSGeom_createLineString_r(context.raw, sequence),
        from: "GEOSGeom_createLineString_r", in: context)
    }
    let shell = try makeRing(sequence, in: context)
    var holes = GEOSHandleList(in: context)
    for ring in rings.dropFirst() {
      holes.append(try makeRing(try makeSequence(ring, in: context), in: context))
    }
    return try holes.makePolygon(shell: shell)
  }

  private func makeRing(
    _ sequence: OpaquePointer, in context: GEOSContext
  ) throws(GeometryError) -> GEOSHandle {
    try GEOSHandle(
      adopting: GEOSGeom_createLinearRing_r(context.raw, sequence),
      from: "GEOSGeom_createLinearRing_r", in: context)
  }

  /// Owned by the geometry that is made of it next, which takes it over also when it fails.
  private func makeSequence(
    _ ring: Int, in context: GEOSContext
  ) throws(GeometryError) -> OpaquePointer {
    let vertices = vertices(of: ring)
    let sequence = GEOSCoordSeq_copyFromArrays_r(
      context.raw, x.baseAddress?.advanced(by: vertices.lowerBound),
      y.baseAddress?.advanced(by: vertices.lowerBound), nil, nil, UInt32(vertices.count))
    guard let sequence else { throw context.takeError(in: "GEOSCoordSeq_copyFromArrays_r") }
    return sequence
  }
}

// MARK: Into a column

extension GEOSHandle {
  /// This geometry as a value of its own.
  borrowing func value() throws(GeometryError) -> Geometry {
    var column = GeometryColumn()
    try append(to: &column)
    return Geometry(only: column)
  }

  /// Adds this geometry as a row; of a collection the parts of the highest dimension, so that the
  /// polygons of an overlay come without the lines and points where its inputs only touch.
  borrowing func append(to column: inout GeometryColumn) throws(GeometryError) {
    do throws(GeometryError) {
      let reader = GEOSReader(context: context)
      let dimension = try reader.dimension(of: raw)
      let parts = try reader.appendParts(of: raw, dimension: dimension, to: &column)
      column.endRow(reader.kind(of: raw, dimension: dimension, parts: parts))
    } catch {
      column.abandonRow()
      throw error
    }
  }
}

/// Reads geometries that belong to a handle.
private struct GEOSReader {
  let context: GEOSContext

  func kind(of geometry: OpaquePointer, dimension: Int32, parts: Int) -> GeometryKind {
    if parts == 0 { return .none }
    let type = GEOSGeomTypes(UInt32(bitPattern: GEOSGeomTypeId_r(context.raw, geometry)))
    let isMulti =
      parts > 1 || type == GEOS_MULTIPOINT || type == GEOS_MULTILINESTRING
      || type == GEOS_MULTIPOLYGON
    switch dimension {
    case 0: return isMulti ? .multiPoint : .point
    case 1: return isMulti ? .multiLineString : .lineString
    default: return isMulti ? .multiPolygon : .polygon
    }
  }

  /// The highest dimension of what is not empty; GEOS itself counts empty members of a collection.
  func dimension(of geometry: OpaquePointer) throws(GeometryError) -> Int32 {
    if try isEmpty(geometry) { return 0 }
    let type = GEOSGeomTypes(UInt32(bitPattern: GEOSGeomTypeId_r(context.raw, geometry)))
    guard type == GEOS_GEOMETRYCOLLECTION else {
      return GEOSGeom_getDimensions_r(context.raw, geometry)
    }
    var highest: Int32 = 0
    for member in try members(of: geometry) {
      highest = max(highest, try dimension(of: member))
    }
    return highest
  }

  private func members(of geometry: OpaquePointer) throws(GeometryError) -> [OpaquePointer] {
    let count = GEOSGetNumGeometries_r(context.raw, geometry)
    guard count >= 0 else { throw context.takeError(in: "GEOSGetNumGeometries_r") }
    var members: [OpaquePointer] = []
    members.reserveCapacity(Int(count))
    for index in 0..<count {
      guard let member = GEOSGetGeometryN_r(context.raw, geometry, index) else {
        throw context.takeError(in: "GEOSGetGeometryN_r")
      }
      members.append(member)
    }
    return members
  }

  /// The number of parts added.
  func appendParts(
    of geometry: OpaquePointer, dimension: Int32, to column: inout GeometryColumn
  ) throws(GeometryError) -> Int {
    switch GEOSGeomTypes(UInt32(bitPattern: GEOSGeomTypeId_r(context.raw, geometry))) {
    case GEOS_POINT, GEOS_LINESTRING, GEOS_LINEARRING:
      guard GEOSGeom_getDimensions_r(context.raw, geometry) == dimension else { return 0 }
      guard try !isEmpty(geometry) else { return 0 }
      try appendRing(geometry, to: &column)
      column.endPart()
      return 1
    case GEOS_POLYGON:
      guard dimension == 2, try !isEmpty(geometry) else { return 0 }
      try appendRing(GEOSGetExteriorRing_r(context.raw, geometry), to: &column)
      let holes = GEOSGetNumInteriorRings_r(context.raw, geometry)
      guard holes >= 0 else { throw context.takeError(in: "GEOSGetNumInteriorRings_r") }
      for hole in 0..<holes {
        try appendRing(GEOSGetInteriorRingN_r(context.raw, geometry, hole), to: &column)
      }
      column.endPart()
      return 1
    default:
      var parts = 0
      for member in try members(of: geometry) {
        parts += try appendParts(of: member, dimension: dimension, to: &column)
      }
      return parts
    }
  }

  private func isEmpty(_ geometry: OpaquePointer) throws(GeometryError) -> Bool {
    try context.answer(GEOSisEmpty_r(context.raw, geometry), from: "GEOSisEmpty_r")
  }

  private func appendRing(
    _ ring: OpaquePointer?, to column: inout GeometryColumn
  ) throws(GeometryError) {
    guard let ring, let sequence = GEOSGeom_getCoordSeq_r(context.raw, ring) else {
      throw context.takeError(in: "GEOSGeom_getCoordSeq_r")
    }
    var count: UInt32 = 0
    guard GEOSCoordSeq_getSize_r(context.raw, sequence, &count) == 1 else {
      throw context.takeError(in: "GEOSCoordSeq_getSize_r")
    }
    try column.appendRing(vertexCount: Int(count)) { (x, y) throws(GeometryError) in
      let code = GEOSCoordSeq_copyToArrays_r(
        context.raw, sequence, x.baseAddress, y.baseAddress, nil, nil)
      guard code == 1 else { throw context.takeError(in: "GEOSCoordSeq_copyToArrays_r") }
    }
  }
}
