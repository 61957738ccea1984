import Documents
import Planar

/// Reads well-known text into a geometry column: points, lines and polygons, single and multiple;
/// heights and measures are dropped.
struct WKTReader {
  private(set) var column = GeometryColumn()
  /// What was repaired in the last row.
  private(set) var remarks: [FaultText] = []
  private(set) var hasHeights = false

  private var text = ArraySlice<UInt8>()

  /// What is wrong, and at which character from 1.
  struct Fault: Error {
    let character: Int
    let message: FaultText
    let lack: ReadNote.Lack?
  }

  /// Reads the next row, which has no geometry if a fault is thrown.
  mutating func read(_ text: ArraySlice<UInt8>) throws(Fault) {
    remarks = []
    hasHeights = false
    self.text = text
    let whole = text
    do throws(Fault) {
      let kind = try readGeometry()
      skipSpace()
      guard self.text.isEmpty else { throw fault("something follows the geometry") }
      column.endRow(kind)
    } catch {
      let character = self.text.startIndex - whole.startIndex + 1
      column.abandonRow()
      column.appendNone()
      throw Fault(character: character, message: error.message, lack: error.lack)
    }
  }

  /// Forgets all rows.
  mutating func removeAll() { column.removeAll() }

  private mutating func readGeometry() throws(Fault) -> GeometryKind {
    let type = word()
    let kinds: [String: GeometryKind] = [
      "POINT": .point, "MULTIPOINT": .multiPoint, "LINESTRING": .lineString,
      "MULTILINESTRING": .multiLineString, "POLYGON": .polygon, "MULTIPOLYGON": .multiPolygon,
    ]
    // POINTZ is written by some.
    let bare =
      ["ZM", "Z", "M"].first { type.hasSuffix($0) && kinds[type] == nil }
      .map { String(type.dropLast($0.count)) } ?? type
    guard let kind = kinds[bare] else {
      throw fault(
        "unknown geometry type \"\(type.prefix(40))\"; expected POINT, LINESTRING, POLYGON, or "
          + "one of them with MULTI")
    }
    var next = word()
    if next == "Z" || next == "M" || next == "ZM" { next = word() }
    guard next.isEmpty else {
      if next == "EMPTY" { throw emptiness }
      throw fault("unexpected \"\(next.prefix(40))\"")
    }
    switch kind {
    case .point:
      try readPoint()
    case .lineString: try readLine()
    case .polygon: try readPolygon()
    case .multiPoint: try readParts { (reader) throws(Fault) in try reader.readMultiPointItem() }
    case .multiLineString: try readParts { (reader) throws(Fault) in try reader.readLine() }
    default: try readParts { (reader) throws(Fault) in try reader.readPolygon() }
    }
    return kind
  }

  /// The items of a list, of which some may be empty.
  private mutating func readParts(
    _ item: (inout WKTReader) throws(Fault) -> Void
  ) throws(Fault) {
    var parts = 0
    try readList { (reader) throws(Fault) in
      if reader.takeEmpty() {
        reader.remarks.append("a part is empty; it is left out")
      } else {
        try item(&reader)
        parts += 1
      }
    }
    if parts == 0 { throw emptiness }
  }

  /// Whether `EMPTY` is next, which is then read.
  private mutating func takeEmpty() -> Bool {
    let before = text
    if word() == "EMPTY" { return true }
    text = before
    return false
  }

  private mutating func readPoint() throws(Fault) {
    try expect("(")
    try readPosition()
    try expect(")")
    endPointPart()
  }

  /// Both `MULTIPOINT ((1 2), (3 4))` and `MULTIPOINT (1 2, 3 4)` are in use.
  private mutating func readMultiPointItem() throws(Fault) {
    skipSpace()
    if text.first == UInt8(ascii: "(") { return try readPoint() }
    try readPosition()
    endPointPart()
  }

  private mutating func endPointPart() {
    column.endRing()
    column.endPart()
  }

  private mutating func readLine() throws(Fault) {
    let first = column.vertexCount
    try readList { (reader) throws(Fault) in try reader.readPosition() }
    let count = column.vertexCount - first
    guard count >= 2 else {
      throw fault("a line needs at least 2 positions, this one has \(count)")
    }
    column.endRing()
    column.endPart()
  }

  private mutating func readPolygon() throws(Fault) {
    try readParts { (reader) throws(Fault) in try reader.readRing() }
    column.endPart()
  }

  private mutating func readRing() throws(Fault) {
    let first = column.vertexCount
    try readList { (reader) throws(Fault) in try reader.readPosition() }
    let count = column.vertexCount - first
    guard count >= 4 else {
      throw fault("a ring needs at least 4 positions, this one has \(count)")
    }
    let x = column.x[first]
    let y = column.y[first]
    if column.x[first + count - 1] != x || column.y[first + count - 1] != y {
      column.appendVertex(x: x, y: y)
      remarks.append("a ring is not closed; its first position was repeated")
    }
    column.endRing()
  }

  private mutating func readList(
    _ item: (inout WKTReader) throws(Fault) -> Void
  ) throws(Fault) {
    try expect("(")
    while true {
      try item(&self)
      skipSpace()
      guard text.first == UInt8(ascii: ",") else { break }
      text.removeFirst()
    }
    try expect(")")
  }

  private mutating func readPosition() throws(Fault) {
    let x = try readNumber()
    let y = try readNumber()
    skipSpace()
    while let byte = text.first, byte != UInt8(ascii: ","), byte != UInt8(ascii: ")") {
      _ = try readNumber()
      hasHeights = true
      skipSpace()
    }
    column.appendVertex(x: x, y: y)
  }

  private mutating func readNumber() throws(Fault) -> Double {
    skipSpace()
    let token = text.prefix { byte in
      (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
    }
    guard let value = Double(String(decoding: token, as: UTF8.self)) else {
      throw fault("expected a number")
    }
    guard value.isFinite else { throw fault("the number is too large") }
    text = text.dropFirst(token.count)
    return value
  }

  /// The next word in capitals; empty if something else is next.
  private mutating func word() -> String {
    skipSpace()
    let letters = text.prefix { (0x61...0x7A).contains($0 | 0x20) }
    text = text.dropFirst(letters.count)
    return String(decoding: letters, as: UTF8.self).uppercased()
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(Fault) {
    skipSpace()
    guard let byte = text.first, byte == UInt8(ascii: character) else {
      throw fault("expected \(character)")
    }
    text.removeFirst()
  }

  private mutating func skipSpace() { text = text.drop { $0.isJSONSpace } }

  private func fault(_ message: FaultText) -> Fault {
    Fault(character: 0, message: message, lack: nil)
  }

  private var emptiness: Fault {
    Fault(character: 0, message: "the geometry is empty", lack: .empty)
  }
}
