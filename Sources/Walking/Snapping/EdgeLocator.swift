package import Geodesy
internal import Planar

/// Finds the point of a network that is nearest to a position: for comparisons with other routers, and
/// for tests. Where places meet the network that people walk from says `AccessLocator`.
package struct EdgeLocator: Sendable {
  private let network: WalkNetwork
  private let ground: GroundScale
  private let index: SpatialIndex

  /// An index over all edges of a network.
  ///
  /// - Parameter ground: What metres of the network's CRS are, as they were when it was built.
  package init(_ network: WalkNetwork, on ground: GroundScale = .plane) {
    self.network = network
    self.ground = ground
    index = SpatialIndex(
      (0..<network.edgeCount).map { edge in
        var box = Envelope.empty
        for vertex in network.vertices(ofEdge: edge) {
          box.expand(toInclude: network.vertexX[vertex], network.vertexY[vertex])
        }
        return box
      })
  }

  /// The nearest point; of equally near ones that of the first edge, and on it the first.
  ///
  /// - Parameter distance: In metres, inclusive; more than `WalkNetwork.longestLimit` is taken for that.
  package func nearest(toX x: Double, y: Double, within distance: Double) -> NetworkPosition? {
    guard x.isFinite, y.isFinite, distance >= 0 else { return nil }
    let distance = min(distance, WalkNetwork.longestLimit)
    var best: (metres: Double, edge: Int, position: NetworkPosition)?
    var limit = ground.reach(ofMetres: distance, fromX: x, y: y).perhaps
    index.forEachRow(nearX: x, y: y, within: &limit) { edge, limit in
      for vertex in network.vertices(ofEdge: edge).dropLast() {
        let side = Segment(
          ax: network.vertexX[vertex], ay: network.vertexY[vertex],
          bx: network.vertexX[vertex + 1], by: network.vertexY[vertex + 1])
        let share = side.share(nearestToX: x, y: y)
        let point = side.point(atShare: share)
        let metres = ground.metres(fromX: x, y: y, toX: point.x, y: point.y)
        guard metres <= distance else { continue }
        if let best, (metres, edge) >= (best.metres, best.edge) { continue }
        let start = network.vertexAlong[vertex]
        let length = Double(network.vertexAlong[vertex + 1] - start)
        best = (
          metres, edge,
          NetworkPosition(
            edge: edge, along: start + Int32((share * length).rounded()),
            straight: NetworkLength.ticks(metres), x: point.x, y: point.y)
        )
        limit = ground.reach(ofMetres: metres, fromX: x, y: y).perhaps
      }
    }
    return best?.position
  }
}

extension WalkNetwork {
  fileprivate func vertices(ofEdge edge: Int) -> Range<Int> {
    Int(vertexOffsets[edge])..<Int(vertexOffsets[edge + 1])
  }
}
