import TestSupport

@testable import Walking

extension StreetLines {
  /// A few streets: dead ends, islands, loops, parallel lines, vertices on top of each other.
  ///
  /// - Parameter hasOneWays: Also lines that may be walked one way.
  static func random(
    vertices: Int = 24, lines: Int = 16, side: Double = 400, hasOneWays: Bool = true,
    using random: inout SplitMix64
  ) -> StreetLines {
    var result = StreetLines()
    for vertex in 0..<vertices {
      let copies = vertex > 0 && Int.random(in: 0..<8, using: &random) == 0
      let other = copies ? Int.random(in: 0..<vertex, using: &random) : 0
      let x = Double.random(in: 0..<side, using: &random)
      let y = Double.random(in: 0..<side, using: &random)
      result.x.append(copies ? result.x[other] : x)
      result.y.append(copies ? result.y[other] : y)
    }
    for line in 0..<lines {
      var path: [Int32] = []
      for _ in 0..<Int.random(in: 2...5, using: &random) {
        path.append(Int32.random(in: 0..<Int32(vertices), using: &random))
      }
      if Int.random(in: 0..<5, using: &random) == 0 { path.append(path[0]) }
      if Int.random(in: 0..<6, using: &random) == 0, let last = path.last { path.append(last) }
      let kind = hasOneWays ? Int.random(in: 0..<6, using: &random) : 0
      result.append(
        path, direction: kind == 1 ? .forward : kind == 2 ? .backward : .both,
        sourceID: Int64(line))
    }
    return result
  }

  /// Lines on other levels and for residents only, three obstacles and two gates.
  mutating func addTraits(side: Double = 400, using random: inout SplitMix64) {
    for line in traits.indices {
      if Int.random(in: 0..<5, using: &random) == 0 { traits[line].insert(.elevated) }
      if Int.random(in: 0..<5, using: &random) == 0 { traits[line].insert(.residentsOnly) }
    }
    func place() -> Double { Double.random(in: 0..<side, using: &random) }
    for kind in [StreetObstacles.Kind.water, .wall, .railway] {
      obstacles.append(kind, fromX: place(), y: place(), toX: place(), y: place())
    }
    for _ in 0..<2 { gates.append(x: place(), y: place()) }
  }

  /// Streets along a perfect grid with its first crossing at the origin.
  static func grid(columns: Int, lines: Int, spacing: Double) -> StreetLines {
    var result = StreetLines()
    for line in 0..<lines {
      for column in 0..<columns {
        result.x.append(Double(column) * spacing)
        result.y.append(Double(line) * spacing)
      }
    }
    for line in 0..<lines {
      result.append((0..<columns).map { Int32(line * columns + $0) }, sourceID: Int64(line))
    }
    for column in 0..<columns {
      result.append(
        (0..<lines).map { Int32($0 * columns + column) }, sourceID: Int64(100 + column))
    }
    return result
  }
}
