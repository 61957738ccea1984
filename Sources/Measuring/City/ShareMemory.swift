internal import Synchronization

/// What the same review asks again and again: how existing parcels fare without the plan, which does
/// not depend on how much a planned facility has.
///
/// A final class behind a lock: the clauses of a review run side by side.
package final class ShareMemory: Sendable {
  /// One question about supply as it is.
  struct Question: Hashable {
    let division: Divide
    /// Unknown amounts at their best or at their worst.
    let isAtBest: Bool
    /// Rows of the city that take part.
    let parcels: [Int32]
    /// Likewise: what an unknown need comes to is measured by all supply, reached or not.
    let facilities: [Int32]
  }

  private let ratios = Mutex<[Question: [FairShare.Ratio]]>([:])

  /// Nothing known yet.
  package init() {}

  /// By parcel of the question; those of the plan are not in it.
  func ratios(
    _ question: Question, _ make: () async throws -> [FairShare.Ratio]
  ) async rethrows -> [FairShare.Ratio] {
    if let known = ratios.withLock({ $0[question] }) { return known }
    let made = try await make()
    ratios.withLock { $0[question] = made }
    return made
  }
}
