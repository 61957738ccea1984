import Foundation
import TestSupport
import Testing

/// Rules that are chosen find what they find among all others.
@Suite("Choice of rules in a batch")
struct RuleChoiceCommandTests {
  /// Rows of `findings.csv` by rule, without what a contradicting clause brings.
  private func findings(_ scratch: ScratchFolder, _ arguments: [String]) throws -> [String:
    [String]]
  {
    let run = try Program.run(
      ["check", SamplePlans.project, "--out", scratch.path("out"), "--quiet", "--lang", "en"]
        + arguments)
    #expect(run.status == 0, "\(run.errors)")
    var rows: [String: [String]] = [:]
    for line in try scratch.text("out/findings.csv").split(whereSeparator: \.isNewline).dropFirst()
    {
      let cells = line.split(separator: ",", maxSplits: 2, omittingEmptySubsequences: false)
      rows["\(cells[0])/\(cells[1])", default: []].append(String(cells[2]))
    }
    return rows
  }

  @Test("the same figures, shared supply and counts of what passes included")
  func same() throws {
    let scratch = try ScratchFolder()
    let all = try findings(scratch, [])
    for arguments in [
      ["--only", "elder-floor-area-new"], ["--only", "existing-compound-elder-coverage"],
      ["--only", "childcare-places-*", "--except", "*-total,*-1000"],
      ["--topic", "nursery-circle,elder-circle"],
    ] {
      let some = try findings(scratch, arguments)
      #expect(!some.isEmpty && some.count < all.count)
      for (rule, rows) in some { #expect(rows == all[rule], "\(arguments): \(rule)") }
    }
  }

  @Test("the project states a choice, the command another, and results say so")
  func stated() throws {
    let scratch = try ScratchFolder()
    let sample = URL(fileURLWithPath: SamplePlans.project)
    let folder = sample.deletingLastPathComponent().path
    try scratch.write(
      """
      schema: 1
      packs: [shangqiu-2022]
      rules: {only: ["childcare-*"], except: [childcare-places-total]}
      layers:
        parcels: "\(folder)/parcels.geojson"
        facilities: "\(folder)/facilities.geojson"
      """, to: "p.yaml")
    func run(_ arguments: String...) throws -> Program.Run {
      try Program.run(
        ["check", scratch.path("p.yaml"), "--out", scratch.path("out"), "--lang", "en"] + arguments)
    }
    let project = try run()
    #expect(project.status == 0 && project.errors.contains("were not judged"), "\(project.errors)")
    #expect(project.output.contains("childcare-places-existing"))
    #expect(!project.output.contains("childcare-places-total"))
    let manifest = try scratch.text("out/manifest.json")
    #expect(manifest.contains("\"shangqiu-2022/childcare-places-total\""))
    let report = try scratch.text("out/report.html")
    #expect(report.contains("Not judged, since other clauses were chosen"))
    let command = try run("--topic", "elder-circle")
    #expect(!command.output.contains("childcare"), "\(command.output)")
    let wrong = try run("--only", "elder-crcle")
    #expect(wrong.status == 64 && wrong.errors.contains("there is no rule"), "\(wrong.errors)")
    let empty = try run("--only", " ,")
    #expect(empty.status == 64 && empty.errors.contains("--only names nothing"), "\(empty.errors)")
  }
}
