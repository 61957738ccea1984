public import Planning
internal import Walking
public import Workers

/// A saved network that is read while the layers of a city are, which leave a core idle now and then.
public struct NetworkAhead: Sendable {
  /// What is there once it is read.
  struct Read: Sendable {
    let network: WalkNetwork
    let streets: StreetIndexes

    init(path: String) throws {
      network = try WalkNetwork(contentsOf: path)
      streets = StreetIndexes(network)
    }
  }

  private let path: String
  private let task: Task<Read, any Error>

  /// Starts reading; `nil` where the project names no saved network, or there is one worker, who has
  /// enough to do.
  public init?(_ source: NetworkSource?, workers: Workers) {
    guard let path = source?.source.resolvedPath, NetworkLoader.isSaved(path), workers.count > 1
    else { return nil }
    self.path = path
    task = Task { try Read(path: path) }
  }

  /// Waits until nothing is read any more: a process is not to end meanwhile.
  public func finish() async { _ = await task.result }

  /// The network of a file, read now where it was not started; what is wrong with it is told here.
  static func read(_ path: String, _ ahead: NetworkAhead?) async throws -> Read {
    guard let ahead, ahead.path == path else { return try Read(path: path) }
    return try await ahead.task.value
  }
}
