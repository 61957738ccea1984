import TestSupport
import Testing
import Workers

@testable import Compliance
@testable import Measuring

/// Claims of lesser force get what is left.
@Suite("Fair share: turns")
struct ShareTurnTests {
  /// Parcels whose claims are of the first turn, of the second, or of both.
  private static func problem(
    parcels: ClosedRange<Int>, facilities: ClosedRange<Int>, size: ShareCase.Size,
    using random: inout SplitMix64
  ) -> (problem: ShareCase, needs: [[Int128]]) {
    let problem = ShareCase.random(
      parcels: Int.random(in: parcels, using: &random),
      facilities: Int.random(in: facilities, using: &random), size: size, using: &random)
    var needs = [problem.needs, problem.needs.map { _ in size.amount(&random) }]
    for parcel in problem.needs.indices {
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1: needs[0][parcel] = 0
      case 2, 3: needs[1][parcel] = 0
      default: break
      }
    }
    return (problem, needs)
  }

  @Test("ratios equal those found by linear programs", arguments: 0..<30)
  func equalsPrograms(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(7000 + seed))
    for round in 0..<20 {
      let (problem, needs) = Self.problem(
        parcels: 1...4, facilities: 1...3, size: round % 2 == 0 ? .tiny : .small, using: &random)
      let share = try await problem.divide(inTurns: needs)
      let expected = TurnOracle(problem, needs: needs).ratios
      for turn in needs.indices {
        #expect(
          share.turns[turn].ratios.map { ExactFraction($0) } == expected[turn],
          "turn \(turn) of \(needs) \(problem)")
      }
    }
  }

  @Test("the first turn is as if there were no second one", arguments: 0..<20)
  func firstTurn(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(8000 + seed))
    for _ in 0..<20 {
      let (problem, needs) = Self.problem(
        parcels: 1...40, facilities: 1...12, size: ShareCase.Size.allCases[seed % 3],
        using: &random)
      let both = try await problem.divide(inTurns: needs, workers: 1 + seed % 3)
      let alone = try await problem.divide(inTurns: [needs[0]])
      #expect(both.turns[0].ratios == alone.turns[0].ratios)
      #expect(both.turns[0].shortages == alone.turns[0].shortages)
      var one = problem
      one.needs = needs[0]
      #expect(try await one.divide().ratios == alone.turns[0].ratios)
    }
  }

  @Test("what both turns give can be delivered at once", arguments: 0..<20)
  func delivery(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(9000 + seed))
    let (problem, needs) = Self.problem(
      parcels: 20...60, facilities: 5...20, size: .small, using: &random)
    let share = try await problem.divide(inTurns: needs)
    // In parts so small that rounding down costs less than one part a parcel.
    let parts = Int128(1) << 40
    let wanted = problem.needs.indices.map { parcel in
      needs.indices.map { share.turns[$0].ratios[parcel].part(of: needs[$0][parcel] * parts) }
        .reduce(0) { max($0, $1) }
    }
    #expect(
      SimpleFlow(wanted: wanted, capacity: problem.capacities.map { $0 * parts }, problem.reach)
        .isComplete)
  }

  @Test("whoever has enough still has it with more supply or less need", arguments: 0..<40)
  func monotone(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(10_000 + seed))
    for round in 0..<10 {
      let (problem, needs) = Self.problem(
        parcels: 2...8, facilities: 1...5, size: ShareCase.Size.allCases[round % 2],
        using: &random)
      let share = try await problem.divide(inTurns: needs)
      var richer = problem
      var fewer = needs
      if round % 2 == 0 {
        richer.capacities[Int.random(in: richer.capacities.indices, using: &random)] += 3
      } else {
        let (turn, parcel) = (
          Int.random(in: 0..<2, using: &random),
          Int.random(in: problem.needs.indices, using: &random)
        )
        fewer[turn][parcel] = fewer[turn][parcel] / 2
      }
      let after = try await richer.divide(inTurns: fewer)
      for turn in needs.indices {
        for parcel in problem.needs.indices where share.turns[turn].ratios[parcel] == .one {
          #expect(
            after.turns[turn].ratios[parcel] == .one,
            "turn \(turn), parcel \(parcel) of \(needs) \(problem) → \(fewer) \(richer)")
        }
      }
    }
  }

  @Test("a ratio of another need, exact or not", arguments: 0..<20)
  func moved(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    typealias Ratio = FairShare.Ratio
    for _ in 0..<50 {
      let (a, b, need, other) = (
        Int128.random(in: 0...50, using: &random), Int128.random(in: 50...60, using: &random),
        Int128.random(in: 1...99, using: &random), Int128.random(in: 1...99, using: &random)
      )
      let moved = Ratio(a, b).moved(from: need, to: other)
      #expect(
        ExactFraction(moved) == min(.one, ExactFraction(a, b) * ExactFraction(need, other)))
      // As large as numbers hold: rounded down, and less than 1 stays less.
      let (large, larger) = ((Int128(1) << 99) + a, (Int128(1) << 100) + need)
      let rounded = Ratio(large, larger).moved(from: larger - 1, to: larger + other)
      #expect(rounded < .one && rounded > Ratio(499_999, 1_000_000))
    }
  }
}
