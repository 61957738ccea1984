internal import Measuring
internal import Rules
internal import Synchronization

/// What the same review asks again and again: how existing parcels fare without the plan, and who is
/// connected with the plan under a clause. Neither depends on how much a planned facility has.
///
/// A final class behind a lock: the clauses of a review run side by side.
final class ReviewMemory: Sendable {
  /// Where a plan stands, as far as reach goes.
  struct Site: Hashable {
    let rule: RuleKey
    let x: [Double]
    let y: [Double]
  }

  /// How existing parcels fare without the plan.
  let shares = Memory()
  private let parts = Mutex<[Site: Surroundings.Part]>([:])

  /// Who is connected with a plan that stands there.
  func part(_ site: Site, _ make: () -> Surroundings.Part) -> Surroundings.Part {
    if let known = parts.withLock({ $0[site] }) { return known }
    let made = make()
    parts.withLock { $0[site] = made }
    return made
  }
}
