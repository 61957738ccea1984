import Documents
import Planar

/// Reads cells of well-known text or binary, each as a row: of OGC, or with a SRID as PostGIS has them.
struct ShapeReader {
  /// What is wrong with a cell.
  struct Fault: Error {
    let message: FaultText
    var lack: ReadNote.Lack?
  }

  private(set) var column = GeometryColumn()
  /// What was repaired in the last row.
  private(set) var remarks: [FaultText] = []
  /// Whether the last row had a third coordinate.
  private(set) var hasHeights = false
  /// The SRID of the rows; `nil`: no row has one.
  private(set) var srid: Int?
  private var wkt = WKTReader()

  /// Whether a cell is one by its looks.
  static func looksLikeShape(_ bytes: ArraySlice<UInt8>) -> Bool {
    if hex(bytes) != nil { return true }
    let head = String(decoding: bytes.prefix(24), as: UTF8.self).uppercased()
    let words = ["SRID=", "POINT", "MULTI", "POLYGON", "LINESTRING", "GEOMETRYCOLLECTION"]
    guard words.contains(where: head.hasPrefix) else { return false }
    return bytes.contains(UInt8(ascii: "(")) || head.contains("EMPTY")
  }

  /// Reads the next row; there is none yet if a fault is thrown.
  mutating func read(_ bytes: ArraySlice<UInt8>) throws(Fault) {
    remarks = []
    hasHeights = false
    guard !bytes.isEmpty else { throw none("is empty", .empty) }
    var text = bytes
    if let (code, end) = Self.stated(bytes) {
      try take(code)
      text = bytes[end...]
    }
    if let binary = Self.hex(text) { return try read(binary: binary) }
    do throws(WKTReader.Fault) {
      try wkt.read(text)
    } catch {
      throw none("at character \(error.character): \(error.message)", error.lack)
    }
    remarks = wkt.remarks
    hasHeights = wkt.hasHeights
    column.append(row: 0, of: wkt.column)
    wkt.removeAll()
  }

  /// A row without geometry.
  mutating func readNone() { column.appendNone() }

  /// A row with the point that stands beside the cell, if it is of the same kind of CRS.
  mutating func readPoint(_ point: Point) -> Bool {
    if let first = column.x.first, (abs(first) <= 180) != (abs(point.x) <= 180) { return false }
    column.appendPoint(x: point.x, y: point.y)
    return true
  }

  /// One column has one CRS.
  private mutating func take(_ code: Int) throws(Fault) {
    guard code > 0 else { return }
    if let srid, srid != code { throw none("has the SRID \(code) where others have \(srid)") }
    srid = code
  }

  private mutating func none(_ message: FaultText, _ lack: ReadNote.Lack? = nil) -> Fault {
    wkt.removeAll()
    return Fault(message: message, lack: lack)
  }

  // MARK: Text

  /// The code of `SRID=4490;`, and where it ends.
  private static func stated(_ bytes: ArraySlice<UInt8>) -> (code: Int, end: Int)? {
    guard let semicolon = bytes.prefix(20).firstIndex(of: UInt8(ascii: ";")) else { return nil }
    let head = String(decoding: bytes[..<semicolon], as: UTF8.self).uppercased()
    guard head.hasPrefix("SRID="), let code = Int(head.dropFirst(5)) else { return nil }
    return (code, semicolon + 1)
  }

  // MARK: Binary

  /// The bytes that hexadecimal digits stand for; `nil`: the text is none of well-known binary.
  private static func hex(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    var digits = bytes
    for head in ["\\x", "0x", "0X"] where digits.starts(with: Array(head.utf8)) {
      digits = digits.dropFirst(2)
    }
    guard digits.count >= 18, digits.count.isMultiple(of: 2) else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(digits.count / 2)
    var high: UInt8?
    for byte in digits {
      guard let value = digit(byte) else { return nil }
      if let first = high {
        result.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    // A long number is no geometry: the first byte is the order of the others.
    return result[0] <= 1 ? result : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  private mutating func read(binary bytes: [UInt8]) throws(Fault) {
    var scratch = GeometryColumn()
    do throws(GeometryError) {
      try scratch.appendWKB(bytes)
    } catch {
      throw none(error.text)
    }
    let kind = scratch.kinds[0]
    guard kind != .none else { throw none("the geometry is empty", .empty) }
    guard zip(scratch.x, scratch.y).allSatisfy({ $0.isFinite && $1.isFinite }) else {
      throw none("has coordinates that are not numbers")
    }
    for ring in scratch.rings(ofRow: 0) {
      let vertices = scratch.vertices(of: ring)
      guard vertices.count >= (kind.isPolygon ? 4 : kind.isLine ? 2 : 1) else {
        throw none("a ring needs at least 4 positions, a line 2; one has \(vertices.count)")
      }
      if kind.isPolygon,
        scratch.x[vertices.lowerBound] != scratch.x[vertices.upperBound - 1]
          || scratch.y[vertices.lowerBound] != scratch.y[vertices.upperBound - 1]
      {
        throw none("a ring does not end where it starts")
      }
    }
    try take(Self.srid(of: bytes))
    column.append(row: 0, of: scratch)
  }

  /// The SRID that PostGIS puts behind the type; 0: none.
  private static func srid(of bytes: [UInt8]) -> Int {
    func number(at start: Int) -> UInt32 {
      let four = bytes[start..<start + 4]
      return (bytes[0] == 1 ? Array(four.reversed()) : Array(four))
        .reduce(0) { $0 << 8 | UInt32($1) }
    }
    return number(at: 1) & 0x2000_0000 == 0 ? 0 : Int(number(at: 5))
  }
}
