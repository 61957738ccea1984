public import Documents

/// Why a saved network could not be written or read.
public enum NetworkFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The system refused; `reason` is its text.
  case system(path: String, reason: String)
  /// The file is no saved network at all.
  case notANetwork(path: String)
  /// Saved by another version of the engine, or on a machine of the other byte order.
  case otherVersion(path: String, found: UInt32, expected: UInt32)
  /// Cut short, changed, or inconsistent in itself.
  case damaged(path: String, problem: String)

  /// What is wrong, where, and the way out.
  public var description: String { text.description }

  /// The same, to be said in another language.
  public var text: FaultText {
    switch self {
    case .system(let path, let reason): "\(path): \(reason)"
    case .notANetwork(let path):
      "\(path): not a saved walking network; build it again from the source"
    case .otherVersion(let path, let found, let expected):
      """
      \(path): saved in version \(found) of the format, this engine reads \(expected); \
      build it again from the source
      """
    case .damaged(let path, let problem):
      "\(path): damaged: \(problem); build it again from the source"
    }
  }
}
