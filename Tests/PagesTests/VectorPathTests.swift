import Planar
import TestSupport
import Testing

@testable import Pages

@Suite("Paths of a drawing as corners")
struct VectorPathTests {
  private func corners(_ path: VectorPath) -> [[[Double]]] {
    path.rings.map { ring in ring.points.map { [$0.x, $0.y] } }
  }

  @Test("steps from where the path is, and numbers without spaces")
  func commands() {
    let path = VectorPath("M10 20l5-5h-3v2H0V9zm1 1L.5-2 3,4")
    #expect(
      corners(path) == [
        [[10, 20], [15, 15], [12, 15], [12, 17], [0, 17], [0, 9]],
        [[11, 21], [0.5, -2], [3, 4]],
      ])
    #expect(path.rings.map(\.isClosed) == [true, false])
    #expect(!path.isCircle)
  }

  @Test("every symbol is within a tenth of a millimetre of where it should be")
  func symbols() throws {
    for symbol in MapSymbol.all {
      let path = VectorPath(symbol.path)
      let points = path.rings.flatMap(\.points)
      #expect(path.isCircle == ["elder", "other"].contains(symbol.domain))
      #expect(points.allSatisfy { abs($0.x) <= 95 && abs($0.y) <= 95 }, "\(symbol.domain)")
      #expect(try #require(points.map(\.x).max()) > 0)
    }
    let circle = VectorPath(MapSymbol.all[0].path).rings.flatMap(\.points)
    #expect(circle.map(\.x).min() == -75 && circle.map(\.x).max() == 75)
    #expect(circle.map(\.y).min() == -75 && circle.map(\.y).max() == 75)
  }

  @Test("clipping keeps what is within, and nothing else", arguments: UInt64(0)..<100)
  func clipping(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // Around a point, by rising angle: no such ring crosses itself.
    let centre = (Double.random(in: -50...150, using: &random), 50.0)
    var data = ""
    for corner in 0..<8 {
      let radius = Double.random(in: 10...120, using: &random)
      let (dx, dy) = [
        (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1),
      ][corner]
      data +=
        "\(corner == 0 ? "M" : "L")\(centre.0 + radius * Double(dx)) \(centre.1 + radius * Double(dy))"
    }
    let path = VectorPath(data + "z")
    let clipped = path.clipped(width: 100, height: 100)
    for point in clipped.rings.flatMap(\.points) {
      #expect((-1e-9...100 + 1e-9).contains(point.x) && (-1e-9...100 + 1e-9).contains(point.y))
    }
    for _ in 0..<200 {
      let x = Double.random(in: 0.001...99.999, using: &random)
      let y = Double.random(in: 0.001...99.999, using: &random)
      #expect(holds(path, x, y) == holds(clipped, x, y))
    }
  }

  /// By counting the edges to the right.
  private func holds(_ path: VectorPath, _ x: Double, _ y: Double) -> Bool {
    var isInside = false
    for ring in path.rings {
      for (a, b) in zip(ring.points, ring.points.dropFirst() + ring.points.prefix(1))
      where (a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x) {
        isInside.toggle()
      }
    }
    return isInside
  }

  @Test("what is beyond the frame is gone; a line stays as it is")
  func beyond() {
    #expect(VectorPath("M-9-9h5v5h-5z").clipped(width: 100, height: 100).rings.isEmpty)
    #expect(VectorPath("M-9 5h200").clipped(width: 100, height: 100).rings.count == 1)
  }
}
