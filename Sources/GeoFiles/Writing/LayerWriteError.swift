public import Documents

/// Why a file could not be written.
public enum LayerWriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file cannot be made: no such folder, no permission.
  case cannotCreate(path: String, reason: FaultText)
  /// Writing stopped: disk full, quota. What is written so far is still there.
  case cannotWrite(path: String, reason: FaultText)
  /// The geometry cannot be shown in WGS 84.
  case cannotTransform(path: String, reason: FaultText)

  /// What is wrong and where.
  public var text: FaultText {
    switch self {
    case .cannotCreate(let path, let reason): "\(path): cannot be created (\(reason))"
    case .cannotWrite(let path, let reason): "\(path): cannot be written (\(reason))"
    case .cannotTransform(let path, let reason): "\(path): \(reason)"
    }
  }

  /// What is wrong and where, in English.
  public var description: String { text.description }
}
