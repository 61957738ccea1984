internal import GeoData
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
    /// Nodes inside, at which ways come up or run onto it without a node of its edge.
    var inner: [Int32] = []
  }

  /// A way, or a stretch of one, that becomes a line.
  struct LineWay {
    let way: Int32
    /// In `file.ways.references`, both ends included.
    let places: Range<Int>
    let direction: StreetLines.Direction
    let sourceID: Int64
    let traits: StreetTraits
    let kind: StreetDefaults.Kind
    let isIndoors: Bool

    var isForResidents: Bool { traits.contains(.residentsOnly) }
  }

  let file: OSMFile
  /// Per node, in metres; `nan` where it is missing.
  let x: [Double]
  let y: [Double]
  /// Per node: its tag set, if somebody does not get through it; else -1.
  let closing: [Int32]
  /// Per tag set; of those that no node has, all pass.
  let passages: [NodePassage]
  /// Per tag set; `nil`: no street.
  let walkability: [Walkability?]
  /// Ways that become lines, by index, areas' edges included.
  var lineWays: [LineWay] = []
  /// Ways that are walked on if their sidewalk, said to be a way of its own, is not in the file.
  var apartWays: [Int32] = []
  /// Ways that are walked on between streets of a town.
  var townWays: [Int32] = []
  var areas: [Area] = []
  /// Per node: lines and edges that use it, those for residents left out; stays at 255.
  var uses: [UInt8]
  var ledger = LengthLedger()
  var summary = StreetSummary()

  /// Vertices of the lines by node, or from `file.nodeIDs.count` on by `sides`.
  var lines: StreetLines
  /// The nodes of the vertices that end at a closed node; of a vertex between two nodes the complement
  /// of its index in `feet`.
  var sides: [Int32] = []
  /// Places between two nodes where a way gets a vertex.
  var feet: [(x: Double, y: Double)] = []
  /// Vertices that ways get between two nodes, by line.
  var insertions: [Int32: [SidewalkLinks.Insertion]] = [:]

  init(
    _ file: OSMFile, x: [Double], y: [Double], on ground: GroundScale, _ defaults: WalkDefaults
  ) {
    self.file = file
    lines = StreetLines(on: ground)
    self.x = x
    self.y = y
    walkability = file.tagSets.map { Walkability($0, defaults) }
    var passages = [NodePassage](repeating: NodePassage([:]), count: file.tagSets.count)
    for set in Set(file.taggedNodes.map(\.tags)) {
      passages[Int(set)] = NodePassage(file.tagSets[Int(set)])
    }
    self.passages = passages
    var closing = [Int32](repeating: -1, count: file.nodeIDs.count)
    for (node, tags) in file.taggedNodes where passages[Int(tags)].passers != .all {
      closing[Int(node)] = tags
    }
    self.closing = closing
    uses = [UInt8](repeating: 0, count: file.nodeIDs.count)
    summary.nodesInSource = file.nodesInFile
    summary.waysInSource = file.waysInFile
    summary.repeatedWays = file.repeatedWays
    summary.replicationTimestamp = file.replicationTimestamp
    summary.generator = file.generator
    summary.missingNodes = file.streetNodes.indices.reduce(0) {
      $0 + (file.streetNodes[$1] && x[$1].isNaN ? 1 : 0)
    }
  }

  func isClosed(_ node: Int32) -> Bool { closing[Int(node)] >= 0 }

  // MARK: Lines, areas, and the rest

  /// Sorts ways and multipolygons into lines, areas and what is excluded.
  mutating func sort() {
    for way in 0..<file.ways.count {
      guard let walk = walkability[Int(file.ways.tags[way])] else { continue }
      let isRing = isRing(way)
      // An outline that does not close encloses nothing and is no line either.
      if walk.area == .edge && !isRing { continue }
      if let reason = walk.exclusion {
        sort(way, excludedFor: reason, walk)
      } else if isRing && walk.area != .none {
        areas.append(
          Area(
            walkability: walk, sourceID: file.ways.ids[way], ways: [Int32(way)],
            isMultipolygon: false, lacksWays: false))
      } else {
        ledger.add(length(of: way), of: walk.streetClass)
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
        ledger.add(
          metres, of: walk.streetClass, excludedFor: reason, by: walk.choice)
      } else {
        areas.append(
          Area(
            walkability: walk, sourceID: file.relations.ids[relation], ways: Array(ways),
            isMultipolygon: true, lacksWays: ways.count < members.count))
      }
    }
  }

  private mutating func sort(
    _ way: Int, excludedFor reason: WalkExclusion, _ walk: Walkability
  ) {
    if walk.isWalkedInTown {
      townWays.append(Int32(way))
    } else if reason == .sidewalkApart, walk.choice != nil {
      apartWays.append(Int32(way))
    } else {
      ledger.add(length(of: way), of: walk.streetClass, excludedFor: reason, by: walk.choice)
      guard walk.isForResidents, walk.area != .edge else { return }
      let places = file.ways.range(of: way)
      guard places.count > 1 else { return }
      lineWays.append(
        LineWay(
          way: Int32(way), places: places, direction: .both, sourceID: file.ways.ids[way],
          traits: traits(walk).union(.residentsOnly), kind: walk.kind, isIndoors: walk.isIndoors))
    }
  }

  func traits(_ walk: Walkability) -> StreetTraits { walk.isElevated ? .elevated : [] }

  /// Makes a line of a way, or of a stretch of it.
  mutating func addLine(_ way: Int, _ walk: Walkability, places: Range<Int>? = nil) {
    let all = file.ways.range(of: way)
    lineWays.append(
      LineWay(
        way: Int32(way), places: places ?? all, direction: walk.direction,
        sourceID: file.ways.ids[way], traits: traits(walk), kind: walk.kind,
        isIndoors: walk.isIndoors))
    summary.walkableWays += 1
    if walk.direction != .both { summary.oneWayWays += 1 }
    let tags = file.tagSets[Int(file.ways.tags[way])]
    if tags.isSet(.bridge) { summary.bridges += 1 }
    if tags.isSet(.tunnel) { summary.tunnels += 1 }
    use(places ?? (isRing(way) ? all.dropLast() : all))
  }

  mutating func use(_ places: Range<Int>) {
    for place in places {
      let node = Int(file.ways.references[place])
      uses[node] = uses[node] == .max ? .max : uses[node] + 1
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
      lines.x.append(node >= 0 ? x[node] : feet[~node].x)
      lines.y.append(node >= 0 ? y[node] : feet[~node].y)
      numbers[vertex] = next
      next += 1
    }
    for place in lines.vertices.indices {
      lines.vertices[place] = numbers[Int(lines.vertices[place])]
    }
    return Streets(lines: lines, summary: summary)
  }

  // MARK: Measures

  func isRing(_ way: Int) -> Bool {
    let range = file.ways.range(of: way)
    return range.count > 3
      && file.ways.references[range.lowerBound] == file.ways.references[range.upperBound - 1]
  }

  func distance(_ one: Int32, _ other: Int32) -> Double {
    lines.ground.metres(
      fromX: x[Int(one)], y: y[Int(one)], toX: x[Int(other)], y: y[Int(other)])
  }

  /// In metres; without the stretches whose nodes are missing.
  func length(of way: Int) -> Double { length(file.ways.range(of: way)) }

  /// Along places of the references, both ends included.
  func length(_ places: Range<Int>) -> Double {
    var sum = 0.0
    for place in places.dropFirst() {
      let metres = distance(file.ways.references[place - 1], file.ways.references[place])
      if !metres.isNaN { sum += metres }
    }
    return sum
  }
}
