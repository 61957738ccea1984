internal import GeoData

/// Which ways end at a node that not everybody passes, and which go by.
///
/// A barrier where ways of different rank meet belongs to the lesser ones: the gate of a drive on the
/// edge of a street does not close the street. Of ways of one rank the one that runs on goes by, where
/// a single other one begins there; else nobody gets from one to the other. A door closes the paths
/// that lead through it, and what is behind it.
struct BarrierCuts {
  /// A way at a node.
  struct Occurrence {
    let node: Int32
    /// Index into the lines.
    let line: Int32
    /// In the file's references.
    let place: Int32
    /// Whether the way runs on beyond the node.
    let runsOn: Bool
  }

  /// Line and place of the ways that end, each in a vertex of its own.
  private var cuts: Set<UInt64> = []
  /// Per node at which a way goes by or ends.
  private(set) var nodes: [Int32] = []
  /// Nodes where some way goes by.
  private(set) var passed: Set<Int32> = []

  init(_ builder: StreetBuilder) {
    var all: [Occurrence] = []
    let references = builder.file.ways.references
    for (index, line) in builder.lineWays.enumerated() where line.places.count > 1 {
      let (first, last) = (line.places.lowerBound, line.places.upperBound - 1)
      let isRing = references[first] == references[last]
      for place in line.places where builder.isClosed(references[place]) {
        let runsOn = place != first && place != last || isRing
        if isRing, place == last { continue }
        all.append(
          Occurrence(
            node: references[place], line: Int32(index), place: Int32(place), runsOn: runsOn))
      }
    }
    guard !all.isEmpty else { return }
    all.sort { ($0.node, $0.line, $0.place) < ($1.node, $1.line, $1.place) }
    var start = 0
    for end in 1...all.count where end == all.count || all[end].node != all[start].node {
      decide(all[start..<end], builder)
      start = end
    }
  }

  /// Whether a line ends at a place, and goes on in another vertex if it does.
  func isCut(line: Int, at place: Int) -> Bool {
    cuts.contains(UInt64(line) << 32 | UInt64(place))
  }

  private mutating func decide(_ here: ArraySlice<Occurrence>, _ builder: StreetBuilder) {
    guard let node = here.first?.node else { return }
    nodes.append(node)
    let isDoor = builder.passages[Int(builder.closing[Int(node)])].isDoor
    let cut = isDoor ? Self.behindDoor(here, builder) : Self.behindBarrier(here, builder)
    for one in cut {
      let line = builder.lineWays[Int(one.line)]
      cuts.insert(UInt64(one.line) << 32 | UInt64(one.place))
      let references = builder.file.ways.references
      let last = line.places.upperBound - 1
      if Int(one.place) == line.places.lowerBound, references[Int(one.place)] == references[last] {
        cuts.insert(UInt64(one.line) << 32 | UInt64(last))
      }
    }
    if cut.count < here.count { passed.insert(node) }
  }

  private static func behindDoor(
    _ here: ArraySlice<Occurrence>, _ builder: StreetBuilder
  ) -> [Occurrence] {
    here.filter { one in
      let line = builder.lineWays[Int(one.line)]
      return line.kind == .path && (one.runsOn || line.isIndoors && here.count > 1)
    }
  }

  private static func behindBarrier(
    _ here: ArraySlice<Occurrence>, _ builder: StreetBuilder
  ) -> [Occurrence] {
    func rank(_ one: Occurrence) -> Int {
      let line = builder.lineWays[Int(one.line)]
      let own =
        switch line.kind {
        case .road, .shared: 4
        case .drive: 2
        case .path: 0
        }
      return own + (line.isForResidents ? 0 : 1)
    }
    let highest = here.map(rank).max() ?? 0
    let top = here.filter { rank($0) == highest }
    let arms = top.reduce(0) { $0 + ($1.runsOn ? 2 : 1) }
    if top.count < here.count {
      return arms > 1 ? here.filter { rank($0) < highest } : Array(here)
    }
    let running = here.filter(\.runsOn)
    if running.count == 1, here.count > 1 { return here.filter { !$0.runsOn } }
    if running.isEmpty, here.count == 3, let side = sideArm(Array(here), builder) { return [side] }
    return Array(here)
  }

  /// Of three ways that meet, the one that is no part of the straight line of the others.
  private static func sideArm(_ arms: [Occurrence], _ builder: StreetBuilder) -> Occurrence? {
    let directions = arms.map { arm -> (x: Double, y: Double) in
      let line = builder.lineWays[Int(arm.line)]
      let references = builder.file.ways.references
      let step = Int(arm.place) == line.places.lowerBound ? 1 : -1
      let (here, next) = (Int(references[Int(arm.place)]), Int(references[Int(arm.place) + step]))
      let (dx, dy) = (builder.x[next] - builder.x[here], builder.y[next] - builder.y[here])
      let length = (dx * dx + dy * dy).squareRoot()
      return (dx / length, dy / length)
    }
    // The cosine of the angle between two of them; -1 is straight on.
    let pairs = [(0, 1, 2), (0, 2, 1), (1, 2, 0)].map { one, other, side in
      (
        cosine: directions[one].x * directions[other].x + directions[one].y * directions[other].y,
        side: side
      )
    }
    let straight = pairs.filter { $0.cosine < -0.87 }
    return straight.count == 1 ? arms[straight[0].side] : nil
  }
}
