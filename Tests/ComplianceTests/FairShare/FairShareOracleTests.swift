import Testing

@testable import Compliance

@Suite("Fair share: the definition")
struct FairShareOracleTests {
  @Test("ratios, loads and groups equal those found by looking at all sets", arguments: 0..<30)
  func equalsSubsets(seed: Int) async throws {
    var random = SeededNumbers(seed: UInt64(seed))
    for round in 0..<100 {
      let size = ShareCase.Size.allCases[round % 3]
      let problem = ShareCase.random(
        parcels: Int.random(in: 0...(round % 20 == 0 ? 7 : 5), using: &random),
        facilities: Int.random(in: 0...5, using: &random),
        size: size, using: &random)
      let share = try await problem.divide()
      let oracle = SubsetOracle(problem)
      let ratios = oracle.ratios
      #expect(share.ratios.map { ExactFraction($0) } == ratios, "ratios of \(problem)")
      #expect(
        Set(share.shortages.map(\.sorted)) == oracle.shortages(ratios), "groups of \(problem)")
      // Sums of fractions of all denominators: those of large amounts do not fit the oracle.
      guard size != .large else { continue }
      #expect(
        share.loads.map { ExactFraction($0) } == oracle.loads(ratios), "loads of \(problem)")
    }
  }
}

extension FairShare.Shortage {
  var sorted: FairShare.Shortage {
    FairShare.Shortage(parcels: parcels.sorted(), facilities: facilities.sorted())
  }
}
