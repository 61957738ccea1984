import Testing

@testable import Compliance
@testable import Measuring

/// Shapes that make a careless decomposition deep, quadratic or too large for its numbers; what
/// comes out is known from the shape.
@Suite("Fair share: shapes")
struct FairShareShapeTests {
  typealias Ratio = FairShare.Ratio

  /// Parcel `i` reaches facilities `i` and `i + 1`.
  private func chain(_ needs: [Int128], _ capacities: [Int128]) -> ShareCase {
    ShareCase(
      needs: needs, capacities: capacities, reach: needs.indices.map { [$0, $0 + 1] })
  }

  @Test("a chain whose spare supply is all at one end")
  func farSupply() async throws {
    let count = 20_000
    var capacities = [Int128](repeating: 100, count: count + 1)
    capacities[count] = Int128(count) * 2000
    let share = try await chain(Array(repeating: 10, count: count), capacities).divide()
    #expect(share.ratios.allSatisfy { $0 == .one })
    // The last parcel leaves the others; they share evenly what the rest has.
    #expect(share.loads[count] == Ratio(10, capacities[count]))
    #expect(Set(share.loads[..<count]) == [Ratio(10 * Int128(count - 1), 100 * Int128(count))])
    #expect(share.shortages.isEmpty)
  }

  @Test("a chain along which shortage grows, so that each level is its own")
  func growingShortage() async throws {
    let count = 5_000
    // Facility `i + 1` has just what parcel `i` gets at its level; the levels rise along the chain.
    let needs = (0..<count).map { Int128(2 * count) * Int128(1 + $0 % 7) }
    let capacities: [Int128] = (0...count).map { Int128($0) * Int128(1 + ($0 + 6) % 7) }
    let share = try await chain(needs, capacities).divide()
    let levels = (0..<count).map { Ratio(Int128($0 + 1), Int128(2 * count)) }
    #expect(share.ratios == levels)
    #expect(share.shortages.count == count)
    #expect(share.shortages.allSatisfy { $0.parcels.count == 1 && $0.facilities.count == 1 })
    #expect(share.loads.dropFirst().allSatisfy { $0 == Ratio.one })
  }

  @Test("levels that fall by half from step to step")
  func halvingLevels() async throws {
    let count = 90
    let capacities: [Int128] = [0] + (0..<count).map { Int128(1) << Int128($0) }
    let share = try await chain(
      Array(repeating: Int128(1) << 90, count: count), capacities
    ).divide()
    let levels = (0..<count).map { Ratio(1, Int128(1) << Int128(90 - $0)) }
    #expect(share.ratios == levels)
  }

  @Test("a chain of parcels with a facility each, all assured what it has")
  func ownChain() async throws {
    let count = 5_000
    let problem = ShareCase(
      needs: Array(repeating: Int128(count), count: count),
      capacities: (0..<count).map { Int128($0) },
      reach: (0..<count).map { $0 == 0 ? [0] : [$0 - 1, $0] }, owner: (0..<count).map { $0 })
    let share = try await problem.divide()
    let levels = (0..<count).map { Ratio(Int128($0), Int128(count)) }
    #expect(share.ratios == levels)
    #expect(share.shortages.count == count)
  }

  @Test("one facility for all, and one parcel that reaches all")
  func stars() async throws {
    let count = 8_000
    let sun = try await ShareCase(
      needs: (1...count).map { Int128($0) }, capacities: [Int128(count)],
      reach: Array(repeating: [0], count: count)
    ).divide()
    #expect(Set(sun.ratios) == [Ratio(2, Int128(count) + 1)])
    #expect(sun.shortages.count == 1)
    let star = try await ShareCase(
      needs: [Int128(count)], capacities: (1...count).map { Int128($0) },
      reach: [Array(0..<count)]
    ).divide()
    #expect(star.ratios == [.one])
    #expect(Set(star.loads) == [Ratio(2, Int128(count) + 1)])
  }

  @Test("all parcels reach all facilities", arguments: [1, 5])
  func complete(need: Int128) async throws {
    let problem = ShareCase(
      needs: (0..<2_000).map { need * Int128(1 + $0 % 3) },
      capacities: (0..<200).map { Int128($0) },
      reach: Array(repeating: Array(0..<200), count: 2_000))
    let (demand, supply) = (problem.needs.reduce(0, +), problem.capacities.reduce(0, +))
    let share = try await problem.divide()
    #expect(Set(share.ratios) == [demand < supply ? .one : Ratio(supply, demand)])
    #expect(
      Set(share.loads.dropFirst()) == [demand < supply ? Ratio(demand, supply) : .one])
  }

  @Test("amounts as large as numbers hold")
  func largest() async throws {
    let most = Int128(1) << 100
    let share = try await chain(
      Array(repeating: most, count: 50),
      (0...50).map { $0 % 2 == 0 ? most - Int128($0) : 1 }
    ).divide()
    // Two share what one needs, but for the two at the ends.
    #expect(share.ratios[1..<49].allSatisfy { $0 > Ratio(1, 3) && $0 <= Ratio(1, 2) })
    let spare = try await chain(
      Array(repeating: most - 1, count: 50), Array(repeating: most, count: 51)
    ).divide()
    #expect(spare.ratios.allSatisfy { $0 == .one })
    #expect(Set(spare.loads) == [Ratio(50 * (most - 1), 51 * most)])
  }

  @Test("nothing to share, or nobody to share it")
  func nothing() async throws {
    let nobody = try await ShareCase(needs: [], capacities: [5], reach: []).divide()
    #expect(nobody.loads == [Ratio(0, 1)])
    let nothing = try await ShareCase(needs: [3, 0, 4], capacities: [], reach: [[], [], []])
      .divide()
    #expect(nothing.ratios == [Ratio(0, 1), .one, Ratio(0, 1)])
    #expect(nothing.shortages.map(\.parcels) == [[0], [2]])
    // A facility that has nothing joins nobody to anybody.
    let empty = try await ShareCase(needs: [3, 4], capacities: [0], reach: [[0], [0]]).divide()
    #expect(empty.shortages.map(\.parcels) == [[0], [1]])
  }
}
