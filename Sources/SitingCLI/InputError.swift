import Documents
import Foundation

/// A file that was named cannot be opened.
enum InputError: Error, CustomStringConvertible {
  case notFound(String)
  case isFolder(String)
  case unreadable(String)

  var description: String { text.description }

  /// The same, to be said in another language.
  var text: FaultText {
    switch self {
    case .notFound(let path): "\(path): no such file; check the path"
    case .isFolder(let path): "\(path): is a folder; name a file in it"
    case .unreadable(let path): "\(path): cannot be read; check the permissions"
    }
  }

  /// Makes sure that there is a file to read.
  static func check(_ path: String) throws(InputError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .notFound(path)
    }
    if isFolder.boolValue { throw .isFolder(path) }
    if !FileManager.default.isReadableFile(atPath: path) { throw .unreadable(path) }
  }
}
