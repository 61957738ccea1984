import Foundation

/// A file that is there until the tests end.
///
/// Not until its last use: a value dies as soon as nobody will ask for it, which may be while its
/// path is on the way to a reader.
public struct TestFile: Sendable {
  /// Where it is.
  public let path: String

  private static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("siting-tests-\(ProcessInfo.processInfo.processIdentifier)")
    atexit { try? FileManager.default.removeItem(at: TestFile.folder) }
    return folder
  }()

  /// Writes bytes to a file of this name, in a folder of its own.
  public init(_ bytes: some Collection<UInt8>, named name: String) throws {
    let folder = Self.folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    path = url.path
  }

  /// Writes a text to a file of this name, in a folder of its own.
  public init(_ text: String, named name: String) throws {
    try self.init(Array(text.utf8), named: name)
  }
}
