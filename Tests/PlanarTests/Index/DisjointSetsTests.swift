import TestSupport
import Testing

@testable import Planar

@Suite("Disjoint sets")
struct DisjointSetsTests {
  @Test(
    "the lowest number stands for its set, in whatever order sets were united", arguments: 0..<50)
  func lowest(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &random)
    let pairs = (0..<Int.random(in: 0...count, using: &random)).map { _ in
      (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
    }
    // Slow and simple: the lower label spreads until nothing changes.
    var labels = Array(0..<count)
    var changes = true
    while changes {
      changes = false
      for (one, other) in pairs where labels[one] != labels[other] {
        let label = min(labels[one], labels[other])
        (labels[one], labels[other]) = (label, label)
        changes = true
      }
    }
    for order in [pairs, pairs.reversed(), pairs.shuffled(using: &random)] {
      var sets = DisjointSets(count: count)
      for (one, other) in order { sets.unite(one, other) }
      #expect((0..<count).map { sets.root(of: $0) } == labels)
    }
  }
}
