import TestSupport
import Testing

@testable import Walking

@Suite("Junctions")
struct JunctionTests {
  @Test("the order of lines changes neither junctions nor their order", arguments: UInt64(0)..<40)
  func order(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var lines = StreetLines.random(using: &random)
    lines.addTraits(using: &random)
    var turned = StreetLines()
    (turned.x, turned.y) = (lines.x, lines.y)
    for line in (0..<lines.count).shuffled(using: &random) {
      let path = lines.vertices[Int(lines.offsets[line])..<Int(lines.offsets[line + 1])]
      turned.append(Array(path), direction: lines.directions[line], sourceID: Int64(line))
      turned.traits[turned.count - 1] = lines.traits[line]
    }
    let junctions = try WalkNetwork(lines: lines, crs: "local").junctions
    #expect(try WalkNetwork(lines: turned, crs: "local").junctions == junctions)
    for (one, next) in zip(junctions, junctions.dropFirst()) {
      #expect(one.streets >= next.streets)
    }
  }

  @Test("a crossing has as many streets as end there")
  func crossing() throws {
    let network = try WalkNetwork(
      lines: .grid(columns: 3, lines: 3, spacing: 100), crs: "local")
    let first = try #require(network.junctions.first)
    #expect((first.x, first.y, first.streets) == (100, 100, 4))
  }
}
