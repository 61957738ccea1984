import Documents
import Foundation
import Testing

@testable import Publishing

@Suite("Golden files")
struct GoldenTests {
  @Test("the report, in both languages", arguments: Language.allCases)
  func report(language: Language) async throws {
    try await compare("report.html", language, with: "report.\(language.rawValue).html")
  }

  @Test(
    "tables and layers",
    arguments: ["findings.csv", "manifest.json", "units.geojson", "rejected.geojson"])
  func file(name: String) async throws {
    try await compare(name, .en, with: name)
  }

  /// `RECORD_GOLDEN=1` writes the golden file anew, and fails.
  private func compare(_ name: String, _ language: Language, with golden: String) async throws {
    let scratch = try ScratchFolder()
    _ = try await Publication.publish(
      try SmallResult.make(), to: "\(scratch.path)/out", options: SmallResult.options(language))
    let text = withoutVersions(try scratch.text("out/\(name)"))
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Golden/\(golden)")
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try text.write(to: path, atomically: true, encoding: .utf8)
      Issue.record("recorded \(golden); run again without RECORD_GOLDEN")
      return
    }
    let expected = try String(contentsOf: path, encoding: .utf8)
    #expect(firstDifference(text, expected) == nil, "\(golden); RECORD_GOLDEN=1 writes it anew")
  }

  /// What depends on the machine's libraries, and the hashes that depend on that.
  private func withoutVersions(_ text: String) -> String {
    var text = text
    for library in Imprint.libraries { text = text.replacing(library.version, with: "0.0.0") }
    return text.replacing(/"sha256": "[0-9a-f]{64}"/, with: "\"sha256\": \"…\"")
      .replacing(/"bytes": [0-9]+/, with: "\"bytes\": 0")
  }

  private func firstDifference(_ a: String, _ b: String) -> String? {
    let left = a.split(separator: "\n", omittingEmptySubsequences: false)
    let right = b.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, pair) in zip(left, right).enumerated() where pair.0 != pair.1 {
      return "line \(line + 1): \(pair.0) instead of \(pair.1)"
    }
    return left.count == right.count ? nil : "\(left.count) lines instead of \(right.count)"
  }
}
