import TestSupport

@testable import Walking

/// Dijkstra's algorithm as on the first page of a book, on any graph; the oracle of all searches.
struct SlowWalk {
  private(set) var arcs: [[(node: Int, length: Int64)]] = []

  mutating func addNode() -> Int {
    arcs.append([])
    return arcs.count - 1
  }

  mutating func connect(_ a: Int, _ b: Int, _ length: Int64, isOneWay: Bool = false) {
    arcs[a].append((b, length))
    if !isOneWay { arcs[b].append((a, length)) }
  }

  func distances(from start: Int) -> [Int64?] {
    var result = [Int64?](repeating: nil, count: arcs.count)
    var isDone = [Bool](repeating: false, count: arcs.count)
    result[start] = 0
    while true {
      var nearest: (node: Int, distance: Int64)?
      for node in arcs.indices where !isDone[node] {
        guard let distance = result[node] else { continue }
        if nearest == nil || distance < (nearest?.distance ?? 0) { nearest = (node, distance) }
      }
      guard let (node, distance) = nearest else { return result }
      isDone[node] = true
      for arc in arcs[node] {
        result[arc.node] = min(result[arc.node] ?? .max, distance + arc.length)
      }
    }
  }
}

extension SlowWalk {
  /// The pieces of lines, uncontracted; node `i` is vertex `i`.
  init(_ lines: StreetLines) {
    for _ in lines.x { _ = addNode() }
    for line in 0..<lines.count {
      let path = lines.vertices[Int(lines.offsets[line])..<Int(lines.offsets[line + 1])].map(
        Int.init)
      // What is cut off one piece of a line is added to the next.
      var rest = 0.0
      for (a, b) in zip(path, path.dropFirst()) {
        let dx = lines.x[b] - lines.x[a]
        let dy = lines.y[b] - lines.y[a]
        let exact = (dx * dx + dy * dy).squareRoot() * 16_384 + rest
        let ticks = Int64((exact + 1 / 1_024).rounded(.down))
        rest = exact - Double(ticks)
        switch lines.directions[line] {
        case .both: connect(a, b, ticks)
        case .forward: connect(a, b, ticks, isOneWay: true)
        case .backward: connect(b, a, ticks, isOneWay: true)
        }
      }
    }
  }

  /// A network with positions on it: every edge is cut at its positions. Node `i` is position `i`;
  /// its straight piece is not in the graph.
  init(_ network: WalkNetwork, with positions: [NetworkPosition]) {
    for _ in positions { _ = addNode() }
    let nodes = (0..<network.nodeCount).map { _ in 0 }.map { _ in addNode() }
    for edge in 0..<network.edgeCount {
      let isOneWay = network.edgeIsOneWay[edge] == 1
      let length = network.edgeLengths[edge]
      var stops = [(node: nodes[Int(network.edgeFrom[edge])], along: Int32(0))]
      for index in positions.indices.filter({ positions[$0].edge == edge }).sorted(by: {
        positions[$0].along < positions[$1].along
      }) {
        stops.append((index, positions[index].along))
      }
      stops.append((nodes[Int(network.edgeTo[edge])], length))
      for (a, b) in zip(stops, stops.dropFirst()) {
        // What is at the same place is together, whichever way the street runs.
        let isPlace = a.along == b.along && length > 0
        connect(a.node, b.node, Int64(b.along - a.along), isOneWay: isOneWay && !isPlace)
      }
    }
  }
}

extension WalkNetwork {
  /// Anywhere on any edge, often at an end. Not on one-way edges without length, on which a place
  /// is at both ends, while a walk past it is not both ways.
  func randomPosition(using random: inout SplitMix64) -> NetworkPosition {
    var edge = Int.random(in: 0..<edgeCount, using: &random)
    for _ in 0..<edgeCount where edgeLengths[edge] == 0 && edgeIsOneWay[edge] == 1 {
      edge = (edge + 1) % edgeCount
    }
    let length = edgeLengths[edge]
    let along: Int32 =
      switch Int.random(in: 0..<5, using: &random) {
      case 0: 0
      case 1: length
      default: Int32.random(in: 0...length, using: &random)
      }
    let straight =
      Bool.random(using: &random) ? 0 : Int32.random(in: 0...(40 << 14), using: &random)
    return NetworkPosition(edge: edge, along: along, straight: straight, x: 0, y: 0)
  }

  /// Some rows without a position.
  func randomPositions(_ count: Int, using random: inout SplitMix64) -> NetworkPositions {
    var result = NetworkPositions()
    for _ in 0..<count {
      result.append(
        Int.random(in: 0..<8, using: &random) == 0 ? nil : randomPosition(using: &random))
    }
    return result
  }
}
