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
    let ranges = (0..<pieces).map { $0 * size..<min(items, ($0 + 1) * size) }
    return try await sideBySide(ranges) { try body($0) }
  }

  /// Runs `body` on contiguous ranges that together are `0..<items`, and hands the results over one by
  /// one, in the order of the ranges, as they are ready: few are held at a time.
  ///
  /// - Parameters:
  ///   - grain: The most items a range may have.
  ///   - take: Called by one task.
  public func inOrder<Result: Sendable>(
    _ items: Int, grain: Int, _ body: @escaping @Sendable (Range<Int>) throws -> Result,
    _ take: (Range<Int>, Result) -> Void
  ) async throws {
    let size = max(1, grain)
    let pieces = (items + size - 1) / size
    func range(_ piece: Int) -> Range<Int> { piece * size..<min(items, (piece + 1) * size) }
    if count == 1 || pieces <= 1 {
      for piece in 0..<pieces { take(range(piece), try body(range(piece))) }
      return
    }
    try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var waiting: [Int: Result] = [:]
      var (started, taken) = (0, 0)
      func start() {
        // What waits for a slow one must not become all.
        while started < min(pieces, taken + 4 * count), started - taken - waiting.count < count {
          let (piece, range) = (started, range(started))
          group.addTask { (piece, try body(range)) }
          started += 1
        }
      }
      start()
      while let (piece, result) = try await group.next() {
        waiting[piece] = result
        while let next = waiting.removeValue(forKey: taken) {
          take(range(taken), next)
          taken += 1
        }
        start()
      }
    }
  }

  /// Works on items side by side, as many at a time as there are workers, and returns the results
  /// in the order of the items.
  public func sideBySide<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ body: @escaping @Sendable (Item) async throws -> Result
  ) async rethrows -> [Result] {
    if count == 1 || items.count <= 1 {
      var results: [Result] = []
      for item in items { results.append(try await body(item)) }
      return results
    }
    return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: items.count)
      var next = 0
      func start() {
        let (index, item) = (next, items[next])
        group.addTask { (index, try await body(item)) }
        next += 1
      }
      while next < min(count, items.count) { start() }
      while let (index, result) = try await group.next() {
        results[index] = result
        if next < items.count { start() }
      }
      return results.compactMap { $0 }
    }
  }

  /// Works on two things side by side where there is more than one worker.
  public func both<One: Sendable, Other: Sendable>(
    _ one: @escaping @Sendable () async -> One, _ other: @escaping @Sendable () async -> Other
  ) async -> (One, Other) {
    guard count > 1 else { return (await one(), await other()) }
    async let first = one()
    let second = await other()
    return (await first, second)
  }
}
