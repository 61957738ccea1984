import TestSupport
import Testing

@testable import Planar

/// The grid finds what a look at every rectangle finds, each once.
@Suite("Grid of boxes")
struct BoxGridTests {
  private func rows(_ grid: BoxGrid, in query: Envelope) -> [Int] {
    var found: [Int] = []
    grid.search { view in view.forEachBox(in: query) { row, _ in found.append(row) } }
    return found.sorted()
  }

  /// Compounds of a town, some of them large, some astray, some of them nowhere.
  private func town(_ count: Int, _ random: inout SplitMix64) -> [Envelope] {
    (0..<count).map { index in
      if index % 11 == 5 { return Envelope.empty }
      // A coarse grid far from the origin, so that many only touch and many are equal.
      var x = 512_000 + Double(Int.random(in: 0..<600, using: &random)) / 7
      let y = 3_800_000 + Double(Int.random(in: 0..<60, using: &random))
      var size = Double(Int.random(in: 0..<4, using: &random))
      if index % 97 == 3 { size *= 50 }
      if index % 89 == 7 { x += 900_000 }
      return Envelope(minX: x, minY: y, maxX: x + size, maxY: y + size / 2)
    }
  }

  @Test("equals the slow and simple answer", arguments: [0, 1, 2, 15, 100, 257, 5000])
  func matchesScan(count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let envelopes = town(count, &random)
    let grid = BoxGrid(envelopes)
    for _ in 0..<200 {
      let x = 512_000 + Double(Int.random(in: -50..<650, using: &random)) / 7
      let y = 3_800_000 + Double(Int.random(in: -5..<65, using: &random))
      let query = Envelope(
        minX: x, minY: y, maxX: x + Double.random(in: 0...9, using: &random), maxY: y + 3)
      #expect(rows(grid, in: query) == envelopes.indices.filter { envelopes[$0].intersects(query) })
    }
    for own in envelopes.prefix(200) where !own.isEmpty {
      #expect(rows(grid, in: own) == envelopes.indices.filter { envelopes[$0].intersects(own) })
    }
    #expect(rows(grid, in: .empty).isEmpty)
  }

  @Test("what has no place, or ends nowhere, is never found")
  func nowhere() {
    let place = Envelope(minX: 3, minY: 3, maxX: 4, maxY: 4)
    let odd = [
      Envelope(minX: .nan, minY: 3, maxX: 4, maxY: 4),
      Envelope(minX: -.infinity, minY: 3, maxX: .infinity, maxY: 4), .empty, place,
    ]
    #expect(rows(BoxGrid(odd), in: place) == [3])
    #expect(rows(BoxGrid([]), in: place).isEmpty)
  }

  @Test("one place many times")
  func equal() {
    let place = Envelope(minX: 3, minY: 3, maxX: 3, maxY: 3)
    #expect(rows(BoxGrid(Array(repeating: place, count: 100)), in: place) == Array(0..<100))
  }
}
