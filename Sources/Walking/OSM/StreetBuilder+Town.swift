internal import GeoData

extension StreetBuilder {
  /// Sorts the roads that people walk along between the streets of a town, such as trunk roads.
  mutating func sortTownRoads() {
    guard !townWays.isEmpty else { return }
    var meets = [Bool](repeating: false, count: x.count)
    for line in lineWays where !line.isForResidents && isTownStreet(line) {
      for node in file.ways.references[line.places] { meets[Int(node)] = true }
    }
    var roads = TownRoads()
    for way in townWays {
      guard let walk = walkability[Int(file.ways.tags[Int(way)])] else { continue }
      let places = file.ways.range(of: Int(way))
      // A viaduct through a town is no street of it; a bridge over a stream is.
      if walk.isElevated, length(places) > TownRoads.longestBridge { continue }
      for place in places.dropFirst() {
        let (from, to) = (file.ways.references[place - 1], file.ways.references[place])
        let metres = distance(from, to)
        if from != to, !metres.isNaN {
          roads.append(from: from, to: to, metres: metres, place: Int32(place))
        }
      }
    }
    let kept = roads.keptPlaces { meets[Int($0)] }
    for way in townWays {
      guard let walk = walkability[Int(file.ways.tags[Int(way)])] else { continue }
      add(Int(way), walk, keeping: kept)
    }
  }

  /// Makes lines of the stretches of a road that are kept; `kept` has the places that they lead to.
  private mutating func add(_ way: Int, _ walk: Walkability, keeping kept: Set<Int32>) {
    let places = file.ways.range(of: way)
    let total = length(places)
    var walked = 0.0
    var start: Int?
    for place in places.dropFirst().map({ $0 }) + [places.upperBound] {
      let isKept = place < places.upperBound && kept.contains(Int32(place))
      if isKept {
        if start == nil { start = place - 1 }
      } else if let first = start {
        let stretch = first..<place
        walked += length(stretch)
        addLine(way, walk, places: stretch)
        start = nil
      }
    }
    if walked > 0 {
      ledger.add(walked, of: walk.streetClass)
      summary.townRoadMetres += walked
    }
    if total - walked > 0.001 || walked == 0, let reason = walk.exclusion {
      ledger.add(total - walked, of: walk.streetClass, excludedFor: reason, by: walk.choice)
    }
  }

  private func isTownStreet(_ line: LineWay) -> Bool {
    guard let walk = walkability[Int(file.ways.tags[Int(line.way)])] else { return false }
    switch walk.kind {
    case .road, .shared: return true
    case .drive: return walk.streetClass == "service"
    case .path: return ["footway", "pedestrian", "steps", "platform"].contains(walk.streetClass)
    }
  }
}

/// The stretches of fast roads that run from one street of a town to another.
///
/// A stretch is kept if it is on a shortest way, of at most `longestStretch`, between two places at
/// which streets meet the roads and which are nearest to each other.
struct TownRoads {
  /// Between two streets, in metres.
  static let longestStretch = 500.0
  /// Of a bridge or tunnel that is part of a stretch, in metres.
  static let longestBridge = 100.0

  private struct Piece {
    let from: Int32
    let to: Int32
    let metres: Double
    let place: Int32
  }

  private var pieces: [Piece] = []

  mutating func append(from: Int32, to: Int32, metres: Double, place: Int32) {
    pieces.append(Piece(from: from, to: to, metres: metres, place: place))
  }

  /// The places of the pieces that are kept.
  func keptPlaces(meets: (Int32) -> Bool) -> Set<Int32> {
    let nodes = Array(Set(pieces.flatMap { [$0.from, $0.to] })).sorted()
    var numbers: [Int32: Int] = [:]
    for (number, node) in nodes.enumerated() { numbers[node] = number }
    let ends = pieces.map { (numbers[$0.from] ?? 0, numbers[$0.to] ?? 0) }
    var incident = [[Int]](repeating: [], count: nodes.count)
    for (piece, end) in ends.enumerated() {
      incident[end.0].append(piece)
      incident[end.1].append(piece)
    }
    // The nearest street of each node, by its number; of two as near the lesser.
    var metres = [Double](repeating: .infinity, count: nodes.count)
    var source = [Int](repeating: .max, count: nodes.count)
    var previous = [Int](repeating: -1, count: nodes.count)
    var queue = nodes.indices.filter { meets(nodes[$0]) }
    for node in queue { (metres[node], source[node]) = (0, node) }
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for piece in incident[node] {
        let other = ends[piece].0 == node ? ends[piece].1 : ends[piece].0
        let length = metres[node] + pieces[piece].metres
        guard length < Self.longestStretch,
          (length, source[node]) < (metres[other], source[other])
        else { continue }
        (metres[other], source[other], previous[other]) = (length, source[node], piece)
        queue.append(other)
      }
    }
    var isKept = [Bool](repeating: false, count: pieces.count)
    for (piece, end) in ends.enumerated()
    where source[end.0] != source[end.1] && source[end.0] != .max && source[end.1] != .max
      && metres[end.0] + pieces[piece].metres + metres[end.1] <= Self.longestStretch
    {
      isKept[piece] = true
      for start in [end.0, end.1] {
        var node = start
        while metres[node] > 0, previous[node] >= 0, !isKept[previous[node]] {
          let back = previous[node]
          isKept[back] = true
          node = ends[back].0 == node ? ends[back].1 : ends[back].0
        }
      }
    }
    return Set(pieces.indices.filter { isKept[$0] }.map { pieces[$0].place })
  }
}
