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
  /// Numbers that follow on each other where a line goes straight on from one piece to the next, and
  /// nowhere else: so many pieces are one straight stretch of a street.
  private(set) var numbers: [Int32] = []
  private let ground: GroundScale
  private var chain = LengthChain()
  /// Whether the last piece was too long for one edge.
  private var isLastDivided = false

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
    numbers.reserveCapacity(lines.vertices.count)
    for line in 0..<lines.count {
      let range = Int(lines.offsets[line])..<Int(lines.offsets[line + 1])
      guard let first = range.first else { continue }
      let id = lines.sourceIDs[line]
      let direction = lines.directions[line]
      var stretch = StraightStretch()
      chain = LengthChain()
      try check(lines.vertices[first], sourceID: id)
      for index in range.dropFirst() {
        try check(lines.vertices[index], sourceID: id)
        let a = lines.vertices[index - 1]
        let b = lines.vertices[index]
        if a == b { continue }
        let isStraightOn = stretch.goesOn(
          fromX: x[Int(a)], y: y[Int(a)], toX: x[Int(b)], y: y[Int(b)])
        try append(
          direction == .backward ? b : a, direction == .backward ? a : b,
          isOneWay: direction != .both, lines.traits[line], isStraightOn: isStraightOn,
          sourceID: id)
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
    _ a: Int32, _ b: Int32, isOneWay oneWay: Bool, _ traits: StreetTraits, isStraightOn: Bool,
    sourceID: Int64
  ) throws(NetworkError) {
    let start = Point(x: x[Int(a)], y: y[Int(a)])
    let end = Point(x: x[Int(b)], y: y[Int(b)])
    let metres = ground.metres(fromX: start.x, y: start.y, toX: end.x, y: end.y)
    guard metres <= 1e6 else { throw .pieceTooLong(metres: metres, sourceID: sourceID) }
    let longest = NetworkLength.metres(NetworkLength.longestEdge)
    // Ferries and digitising errors: divided, so that an edge's length fits its column.
    let parts = max(1, Int((metres / longest).rounded(.up)))
    // Divided pieces may run against their line, so that the next one is not beside the last part.
    let first = (numbers.last ?? -2) + (isStraightOn && parts == 1 && !isLastDivided ? 1 : 2)
    isLastDivided = parts > 1
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
      lengths.append(chain.ticks(ofNext: min(metres / Double(parts), longest)))
      isOneWay.append(oneWay)
      self.traits.append(traits)
      numbers.append(first + Int32(part - 1))
      last = next
    }
  }
}

/// Follows a line, and says where it goes straight on.
private struct StraightStretch {
  /// How far a vertex may be off the line between its neighbours: coordinates are rounded, to a
  /// centimetre or so.
  private static let offset = 0.025
  /// How far the stretch may turn in all; as a sine.
  private static let turn = 0.017

  private var startX = 0.0
  private var startY = 0.0
  /// Of the first piece of the stretch, of length 1.
  private var bearingX = 0.0
  private var bearingY = 0.0
  /// Of the last piece; 0 before the first.
  private var lastLength = 0.0

  /// Takes the next piece of the line.
  mutating func goesOn(fromX ax: Double, y ay: Double, toX bx: Double, y by: Double) -> Bool {
    let (dx, dy) = (bx - ax, by - ay)
    let length = (dx * dx + dy * dy).squareRoot()
    defer {
      (startX, startY) = (ax, ay)
      lastLength = length
    }
    let (chordX, chordY) = (bx - startX, by - startY)
    let chord = (chordX * chordX + chordY * chordY).squareRoot()
    let offset = abs(chordX * (ay - startY) - chordY * (ax - startX))
    if lastLength > 0, length > 0, offset <= Self.offset * chord,
      dx * bearingX + dy * bearingY > 0,
      abs(bearingX * dy - bearingY * dx) <= Self.turn * length
    {
      return true
    }
    if length > 0 { (bearingX, bearingY) = (dx / length, dy / length) }
    return false
  }
}
