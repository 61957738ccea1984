import Synchronization

/// When a search that several tasks share ends, and the best that any of them found.
final class SizingWatch: Sendable {
  let limits: SearchLimits
  /// A value that is good enough, whatever the bound.
  let target: Int64?
  private let start = ContinuousClock.now
  private let board: Mutex<Board>

  private struct Board {
    var value: Int64?
    var bound: Int64
    var isStopped = false
  }

  init(_ limits: SearchLimits, target: Int64? = nil, bound: Int64 = 0) {
    self.limits = limits
    self.target = target
    board = Mutex(Board(value: nil, bound: bound))
  }

  /// Seconds since the search began.
  var elapsed: Double {
    let (seconds, fraction) = (ContinuousClock.now - start).components
    return Double(seconds) + Double(fraction) * 1e-18
  }

  /// Whether the clock, or the caller, has ended it.
  var isOver: Bool {
    if let seconds = limits.seconds, elapsed >= seconds { return true }
    return board.withLock { $0.isStopped }
  }

  /// How much of the time is over, 0...1; 0 without a limit.
  var progress: Double { limits.seconds.map { min(1, elapsed / max($0, 1e-9)) } ?? 0 }

  /// Tells of a value, of a bound, or of both; the caller hears of what is better than before.
  func tell(value: Int64? = nil, bound: Int64? = nil) {
    board.withLock { board in
      var isBetter = false
      if let value, value < board.value ?? .max { (board.value, isBetter) = (value, true) }
      if let bound, bound > board.bound { (board.bound, isBetter) = (bound, true) }
      if isBetter, !limits.goOn(board.value, board.bound) { board.isStopped = true }
    }
  }

  /// Ends the search.
  func stop() { board.withLock { $0.isStopped = true } }

  /// Whether a value is as close to the best bound as was asked for.
  func isEnough(_ value: Int64) -> Bool {
    if let target, value <= target { return true }
    let bound = board.withLock { $0.bound }
    return Proof(value: value, bound: min(value, bound), stop: .exhausted).gap <= limits.gap
  }
}
