import Foundation
import GeoData
import TestSupport
import Testing

@Suite("Proposals that enlarge what stands")
struct ProposeExtendTests {
  private static let project = GeoData.folder.appendingPathComponent("sample/project.yaml").path

  @Test(
    "a scenario confirms them to the byte, and the page says what grows", arguments: ["en", "zh"])
  func confirmed(language: String) throws {
    let scratch = try ScratchFolder()
    let out = scratch.path("out")
    let run = try Program.run(
      "propose", Self.project, "--build",
      "childcare_institution:places=30,60,90,120;cost=80,130,170,220", "--only",
      "childcare-places-*", "--extend", "--iterations", "60", "--out", out, "--quiet", "--lang",
      language)
    #expect(run.status == 0, "\(run.errors)")
    let layer = try scratch.text("out/proposal/proposals.geojson")
    #expect(layer.contains("\"change\"") && layer.contains("\"geometry\":null"))
    #expect(!layer.contains("extend-"))
    let page = try scratch.text("out/proposal/proposal.html")
    #expect(page.contains(language == "zh" ? "扩建" : "extension"))
    let again = try Program.run(
      "check", Self.project, "--scenario", out + "/proposal/proposals.geojson", "--out",
      scratch.path("again"), "--quiet", "--lang", language)
    #expect(again.status == 0, "\(again.errors)")
    #expect(
      try String(contentsOfFile: scratch.path("again/after/findings.csv"), encoding: .utf8)
        == String(contentsOfFile: out + "/after/findings.csv", encoding: .utf8))
    let both = try Program.run(
      "propose", Self.project, "--objective", "lscp", "--extend", "--out", scratch.path("x"),
      "--lang", language)
    #expect(both.status == 64 && both.errors.contains("--extend"), "\(both.errors)")
  }
}
