import Foundation

@testable import Planar

/// Covered area the slow and simple way: Green's theorem along the border of polygon ∩ discs.
///
/// Border pieces between all crossings are kept or not by a look at a place on them; not at their
/// middle, which in lattice scenes is often a place of tangency.
struct GreenOracle {
  let column: GeometryColumn
  let discs: [Disc]

  init(_ column: GeometryColumn, _ discs: [Disc]) {
    self.column = column
    var distinct: [Disc] = []
    for disc in discs where !distinct.contains(disc) { distinct.append(disc) }
    self.discs = distinct
  }

  var area: Double {
    var sum = 0.0
    for part in column.parts(of: 0) {
      for (index, ring) in column.rings(of: part).enumerated() {
        let isHole = index > 0
        let isCounterClockwise = column.withBuffers { $0.isCounterClockwise(ring: ring) }
        sum += (isHole == isCounterClockwise ? -1 : 1) * edgeSum(ring)
      }
    }
    for index in discs.indices { sum += arcSum(index) }
    return sum
  }

  private func edgeSum(_ ring: Int) -> Double {
    var sum = 0.0
    for (ax, ay, bx, by) in edges(column.vertices(of: ring)) {
      var cuts = [0.0, 1.0]
      for disc in discs { cuts += crossings(ax, ay, bx, by, disc) }
      cuts.sort()
      for (start, end) in zip(cuts, cuts.dropFirst()) {
        let place = start + 0.4142 * (end - start)
        let x = ax + place * (bx - ax)
        let y = ay + place * (by - ay)
        if discs.contains(where: { $0.contains(x: x, y: y) }) {
          sum += (end - start) * (ax * by - bx * ay) / 2
        }
      }
    }
    return sum
  }

  private func arcSum(_ index: Int) -> Double {
    let disc = discs[index]
    var angles: [Double] = [0]
    for (ax, ay, bx, by) in edges(column.vertices(ofRow: 0)) {
      for t in crossings(ax, ay, bx, by, disc) {
        angles.append(atan2(ay + t * (by - ay) - disc.y, ax + t * (bx - ax) - disc.x))
      }
    }
    for other in discs where other != disc {
      let dx = other.x - disc.x
      let dy = other.y - disc.y
      let distance = hypot(dx, dy)
      let cosine =
        (distance * distance + disc.radius * disc.radius - other.radius * other.radius)
        / (2 * distance * disc.radius)
      guard cosine.magnitude <= 1 else { continue }
      angles += [atan2(dy, dx) - acos(cosine), atan2(dy, dx) + acos(cosine)]
    }
    angles = angles.map { $0 < 0 ? $0 + 2 * .pi : $0 >= 2 * .pi ? $0 - 2 * .pi : $0 }
    angles.sort()
    angles.append(2 * .pi)
    var sum = 0.0
    for (start, end) in zip(angles, angles.dropFirst()) where end > start {
      let place = start + 0.4142 * (end - start)
      let x = disc.x + disc.radius * cos(place)
      let y = disc.y + disc.radius * sin(place)
      guard column.contains(0, x: x, y: y) else { continue }
      let isHidden = discs.enumerated().contains {
        $0.offset != index && $0.element.contains(x: x, y: y)
      }
      if isHidden { continue }
      sum += disc.radius * disc.radius * (end - start) / 2
      sum += disc.radius * disc.x * (sin(end) - sin(start)) / 2
      sum -= disc.radius * disc.y * (cos(end) - cos(start)) / 2
    }
    return sum
  }

  private func edges(_ vertices: Range<Int>) -> [(Double, Double, Double, Double)] {
    var edges: [(Double, Double, Double, Double)] = []
    for ring in column.rings(ofRow: 0) where vertices.overlaps(column.vertices(of: ring)) {
      for vertex in column.vertices(of: ring).dropFirst() {
        edges.append(
          (column.x[vertex - 1], column.y[vertex - 1], column.x[vertex], column.y[vertex]))
      }
    }
    return edges
  }

  private func crossings(
    _ ax: Double, _ ay: Double, _ bx: Double, _ by: Double, _ disc: Disc
  ) -> [Double] {
    let dx = bx - ax
    let dy = by - ay
    let ux = ax - disc.x
    let uy = ay - disc.y
    let a = dx * dx + dy * dy
    let b = ux * dx + uy * dy
    let c = ux * ux + uy * uy - disc.radius * disc.radius
    let square = b * b - a * c
    guard a > 0, square >= 0 else { return [] }
    // A circle through a vertex must be cut by one of its edges, whatever the rounding.
    return [(-b - square.squareRoot()) / a, (-b + square.squareRoot()) / a]
      .filter { -1e-9 < $0 && $0 < 1 + 1e-9 }
      .map { min(1, max(0, $0)) }
  }
}

/// The measures of `CircleCover` for the first row of a column, with an object of its own.
struct Covered: Equatable {
  let area: Double
  let length: Double
  let share: CoveredShare
  let isFull: Bool
  let relation: DiscRelation

  init(_ column: GeometryColumn, _ discs: [Disc]) {
    var cover = CircleCover()
    cover.replaceAll(with: discs)
    (area, length, share, isFull, relation) = column.withBuffers {
      (
        cover.coveredArea(of: 0, in: $0), cover.coveredLength(of: 0, in: $0),
        cover.share(of: 0, in: $0), cover.isFullyCovered(0, in: $0), cover.classify(0, in: $0)
      )
    }
  }
}
