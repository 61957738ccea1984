import Documents
import Foundation
import TestSupport
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

  private func compare(_ name: String, _ language: Language, with golden: String) async throws {
    let scratch = try ScratchFolder()
    _ = try await Publication.publish(
      try SmallResult.make(), to: "\(scratch.path)/out", options: SmallResult.options(language))
    try Golden.compareWithoutVersions(try scratch.text("out/\(name)"), with: golden)
  }
}
