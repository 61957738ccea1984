import Foundation
import Testing

@testable import Walking

@Suite("Across areas")
struct AreaCrossingTests {
  /// A star-shaped plaza with a hole of the same shape in its middle, entered at every third
  /// corner.
  private struct Plaza {
    var x: [Double] = []
    var y: [Double] = []
    var rings: [[Int32]] = []

    init(seed: Int) {
      var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
      func random() -> Double {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Double(state >> 11) / Double(1 << 53)
      }
      for (corners, scale) in [(5 + seed % 9, 100.0), (3 + seed % 4, 25.0)] {
        let start = Int32(x.count)
        for corner in 0..<corners {
          let angle = 2 * Double.pi * (Double(corner) + 0.6 * random()) / Double(corners)
          let radius = scale * (0.4 + 0.6 * random())
          x.append(radius * cos(angle))
          y.append(radius * sin(angle))
        }
        let ring = Array(start..<Int32(x.count))
        rings.append(seed % 2 == 0 ? ring : ring.reversed())
      }
    }

    func isInside(_ px: Double, _ py: Double) -> Bool {
      var isInside = false
      for ring in rings {
        for (one, other) in zip(ring, ring.dropFirst() + ring.prefix(1)) {
          let (from, to) = (Int(one), Int(other))
          guard (y[from] > py) != (y[to] > py) else { continue }
          let along = (py - y[from]) / (y[to] - y[from])
          if px < x[from] + along * (x[to] - x[from]) { isInside.toggle() }
        }
      }
      return isInside
    }

    func distance(_ one: Int, _ other: Int) -> Double {
      hypot(x[one] - x[other], y[one] - y[other])
    }

    /// Between all pairs, over these lines and the edges.
    func distances(_ lines: [(Int32, Int32)]) -> [[Double]] {
      let count = x.count
      var result = Array(repeating: Array(repeating: Double.infinity, count: count), count: count)
      let edges = rings.flatMap { Array(zip($0, $0.dropFirst() + $0.prefix(1))) }
      for (one, other) in edges + lines {
        result[Int(one)][Int(other)] = distance(Int(one), Int(other))
        result[Int(other)][Int(one)] = result[Int(one)][Int(other)]
      }
      for middle in 0..<count {
        for one in 0..<count {
          for other in 0..<count {
            result[one][other] = min(
              result[one][other], result[one][middle] + result[middle][other])
          }
        }
      }
      return result
    }
  }

  @Test("between entrances no way inside is shorter", arguments: 0..<24)
  func shortest(seed: Int) throws {
    let plaza = Plaza(seed: seed)
    let isEntrance: (Int32) -> Bool = { $0 % 3 == 0 }
    let lines = try #require(
      AreaCrossing(rings: plaza.rings, x: plaza.x, y: plaza.y).shortestLines(isEntrance: isEntrance)
    )
    var seen: [(Int32, Int32)] = []
    let corners = plaza.rings.joined().sorted()
    for one in corners {
      for other in corners where one < other {
        let (from, to) = (Int(one), Int(other))
        let isSeen = (1..<200).allSatisfy { step in
          let share = Double(step) / 200
          return plaza.isInside(
            plaza.x[from] + share * (plaza.x[to] - plaza.x[from]),
            plaza.y[from] + share * (plaza.y[to] - plaza.y[from]))
        }
        if isSeen { seen.append((one, other)) }
      }
    }
    let (ours, best) = (plaza.distances(lines), plaza.distances(seen))
    for from in plaza.x.indices where isEntrance(Int32(from)) {
      for to in plaza.x.indices where from != to && isEntrance(Int32(to)) {
        // Sampling overlooks a corner that a line cuts off by less than a step.
        #expect(ours[from][to] <= best[from][to] * 1.005 + 1e-9, "\(from) \(to)")
        #expect(ours[from][to] >= best[from][to] * 0.995 - 1e-9, "\(from) \(to)")
      }
    }
  }

  @Test("rings are made of ways that meet at their ends, in any order and direction")
  func rings() {
    let ways: [[Int32]] = [[1, 2, 3], [5, 4, 3], [7, 8, 9, 7], [5, 1]]
    let rings = AreaCrossing.rings(joining: ways.map { $0[...] })
    #expect(rings == [[7, 8, 9], [1, 2, 3, 4, 5]])
    #expect(AreaCrossing.rings(joining: [[1, 2, 3][...]]) == nil)
    #expect(AreaCrossing.rings(joining: []) == nil)
  }

  @Test("one entrance needs no crossing, and too many corners are refused")
  func limits() {
    let count = AreaCrossing.maximumVertices + 1
    let angles = (0..<count).map { 2 * Double.pi * Double($0) / Double(count) }
    let circle = AreaCrossing(
      rings: [Array(0..<Int32(count))], x: angles.map { cos($0) }, y: angles.map { sin($0) })
    #expect(circle.shortestLines { $0 == 5 }?.isEmpty == true)
    #expect(circle.shortestLines { $0 == 5 || $0 == 9 } == nil)
  }
}
