// Read and written here and not by GEOS: a GeoPackage holds a million of these, and a column needs
// no objects in between.

extension GeometryColumn {
  /// Adds a row from well-known binary, of OGC, ISO or PostGIS: either byte order, z and m and SRID
  /// skipped. Of a collection the parts of the highest dimension; of what is empty `.none`.
  ///
  /// - Throws: `.malformedWKB` or `.unsupported`; the column is then as before.
  package mutating func appendWKB(_ bytes: UnsafeRawBufferPointer) throws(GeometryError) {
    var reader = WKBReader(bytes: bytes)
    do throws(GeometryError) {
      let dimension = try reader.highestDimension()
      reader.rewind()
      let kind = try reader.read(into: &self, dimension: dimension, depth: 0)
      endRow(kind)
    } catch {
      abandonRow()
      throw error
    }
  }

  /// Adds a row from well-known binary, of OGC, ISO or PostGIS, as from raw memory.
  ///
  /// - Throws: `.malformedWKB` or `.unsupported`; the column is then as before.
  package mutating func appendWKB(_ bytes: [UInt8]) throws(GeometryError) {
    // The outcome is carried out by hand: the closure's throws are not typed.
    let failure = bytes.withUnsafeBytes { buffer -> GeometryError? in
      do throws(GeometryError) {
        try appendWKB(buffer)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// A row as OGC well-known binary, little-endian; an empty collection for a row of kind `.none`.
  package func wkb(of row: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    appendWKB(of: row, to: &bytes)
    return bytes
  }

  /// Adds a row as OGC well-known binary to a buffer; see `wkb(of:)`.
  package func appendWKB(of row: Int, to bytes: inout [UInt8]) {
    let kind = kinds[row]
    let parts = parts(of: row)
    switch kind {
    case .none: WKBWriter.header(.collection, count: 0, to: &bytes)
    case .point, .lineString, .polygon:
      if let part = parts.first {
        appendPart(part, kind, to: &bytes)
      } else {
        WKBWriter.header(.collection, count: 0, to: &bytes)
      }
    case .multiPoint, .multiLineString, .multiPolygon:
      let type: WKBType =
        kind.isPoint ? .multiPoint : kind.isLine ? .multiLineString : .multiPolygon
      WKBWriter.header(type, count: parts.count, to: &bytes)
      for part in parts { appendPart(part, kind, to: &bytes) }
    }
  }

  private func appendPart(_ part: Int, _ kind: GeometryKind, to bytes: inout [UInt8]) {
    let rings = rings(of: part)
    if kind.isPolygon {
      WKBWriter.header(.polygon, count: rings.count, to: &bytes)
      for ring in rings {
        WKBWriter.append(UInt32(vertices(of: ring).count), to: &bytes)
        appendVertices(of: ring, to: &bytes)
      }
    } else if let ring = rings.first {
      let count = kind.isLine ? vertices(of: ring).count : nil
      WKBWriter.header(kind.isLine ? .lineString : .point, count: count, to: &bytes)
      appendVertices(of: ring, to: &bytes)
    }
  }

  private func appendVertices(of ring: Int, to bytes: inout [UInt8]) {
    for vertex in vertices(of: ring) {
      WKBWriter.append(x[vertex].bitPattern, to: &bytes)
      WKBWriter.append(y[vertex].bitPattern, to: &bytes)
    }
  }
}

/// The kinds of well-known binary that columns hold.
private enum WKBType: UInt32 {
  case point = 1
  case lineString
  case polygon
  case multiPoint
  case multiLineString
  case multiPolygon
  case collection

  /// `nil` for those that may hold anything.
  var dimension: Int? {
    switch self {
    case .point, .multiPoint: 0
    case .lineString, .multiLineString: 1
    case .polygon, .multiPolygon: 2
    case .collection: nil
    }
  }

  var isMulti: Bool { rawValue >= 4 }
}

private enum WKBWriter {
  static func header(_ type: WKBType, count: Int?, to bytes: inout [UInt8]) {
    bytes.append(1)
    append(type.rawValue, to: &bytes)
    if let count { append(UInt32(count), to: &bytes) }
  }

  static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

private struct WKBReader {
  let bytes: UnsafeRawBufferPointer
  private var position = 0
  /// Of the geometry at hand; each nested one states its own.
  private var isLittleEndian = true
  private var ordinates = 2

  init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  mutating func rewind() { position = 0 }

  /// The highest dimension of all that is not empty; 0 if all is empty.
  mutating func highestDimension() throws(GeometryError) -> Int {
    let type = try readHeader()
    if let dimension = type.dimension { return dimension }
    var scratch = GeometryColumn()
    for dimension in [2, 1] {
      rewind()
      if try read(into: &scratch, dimension: dimension, depth: 0) != .none { return dimension }
    }
    return 0
  }

  /// Adds the parts of one dimension and returns the kind of what was added.
  mutating func read(
    into column: inout GeometryColumn, dimension: Int, depth: Int
  ) throws(GeometryError) -> GeometryKind {
    // Bytes from anywhere must not exhaust the stack.
    guard depth < 32 else { throw malformed(.tooDeep) }
    let type = try readHeader()
    guard type.isMulti else {
      return try readPart(type, into: &column, isWanted: type.dimension == dimension)
    }
    var parts = 0
    var isMulti = type != .collection
    for _ in 0..<(try readCount(minimumBytes: 9)) {
      let kind = try read(into: &column, dimension: dimension, depth: depth + 1)
      if kind == .none { continue }
      parts += 1
      if kind == .multiPoint || kind == .multiLineString || kind == .multiPolygon { isMulti = true }
    }
    if parts == 0 { return .none }
    return Self.kind(dimension: dimension, isMulti: isMulti || parts > 1)
  }

  private static func kind(dimension: Int, isMulti: Bool) -> GeometryKind {
    switch dimension {
    case 0: isMulti ? .multiPoint : .point
    case 1: isMulti ? .multiLineString : .lineString
    default: isMulti ? .multiPolygon : .polygon
    }
  }

  private mutating func readPart(
    _ type: WKBType, into column: inout GeometryColumn, isWanted: Bool
  ) throws(GeometryError) -> GeometryKind {
    switch type {
    case .point:
      try require(bytes: ordinates * 8)
      let x = double(at: position)
      let y = double(at: position + 8)
      position += ordinates * 8
      // Well-known binary has no other way to write an empty point.
      if !isWanted || (x.isNaN && y.isNaN) { return .none }
      column.appendVertex(x: x, y: y)
      column.endRing()
    case .lineString:
      guard try readRing(into: &column, isWanted: isWanted) else { return .none }
    default:
      var rings = 0
      for _ in 0..<(try readCount(minimumBytes: 4)) {
        if try readRing(into: &column, isWanted: isWanted) { rings += 1 }
      }
      if rings == 0 { return .none }
    }
    column.endPart()
    return Self.kind(dimension: type.dimension ?? 0, isMulti: false)
  }

  /// Whether a ring was added: not if it is empty.
  private mutating func readRing(
    into column: inout GeometryColumn, isWanted: Bool
  ) throws(GeometryError) -> Bool {
    let stride = ordinates * 8
    let count = try readCount(minimumBytes: stride)
    let start = position
    position += count * stride
    guard isWanted, count > 0 else { return false }
    column.appendRing(vertexCount: count) { x, y in
      for vertex in 0..<count {
        x[vertex] = double(at: start + vertex * stride)
        y[vertex] = double(at: start + vertex * stride + 8)
      }
    }
    return true
  }

  private mutating func readHeader() throws(GeometryError) -> WKBType {
    try require(bytes: 5)
    let start = position
    guard bytes[position] <= 1 else {
      throw malformed(.byteOrder(bytes[position]))
    }
    isLittleEndian = bytes[position] == 1
    position += 1
    let code = try readUInt32()
    // PostGIS marks z, m and SRID in high bits, ISO adds 1000, 2000 or 3000.
    var base = code & 0x0FFF_FFFF
    let isoDimension = base / 1000
    base %= 1000
    let hasZ = code & 0x8000_0000 != 0 || isoDimension == 1 || isoDimension == 3
    let hasM = code & 0x4000_0000 != 0 || isoDimension == 2 || isoDimension == 3
    ordinates = 2 + (hasZ ? 1 : 0) + (hasM ? 1 : 0)
    if code & 0x2000_0000 != 0 { _ = try readUInt32() }
    if let type = WKBType(rawValue: base), isoDimension <= 3 { return type }
    if isoDimension <= 3, 8...17 ~= base { throw .unsupported(type: base) }
    throw .malformedWKB(byte: start, problem: .unknownType(code))
  }

  /// A count that the bytes left can hold, so that a wrong one asks for no memory.
  private mutating func readCount(minimumBytes: Int) throws(GeometryError) -> Int {
    let start = position
    let count = Int(try readUInt32())
    guard count <= (bytes.count - position) / minimumBytes else {
      throw .malformedWKB(byte: start, problem: .tooManyItems(count))
    }
    return count
  }

  private mutating func readUInt32() throws(GeometryError) -> UInt32 {
    try require(bytes: 4)
    let raw = bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self)
    position += 4
    return isLittleEndian ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  private func double(at offset: Int) -> Double {
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return Double(
      bitPattern: isLittleEndian ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
  }

  private func require(bytes needed: Int) throws(GeometryError) {
    guard bytes.count - position >= needed else {
      throw malformed(.cutOff(needed: needed))
    }
  }

  private func malformed(_ problem: WKBProblem) -> GeometryError {
    .malformedWKB(byte: position, problem: problem)
  }
}
