/// Pieces joined into chains, each from node to node through vertices where nothing else happens.
///
/// A vertex is a node unless exactly two pieces of the same traits meet in it and a walk can pass it
/// the same ways as the pieces. A closed chain without a node gets one at its first vertex.
struct StreetChains {
  /// Whether a vertex is a node.
  private(set) var isNode: [Bool]
  /// Chains + 1 entries: vertices of a chain, both ends included.
  private(set) var offsets: [Int] = [0]
  private(set) var vertices: [Int32] = []
  /// Of each vertex: ticks from the start of its chain.
  private(set) var along: [Int32] = []
  /// Of each vertex: the number of the piece from it to the next; -1 at the end of its chain.
  private(set) var numbers: [Int32] = []
  /// One-way chains run the way that they may be walked.
  private(set) var isOneWay: [Bool] = []
  private(set) var traits: [StreetTraits] = []

  var count: Int { isOneWay.count }

  init(_ pieces: StreetPieces) {
    let vertexCount = pieces.x.count
    var starts = [Int32](repeating: 0, count: vertexCount + 1)
    for piece in 0..<pieces.count {
      starts[Int(pieces.from[piece]) + 1] += 1
      starts[Int(pieces.to[piece]) + 1] += 1
    }
    for vertex in 0..<vertexCount { starts[vertex + 1] += starts[vertex] }
    var next = starts
    var incident = [Int32](repeating: 0, count: 2 * pieces.count)
    for piece in 0..<pieces.count {
      let (a, b) = (Int(pieces.from[piece]), Int(pieces.to[piece]))
      incident[Int(next[a])] = Int32(piece)
      next[a] += 1
      incident[Int(next[b])] = Int32(piece)
      next[b] += 1
    }
    isNode = [Bool](repeating: false, count: vertexCount)
    for vertex in 0..<vertexCount {
      let first = Int(starts[vertex])
      let degree = Int(starts[vertex + 1]) - first
      guard degree == 2 else {
        isNode[vertex] = degree > 0
        continue
      }
      let a = Int(incident[first])
      let b = Int(incident[first + 1])
      if pieces.traits[a] != pieces.traits[b] {
        isNode[vertex] = true
      } else if pieces.isOneWay[a] || pieces.isOneWay[b] {
        let passes = (pieces.from[a] == Int32(vertex)) != (pieces.from[b] == Int32(vertex))
        isNode[vertex] = !(pieces.isOneWay[a] && pieces.isOneWay[b] && passes)
      }
    }
    vertices.reserveCapacity(pieces.count + pieces.count / 2)
    along.reserveCapacity(pieces.count + pieces.count / 2)
    numbers.reserveCapacity(pieces.count + pieces.count / 2)
    var isUsed = [Bool](repeating: false, count: pieces.count)
    for vertex in 0..<vertexCount where isNode[vertex] {
      for index in Int(starts[vertex])..<Int(starts[vertex + 1]) {
        follow(
          incident[index], from: Int32(vertex), among: pieces, starts: starts, incident: incident,
          isUsed: &isUsed)
      }
    }
    for piece in 0..<pieces.count where !isUsed[piece] {
      isNode[Int(pieces.from[piece])] = true
      follow(
        Int32(piece), from: pieces.from[piece], among: pieces, starts: starts, incident: incident,
        isUsed: &isUsed)
    }
  }

  /// Appends the chain that starts with a piece at a node.
  private mutating func follow(
    _ piece: Int32, from start: Int32, among pieces: StreetPieces, starts: [Int32],
    incident: [Int32], isUsed: inout [Bool]
  ) {
    guard !isUsed[Int(piece)] else { return }
    var piece = Int(piece)
    var vertex = start
    var length: Int32 = 0
    let oneWay = pieces.isOneWay[piece]
    let traits = pieces.traits[piece]
    let runsForward = !oneWay || pieces.from[piece] == start
    vertices.append(vertex)
    along.append(0)
    while true {
      isUsed[piece] = true
      numbers.append(pieces.numbers[piece])
      vertex = pieces.from[piece] == vertex ? pieces.to[piece] : pieces.from[piece]
      length += pieces.lengths[piece]
      vertices.append(vertex)
      along.append(length)
      if isNode[Int(vertex)] {
        numbers.append(-1)
        break
      }
      let first = Int(starts[Int(vertex)])
      let other = Int(incident[first]) == piece ? incident[first + 1] : incident[first]
      piece = Int(other)
      if length > NetworkLength.longestEdge - pieces.lengths[piece] {
        // A chain too long for one edge goes on as another.
        isNode[Int(vertex)] = true
        numbers.append(-1)
        end(oneWay, runsForward, traits)
        vertices.append(vertex)
        along.append(0)
        length = 0
      }
    }
    end(oneWay, runsForward, traits)
  }

  private mutating func end(_ oneWay: Bool, _ runsForward: Bool, _ traits: StreetTraits) {
    if !runsForward { reverseLast() }
    offsets.append(vertices.count)
    isOneWay.append(oneWay)
    self.traits.append(traits)
  }

  private mutating func reverseLast() {
    let first = offsets[offsets.count - 1]
    let length = along[along.count - 1]
    vertices[first...].reverse()
    numbers[first..<numbers.count - 1].reverse()
    along[first...].reverse()
    for index in first..<along.count { along[index] = length - along[index] }
  }
}
