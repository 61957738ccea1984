import Foundation
import GeoData
import TestSupport
import Testing

@Suite("Proposals for objectives of the textbooks")
struct ProposeObjectiveTests {
  private static let project = GeoData.folder.appendingPathComponent("sample/project.yaml").path

  private static func propose(_ out: String, _ arguments: String...) throws -> Program.Run {
    try Program.run(
      ["propose", project, "--build", "childcare_institution", "--out", out, "--quiet"]
        + arguments)
  }

  private static func json(_ path: String) throws -> [String: Any] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  @Test(
    "each model has its page, its curve and its sites, which a scenario confirms",
    arguments: ["lscp", "mclp", "p-median", "p_center"], ["en", "zh"])
  func models(model: String, language: String) throws {
    let scratch = try ScratchFolder()
    let out = scratch.path("out")
    let run = try Self.propose(
      out, "--objective", model, "--candidates", "grid:700", "--only", "childcare-places-*",
      "--iterations", "60", "--lang", language, "--reach", "1200",
      "--sites", "3")
    #expect(run.status == 0, "\(run.errors)")
    let proposal = try Self.json(out + "/proposal/proposal.json")
    let objective = try #require(proposal["objective"] as? [String: Any])
    #expect(objective["id"] as? String == model.replacingOccurrences(of: "-", with: "_"))
    let curve = try #require(objective["curve"] as? [[String: Any]])
    let sites = try #require(proposal["sites"] as? [[String: Any]])
    #expect(curve.last?["sites"] as? Int == (model == "lscp" ? sites.count : 3))
    let page = try scratch.text("out/proposal/proposal.html")
    #expect(page.contains("class=\"plot\"") && page.contains("data-f"))
    let again = try Program.run(
      "check", Self.project, "--scenario", out + "/proposal/proposals.geojson", "--out",
      scratch.path("again"), "--quiet", "--lang", language)
    #expect(again.status == 0, "\(again.errors)")
    func table(_ folder: String) throws -> String {
      try String(contentsOfFile: folder + "/findings.csv", encoding: .utf8)
    }
    #expect(try table(scratch.path("again/after")) == table(out + "/after"))
  }

  @Test("the same steps give the same bytes, whatever the threads")
  func sameBytes() throws {
    let scratch = try ScratchFolder()
    for (name, threads) in [("a", "1"), ("b", "2")] {
      let run = try Self.propose(
        scratch.path(name), "--objective", "mclp", "--sites", "4", "--reach", "600", "--only",
        "childcare-places-*", "--iterations", "40", "--threads", threads)
      #expect(run.status == 0, "\(run.errors)")
    }
    for file in try scratch.names(in: "a/proposal") {
      #expect(
        try scratch.text("a/proposal/\(file)") == scratch.text("b/proposal/\(file)"), "\(file)")
    }
  }

  @Test("what cannot be asked is told", arguments: ["en", "zh"])
  func faults(language: String) throws {
    let scratch = try ScratchFolder()
    for (arguments, word) in [
      (["--objective", "p-medain", "--sites", "1"], "p-median"),
      (["--objective", "mclp"], "--sites"), (["--sites", "3"], "--objective"),
      (["--objective", "mclp", "--sites", "-1"], "--sites"),
      (["--objective", "mclp", "--sites", "2", "--reach", "nan"], "--reach"),
      (["--objective", "mclp", "--sites", "2", "--demand", "all"], "residents"),
      (["--objective", "lscp", "--budget", "5"], "--budget"),
    ] {
      let run = try Program.run(
        ["propose", Self.project, "--out", scratch.path("x"), "--lang", language] + arguments)
      #expect(run.status == 64 && run.errors.contains(word), "\(arguments) \(run.errors)")
    }
    let several = try Program.run(
      "propose", Self.project, "--objective", "lscp", "--build", "childcare", "--build",
      "nursing_home", "--out", scratch.path("x"), "--lang", language)
    #expect(several.status == 1 && several.errors.contains("--build"), "\(several.errors)")
    let passing = try Program.run(
      "propose", Self.project, "--objective", "lscp", "--build", "clinic", "--only",
      "childcare-places-*", "--out", scratch.path("x"), "--lang", language)
    #expect(passing.status != 0 && !passing.errors.isEmpty, "\(passing.errors)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("x")))
  }

  @Test("help lists the models with their sources", arguments: ["en", "zh"])
  func help(language: String) throws {
    let run = try Program.run("propose", "--help", "--lang", language)
    let text = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for word in ["lscp", "mclp", "p-median", "p-center", "Toregas", "Church", "Hakimi", "Minieka"] {
      #expect(text.contains(word), "\(word)")
    }
  }

  @Test("along the streets, and by the words of the project")
  func walked() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.copyItem(
      atPath: GeoData.folder.appendingPathComponent("sample").path, toPath: scratch.path("sample"))
    let text = try scratch.text("sample/project.yaml").replacing(
      "layers:\n", with: "layers:\n  network: {file: network.geojson}\n")
    let project = try scratch.write(
      text + """

        propose: {build: childcare_institution, candidates: streets:600, objective: p-center, sites: 3, iterations: 30}
        """, to: "sample/walked.yaml")
    let run = try Program.run("propose", project, "--out", scratch.path("out"), "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let proposal = try Self.json(scratch.path("out/proposal/proposal.json"))
    let objective = try #require(proposal["objective"] as? [String: Any])
    #expect(objective["walked"] as? Bool == true)
    #expect(objective["id"] as? String == "p_center")
  }
}
