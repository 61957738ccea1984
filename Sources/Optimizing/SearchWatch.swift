/// Keeps the time and the best of one search, and asks the caller whether to go on.
///
/// For one thread: made, used and dropped in one search.
final class SearchWatch {
  let limits: SearchLimits
  /// From a value of the search, which always minimises, to the one that the caller counts in.
  private let shown: @Sendable (Int64) -> Int64
  private let begin = ContinuousClock.now
  private var isEnded = false
  private(set) var value: Int64?
  private(set) var bound = Int64.min
  /// Steps done, of whatever the search counts against `SearchLimits.iterations`.
  var steps = 0

  init(_ limits: SearchLimits, shown: @escaping @Sendable (Int64) -> Int64 = { $0 }) {
    self.limits = limits
    self.shown = shown
  }

  /// Seconds since the search began.
  var seconds: Double {
    let parts = (ContinuousClock.now - begin).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }

  /// Seconds that are left; `nil`: no limit.
  var remaining: Double? { limits.seconds.map { max(0, $0 - seconds) } }

  /// Whether the time is over or the caller has had enough.
  var isOver: Bool {
    if isEnded { return true }
    guard let limit = limits.seconds else { return false }
    return seconds >= limit
  }

  /// Whether so many steps as were allowed are done.
  var isOutOfSteps: Bool { limits.iterations.map { steps >= $0 } ?? false }

  /// Whether to stop, for whatever reason.
  var mustStop: Bool { isOutOfSteps || isOver }

  /// Whether value and bound are as near as was asked for.
  var isCloseEnough: Bool {
    guard let value, bound > .min else { return false }
    guard bound < value else { return true }
    return limits.gap > 0
      && Double(value) - Double(bound)
        <= limits.gap * max(abs(Double(shown(value))), abs(Double(shown(bound))))
  }

  /// The largest value that is near enough to a bound; that is the bound itself if a proof is wanted.
  func enough(for bound: Int64) -> Int64 {
    guard limits.gap > 0, bound > .min, bound < .max else { return bound }
    let scale = min(abs(Double(shown(value ?? bound))), abs(Double(shown(bound))))
    return bound + Int64(limits.gap * scale)
  }

  /// A better value was found.
  func found(_ new: Int64) {
    guard value.map({ new < $0 }) ?? true else { return }
    value = new
    tell()
  }

  /// A better bound was proven.
  func proved(_ new: Int64) {
    guard new > bound else { return }
    bound = new
    tell()
  }

  /// Asks the caller without news, so that a long stretch without any can be ended too.
  func ask() {
    if bound > .min, !isEnded { tell() }
  }

  /// The caller's `goOn`, for a solver that speaks in values of the search.
  var tellSolver: @Sendable (Int64, Int64) -> Bool {
    let (goOn, shown) = (limits.goOn, shown)
    return { value, bound in goOn(value == .max ? nil : shown(value), shown(bound)) }
  }

  /// Asks the caller on behalf of a search within this one, with the values of this one.
  var mayGoOn: @Sendable () -> Bool {
    let (goOn, value, bound) = (limits.goOn, value.map(shown), shown(max(bound, 0)))
    return { goOn(value, bound) }
  }

  private func tell() {
    guard bound > .min else { return }
    if !limits.goOn(value.map(shown), shown(bound)) { isEnded = true }
  }

  /// Why a search that stops now does.
  var stop: Proof.Stop { isOver ? .timeLimit : isOutOfSteps ? .iterationLimit : .exhausted }
}
