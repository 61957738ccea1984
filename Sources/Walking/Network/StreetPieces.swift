internal import Geodesy
internal import Planar

/// Lines cut into straight pieces between two vertices: the network before any contraction.
struct StreetPieces {
  /// Vertices: those of the lines, then those that divide very long pieces.
  private(set) var x: [Double]
  private(set) var y: [Double]
  /// One per piece: the vertex that it starts at. One-way pieces are walked from here.
  private(set) var from: [Int32] = []
  private(set) var to: [Int32] = []
  /// Ticks.
  private(set) var lengths: [Int32] = []
  private(set) var isOneWay: [Bool] = []
  private(set) var traits: [StreetTraits] = []
  private let ground: GroundScale

  var count: Int { from.count }

  init(_ lines: StreetLines) throws(NetworkError) {
    x = lines.x
    y = lines.y
    ground = lines.ground
    from.reserveCapacity(lines.vertices.count)
    to.reserveCapacity(lines.vertices.count)
    lengths.reserveCapacity(lines.vertices.count)
    isOneWay.reserveCapacity(lines.vertices.count)
    traits.reserveCapacity(lines.vertices.count)
    for line in 0..<lines.count {
      let range = Int(lines.offsets[line])..<Int(lines.offsets[line + 1])
      guard let first = range.first else { continue }
      let id = lines.sourceIDs[line]
      let direction = lines.directions[line]
      try check(lines.vertices[first], sourceID: id)
      for index in range.dropFirst() {
        try check(lines.vertices[index], sourceID: id)
        let a = lines.vertices[index - 1]
        let b = lines.vertices[index]
        if a == b { continue }
        try append(
          direction == .backward ? b : a, direction == .backward ? a : b,
          isOneWay: direction != .both, lines.traits[line], sourceID: id)
      }
    }
    // Every vertex is written once, and once more where an edge ends.
    if x.count > Int(Int32.max) || count > Int(Int32.max) / 4 {
      throw .tooManyVertices(max(x.count, count))
    }
  }

  private func check(_ vertex: Int32, sourceID: Int64) throws(NetworkError) {
    let place = Point(x: x[Int(vertex)], y: y[Int(vertex)])
    guard abs(place.x) <= 1e9, abs(place.y) <= 1e9 else {
      throw .notFinite(place, sourceID: sourceID)
    }
  }

  private mutating func append(
    _ a: Int32, _ b: Int32, isOneWay oneWay: Bool, _ traits: StreetTraits, sourceID: Int64
  ) throws(NetworkError) {
    let start = Point(x: x[Int(a)], y: y[Int(a)])
    let end = Point(x: x[Int(b)], y: y[Int(b)])
    let metres = ground.metres(fromX: start.x, y: start.y, toX: end.x, y: end.y)
    guard metres <= 1e6 else { throw .pieceTooLong(metres: metres, sourceID: sourceID) }
    let longest = NetworkLength.metres(NetworkLength.longestEdge)
    // Ferries and digitising errors: divided, so that an edge's length fits its column.
    let parts = max(1, Int((metres / longest).rounded(.up)))
    var last = a
    for part in 1..<max(2, parts + 1) {
      var next = b
      if part < parts {
        let share = Double(part) / Double(parts)
        next = Int32(x.count)
        x.append(start.x + share * (end.x - start.x))
        y.append(start.y + share * (end.y - start.y))
      }
      from.append(last)
      to.append(next)
      lengths.append(NetworkLength.ticks(min(metres / Double(parts), longest)))
      isOneWay.append(oneWay)
      self.traits.append(traits)
      last = next
    }
  }
}
