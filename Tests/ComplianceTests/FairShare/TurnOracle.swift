import Workers

@testable import Compliance
@testable import Measuring

/// Claims that take turns, by linear programs: what goes from each facility to each parcel is free,
/// and nobody loses what an earlier turn gave him.
struct TurnOracle {
  let problem: ShareCase
  /// By turn, then by parcel.
  let needs: [[Int128]]
  private let edges: [(parcel: Int, facility: Int)]

  init(_ problem: ShareCase, needs: [[Int128]]) {
    self.problem = problem
    self.needs = needs
    edges = problem.reach.indices.flatMap { parcel in
      problem.reach[parcel].map { (parcel, $0) }
    }
  }

  /// By turn, then by parcel: what it has over what it needs in that turn, at most 1.
  var ratios: [[ExactFraction]] {
    var held = problem.needs.map { _ in ExactFraction.zero }
    return needs.map { needs in
      // Its own comes first, as far as it is left.
      held = raised(held, to: zip(needs, problem.own).map { min($0, $1) })
      held = raised(held, to: needs)
      return zip(held, needs).map { held, need in
        need == 0 ? .one : min(.one, held / ExactFraction(need))
      }
    }
  }

  private func terms(_ isWanted: ((parcel: Int, facility: Int)) -> Bool) -> [(
    variable: Int, factor: ExactFraction
  )] {
    edges.indices.filter { isWanted(edges[$0]) }.map { ($0, .one) }
  }

  /// What parcels have when those below their needs are raised: the worst-served as far as can be,
  /// then the next.
  private func raised(_ held: [ExactFraction], to needs: [Int128]) -> [ExactFraction] {
    let wanted = zip(held, needs).map { max($0, ExactFraction($1)) }
    var final = wanted.map { $0 == .zero ? ExactFraction.zero : nil }
    let level = edges.count
    while final.contains(nil) {
      var program = LinearProgram(variables: edges.count + 1)
      for (facility, capacity) in problem.capacities.enumerated() {
        program.atMost(ExactFraction(capacity), terms { $0.facility == facility })
      }
      program.atMost(.one, [(level, .one)])
      for parcel in wanted.indices {
        let mine = terms { $0.parcel == parcel }
        program.atMost(wanted[parcel], mine)
        program.atLeast(held[parcel], mine)
        if let amount = final[parcel] {
          program.atLeast(amount, mine)
        } else {
          program.atLeast(.zero, mine + [(level, .zero - wanted[parcel])])
        }
      }
      guard let best = program.maximum([(level, .one)]) else {
        preconditionFailure("more is held than there is")
      }
      program.atLeast(best, [(level, .one)])
      for parcel in wanted.indices where final[parcel] == nil {
        let most = program.maximum(terms { $0.parcel == parcel }) ?? .zero
        if most == max(best * wanted[parcel], held[parcel]) { final[parcel] = most }
      }
    }
    return final.map { $0 ?? .zero }
  }
}

extension ShareCase {
  /// By parcel: what its own facilities have.
  var own: [Int128] {
    var own = needs.map { _ in Int128(0) }
    for (facility, owner) in owner.enumerated() {
      if let owner { own[owner] += capacities[facility] }
    }
    return own
  }

  func divide(inTurns needs: [[Int128]], workers: Int = 1) async throws -> ShareTurns {
    try await ShareTurns.divide(
      ShareTurns.Claims(
        needs: needs, own: own, held: own.map { _ in 0 }, capacities: capacities),
      edges: ReachEdges(lists: reach.map { $0.map { Int32($0) } }),
      workers: Workers(count: workers))
  }
}
