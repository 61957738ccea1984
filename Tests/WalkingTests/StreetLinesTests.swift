import Testing

@testable import Walking

@Suite("Street lines")
struct StreetLinesTests {
  @Test("a line is a row of vertices")
  func append() {
    var lines = StreetLines()
    lines.x = [0, 10, 20]
    lines.y = [0, 0, 0]
    lines.append([0, 1, 2], sourceID: 7)
    lines.append([2, 0], direction: .forward, sourceID: 8)
    #expect(lines.count == 2)
    #expect(lines.offsets == [0, 3, 5])
    #expect(lines.directions == [.both, .forward])
  }
}
