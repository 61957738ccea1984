import Foundation
import GeoData
import TestSupport
import Testing

@Suite("Proposals by year")
struct ProposeStageTests {
  private static let project = GeoData.folder.appendingPathComponent("sample/project.yaml").path

  @Test("years are in page and layer, and a scenario confirms the whole", arguments: ["en", "zh"])
  func years(language: String) throws {
    let scratch = try ScratchFolder()
    let out = scratch.path("out")
    let run = try Program.run(
      "propose", Self.project, "--build", "childcare_institution:places=30,60,90;cost=80,130,170",
      "--only", "childcare-places-*", "--extend", "--stages", "2026:900,2027:600,2028:2000",
      "--iterations", "60", "--out", out, "--quiet", "--lang", language)
    #expect(run.status == 0, "\(run.errors)")
    let layer = try scratch.text("out/proposal/proposals.geojson")
    #expect(layer.contains("\"delivered\":\"2026-12-31\"") && layer.contains("\"year\":2027"))
    let page = try scratch.text("out/proposal/proposal.html")
    #expect(page.contains("id=\"stages\"") && page.contains(language == "zh" ? "年末" : "at its end"))
    let again = try Program.run(
      "check", Self.project, "--scenario", out + "/proposal/proposals.geojson", "--out",
      scratch.path("again"), "--quiet", "--lang", language)
    #expect(again.status == 0, "\(again.errors)")
    #expect(
      try String(contentsOfFile: scratch.path("again/after/findings.csv"), encoding: .utf8)
        == String(contentsOfFile: out + "/after/findings.csv", encoding: .utf8))
  }

  @Test(
    "what are no years is told",
    arguments: [
      "2026", "2026:x", "2027:1,2026:1", "2026:1,2026:2", "26:1", "2026:-1", "", "2026:1,",
    ])
  func faults(stages: String) throws {
    let scratch = try ScratchFolder()
    for language in ["en", "zh"] {
      let run = try Program.run(
        "propose", Self.project, "--stages", stages, "--out", scratch.path("x"), "--lang", language)
      #expect(run.status == 64 && run.errors.contains("2026:500,2027:300"), "\(run.errors)")
    }
  }
}
