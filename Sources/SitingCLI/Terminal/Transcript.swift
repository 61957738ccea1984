import Synchronization

/// What a command says that is run within another one.
final class Transcript: Sendable {
  private let lines = Mutex("")

  /// All of it, in its order.
  var text: String { lines.withLock { $0 } }

  func append(_ text: String) { lines.withLock { $0 += text } }
}
