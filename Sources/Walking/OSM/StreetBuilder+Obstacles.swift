extension StreetBuilder {
  /// Says what straight pieces between places and streets do not cross: ways, and the outlines of
  /// multipolygons. A wall has a gap where a node of it lets people through.
  mutating func addObstacles() {
    let kinds = file.tagSets.map { ObstacleClass.kind($0) }
    guard kinds.contains(where: { $0 != nil }) else { return }
    let gaps = kinds.contains(.wall) ? gapsInWalls() : []
    for way in 0..<file.ways.count {
      guard let kind = kinds[Int(file.ways.tags[way])] else { continue }
      addObstacle(kind, along: way, gaps)
    }
    for relation in 0..<file.relations.count {
      guard let kind = kinds[Int(file.relations.tags[relation])] else { continue }
      for way in file.relations.references[file.relations.range(of: relation)]
      where way >= 0 && kinds[Int(file.ways.tags[Int(way)])] == nil {
        addObstacle(kind, along: Int(way), gaps)
      }
    }
  }

  /// Per node: whether a wall lets people through there, at a gate or where a street crosses it.
  private func gapsInWalls() -> [Bool] {
    var gaps = [Bool](repeating: false, count: x.count)
    for (node, tags) in file.taggedNodes
    where passages[Int(tags)].isGate && passages[Int(tags)].passers != .none {
      gaps[Int(node)] = true
    }
    for line in lineWays where !line.isForResidents {
      for node in file.ways.references[line.places] where !isClosed(node) {
        gaps[Int(node)] = true
      }
    }
    return gaps
  }

  /// Half of a gap in a wall, in metres.
  private static let gap = 1.0

  private mutating func addObstacle(
    _ kind: StreetObstacles.Kind, along way: Int, _ gaps: [Bool]
  ) {
    for place in file.ways.range(of: way).dropFirst() {
      let from = Int(file.ways.references[place - 1])
      let to = Int(file.ways.references[place])
      let (dx, dy) = (x[to] - x[from], y[to] - y[from])
      let length = (dx * dx + dy * dy).squareRoot()
      guard length > 0, length.isFinite else { continue }
      // Water and rails are in the way beside a bridge, too.
      let isWall = kind == .wall
      let start = isWall && gaps[from] ? min(Self.gap, length / 2) / length : 0
      let end = isWall && gaps[to] ? min(Self.gap, length / 2) / length : 0
      guard start + end < 1 else { continue }
      lines.obstacles.append(
        kind, fromX: x[from] + start * dx, y: y[from] + start * dy, toX: x[to] - end * dx,
        y: y[to] - end * dy)
    }
  }
}
