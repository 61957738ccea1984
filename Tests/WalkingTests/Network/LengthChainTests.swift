import TestSupport
import Testing

@testable import Walking

@Suite("Lengths of lines")
struct LengthChainTests {
  @Test("a line is short by less than a tick, however many pieces it has", arguments: UInt64(0)..<40)
  func manyPieces(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var lines = StreetLines()
    var x = 0.0
    for _ in 0..<2_000 {
      lines.x.append(x)
      lines.y.append(0)
      x += Double.random(in: 0.3..<1.2, using: &random)
    }
    lines.append((0..<2_000).map { $0 }, sourceID: 1)
    let network = try WalkNetwork(lines: lines, crs: "local")
    let length = NetworkLength.metres(network.edgeLengths[0])
    let whole = lines.x[1_999]
    #expect(network.edgeCount == 1 && length <= whole + 1e-6)
    #expect(whole - length < 2 / NetworkLength.ticksPerMetre)
  }

  @Test("what lies at a limit in pieces is within it")
  func atLimit() {
    var chain = LengthChain()
    let ticks = (0..<7).reduce(0) { sum, _ in sum + Int(chain.ticks(ofNext: 100.1)) }
    #expect(ticks == Int(700.7 * NetworkLength.ticksPerMetre))
  }
}
