import Optimizing
import TestSupport
import Testing

@Suite("Reach lists")
struct ReachListsTests {
  @Test("inverted twice are the same, and say the same", arguments: 1...20)
  func inversion(seed: Int) {
    var dice = Dice(random: SplitMix64(seed: UInt64(seed)))
    let siteCount = dice.whole(1...12)
    let lists = (0..<dice.whole(0...15)).map { _ in
      (0..<Int32(siteCount)).filter { _ in dice.chance(30) }
    }
    let reach = ReachLists(lists, siteCount: siteCount)
    let inverted = reach.inverted
    #expect(inverted.inverted == reach)
    for client in lists.indices {
      #expect(Array(reach[client]) == lists[client])
      for site in 0..<siteCount {
        #expect(inverted[site].contains(Int32(client)) == lists[client].contains(Int32(site)))
      }
    }
  }
}

@Suite("Proofs")
struct ProofTests {
  @Test("say proven where value and bound meet, and only there")
  func proven() {
    #expect(Proof(value: 10, bound: 10, stop: .timeLimit).stop == .proven)
    #expect(Proof(value: 10, bound: 9, stop: .timeLimit).stop == .timeLimit)
    #expect(Proof(value: 10, bound: 9, stop: .timeLimit).gap == 0.1)
    #expect(Proof(value: 0, bound: 0, stop: .exhausted).gap == 0)
  }
}
