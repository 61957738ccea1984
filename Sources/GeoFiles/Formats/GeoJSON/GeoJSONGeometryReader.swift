import Documents
import Planar

/// Reads geometry objects of RFC 7946 from a tape into a column, one row each.
final class GeoJSONGeometryReader {
  /// One row per object.
  ///
  /// One worker has it: to check that at each vertex takes longer than to add it.
  @exclusivity(unchecked)
  var column = GeometryColumn()
  /// What was repaired or left out in the last row, as (place, message).
  var remarks: [(place: String, message: FaultText)] = []
  /// Whether the last row had a third coordinate.
  private(set) var hasHeights = false

  /// Reads the geometry at `index` as the next row, which has no geometry if a fault is thrown.
  func read(_ tape: JSONTape, _ index: Int) throws(GeometryFault) {
    startRow()
    do throws(GeometryFault) {
      let kind = try readObject(tape, index, at: "")
      column.endRow(kind)
    } catch {
      column.abandonRow()
      column.appendNone()
      throw error
    }
  }

  /// Forgets what was said of the last row.
  func startRow() {
    remarks.removeAll(keepingCapacity: true)
    hasHeights = false
  }

  /// A row without geometry.
  func readNone() { column.appendNone() }

  // MARK: Objects

  struct Members {
    var type: Int?
    var coordinates: Int?
    var geometries: Int?
  }

  func members(
    _ tape: JSONTape, _ index: Int, at place: String
  ) throws(GeometryFault) -> Members {
    guard tape.tag(index) == JSONTape.Tag.openObject else {
      throw GeometryFault(place, "is \(tape.kindName(index)), not a geometry object")
    }
    var members = Members()
    var at = index + 1
    while tape.tag(at) == JSONTape.Tag.string {
      let key = tape.string(at)
      let value = at + 1
      if key.equals("type") {
        if members.type != nil { remark(place, "names \"type\" twice; the last one counts") }
        members.type = value
      } else if key.equals("coordinates") {
        if members.coordinates != nil {
          remark(place, "names \"coordinates\" twice; the last one counts")
        }
        members.coordinates = value
      } else if key.equals("geometries") {
        members.geometries = value
      } else if key.equals("bbox") {
        if let fault = BoundingBox.fault(tape, value) { remark(place + ".bbox", fault) }
      } else if key.equals("geometry") || key.equals("properties") || key.equals("features") {
        remark(
          place,
          "has the member \"\(tape.text(at))\", which a geometry must not have; it is left out")
      }
      at = tape.after(value)
    }
    return members
  }

  func kind(
    _ tape: JSONTape, _ members: Members, at place: String
  ) throws(GeometryFault) -> GeometryType {
    guard let type = members.type else { throw GeometryFault(place, "has no member \"type\"") }
    guard tape.tag(type) == JSONTape.Tag.string else {
      throw GeometryFault(place + ".type", "is \(tape.kindName(type)), not a string")
    }
    let name = tape.string(type)
    if let known = GeometryType.all.first(where: { name.equals($0.name) }) { return known }
    let text = tape.text(type)
    if let near = GeometryType.all.first(where: {
      $0.name.description.lowercased() == text.lowercased()
    }) {
      throw GeometryFault(
        place + ".type", "\"\(text)\" must be written \"\(near.name)\"; names are case-sensitive")
    }
    throw GeometryFault(
      place + ".type",
      "unknown geometry type \"\(text.prefix(40))\"; RFC 7946 has Point, "
        + "MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection")
  }

  private func readObject(
    _ tape: JSONTape, _ index: Int, at place: String
  ) throws(GeometryFault) -> GeometryKind {
    let members = try members(tape, index, at: place)
    let type = try kind(tape, members, at: place)
    if type.value == nil { return try readCollection(tape, index, members, at: place) }
    return try readCoordinates(tape, members, type, at: place)
  }

  func readCoordinates(
    _ tape: JSONTape, _ members: Members, _ type: GeometryType, at place: String
  ) throws(GeometryFault) -> GeometryKind {
    guard let index = members.coordinates else {
      throw GeometryFault(place, "has no member \"coordinates\"")
    }
    let place = place + ".coordinates"
    switch type.value {
    case .point:
      _ = try readPosition(tape, index) { place }
      column.endRing()
      column.endPart()
    case .lineString:
      try readLine(tape, index, at: place)
    case .polygon:
      try readPolygon(tape, index, at: place)
    case .multiPoint:
      try readParts(tape, index, at: place) { (item, place) throws(GeometryFault) in
        _ = try self.readPosition(tape, item, at: place)
        self.column.endRing()
        self.column.endPart()
      }
    case .multiLineString:
      try readParts(tape, index, at: place) { (item, place) throws(GeometryFault) in
        try self.readLine(tape, item, at: place())
      }
    default:
      try readParts(tape, index, at: place, unless: shortShell) {
        (item, place) throws(GeometryFault) in
        try self.readPolygon(tape, item, at: place())
      }
    }
    return type.value ?? .none
  }

  // MARK: Coordinates

  /// Reads the items of an array; `body` gets the place of its item only if it asks.
  private func readParts(
    _ tape: JSONTape, _ index: Int, at place: String,
    unless fault: (JSONTape, Int) -> FaultText? = { _, _ in nil },
    _ body: (Int, () -> String) throws(GeometryFault) -> Void
  ) throws(GeometryFault) {
    try requireArray(tape, index, of: "positions") { place }
    var at = index + 1
    var count = 0
    var parts = 0
    var first: GeometryFault?
    while tape.tag(at) != JSONTape.Tag.closeArray {
      if isEmpty(tape, at) {
        remark("\(place)[\(count)]", "the part is empty; it is left out")
      } else if let message = fault(tape, at) {
        remark("\(place)[\(count)]", "\(message); the part is left out")
        first = first ?? GeometryFault("\(place)[\(count)][0]", message)
      } else {
        try body(at) { "\(place)[\(count)]" }
        parts += 1
      }
      at = tape.after(at)
      count += 1
    }
    guard parts > 0 else { throw first ?? GeometryFault(place, "is empty", lack: .empty) }
  }

  /// What is wrong with the shell of a polygon that is no area; `nil`: nothing that costs only the part.
  func shortShell(_ tape: JSONTape, _ polygon: Int) -> FaultText? {
    guard tape.tag(polygon) == JSONTape.Tag.openArray else { return nil }
    return shortRing(tape, polygon + 1)
  }

  /// As above, of a ring.
  func shortRing(_ tape: JSONTape, _ ring: Int) -> FaultText? {
    positionCount(tape, ring).map { "a ring needs at least 4 positions, this one has \($0)" }
  }

  /// How many positions a ring has; `nil`: 4 or more, or it is no list of positions.
  private func positionCount(_ tape: JSONTape, _ ring: Int) -> Int? {
    guard tape.tag(ring) == JSONTape.Tag.openArray else { return nil }
    var at = ring + 1
    var count = 0
    while count < 4, tape.tag(at) == JSONTape.Tag.openArray {
      at = tape.after(at)
      count += 1
    }
    return count < 4 && tape.tag(at) == JSONTape.Tag.closeArray ? count : nil
  }

  private func readPolygon(
    _ tape: JSONTape, _ index: Int, at place: String
  ) throws(GeometryFault) {
    try requireArray(tape, index, of: "rings") { place }
    var at = index + 1
    var ring = 0
    while tape.tag(at) != JSONTape.Tag.closeArray {
      if ring > 0, isEmpty(tape, at) || positionCount(tape, at) ?? 3 < 3 {
        remark("\(place)[\(ring)]", "the hole is empty; it is left out")
      } else {
        try readRing(tape, at, ring, of: place)
      }
      at = tape.after(at)
      ring += 1
    }
    guard ring > 0 else { throw GeometryFault(place, "has no ring") }
    column.endPart()
  }

  func readRing(
    _ tape: JSONTape, _ index: Int, _ ring: Int, of polygon: String
  ) throws(GeometryFault) {
    let first = column.vertexCount
    let count = try readPositions(tape, index) { "\(polygon)[\(ring)]" }
    guard count >= 4 else {
      throw GeometryFault(
        "\(polygon)[\(ring)]", "a ring needs at least 4 positions, this one has \(count)")
    }
    let x = column.x[first]
    let y = column.y[first]
    if column.x[first + count - 1] != x || column.y[first + count - 1] != y {
      column.appendVertex(x: x, y: y)
      remark("\(polygon)[\(ring)]", "the ring is not closed; its first position was repeated")
    }
    column.endRing()
  }

  func readLine(
    _ tape: JSONTape, _ index: Int, at place: String
  ) throws(GeometryFault) {
    let count = try readPositions(tape, index) { place }
    guard count >= 2 else {
      throw GeometryFault(place, "a line needs at least 2 positions, this one has \(count)")
    }
    column.endRing()
    column.endPart()
  }

  /// Appends the positions of an array as vertices and returns how many there are.
  private func readPositions(
    _ tape: JSONTape, _ index: Int, at place: () -> String
  ) throws(GeometryFault) -> Int {
    try requireArray(tape, index, of: "positions", at: place)
    var at = index + 1
    var count = 0
    while tape.tag(at) != JSONTape.Tag.closeArray {
      at = try readPosition(tape, at) { "\(place())[\(count)]" }
      count += 1
    }
    return count
  }

  /// Appends a vertex and returns the index behind the position.
  @inline(__always)
  func readPosition(
    _ tape: JSONTape, _ index: Int, at place: () -> String
  ) throws(GeometryFault) -> Int {
    if tape.tag(index) == JSONTape.Tag.openArray, let x = tape.number(index + 1),
      let y = tape.number(index + 3), tape.tag(index + 5) == JSONTape.Tag.closeArray,
      x.isFinite, y.isFinite
    {
      column.appendVertex(x: x, y: y)
      return index + 6
    }
    return try readOddPosition(tape, index, at: place())
  }

  /// A position with heights, or not a position at all.
  private func readOddPosition(
    _ tape: JSONTape, _ index: Int, at place: String
  ) throws(GeometryFault) -> Int {
    guard tape.tag(index) == JSONTape.Tag.openArray else {
      throw GeometryFault(
        place,
        "a position, which is an array of numbers, is expected here, "
          + "not \(tape.kindName(index))")
    }
    var numbers: [Double] = []
    var at = index + 1
    while tape.tag(at) != JSONTape.Tag.closeArray {
      let item = "\(place)[\(numbers.count)]"
      guard let number = tape.number(at) else {
        throw GeometryFault(item, "is \(tape.kindName(at)), not a number")
      }
      guard number.isFinite else { throw GeometryFault(item, "the number is too large") }
      numbers.append(number)
      at = tape.after(at)
    }
    guard numbers.count >= 2 else {
      throw GeometryFault(
        place, "a position needs at least 2 numbers, this one has \(numbers.count)")
    }
    if numbers.count > 2 { hasHeights = true }
    column.appendVertex(x: numbers[0], y: numbers[1])
    return at + 1
  }

  private func requireArray(
    _ tape: JSONTape, _ index: Int, of items: @autoclosure () -> FaultText, at place: () -> String
  ) throws(GeometryFault) {
    guard tape.tag(index) == JSONTape.Tag.openArray else {
      throw GeometryFault(
        place(),
        "is \(tape.kindName(index)), not an array of \(items()); "
          + "the coordinates must be nested as the type asks")
    }
  }

  func remark(_ place: String, _ message: FaultText) { remarks.append((place, message)) }

  /// Whether a value is an array of nothing, or of nothing but such arrays, or is null.
  func isEmpty(_ tape: JSONTape, _ index: Int) -> Bool {
    if tape.tag(index) == JSONTape.Tag.null { return true }
    // The first word of what is not empty tells: this is asked of each part.
    var at = index
    let end = tape.tag(index) == JSONTape.Tag.openArray ? tape.after(index) : index
    while at < end, tape.tag(at) == JSONTape.Tag.openArray { at += 1 }
    while at < end {
      let tag = tape.tag(at)
      guard
        tag == JSONTape.Tag.openArray || tag == JSONTape.Tag.closeArray || tag == JSONTape.Tag.null
      else { return false }
      at += 1
    }
    return end > index
  }
}
