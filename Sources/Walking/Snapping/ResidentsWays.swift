internal import Planar

/// The private roads and gates of a network, and where they let those out who live behind them. Immutable,
/// for one worker or many.
///
/// A gate belongs to a compound though it is drawn a few metres outside, and so does a road; one that leads into
/// it may begin at the street.
struct ResidentsWays: Sendable {
  static let reach = 10.0
  private static let longReach = AccessLocator.nearby

  private let network: WalkNetwork
  /// Ascending.
  private let edges: [Int32]
  private let index: SpatialIndex

  init(_ network: WalkNetwork) {
    self.network = network
    edges = (0..<Int32(network.edgeCount)).filter {
      network.traits(ofEdge: Int($0)).contains(.residentsOnly)
    }
    index = SpatialIndex(
      edges.map { edge in
        var box = Envelope.empty
        for vertex in Self.vertices(of: Int(edge), network) {
          box.expand(toInclude: network.vertexX[vertex], network.vertexY[vertex])
        }
        return box
      })
  }

  var isEmpty: Bool { edges.isEmpty }

  private static func vertices(of edge: Int, _ network: WalkNetwork) -> Range<Int> {
    Int(network.vertexOffsets[edge])..<Int(network.vertexOffsets[edge + 1])
  }

  /// The edges of a compound; none of what is no area.
  func edges(of compound: Int, _ areas: GeometryBuffers) -> [Int32] {
    guard areas.kinds[compound].isPolygon else { return [] }
    let box = areas.envelope(of: compound).expanded(by: Self.reach)
    return index.rows(in: box).map { edges[$0] }.filter { edge in
      let away = Self.vertices(of: Int(edge), network).map {
        areas.distance(compound, toX: network.vertexX[$0], y: network.vertexY[$0])
      }
      return away.allSatisfy { $0 <= Self.reach }
        || away.contains(0) && away.allSatisfy { $0 <= Self.longReach }
    }
  }

  /// Where ways of a compound end on streets that everybody walks along, as far from a place in it as one
  /// walks there.
  ///
  /// - Parameters:
  ///   - starts: Where the place meets streets, its own ways among them.
  ///   - own: The edges of its compound for residents only.
  ///   - box: Around the compound: other streets are walked along within it.
  func exits(
    from starts: [NetworkPosition], along own: [Int32], within box: Envelope
  ) -> [NetworkPosition] {
    var arcs: [Int32: [Adjacency.Arc]] = [:]
    for edge in own {
      let (from, to) = (network.edgeFrom[Int(edge)], network.edgeTo[Int(edge)])
      let length = network.edgeLengths[Int(edge)]
      arcs[from, default: []].append(.init(node: to, length: length))
      if network.edgeIsOneWay[Int(edge)] == 0 {
        arcs[to, default: []].append(.init(node: from, length: length))
      }
    }
    var found: [Int32: (ticks: Int32, isOwn: Bool)] = [:]
    // Few nodes are in a compound: labels are corrected until none changes.
    var queue: [Int32] = []
    func reach(_ node: Int32, _ ticks: Int64, isOwn: Bool) {
      guard ticks <= Int64(NetworkLength.longestLimit) else { return }
      if let known = found[node], Int64(known.ticks) <= ticks { return }
      found[node] = (Int32(ticks), isOwn)
      queue.append(node)
    }
    for start in starts {
      let isOwn = network.traits(ofEdge: start.edge).contains(.residentsOnly)
      let isOneWay = network.edgeIsOneWay[start.edge] == 1
      let length = network.edgeLengths[start.edge]
      for end in start.ends {
        if !isOneWay || end.along == 0 {
          reach(
            network.edgeFrom[start.edge], Int64(end.straight) + Int64(end.along), isOwn: isOwn)
        }
        reach(
          network.edgeTo[start.edge], Int64(end.straight) + Int64(length - end.along),
          isOwn: isOwn)
      }
    }
    let graph = network.forward
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      guard let here = found[node] else { continue }
      for arc in arcs[node] ?? [] {
        reach(arc.node, Int64(here.ticks) + Int64(arc.length), isOwn: true)
      }
      guard box.contains(x: network.nodeX[Int(node)], y: network.nodeY[Int(node)]) else { continue }
      for index in Int(graph.offsets[Int(node)])..<Int(graph.offsets[Int(node) + 1]) {
        let arc = graph.arcs[index]
        reach(arc.node, Int64(here.ticks) + Int64(arc.length), isOwn: false)
      }
    }
    return found.sorted { $0.key < $1.key }.compactMap { node, way in
      let arc = Int(graph.offsets[Int(node)])
      guard way.isOwn, arc < Int(graph.offsets[Int(node) + 1]) else { return nil }
      let code = graph.edges[arc]
      let edge = Int(code >> 1)
      return NetworkPosition(
        edge: edge, along: code & 1 == 0 ? 0 : network.edgeLengths[edge], straight: way.ticks,
        component: network.components[Int(node)], x: network.nodeX[Int(node)],
        y: network.nodeY[Int(node)])
    }
  }
}
