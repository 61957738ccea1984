import Foundation
import Testing

/// Files with what is expected, in `Golden` beside the tests of a target.
public struct Golden: Sendable {
  private let folder: URL

  /// - Parameter target: The folder of the test target, as in `Tests/PublishingTests`.
  public init(of target: String) {
    folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("\(target)/Golden")
  }

  /// Compares line by line; `RECORD_GOLDEN=1` writes the file anew instead, and fails.
  public func compare(
    _ text: String, with name: String, fileID: String = #fileID, filePath: String = #filePath,
    line: Int = #line, column: Int = #column
  ) throws {
    let place = SourceLocation(fileID: fileID, filePath: filePath, line: line, column: column)
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name); run again without RECORD_GOLDEN", sourceLocation: place)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard let difference = Self.firstDifference(text, expected) else { return }
    Issue.record(
      "\(name): \(difference); RECORD_GOLDEN=1 writes it anew", sourceLocation: place)
  }

  private static func firstDifference(_ a: String, _ b: String) -> String? {
    let left = a.split(separator: "\n", omittingEmptySubsequences: false)
    let right = b.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
      return "line \(line + 1): \(pair.0) instead of \(pair.1)"
    }
    return left.count == right.count ? nil : "\(left.count) lines instead of \(right.count)"
  }
}
