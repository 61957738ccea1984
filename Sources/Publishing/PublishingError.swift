public import Documents
internal import Foundation
internal import GeoFiles

/// Why a result could not be published; the folder asked for is as it was.
public enum PublishingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Something that is not a folder has the name.
  case notAFolder(path: String)
  /// The folder holds something that is no part of a publication.
  case foreignFolder(path: String, example: String)
  /// The folder that is to hold the new one is missing.
  case noParent(path: String)
  /// A folder that cannot be replaced, such as `/` or `..`.
  case unreplaceable(path: String)
  /// The disk, or the quota, is used up.
  case diskFull(path: String)
  /// The system refused.
  case cannotWrite(path: String, reason: String)
  /// An input file cannot be read again for its hash.
  case cannotRead(path: String, code: Int32)
  /// Tables were not written, none of them.
  case database(connection: String, reason: String)
  /// No output has this name.
  case unknownOutput(name: String, known: [String])
  /// A file that opens layers is asked for without any of them.
  case nothingToOpen(name: String, layers: [String])

  /// What is wrong, where, and the way out.
  public var description: String { text.description }

  /// The same, to be said in another language.
  public var text: FaultText {
    switch self {
    case .notAFolder(let path):
      "\(path): is a file, not a folder; name another folder or move the file away"
    case .foreignFolder(let path, let example):
      "\(path): holds \(example), which siting did not write, so the folder is not replaced;"
        + " name a new or an empty folder"
    case .noParent(let path):
      "\(path): the folder around it does not exist; create it first"
    case .unreplaceable(let path):
      "\(path): cannot be replaced as a whole; name a folder of its own, such as \(path)/siting-out"
    case .diskFull(let path):
      "\(path): no space left; free some, or name a folder on another disk"
    case .cannotWrite(let path, let reason):
      "\(path): cannot be written (\(reason)); check the permissions, or name another folder"
    case .cannotRead(let path, let code):
      "\(path): cannot be read for its hash: \(Self.message(code)); it must stay in place until the"
        + " run ends"
    case .database(let connection, let reason):
      "\(connection): nothing was written (\(reason)); check the connection, its rights and the schema"
    case .unknownOutput(let name, let known):
      "no output is called '\(name)'; there are \(known.joined(separator: ", "))"
    case .nothingToOpen(let name, let layers):
      "\(name): opens the layers beside it, and none is asked for; name one or more of them, too:"
        + " \(layers.joined(separator: ", "))"
    }
  }

  /// The error of a system call that has just failed at a path.
  static func writing(_ path: String, code: Int32 = errno) -> PublishingError {
    code == ENOSPC || code == EDQUOT
      ? .diskFull(path: path) : .cannotWrite(path: path, reason: message(code))
  }

  /// The error of tables that could not be written.
  init(_ error: LayerWriteError, in database: String) {
    switch error {
    case .cannotCreate(_, let reason), .cannotWrite(_, let reason), .cannotTransform(_, let reason):
      self = .database(connection: database, reason: reason.description)
    }
  }

  /// The error of a layer that could not be written.
  init(_ error: LayerWriteError, at path: String) {
    switch error {
    case .cannotCreate(_, let reason), .cannotWrite(_, let reason), .cannotTransform(_, let reason):
      let isFull = [ENOSPC, EDQUOT].contains { FaultText(verbatim: Self.message($0)) == reason }
      self =
        isFull ? .diskFull(path: path) : .cannotWrite(path: path, reason: reason.description)
    }
  }

  /// The same, with the path that the user knows.
  func moved(from old: String, to new: String) -> PublishingError {
    switch self {
    case .diskFull(old): .diskFull(path: new)
    case .cannotWrite(old, let reason): .cannotWrite(path: new, reason: reason)
    default: self
    }
  }

  private static func message(_ code: Int32) -> String { String(cString: strerror(code)) }
}
