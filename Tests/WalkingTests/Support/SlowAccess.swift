import Planar

@testable import Walking

/// Walks between places, each at the nearest point of every straight stretch of a street around it,
/// by looking at everything; in metres of the plane.
struct SlowAccess {
  struct Candidate {
    var piece: Int
    var along: Double
    var straight: Double
  }

  struct Piece {
    var from: Int
    var to: Int
    var a: Point
    var b: Point
    var isOneWay: Bool
    var traits: StreetTraits
    /// Pieces of one straight stretch have the same number.
    var stretch: Int

    var length: Double { a.distance(to: b) }
  }

  let pieces: [Piece]
  /// From vertex to vertex.
  private let between: [[Double]]
  let obstacles: StreetObstacles
  let compounds: [[Point]]

  init(_ lines: StreetLines, compounds: [[Point]] = []) {
    var pieces: [Piece] = []
    var stretch = 0
    for line in 0..<lines.count {
      let path = lines.vertices[Int(lines.offsets[line])..<Int(lines.offsets[line + 1])].map {
        Int($0)
      }
      var last: Point?
      for (start, end) in zip(path, path.dropFirst()) where start != end {
        let (a, b) = (
          Point(x: lines.x[start], y: lines.y[start]), Point(x: lines.x[end], y: lines.y[end])
        )
        let before = last.map { (x: a.x - $0.x, y: a.y - $0.y) } ?? (x: 0, y: 0)
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let isStraightOn =
          before.x * dx + before.y * dy > 0
          && abs(before.x * dy - before.y * dx) < 1e-6 * (before.x * dx + before.y * dy)
        if !isStraightOn { stretch += 1 }
        last = a
        let isBackward = lines.directions[line] == .backward
        let (from, to) = isBackward ? (end, start) : (start, end)
        pieces.append(
          Piece(
            from: from, to: to, a: Point(x: lines.x[from], y: lines.y[from]),
            b: Point(x: lines.x[to], y: lines.y[to]), isOneWay: lines.directions[line] != .both,
            traits: lines.traits[line], stretch: stretch))
      }
    }
    let count = lines.x.count
    var between = (0..<count).map { row in
      (0..<count).map { $0 == row ? 0.0 : Double.infinity }
    }
    for piece in pieces where !piece.traits.contains(.residentsOnly) {
      between[piece.from][piece.to] = min(between[piece.from][piece.to], piece.length)
      if !piece.isOneWay {
        between[piece.to][piece.from] = min(between[piece.to][piece.from], piece.length)
      }
    }
    for middle in 0..<count {
      for start in 0..<count where between[start][middle] < .infinity {
        for end in 0..<count {
          between[start][end] = min(
            between[start][end], between[start][middle] + between[middle][end])
        }
      }
    }
    self.pieces = pieces
    self.between = between
    obstacles = lines.obstacles
    self.compounds = compounds
  }

  /// - Parameters:
  ///   - own: The compound of the place.
  ///   - behind: How far behind the place its straight pieces are looked at.
  func candidates(
    of place: Point, within limit: Double, own: Int = -1, behind: Double = 0.1
  ) -> (free: [Candidate], isBarred: Bool) {
    var free: [[Candidate]] = [[], []]
    var isAny = false
    // Of each straight stretch its nearest point.
    var nearest: [Int: (Candidate, Point)] = [:]
    for (index, piece) in pieces.enumerated() where !piece.traits.contains(.residentsOnly) {
      let (dx, dy) = (piece.b.x - piece.a.x, piece.b.y - piece.a.y)
      let squared = dx * dx + dy * dy
      let share =
        squared > 0
        ? max(0, min(1, ((place.x - piece.a.x) * dx + (place.y - piece.a.y) * dy) / squared)) : 0
      let foot = Point(x: piece.a.x + share * dx, y: piece.a.y + share * dy)
      let straight = place.distance(to: foot)
      guard straight <= limit else { continue }
      isAny = true
      if let known = nearest[piece.stretch], known.0.straight <= straight { continue }
      nearest[piece.stretch] = (
        Candidate(piece: index, along: share * piece.length, straight: straight), foot
      )
    }
    for (_, (candidate, foot)) in nearest.sorted(by: { $0.key < $1.key })
    where !isBarred(from: place, to: foot, own: own, behind: behind) {
      free[pieces[candidate.piece].traits.contains(.elevated) ? 1 : 0].append(candidate)
    }
    let chosen = free[0].isEmpty ? free[1] : free[0]
    return (chosen, isAny && chosen.isEmpty)
  }

  private func isBarred(from start: Point, to end: Point, own: Int, behind: Double) -> Bool {
    let length = start.distance(to: end)
    guard length > 0 else { return false }
    let (dx, dy) = ((end.x - start.x) / length, (end.y - start.y) / length)
    func crossing(_ a: Point, _ b: Point) -> Double? {
      // Solves start + s d = a + t (b - a).
      let (ex, ey) = (b.x - a.x, b.y - a.y)
      let determinant = ex * dy - dx * ey
      guard determinant != 0 else { return nil }
      let (rx, ry) = (a.x - start.x, a.y - start.y)
      let t = (dx * ry - dy * rx) / determinant
      guard t >= 0, t <= 1 else { return nil }
      return (ex * ry - ey * rx) / determinant
    }
    for piece in 0..<obstacles.count {
      let a = Point(x: obstacles.startX[piece], y: obstacles.startY[piece])
      let b = Point(x: obstacles.endX[piece], y: obstacles.endY[piece])
      guard let at = crossing(a, b) else { continue }
      if at > (obstacles.kinds[piece] == .wall ? 5 : 0), at < length { return true }
    }
    for (number, ring) in compounds.enumerated() where number != own {
      // Where the line is in the ring, between one crossing and the next.
      var stops = zip(ring, ring.dropFirst()).compactMap { crossing($0, $1) }.sorted()
      stops = [-1e6] + stops + [1e6]
      for index in 1..<stops.count - 1 {
        func isInside(_ at: Double) -> Bool {
          Self.contains(ring, Point(x: start.x + at * dx, y: start.y + at * dy))
        }
        let before = isInside((stops[index - 1] + stops[index]) / 2)
        let after = isInside((stops[index] + stops[index + 1]) / 2)
        if !before, after, stops[index] > -behind, stops[index] < length - 10 { return true }
      }
    }
    return false
  }

  private static func contains(_ ring: [Point], _ point: Point) -> Bool {
    var isInside = false
    for (a, b) in zip(ring, ring.dropFirst()) where (a.y > point.y) != (b.y > point.y) {
      if point.x < a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x) { isInside.toggle() }
    }
    return isInside
  }

  /// The shortest walk between two places; infinite where there is none.
  func metres(from starts: [Candidate], to ends: [Candidate]) -> Double {
    var best = Double.infinity
    for start in starts {
      let own = pieces[start.piece]
      for end in ends {
        let other = pieces[end.piece]
        var walk = Double.infinity
        if start.piece == end.piece, !own.isOneWay || end.along >= start.along {
          walk = abs(end.along - start.along)
        }
        var leaving = [(own.to, own.length - start.along)]
        if !own.isOneWay || start.along == 0 { leaving.append((own.from, start.along)) }
        var coming = [(other.from, end.along)]
        if !other.isOneWay || end.along == other.length {
          coming.append((other.to, other.length - end.along))
        }
        for (from, first) in leaving {
          for (to, last) in coming { walk = min(walk, first + between[from][to] + last) }
        }
        best = min(best, start.straight + walk + end.straight)
      }
    }
    return best
  }
}
