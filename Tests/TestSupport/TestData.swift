public import Foundation
public import Testing

/// Files that nobody here wrote; too large, or not ours, to be in the repository.
public enum TestData {
  /// `SITING_TEST_DATA`, else `../shared/data` beside the package.
  public static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["SITING_TEST_DATA"] {
      return URL(fileURLWithPath: path)
    }
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/data")
  }()

  /// Whether a part of the data, such as `reference`, is on this machine.
  public static func has(_ part: String) -> Bool {
    FileManager.default.fileExists(atPath: path(part))
  }

  /// What a skipped test says.
  public static let advice: Comment = "set SITING_TEST_DATA to the folder of the test data"

  /// Where a file or folder of the data is, or would be.
  public static func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// What a file of the data says.
  public static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}
