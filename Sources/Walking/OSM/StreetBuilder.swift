internal import Geodesy

/// Makes lines of the ways of a file, step by step; each step is one method.
struct StreetBuilder {
  /// An area to walk on: a closed way, or a multipolygon.
  struct Area {
    let walkability: Walkability
    let sourceID: Int64
    /// Indices of the ways of its edge; one for a closed way.
    let ways: [Int32]
    let isMultipolygon: Bool
    /// Whether a way of its edge is not in the file.
    let lacksWays: Bool
  }

  let file: OSMFile
  /// Per node, in metres; `nan` where it is missing.
  let x: [Double]
  let y: [Double]
  /// Per node: nobody passes.
  private let isClosed: [Bool]
  /// Per tag set; `nil`: no street.
  private let walkability: [Walkability?]
  /// Ways that become lines, by index, areas' edges included.
  private var lineWays: [(way: Int32, direction: StreetLines.Direction, sourceID: Int64)] = []
  private var areas: [Area] = []
  /// Per node: lines and edges that use it; stays at 255.
  private var uses: [UInt8]
  private var ledger = LengthLedger()
  private var summary = StreetSummary()

  /// Vertices of the lines by node, or from `file.nodeIDs.count` on by `sides`.
  private var lines: StreetLines
  /// The nodes of the vertices that end at a closed node.
  private var sides: [Int32] = []

  init(_ file: OSMFile, x: [Double], y: [Double], on ground: GroundScale) {
    self.file = file
    lines = StreetLines(on: ground)
    self.x = x
    self.y = y
    walkability = file.tagSets.map { Walkability($0) }
    let closes = file.tagSets.map { NodePassage.isClosed($0) }
    var isClosed = [Bool](repeating: false, count: file.nodeIDs.count)
    for (node, tags) in file.taggedNodes where closes[Int(tags)] { isClosed[Int(node)] = true }
    self.isClosed = isClosed
    uses = [UInt8](repeating: 0, count: file.nodeIDs.count)
    summary.nodesInSource = file.nodesInFile
    summary.waysInSource = file.waysInFile
    summary.repeatedWays = file.repeatedWays
    summary.replicationTimestamp = file.replicationTimestamp
    summary.generator = file.generator
    summary.missingNodes = x.reduce(0) { $0 + ($1.isNaN ? 1 : 0) }
  }

  // MARK: Lines, areas, and the rest

  /// Sorts ways and multipolygons into lines, areas and what is excluded.
  mutating func sort() {
    for way in 0..<file.ways.count {
      guard let walk = walkability[Int(file.ways.tags[way])] else { continue }
      let isRing = isRing(way)
      // An outline that does not close encloses nothing and is no line either.
      if walk.area == .edge && !isRing { continue }
      if let reason = walk.exclusion {
        ledger.add(length(of: way), of: walk.streetClass, excludedFor: reason)
      } else if isRing && walk.area != .none {
        areas.append(
          Area(
            walkability: walk, sourceID: file.ways.ids[way], ways: [Int32(way)],
            isMultipolygon: false, lacksWays: false))
      } else {
        addLine(way, walk)
      }
    }
    for relation in 0..<file.relations.count {
      guard let walk = walkability[Int(file.relations.tags[relation])] else { continue }
      let members = file.relations.references[file.relations.range(of: relation)]
      // A way that is a line of its own is not walked along twice.
      let ways = members.filter { $0 >= 0 }
      if let reason = walk.exclusion {
        let metres = ways.reduce(0) { $0 + length(of: Int($1)) }
        ledger.add(metres, of: walk.streetClass, excludedFor: reason)
      } else {
        areas.append(
          Area(
            walkability: walk, sourceID: file.relations.ids[relation], ways: Array(ways),
            isMultipolygon: true, lacksWays: ways.count < members.count))
      }
    }
  }

  private mutating func addLine(_ way: Int, _ walk: Walkability) {
    ledger.add(length(of: way), of: walk.streetClass, excludedFor: nil)
    lineWays.append((Int32(way), walk.direction, file.ways.ids[way]))
    summary.walkableWays += 1
    if walk.direction != .both { summary.oneWayWays += 1 }
    let tags = file.tagSets[Int(file.ways.tags[way])]
    if let bridge = tags[.bridge], bridge != "no" { summary.bridges += 1 }
    if let tunnel = tags[.tunnel], tunnel != "no" { summary.tunnels += 1 }
    use(way)
  }

  private mutating func use(_ way: Int) {
    let range = file.ways.range(of: way)
    for place in isRing(way) ? range.dropLast() : range {
      let node = Int(file.ways.references[place])
      uses[node] = uses[node] == .max ? .max : uses[node] + 1
    }
  }

  /// Keeps the areas that a line meets, or another area that is kept.
  mutating func dropIsolatedAreas() {
    var areasOfNodes: [(node: Int32, area: Int32)] = []
    var isKept = [Bool](repeating: false, count: areas.count)
    var queue: [Int] = []
    for (index, area) in areas.enumerated() {
      forEachPassableNode(of: area) { node in
        areasOfNodes.append((node, Int32(index)))
        if uses[Int(node)] > 0 { isKept[index] = true }
      }
      if isKept[index] { queue.append(index) }
    }
    areasOfNodes.sort { ($0.node, $0.area) < ($1.node, $1.area) }
    while let index = queue.popLast() {
      forEachPassableNode(of: areas[index]) { node in
        var place = Self.firstPlace(of: node, in: areasOfNodes)
        while place < areasOfNodes.count, areasOfNodes[place].node == node {
          let other = Int(areasOfNodes[place].area)
          if !isKept[other] {
            isKept[other] = true
            queue.append(other)
          }
          place += 1
        }
      }
    }
    for (index, area) in areas.enumerated() {
      let metres = area.ways.reduce(0) { $0 + length(of: Int($1)) }
      ledger.add(
        metres, of: area.walkability.streetClass,
        excludedFor: isKept[index] ? nil : .isolatedArea)
    }
    areas = zip(areas, isKept).filter(\.1).map(\.0)
    summary.areas = areas.count
    summary.walkableWays += areas.count
  }

  private static func firstPlace(
    of node: Int32, in ascending: [(node: Int32, area: Int32)]
  ) -> Int {
    var low = 0
    var high = ascending.count
    while low < high {
      let middle = (low + high) / 2
      if ascending[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func forEachPassableNode(of area: Area, _ body: (Int32) -> Void) {
    for way in area.ways {
      for place in file.ways.range(of: Int(way)) {
        let node = file.ways.references[place]
        if !isClosed[Int(node)] && !x[Int(node)].isNaN { body(node) }
      }
    }
  }

  // MARK: Lines

  /// Makes lines of all ways that are walked along, edges of areas included.
  mutating func addLines() {
    var isLine = [Bool](repeating: false, count: file.ways.count)
    for line in lineWays { isLine[Int(line.way)] = true }
    for area in areas where !area.isMultipolygon {
      isLine[Int(area.ways[0])] = true
      lineWays.append((area.ways[0], .both, area.sourceID))
      use(Int(area.ways[0]))
    }
    lineWays.sort { $0.way < $1.way }
    for area in areas where area.isMultipolygon {
      // A member that is a line of its own is there already.
      for way in area.ways where !isLine[Int(way)] {
        isLine[Int(way)] = true
        lineWays.append((way, .both, area.sourceID))
        use(Int(way))
      }
    }
    lines.vertices.reserveCapacity(file.ways.references.count)
    for line in lineWays {
      append(Int(line.way), direction: line.direction, sourceID: line.sourceID)
    }
    for node in isClosed.indices where isClosed[node] && uses[node] > 0 {
      summary.closedNodes += 1
    }
  }

  private mutating func append(
    _ way: Int, direction: StreetLines.Direction, sourceID: Int64
  ) {
    // A closed node is written as its complement until a piece ends at it.
    var piece: [Int32] = []
    var isCut = false
    for place in file.ways.range(of: way) {
      let node = file.ways.references[place]
      if x[Int(node)].isNaN {
        isCut = true
        endPiece(&piece, direction, sourceID)
      } else if isClosed[Int(node)] {
        guard piece.last != ~node else { continue }
        piece.append(~node)
        endPiece(&piece, direction, sourceID)
        piece.append(~node)
      } else if piece.last != node {
        piece.append(node)
      }
    }
    endPiece(&piece, direction, sourceID)
    if isCut { summary.cutWays += 1 }
  }

  private mutating func endPiece(
    _ piece: inout [Int32], _ direction: StreetLines.Direction, _ sourceID: Int64
  ) {
    defer { piece.removeAll(keepingCapacity: true) }
    guard piece.count > 1 else { return }
    for (place, node) in piece.enumerated() where node < 0 {
      sides.append(~node)
      piece[place] = Int32(file.nodeIDs.count + sides.count - 1)
    }
    lines.append(piece, direction: direction, sourceID: sourceID)
  }

  // MARK: Across areas

  /// The areas to cross.
  var openAreas: [Area] {
    // Of a multipolygon of a highway the tag `area` may be missing: it is one by nature.
    areas.filter {
      $0.walkability.area == .open || $0.isMultipolygon && $0.walkability.area != .edge
    }
  }

  /// Pairs of nodes to join by a line; `nil` if the area cannot be crossed and should be.
  func crossing(of area: Area) -> [(Int32, Int32)]? {
    var isWhole = !area.lacksWays
    forEachNode(of: area) { if x[Int($0)].isNaN { isWhole = false } }
    guard isWhole,
      let rings = AreaCrossing.rings(
        joining: area.ways.map { file.ways.references[file.ways.range(of: Int($0))] })
    else { return nil }
    return AreaCrossing(rings: rings, x: x, y: y).shortestLines { node in
      uses[Int(node)] > 1 && !isClosed[Int(node)]
    }
  }

  private func forEachNode(of area: Area, _ body: (Int32) -> Void) {
    for way in area.ways { file.ways.references[file.ways.range(of: Int(way))].forEach(body) }
  }

  mutating func addCrossings(_ crossings: some Sequence<(Area, [(Int32, Int32)]?)>) {
    for (area, pairs) in crossings {
      guard let pairs else {
        summary.uncrossedAreas += 1
        continue
      }
      if !pairs.isEmpty { summary.crossedAreas += 1 }
      for (start, end) in pairs {
        lines.append([start, end], sourceID: area.sourceID)
        summary.crossingMetres += distance(start, end)
      }
    }
  }

  // MARK: The result

  /// Numbers the vertices that are in use, by node, then those at closed nodes.
  consuming func finish() -> Streets {
    ledger.write(to: &summary)
    let nodeCount = file.nodeIDs.count
    var numbers = [Int32](repeating: -1, count: nodeCount + sides.count)
    for vertex in lines.vertices { numbers[Int(vertex)] = 0 }
    var next: Int32 = 0
    for vertex in numbers.indices where numbers[vertex] == 0 {
      let node = vertex < nodeCount ? vertex : Int(sides[vertex - nodeCount])
      lines.x.append(x[node])
      lines.y.append(y[node])
      numbers[vertex] = next
      next += 1
    }
    for place in lines.vertices.indices {
      lines.vertices[place] = numbers[Int(lines.vertices[place])]
    }
    return Streets(lines: lines, summary: summary)
  }

  // MARK: Measures

  private func isRing(_ way: Int) -> Bool {
    let range = file.ways.range(of: way)
    return range.count > 3
      && file.ways.references[range.lowerBound] == file.ways.references[range.upperBound - 1]
  }

  private func distance(_ one: Int32, _ other: Int32) -> Double {
    lines.ground.metres(
      fromX: x[Int(one)], y: y[Int(one)], toX: x[Int(other)], y: y[Int(other)])
  }

  /// In metres; without the stretches whose nodes are missing.
  private func length(of way: Int) -> Double {
    let nodes = file.ways.references[file.ways.range(of: way)]
    var sum = 0.0
    for (one, other) in zip(nodes, nodes.dropFirst()) {
      let metres = distance(one, other)
      if !metres.isNaN { sum += metres }
    }
    return sum
  }
}
