internal import Planar

extension StreetBuilder {
  /// Finds where ways come up inside of squares, or run onto them without a node of the edge.
  mutating func findInnerEntrances() {
    let squares = areas.indices.filter { isOpen(areas[$0]) && areas[$0].walkability.isOpenGround }
    let rings = squares.map { self.rings(of: areas[$0]) }
    let crossings = rings.map { $0.map { AreaCrossing(rings: $0, x: x, y: y) } }
    for (square, inner) in zip(squares, WaysInside(self).entrances(of: crossings)) {
      areas[square].inner = inner
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
      if !area.inner.isEmpty { isKept[index] = true }
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
        if !isClosed(node) && !x[Int(node)].isNaN { body(node) }
      }
    }
  }

  // MARK: Across

  /// The areas to cross.
  var openAreas: [Area] { areas.filter(isOpen) }

  /// Of a multipolygon of a highway the tag `area` may be missing: it is one by nature.
  private func isOpen(_ area: Area) -> Bool {
    area.walkability.area == .open || area.isMultipolygon && area.walkability.area != .edge
  }

  /// `nil` if they do not close, or lack something.
  private func rings(of area: Area) -> [[Int32]]? {
    var isWhole = !area.lacksWays
    for way in area.ways {
      for node in file.ways.references[file.ways.range(of: Int(way))] where x[Int(node)].isNaN {
        isWhole = false
      }
    }
    guard isWhole else { return nil }
    return AreaCrossing.rings(
      joining: area.ways.map { file.ways.references[file.ways.range(of: Int($0))] })
  }

  /// Pairs of nodes to join by a line; `nil` if the area cannot be crossed and should be.
  func crossing(of area: Area) -> [(Int32, Int32)]? {
    guard let rings = rings(of: area) else { return nil }
    let crossing = AreaCrossing(rings: rings, x: x, y: y)
    let isEntrance = { (node: Int32) in uses[Int(node)] > 1 && !isClosed(node) }
    // Many ways onto a square are worth less than a square that is crossed.
    return crossing.shortestLines(isEntrance: isEntrance, inner: area.inner)
      ?? (area.inner.isEmpty ? nil : crossing.shortestLines(isEntrance: isEntrance))
  }

  mutating func addCrossings(_ crossings: some Sequence<(Area, [(Int32, Int32)]?)>) {
    for (area, pairs) in crossings {
      guard let pairs else {
        summary.uncrossedAreas += 1
        continue
      }
      if !pairs.isEmpty { summary.crossedAreas += 1 }
      if let rings = rings(of: area) {
        lines.squares.append(
          rings: rings.map { $0.map { (x: x[Int($0)], y: y[Int($0)]) } })
      }
      for (start, end) in pairs {
        lines.append([start, end], sourceID: area.sourceID, traits: traits(area.walkability))
        summary.crossingMetres += distance(start, end)
      }
    }
  }
}

/// The nodes from which one may step onto a square that they lie inside of: the ends of ways that come
/// up there, and where a way on the ground runs onto it without a node of its edge.
struct WaysInside {
  private let builder: StreetBuilder

  init(_ builder: StreetBuilder) { self.builder = builder }

  /// By square, ascending; none where it is `nil`.
  func entrances(of squares: [AreaCrossing?]) -> [[Int32]] {
    guard squares.contains(where: { $0 != nil }) else { return squares.map { _ in [] } }
    let boxes = squares.map { $0?.envelope ?? .empty }
    let steps = stepsOff(near: SquareMask(boxes))
    let grid = PointGrid(rows: steps.nodes, x: builder.x, y: builder.y)
    let inner = squares.map { $0.map { nodes(of: grid, inside: $0) } ?? [] }
    var isInside = [Bool](repeating: false, count: builder.x.count)
    for node in inner.joined() { isInside[Int(node)] = true }
    var isEntrance = steps.isEnd
    for square in squares {
      // Who comes over a node of the edge has met the square there.
      for ring in square?.rings ?? [] {
        for node in ring { isInside[Int(node)] = true }
      }
    }
    for line in builder.lineWays where !line.isForResidents {
      for place in line.places.dropFirst() {
        let from = Int(builder.file.ways.references[place - 1])
        let to = Int(builder.file.ways.references[place])
        if isInside[from] != isInside[to] { isEntrance[isInside[from] ? from : to] = true }
      }
    }
    return inner.map { $0.filter { isEntrance[Int($0)] } }
  }

  /// Nodes of ways on the ground, and dead ends of all, as far as they may be in a square.
  private func stepsOff(near mask: SquareMask) -> (nodes: [Int32], isEnd: [Bool]) {
    let (ground, elsewhere): (UInt8, UInt8) = (1, 2)
    var uses = [UInt8](repeating: 0, count: builder.x.count)
    var isEnd = [Bool](repeating: false, count: builder.x.count)
    for line in builder.lineWays where !line.isForResidents {
      let references = builder.file.ways.references[line.places]
      let use = line.traits.contains(.elevated) ? elsewhere : ground
      for node in references { uses[Int(node)] |= use }
      for node in [references.first, references.last].compactMap({ $0 }) {
        isEnd[Int(node)] = builder.uses[Int(node)] == 1
      }
    }
    var nodes: [Int32] = []
    for node in uses.indices
    where (uses[node] == ground || isEnd[node] && uses[node] != 0)
      && mask.contains(builder.x[node], builder.y[node]) && !builder.isClosed(Int32(node))
    {
      nodes.append(Int32(node))
    }
    return (nodes, isEnd)
  }

  /// Ascending; those of the edge left out.
  private func nodes(of grid: PointGrid, inside area: AreaCrossing) -> [Int32] {
    let box = area.envelope
    var found: [Int32] = []
    let reach = 0.5 * (box.width * box.width + box.height * box.height).squareRoot()
    grid.search { grid in
      grid.forEach(within: reach, ofX: box.centre.x, y: box.centre.y) { node, nodeX, nodeY in
        if box.contains(x: nodeX, y: nodeY), area.isInside(nodeX, nodeY) { found.append(node) }
      }
    }
    guard !found.isEmpty else { return [] }
    let edge = Set(area.rings.joined())
    return found.filter { !edge.contains($0) }.sorted()
  }
}

/// Square cells in which there is something of some boxes: a quick no.
struct SquareMask {
  private let box: Envelope
  private let cell: Double
  private let columns: Int
  private var isCovered: [Bool]

  init(_ boxes: [Envelope]) {
    var all = Envelope.empty
    for box in boxes where !box.isEmpty { all.formUnion(box) }
    box = all
    cell = all.isEmpty ? 1 : max(50, max(all.width, all.height) / 1024)
    columns = all.isEmpty ? 1 : Int(all.width / cell) + 1
    let rows = all.isEmpty ? 1 : Int(all.height / cell) + 1
    isCovered = [Bool](repeating: false, count: columns * rows)
    for one in boxes where !one.isEmpty {
      for row in Int((one.minY - box.minY) / cell)...Int((one.maxY - box.minY) / cell) {
        for column in Int((one.minX - box.minX) / cell)...Int((one.maxX - box.minX) / cell) {
          isCovered[row * columns + column] = true
        }
      }
    }
  }

  /// Whether a place may be in a box; not where a coordinate is no number.
  func contains(_ x: Double, _ y: Double) -> Bool {
    guard box.contains(x: x, y: y) else { return false }
    return isCovered[Int((y - box.minY) / cell) * columns + Int((x - box.minX) / cell)]
  }
}
