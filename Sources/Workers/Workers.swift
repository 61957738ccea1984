/// How many worker tasks a computation may use, and the ways to divide work among them.
///
/// Work is always cut into contiguous ranges and put together again in order, so that a result
/// never depends on the number of workers.
public struct Workers: Sendable, Hashable {
  /// Number of tasks at a time; at least one.
  public let count: Int

  /// - Parameter count: Tasks at a time; values below one mean one.
  public init(count: Int) { self.count = max(1, count) }

  /// Runs `body` on contiguous ranges that together are `0..<items`, and returns the results in
  /// the order of the ranges.
  ///
  /// - Parameters:
  ///   - items: Number of items in all; zero gives no results.
  ///   - grain: The most items a range may have; smaller ranges balance uneven work better.
  public func map<Result: Sendable>(
    _ items: Int, grain: Int = .max,
    _ body: @escaping @Sendable (Range<Int>) throws -> Result
  ) async throws -> [Result] {
    guard items > 0 else { return [] }
    let share = (items + count - 1) / count
    let size = max(1, min(share, grain))
    let pieces = (items + size - 1) / size
    func range(_ piece: Int) -> Range<Int> { piece * size..<min(items, (piece + 1) * size) }
    if count == 1 || pieces == 1 {
      return try (0..<pieces).map { try body(range($0)) }
    }
    return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: pieces)
      var next = 0
      func start() {
        let piece = next
        let share = range(piece)
        group.addTask { (piece, try body(share)) }
        next += 1
      }
      while next < min(count, pieces) { start() }
      while let (piece, result) = try await group.next() {
        results[piece] = result
        if next < pieces { start() }
      }
      return results.compactMap { $0 }
    }
  }
}
