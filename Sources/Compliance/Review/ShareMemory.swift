internal import Rules
internal import Synchronization

/// What the same review asks again and again: who is connected with the plan under a clause, and how
/// existing parcels fare without it. Neither depends on how much a planned facility has.
///
/// A final class behind a lock: the clauses of a review run side by side.
final class ShareMemory: Sendable {
  /// One question about supply as it is.
  struct Question: Hashable {
    let rule: RuleKey
    /// Metres.
    let limit: Double
    /// Unknown amounts at their best or at their worst.
    let isAtBest: Bool
    /// Rows of the city that take part.
    let parcels: [Int32]
    /// Likewise: what an unknown need comes to is measured by all supply, reached or not.
    let facilities: [Int32]
  }

  /// Where a plan stands, as far as reach goes.
  struct Site: Hashable {
    let rule: RuleKey
    let x: [Double]
    let y: [Double]
  }

  private let ratios = Mutex<[Question: [FairShare.Ratio]]>([:])
  private let parts = Mutex<[Site: Surroundings.Part]>([:])

  /// By parcel of the question; those of the plan are not in it.
  func ratios(
    _ question: Question, _ make: () async throws -> [FairShare.Ratio]
  ) async rethrows -> [FairShare.Ratio] {
    if let known = ratios.withLock({ $0[question] }) { return known }
    let made = try await make()
    ratios.withLock { $0[question] = made }
    return made
  }

  func part(_ site: Site, _ make: () -> Surroundings.Part) -> Surroundings.Part {
    if let known = parts.withLock({ $0[site] }) { return known }
    let made = make()
    parts.withLock { $0[site] = made }
    return made
  }
}
