internal import GeoData
internal import Planar

/// Steps from a carriageway to the sidewalk that is drawn on one side of it, and back.
///
/// Where the tags say that the sidewalk is a way of its own on one side and that there is none on the
/// other, who comes from the other side crosses the carriageway. So the places where streets meet the
/// carriageway are joined to the nearest place on the sidewalk, and the other way round.
struct SidewalkLinks {
  /// From a carriageway's middle to its sidewalk, in metres.
  static let reach = 30.0

  /// From a node of one line straight to another line.
  struct Link {
    let node: Int32
    let line: Int32
    /// In the references: the end of the piece of the line that is met.
    let place: Int
    /// Of the piece, 0 through 1.
    let share: Double
    let metres: Double
    /// The vertex that the line gets there, or has there.
    fileprivate(set) var met: Int32 = -1
  }

  /// A vertex that a line gets before a place of the references.
  struct Insertion {
    let place: Int
    let share: Double
    let vertex: Int32
  }

  private(set) var links: [Link] = []

  init(_ builder: StreetBuilder) {
    let oneSided = builder.file.tagSets.map { Sidewalks($0) == .apartOnOneSide }
    guard oneSided.contains(true) else { return }
    var carriageways: [Int32] = []
    var paths: [Int32] = []
    for (index, line) in builder.lineWays.enumerated()
    where !line.isForResidents && !line.traits.contains(.elevated) && line.places.count > 1 {
      if line.kind == .path {
        paths.append(Int32(index))
      } else if oneSided[Int(builder.file.ways.tags[Int(line.way)])] {
        carriageways.append(Int32(index))
      }
    }
    guard !carriageways.isEmpty, !paths.isEmpty else { return }
    link(carriageways, to: paths, builder)
    link(paths, to: carriageways, builder)
  }

  /// Links the nodes of lines at which they meet others to the nearest of some other lines.
  private mutating func link(_ lines: [Int32], to others: [Int32], _ builder: StreetBuilder) {
    let references = builder.file.ways.references
    var pieces: [(line: Int32, place: Int)] = []
    var x: [Double] = []
    var y: [Double] = []
    var onOthers: Set<Int32> = []
    for line in others {
      let places = builder.lineWays[Int(line)].places
      for node in references[places] { onOthers.insert(node) }
      for place in places.dropFirst() {
        let (from, to) = (Int(references[place - 1]), Int(references[place]))
        guard builder.distance(Int32(from), Int32(to)).isFinite else { continue }
        pieces.append((line, place))
        x += [builder.x[from], builder.x[to]]
        y += [builder.y[from], builder.y[to]]
      }
    }
    let cells = SegmentCells(starts: pieces.indices.map { Int32(2 * $0) }, x: x, y: y)
    var seen: Set<Int32> = []
    for line in lines {
      for node in references[builder.lineWays[Int(line)].places]
      where builder.uses[Int(node)] > 1 && !builder.isClosed(node) && !onOthers.contains(node) {
        let (nodeX, nodeY) = (builder.x[Int(node)], builder.y[Int(node)])
        guard nodeX.isFinite, seen.insert(node).inserted else { continue }
        var best: (square: Double, piece: Int, share: Double)?
        cells.forEach(within: Self.reach, ofX: nodeX, y: nodeY) { piece in
          let (a, b) = (2 * Int(piece), 2 * Int(piece) + 1)
          let (dx, dy) = (x[b] - x[a], y[b] - y[a])
          let share = Segment(ax: x[a], ay: y[a], bx: x[b], by: y[b])
            .share(nearestToX: nodeX, y: nodeY)
          let (ex, ey) = (x[a] + share * dx - nodeX, y[a] + share * dy - nodeY)
          let away = ex * ex + ey * ey
          guard away <= Self.reach * Self.reach else { return }
          if let best, (away, Int(piece)) >= (best.square, best.piece) { return }
          best = (away, Int(piece), share)
        }
        guard let best else { continue }
        links.append(
          Link(
            node: node, line: pieces[best.piece].line, place: pieces[best.piece].place,
            share: best.share, metres: best.square.squareRoot()))
      }
    }
  }

  /// Gives the lines the vertices that links meet them at; a link at a node of a line meets the node.
  mutating func insertions(into builder: inout StreetBuilder) -> [Int32: [Insertion]] {
    var result: [Int32: [Insertion]] = [:]
    for index in links.indices {
      let link = links[index]
      let (from, to) = (
        builder.file.ways.references[link.place - 1], builder.file.ways.references[link.place]
      )
      if link.share <= 0 || link.share >= 1 {
        links[index].met = link.share <= 0 ? from : to
        continue
      }
      let (dx, dy) = (
        builder.x[Int(to)] - builder.x[Int(from)], builder.y[Int(to)] - builder.y[Int(from)]
      )
      builder.feet.append(
        (builder.x[Int(from)] + link.share * dx, builder.y[Int(from)] + link.share * dy))
      builder.sides.append(~Int32(builder.feet.count - 1))
      let vertex = Int32(builder.file.nodeIDs.count + builder.sides.count - 1)
      links[index].met = vertex
      result[link.line, default: []].append(
        Insertion(place: link.place, share: link.share, vertex: vertex))
    }
    for line in result.keys {
      result[line]?.sort { ($0.place, $0.share, $0.vertex) < ($1.place, $1.share, $1.vertex) }
    }
    return result
  }
}
