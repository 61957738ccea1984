import Foundation
import TestSupport
import Testing

/// A project's own figures stand in place of the documents', and are told as what they are.
@Suite("Targets of a project's own")
struct OwnTargetTests {
  private func project(_ scratch: ScratchFolder, _ targets: String) throws -> String {
    let folder = URL(fileURLWithPath: SamplePlans.project).deletingLastPathComponent().path
    let text = try String(contentsOfFile: SamplePlans.project, encoding: .utf8)
      .replacing("file: ", with: "file: \(folder)/")
      .replacing("scope: complete", with: "\(targets)\nscope: complete")
    return try scratch.write(text, to: "project.yaml")
  }

  private func run(
    _ scratch: ScratchFolder, _ targets: String, to out: String, language: String = "zh"
  ) throws -> Program.Run {
    try Program.run(
      "check", project(scratch, targets), "--out", scratch.path(out), "--quiet", "--lang", language)
  }

  /// Rows of `findings.csv` by rule and subject, as cells by column.
  private func findings(_ scratch: ScratchFolder, _ out: String) throws -> [String: [String:
    String]]
  {
    let lines = try scratch.text("\(out)/findings.csv").split(whereSeparator: \.isNewline)
    let header = lines[0].trimmingPrefix("\u{FEFF}").split(separator: ",").map(String.init)
    var rows: [String: [String: String]] = [:]
    for line in lines.dropFirst() where !line.contains("\"") {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      rows[cells.prefix(6).joined(separator: "|")] = Dictionary(
        zip(header, cells), uniquingKeysWith: { first, _ in first })
    }
    return rows
  }

  @Test("only the rules named ask for it; every finding, the page and the manifest say so")
  func applied() throws {
    let scratch = try ScratchFolder()
    #expect(try run(scratch, "", to: "plain").status == 0)
    #expect(
      try run(
        scratch,
        "targets: {childcare-places-existing: 6, shangqiu-2022/childcare-places-new: 12.5}",
        to: "own"
      ).status == 0)
    let (plain, own) = (try findings(scratch, "plain"), try findings(scratch, "own"))
    #expect(plain.keys == own.keys && plain.count > 1000)
    var changed = 0
    for (key, before) in plain {
      let after = try #require(own[key])
      let rule = before["rule"] ?? ""
      guard ["childcare-places-existing", "childcare-places-new"].contains(rule),
        before["pack"] == "shangqiu-2022"
      else {
        // What a rule that is judged by others' verdicts says may change with them.
        if before["measured"] == after["measured"] {
          #expect(before["required"] == after["required"])
        }
        continue
      }
      guard before["verdict"] != "not_applicable" else { continue }
      #expect(after["required"] == (rule.hasSuffix("new") ? "12.5" : "6"), "\(after)")
      #expect(after["flags"]?.contains("own_target") == true)
      #expect(before["flags"]?.contains("own_target") == false)
      #expect(after["measured"] != "" || before["measured"] == "")
      changed += 1
    }
    #expect(changed > 100)
    let page = try scratch.text("own/report.html")
    #expect(page.contains("（自定目标）"))
    #expect(page.contains("文件要求"))
    #expect(try scratch.text("own/manifest.json").contains("\"childcare-places-existing\": \"6\""))
    #expect(!(try scratch.text("plain/report.html").contains("自定目标")))
  }

  @Test("the document's own figure as a target changes no verdict")
  func same() throws {
    let scratch = try ScratchFolder()
    #expect(try run(scratch, "", to: "plain").status == 0)
    #expect(try run(scratch, "targets: {childcare-places-existing: 8}", to: "own").status == 0)
    let (plain, own) = (try findings(scratch, "plain"), try findings(scratch, "own"))
    for (key, before) in plain {
      for column in ["verdict", "measured", "required", "shortfall"] {
        #expect(own[key]?[column] == before[column], "\(key) \(column)")
      }
    }
  }

  @Test(
    "what cannot be a target is told, in both languages",
    arguments: [
      (
        "{childcare-placesnew: 12}", "did you mean 'childcare-places-new'", "“childcare-places-new”"
      ),
      ("{elder-handover-new: 3}", "takes no target of your own", "不能设自定目标"),
      ("{childcare-places-new: -1}", "must not be below 0", "不能小于0"),
      ("{childcare-places-new: viel}", "must be a number", "应为数字"),
    ])
  func faults(targets: String, english: String, chinese: String) throws {
    for (language, part) in [("en", english), ("zh", chinese)] {
      let scratch = try ScratchFolder()
      let found = try run(scratch, "targets: \(targets)", to: "out", language: language)
      #expect(found.status != 0 && !found.isCrash)
      #expect(found.errors.contains(part), "\(found.errors)")
      #expect(!FileManager.default.fileExists(atPath: scratch.path("out")))
    }
  }
}
