import TestSupport
import Testing

@testable import Planar

/// The index finds what a look at every rectangle finds.
@Suite("Spatial index")
struct SpatialIndexTests {
  @Test("equals the slow and simple answer", arguments: [0, 1, 2, 15, 16, 17, 255, 256, 257, 5000])
  func matchesScan(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let envelopes = (0..<count).map { index in
      if index % 11 == 5 { return Envelope.empty }
      // A coarse grid, so that many only touch and many are equal.
      let x = Double(Int.random(in: 0..<60, using: &random))
      let y = Double(Int.random(in: 0..<60, using: &random))
      let size = Double(Int.random(in: 0..<4, using: &random))
      return Envelope(minX: x, minY: y, maxX: x + size, maxY: y + size / 2)
    }
    let index = SpatialIndex(envelopes)
    for _ in 0..<60 {
      let x = Double(Int.random(in: -5..<65, using: &random))
      let y = Double(Int.random(in: -5..<65, using: &random))
      let query = Envelope(
        minX: x, minY: y, maxX: x + Double.random(in: 0...9, using: &random), maxY: y + 3)
      #expect(index.rows(in: query) == envelopes.indices.filter { envelopes[$0].intersects(query) })
    }
    #expect(index.rows(in: .empty).isEmpty)
  }

  @Test("rows of a column; none for a row without geometry, or one point")
  func column() {
    var column = GeometryColumn(points: [Point(x: 1, y: 1), Point(x: 5, y: 5)])
    column.append(contentsOf: HardCases.empty)
    column.append(contentsOf: HardCases.hole)
    let index = SpatialIndex(column)
    #expect(index.rows(in: Envelope(minX: 5, minY: 5, maxX: 5, maxY: 5)) == [1, 3])
    #expect(index.rows(in: Envelope(minX: -9, minY: -9, maxX: 99, maxY: 99)) == [0, 1, 3])
    #expect(index.rows(in: Envelope(minX: 11, minY: 0, maxX: 12, maxY: 9)).isEmpty)
  }

  @Test("one place many times")
  func equal() {
    let place = Envelope(minX: 3, minY: 3, maxX: 3, maxY: 3)
    let index = SpatialIndex(Array(repeating: place, count: 100))
    #expect(index.rows(in: place) == Array(0..<100))
  }
}
