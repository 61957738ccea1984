internal import GeoData

extension StreetBuilder {
  /// Makes lines of all ways that are walked along, edges of areas included.
  mutating func addLines() {
    addAreaEdges()
    var links = SidewalkLinks(self)
    insertions = links.insertions(into: &self)
    let cuts = BarrierCuts(self)
    lines.vertices.reserveCapacity(file.ways.references.count)
    for index in lineWays.indices { append(index, cuts) }
    addGates(cuts)
    for link in links.links {
      lines.append([link.node, link.met], sourceID: lineWays[Int(link.line)].sourceID)
      summary.crossingMetres += link.metres
    }
  }

  private mutating func addAreaEdges() {
    var isLine = [Bool](repeating: false, count: file.ways.count)
    for line in lineWays { isLine[Int(line.way)] = true }
    func edge(_ way: Int32, of area: Area) -> LineWay {
      LineWay(
        way: way, places: file.ways.range(of: Int(way)), direction: .both, sourceID: area.sourceID,
        traits: traits(area.walkability), kind: .path, isIndoors: area.walkability.isIndoors)
    }
    for area in areas where !area.isMultipolygon {
      isLine[Int(area.ways[0])] = true
      let line = edge(area.ways[0], of: area)
      lineWays.append(line)
      use(line.places.dropLast())
    }
    lineWays.sort { ($0.way, $0.places.lowerBound) < ($1.way, $1.places.lowerBound) }
    for area in areas where area.isMultipolygon {
      // A member that is a line of its own is there already.
      for way in area.ways where !isLine[Int(way)] {
        isLine[Int(way)] = true
        let line = edge(way, of: area)
        guard line.places.count > 0 else { continue }
        lineWays.append(line)
        use(isRing(Int(way)) ? line.places.dropLast() : line.places)
      }
    }
  }

  private mutating func append(_ index: Int, _ cuts: BarrierCuts) {
    let line = lineWays[index]
    // The vertex of a way that ends at a node is written as the node's complement until the piece ends.
    var piece: [Int32] = []
    var isCut = false
    let inserted = insertions.isEmpty ? nil : insertions[Int32(index)]
    var nextInserted = 0
    for place in line.places {
      let node = file.ways.references[place]
      while let inserted, nextInserted < inserted.count, inserted[nextInserted].place == place {
        piece.append(inserted[nextInserted].vertex)
        nextInserted += 1
      }
      if x[Int(node)].isNaN {
        isCut = true
        endPiece(&piece, line)
      } else if isClosed(node), cuts.isCut(line: index, at: place) {
        guard piece.last != ~node else { continue }
        piece.append(~node)
        endPiece(&piece, line)
        piece.append(~node)
      } else if piece.last != node {
        piece.append(node)
      }
    }
    endPiece(&piece, line)
    if isCut, !line.isForResidents { summary.cutWays += 1 }
  }

  private mutating func endPiece(_ piece: inout [Int32], _ line: LineWay) {
    defer { piece.removeAll(keepingCapacity: true) }
    guard piece.count > 1 else { return }
    for (place, node) in piece.enumerated() where node < 0 {
      sides.append(~node)
      piece[place] = Int32(file.nodeIDs.count + sides.count - 1)
    }
    lines.append(piece, direction: line.direction, sourceID: line.sourceID, traits: line.traits)
  }

  // MARK: Gates

  /// Joins the sides of a gate that only residents pass, for them alone, and says where gates are.
  private mutating func addGates(_ cuts: BarrierCuts) {
    var sidesOfNodes: [Int32: [Int32]] = [:]
    for (side, node) in sides.enumerated() where node >= 0 {
      sidesOfNodes[node, default: []].append(Int32(file.nodeIDs.count + side))
    }
    for node in cuts.nodes {
      if uses[Int(node)] > 0 { summary.closedNodes += 1 }
      let ends = sidesOfNodes[node] ?? []
      let isPassed = cuts.passed.contains(node)
      guard passages[Int(closing[Int(node)])].passers == .residents,
        ends.count + (isPassed ? 1 : 0) > 1
      else { continue }
      let hub = isPassed ? node : ends[0]
      for end in ends where end != hub {
        lines.append([hub, end], sourceID: file.nodeIDs[Int(node)], traits: .residentsOnly)
      }
    }
    let gates = file.taggedNodes.filter { passages[Int($0.tags)].isGate }
    guard !gates.isEmpty else { return }
    var isOnLine = [Bool](repeating: false, count: x.count)
    for line in lineWays {
      for node in file.ways.references[line.places] { isOnLine[Int(node)] = true }
    }
    for gate in gates where isOnLine[Int(gate.node)] {
      lines.gates.append(x: x[Int(gate.node)], y: y[Int(gate.node)])
    }
  }
}
