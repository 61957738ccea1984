internal import Planar

extension ReachedGround {
  /// Adds all of an area: its boundary, and its inside by straight lines that are `spacing` metres apart.
  mutating func fill(_ row: Int, of geometry: GeometryColumn, spacing: Double) {
    var sides: [(a: SIMD2<Double>, b: SIMD2<Double>)] = []
    for ring in geometry.rings(ofRow: row) {
      let vertices = geometry.vertices(of: ring).map {
        lattice.metres(x: geometry.x[$0], y: geometry.y[$0])
      }
      sides += zip(vertices, vertices.dropFirst()).map { (a: $0, b: $1) }
    }
    for side in sides { add(from: side.a, to: side.b) }
    fill(within: sides, spacing: spacing)
  }

  /// Adds what sides surround by straight lines from west to east.
  mutating func fill(
    within sides: [(a: SIMD2<Double>, b: SIMD2<Double>)], spacing: Double
  ) {
    guard sides.allSatisfy({ ($0.a + $0.b).sum().isFinite }),
      let low = sides.map({ min($0.a.y, $0.b.y) }).min(),
      let high = sides.map({ max($0.a.y, $0.b.y) }).max(),
      // No area is as large as that.
      high - low < 1e6
    else { return }
    // Each line is compared with the sides that begin below it and do not end there.
    let sorted = sides.filter { $0.a.y != $0.b.y }
      .map { $0.a.y < $0.b.y ? $0 : (a: $0.b, b: $0.a) }
      .sorted { $0.a.y < $1.a.y }
    var next = 0
    var passed: [(a: SIMD2<Double>, b: SIMD2<Double>)] = []
    var line = (low / spacing).rounded(.up)
    while line * spacing <= high {
      let y = line * spacing
      line += 1
      while next < sorted.count, sorted[next].a.y <= y {
        passed.append(sorted[next])
        next += 1
      }
      passed.removeAll { $0.b.y <= y }
      let crossings = passed.map { $0.a.x + (y - $0.a.y) / ($0.b.y - $0.a.y) * ($0.b.x - $0.a.x) }
        .sorted()
      for pair in 0..<crossings.count / 2 {
        add(from: SIMD2(crossings[2 * pair], y), to: SIMD2(crossings[2 * pair + 1], y))
      }
    }
  }
}
