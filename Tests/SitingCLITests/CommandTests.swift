import Foundation
import GeoData
import TestSupport
import Testing

@testable import SitingCLI

@Suite("Commands")
struct CommandTests {
  private var sample: String { GeoData.folder.appendingPathComponent("sample/project.yaml").path }

  @Test("the version is one line on standard output")
  func version() throws {
    let run = try Program.run("--version")
    #expect(run.status == 0)
    #expect(run.output == "siting \(engineVersion)\n")
    #expect(run.errors.isEmpty)
  }

  @Test(
    "wrong usage ends with 64, a missing input with 66, and says what to do",
    arguments: [
      (["chek"], Int32(64), "siting --help"),
      (["check"], 64, "name a project file, or layers"),
      (["check", "--threads", "0", "x.yaml"], 64, "--threads must be at least 1"),
      (["check", "none.yaml"], 66, "none.yaml: no such file; check the path"),
      (["check", "/"], 66, "is a folder; name a file in it"),
      (
        ["check", "--parcels", "x.geojson", "--pack", "gb50180-2018"], 64,
        "no facilities layer is named"
      ),
      (
        [
          "check", "--parcels", "none.geojson", "--facilities", "no.csv", "--pack", "gb50180-2018",
          "--out", "none",
        ], 66, "none.geojson: no such file"
      ),
      (["check", "project.yaml", "--crs", "GCJ-02"], 64, "write 'crs:' at the layer"),
      (["check", "--parcels", "x", "--as-of", "soon"], 64, "--as-of takes a day"),
      (["check", "--parcels", "x", "--units", "comunity=u.geojson"], 64, "'community'"),
      (["rules", "show", "gb50180-2018/nursery-radios"], 64, "did you mean 'nursery-radius'"),
      (["rules", "list", "shangqu-2022"], 66, "did you mean 'shangqiu-2022'"),
      (["rules", "list", "shangqu-2022", "--lang", "zh"], 66, "没有规则包“shangqu-2022”；是否应为"),
      (["rules", "lint", "none.yaml", "--lang", "zh"], 66, "没有规则包“none.yaml”"),
      (["inspect", "none.csv"], 66, "none.csv: no such file"),
    ])
  func errors(arguments: [String], status: Int32, text: String) throws {
    let run = try Program.run(arguments)
    #expect(run.status == status, "\(run.errors)")
    #expect(run.errors.contains(text), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("faults of a project file are all named, with line and column, and nothing is written")
  func badProject() throws {
    let scratch = try ScratchFolder()
    let project = try scratch.write(
      "schema: 1\nlayres: {}\nscope: all\nlayers: {parcels: p.geojson}\n", to: "p.yaml")
    let run = try Program.run("check", project, "--out", scratch.path("out"))
    #expect(run.status == 65)
    #expect(run.errors.contains(":2:1: unknown key 'layres'"), "\(run.errors)")
    #expect(run.errors.contains(":3:8:"), "\(run.errors)")
    #expect(try scratch.names() == ["p.yaml"])
  }

  @Test("a folder that cannot be made is refused before the work", arguments: ["check", "review"])
  func badFolder(command: String) throws {
    let scratch = try ScratchFolder()
    try scratch.write("x", to: "file")
    try FileManager.default.createDirectory(
      atPath: scratch.path("mine"), withIntermediateDirectories: false)
    try scratch.write("x", to: "mine/notes.txt")
    let plan = GeoData.folder.appendingPathComponent(
      "sample/plans/03-childcare-places-short.geojson"
    ).path
    for (out, text) in [
      ("none/out", "the folder around it does not exist; create it first"),
      ("file", "is a file, not a folder"), ("file/out", "file/out"),
      ("mine", "holds notes.txt, which siting did not write"),
    ] {
      let arguments =
        command == "review" ? [command, plan, "--project", sample] : [command, sample]
      let run = try Program.run(arguments + ["--out", scratch.path(out)])
      #expect(run.status == 73, "\(out): \(run.errors)")
      #expect(run.errors.contains(text), "\(run.errors)")
      #expect(!run.errors.contains("read "), "no work was done for \(out)")
    }
    for output in ["x.csv", "compliance.qgz"] {
      let run = try Program.run("check", sample, "--out", scratch.path("o"), "--outputs", output)
      #expect(run.status == 64 && !run.errors.contains("read "), "\(run.errors)")
    }
    #expect(try scratch.names() == ["file", "mine"])
  }

  @Test("JSON is all that stands on standard output, and quiet is quiet")
  func json() throws {
    let scratch = try ScratchFolder()
    let run = try Program.run(
      "check", sample, "--out", scratch.path("out"), "--json", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(summary["rows_read"] as? Int ?? 0 > 400)
    #expect((summary["rules"] as? [Any])?.count ?? 0 > 90)
  }

  @Test("a stated CRS is for tables, and leaves GeoJSON in its place")
  func statedCRS() throws {
    let scratch = try ScratchFolder()
    let facilities = try scratch.write(
      "id,kind,lon,lat\nf,childcare,115.6266,34.4344\n", to: "facilities.csv")
    let parcels = GeoData.folder.appendingPathComponent("sample/parcels.geojson").path
    let run = try Program.run(
      "check", "--parcels", parcels, "--facilities", facilities, "--crs", "GCJ-02", "--pack",
      "gb50180-2018", "--out", scratch.path("out"), "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let manifest = try String(contentsOfFile: scratch.path("out/manifest.json"), encoding: .utf8)
    #expect(manifest.components(separatedBy: "GCJ-02").count == 2, "the table alone is GCJ-02")
  }

  @Test("a pack that is named twice is refused")
  func packTwice() throws {
    let run = try Program.run(
      "check", sample, "--pack", "gb50180-2018", "--pack", "gb50180-2018", "--out", "never")
    #expect(run.status == 64)
    #expect(run.errors.contains("'gb50180-2018' is named twice"))
  }

  @Test("a failure is a status where it is asked for")
  func failOn() throws {
    let scratch = try ScratchFolder()
    let run = try Program.run(
      "check", sample, "--out", scratch.path("out"), "--quiet", "--fail-on", "fail",
      "--outputs", "manifest.json")
    #expect(run.status == 1, "\(run.errors)")
    #expect(try scratch.names().contains("out"))
  }

  @Test("an output that cannot be written ends with 73, and leaves what was there")
  func cannotWrite() throws {
    let scratch = try ScratchFolder()
    try scratch.write("mine", to: "out")
    let run = try Program.run("check", sample, "--out", scratch.path("out"), "--quiet")
    #expect(run.status == 73, "\(run.errors)")
    #expect(run.errors.contains("is a file, not a folder"), "\(run.errors)")
    #expect(try scratch.names() == ["out"])
    #expect(try String(contentsOfFile: scratch.path("out"), encoding: .utf8) == "mine")
  }

  @Test("a closed pipe ends the program without a message")
  func closedPipe() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "'\(try Program.path)' rules list shangqiu-2022 | head -n 1"]
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(text.isEmpty, "\(text)")
  }

  @Test("packs are listed, shown, linted and compared in both languages", arguments: ["en", "zh"])
  func rules(language: String) throws {
    let list = try Program.run("rules", "list", "--lang", language)
    #expect(list.output.split(separator: "\n").count == 14)
    let sheet = try Program.run(
      "rules", "show", "shangqiu-2022/beds-per-1000", "--lang", language)
    #expect(
      sheet.output.contains(language == "zh" ? "≥ 68.7张/万人" : "≥ 68.7 beds/10000 persons"),
      "\(sheet.output)")
    #expect(sheet.output.contains("shangqiu-2022.yaml:"))
    let comparison = try Program.run(
      "rules", "compare", "shangqiu-2022", "xuchang-2023", "--lang", language)
    #expect(
      comparison.output.contains(language == "zh" ? "≥ 30 m²/百户" : "≥ 30 m2/100 households"),
      "\(comparison.output)")
    let lint = try Program.run("rules", "lint", "shangqiu-2022", "--lang", language)
    #expect(lint.status == 0)
    #expect(lint.output.isEmpty)
  }

  @Test("inspect says what a file is taken for, as text and as JSON")
  func inspect() throws {
    let file = GeoData.folder.appendingPathComponent("sample/facilities.geojson").path
    let text = try Program.run("inspect", file)
    #expect(text.status == 0, "\(text.errors)")
    #expect(text.output.contains("elder_day_care"))
    let json = try Program.run("inspect", file, "--json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
    #expect((object as? [String: Any])?["role"] as? String == "facilities")
  }

  @Test("colour and progress are decided once, from what there is")
  func outputStyle() {
    func style(
      quiet: Bool = false, out: Bool = true, err: Bool = true, _ environment: [String: String] = [:]
    ) -> OutputStyle {
      OutputStyle(
        isQuiet: quiet, stdoutIsTTY: out, stderrIsTTY: err, environment: environment)
    }
    #expect(style().hasColour && style().hasProgress)
    #expect(!style(["NO_COLOR": "1"]).hasColour)
    #expect(style(["NO_COLOR": ""]).hasColour)
    #expect(!style(out: false).hasColour)
    #expect(!style(err: false).hasProgress)
    #expect(!style(quiet: true).hasProgress)
  }

  @Test("tables count Chinese characters as two cells")
  func table() {
    var table = TextTable(header: ["规则", "n"], right: [1])
    table.append(["abc", "12"])
    #expect(table.text == "规则   n\nabc   12")
  }
}
