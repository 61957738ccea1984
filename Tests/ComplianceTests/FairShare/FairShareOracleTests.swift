import TestSupport
import Testing

@testable import Compliance
@testable import Measuring

@Suite("Fair share: the definition")
struct FairShareOracleTests {
  @Test("ratios, loads and groups equal those found by looking at all sets", arguments: 0..<40)
  func equalsSubsets(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<150 {
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

  @Test("ratios and loads equal those found by linear programs", arguments: 0..<20)
  func equalsPrograms(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(1000 + seed))
    for round in 0..<20 {
      let problem = ShareCase.random(
        parcels: Int.random(in: 1...4, using: &random),
        facilities: Int.random(in: 1...4, using: &random), size: round % 2 == 0 ? .tiny : .small,
        using: &random)
      let share = try await problem.divide()
      let oracle = ProgramOracle(problem)
      let ratios = oracle.ratios
      #expect(share.ratios.map { ExactFraction($0) } == ratios, "ratios of \(problem)")
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
