internal import Planar

/// Takes into an area what reached streets surround, as far as a depth from them; for one worker.
///
/// A corner of the distance field that is enclosed gets the distance to the nearest street from which a
/// straight line to it crosses no obstacle, less what the depth is beyond the offset: so the outline
/// is drawn at the depth as it is drawn at the offset elsewhere. All distances only ever get less with more
/// ground, so that the outline of a longer limit surrounds that of a shorter one.
///
/// A point inside is up to half an offset farther from ground than where the outline is drawn
/// (`StreetBand.farthest`), so it is drawn as much before the depth.
struct BlockFill {
  /// What the distance to a street is reduced by, metres.
  private let reduction: Double
  /// How far streets are looked for: corners next to one that is inside are nearer.
  private let reach: Double
  private let side: Double
  private let obstacles: DrawnObstacles?
  private var streets = PieceGrid()
  private var barriers = PieceGrid()
  private var corners = EnclosedCorners()

  /// Obstacles that a street itself is on do not hide what is beside it, metres.
  private static let hair = 0.01

  /// - Parameters:
  ///   - depth: In metres, at least `IsochroneForm.leastDepth` offsets.
  ///   - obstacles: `nil`: there are none.
  init(depth: Double, band: StreetBand, obstacles: DrawnObstacles?) {
    reduction = depth - StreetBand.farthest * band.level
    reach = reduction + band.reach + band.cell
    side = max(reach / 4, 2 * band.cell)
    self.obstacles = obstacles
  }

  /// Forgets everything, and makes room for streets within a rectangle.
  mutating func start(in box: Envelope, on lattice: OutlineLattice) {
    let box = box.isEmpty ? Envelope(minX: 0, minY: 0, maxX: 0, maxY: 0) : box
    streets.reset(to: box, side: side)
    let wider = box.expanded(by: reach)
    barriers.reset(to: box, side: side)
    obstacles?.forEach(in: wider, on: lattice) { a, b in
      // Its ends may be far away.
      if let (a, b) = wider.part(from: a, to: b) { barriers.add(from: a, to: b) }
    }
  }

  /// Adds a reached street on the ground.
  mutating func add(_ piece: ReachedGround.Piece) {
    streets.add(from: SIMD2(piece.ax, piece.ay), to: SIMD2(piece.bx, piece.by))
  }

  /// Fills what the ground in a field encloses.
  mutating func fill(_ field: inout DistanceField) {
    if streets.isEmpty { return }
    corners.find(in: field)
    for run in corners.runs where !run.isOpen {
      for column in run.columns where field.value(column, run.line) > 0 {
        let away = distance(to: field.place(column, run.line))
        guard away < reach else { continue }
        let reduced = Float(max(0, away - reduction))
        field.lower(column, run.line, to: reduced * reduced)
      }
    }
  }

  /// Metres from a place to the nearest street that is seen from it; at least `reduction` and at most
  /// `reach`.
  private func distance(to place: SIMD2<Double>) -> Double {
    var least = reach
    streets.forEach(
      around: place, within: reach,
      { a, b in
        let piece = b - a
        let square = (piece * piece).sum()
        let share = square > 0 ? min(max(((place - a) * piece).sum() / square, 0), 1) : 0
        let street = a + share * piece
        let way = street - place
        let away = (way * way).sum().squareRoot()
        if away < least, !isBarred(from: place, to: street, metres: away) { least = away }
        return least > reduction
      },
      isEnough: { $0 >= least })
    return max(least, reduction)
  }

  /// Whether an obstacle lies between a place and a street.
  private func isBarred(
    from place: SIMD2<Double>, to street: SIMD2<Double>, metres: Double
  ) -> Bool {
    if barriers.isEmpty || metres <= Self.hair { return false }
    let way = (street - place) / metres
    return barriers.contains(along: place, street) { first, second in
      let a = first - place
      let b = second - place
      let sideA = way.x * a.y - way.y * a.x
      let sideB = way.x * b.y - way.y * b.x
      // Half open: a line through a corner crosses one of the two pieces that meet there.
      if (sideA < 0) == (sideB < 0) { return false }
      let crossing = a + sideA / (sideA - sideB) * (b - a)
      let along = (crossing * way).sum()
      return along > 0 && along < metres - Self.hair
    }
  }
}

extension Envelope {
  /// The part of a straight line that lies in the rectangle; `nil` for none.
  fileprivate func part(
    from a: SIMD2<Double>, to b: SIMD2<Double>
  ) -> (SIMD2<Double>, SIMD2<Double>)? {
    let way = b - a
    var (first, last) = (0.0, 1.0)
    for (start, step, low, high) in [(a.x, way.x, minX, maxX), (a.y, way.y, minY, maxY)] {
      if step == 0 {
        if start < low || start > high { return nil }
        continue
      }
      let (one, other) = ((low - start) / step, (high - start) / step)
      first = max(first, min(one, other))
      last = min(last, max(one, other))
    }
    if first > last { return nil }
    return (first == 0 ? a : a + first * way, last == 1 ? b : a + last * way)
  }
}
