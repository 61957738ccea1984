import Foundation
import Testing

@testable import Publishing

/// Files with what is expected.
enum Golden {
  /// `RECORD_GOLDEN=1` writes the golden file anew, and fails.
  static func compare(_ text: String, with golden: String) throws {
    let text = withoutVersions(text)
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Golden/\(golden)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try text.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden); run again without RECORD_GOLDEN")
      return
    }
    let expected = try String(contentsOf: path, encoding: .utf8)
    #expect(firstDifference(text, expected) == nil, "\(golden); RECORD_GOLDEN=1 writes it anew")
  }

  /// Without what depends on the machine's libraries, and the hashes that depend on that.
  private static func withoutVersions(_ text: String) -> String {
    var text = text
    for library in Imprint.libraries { text = text.replacing(library.version, with: "0.0.0") }
    return text.replacing(/"sha256": "[0-9a-f]{64}"/, with: "\"sha256\": \"…\"")
      .replacing(/"bytes": [0-9]+/, with: "\"bytes\": 0")
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
