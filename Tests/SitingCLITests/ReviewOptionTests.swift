import Foundation
import GeoData
import TestSupport
import Testing

@testable import SitingCLI

@Suite("Review: options")
struct ReviewOptionTests {
  private let first = SamplePlans.path("01-complies")

  @Test("together, what one plan brings serves the next")
  func together() throws {
    let plans = ["09-leans-on-neighbours", "07-no-care-home-near"].map(SamplePlans.path)
    let apart = try Opinion.several(try SamplePlans.review(plans, "--json", "--quiet"))
    #expect(apart.map(\.failing.count) == [0, 1])
    let run = try SamplePlans.review(plans, "--together", "--json", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let opinions = try Opinion.several(run)
    #expect(opinions.map(\.verdict) == ["unknown", "pass"])
    let turned = try SamplePlans.review(
      plans.reversed(), "--together", "--json", "--quiet")
    #expect(turned.status == 1)
  }

  @Test("together, what one plan takes is not there for the next")
  func takenTogether() throws {
    let scratch = try ScratchFolder()
    let files = try [
      ("09-leans-on-neighbours", "1404", 7000), ("07-no-care-home-near", "364", 7000),
    ]
    .map { name, people, more in
      let text = try SamplePlans.text(name)
        .replacing("\"人口\":\(people)", with: "\"人口\":\(more)")
      return try scratch.write(text, to: "\(name).geojson")
    }
    func verdicts(_ options: String...) throws -> [String] {
      let run = try Program.run(
        ["review"] + files
          + [
            "--project", SamplePlans.project, "--out", scratch.path("out"), "--json", "--quiet",
            "--only", "childcare-places-new",
          ] + options)
      return try Opinion.several(run).map(\.verdict)
    }
    #expect(try verdicts() == ["pass", "pass"])
    #expect(try verdicts("--together") == ["pass", "fail"])
  }

  @Test("together, a plan that is handed in twice is refused")
  func twice() throws {
    let run = try SamplePlans.review([first, first], "--together", "--quiet")
    #expect(run.status == 65)
    #expect(run.errors.contains("the city has rows with the same ids already: FA01-1"))
  }

  @Test("only some rules, by name or with their pack")
  func only() throws {
    let run = try SamplePlans.review(
      [SamplePlans.path("07-no-care-home-near")], "--json", "--quiet", "--only",
      "elder-floor-area-new, shangqiu-2022/nursing-home-land,gb50180-2018/nursery-radius")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      try Opinion.one(run).clauses.map(\.rule) == ["elder-floor-area-new", "nursery-radius"])
  }

  @Test(
    "a rule that nobody knows is refused, with a hint",
    arguments: [("elder-flor-area-new", "elder-floor-area-new"), ("", "--only names nothing")])
  func unknownRule(rule: String, text: String) throws {
    let run = try SamplePlans.review([first], "--only", rule)
    #expect(run.status == 64)
    #expect(run.errors.contains(text), "\(run.errors)")
    #expect(run.output.isEmpty)
  }

  @Test("packs that are named replace the project's")
  func pack() throws {
    let run = try SamplePlans.review(
      [SamplePlans.path("02-elder-rooms-short")], "--pack", "gb50180-2018", "--json", "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(Set(try Opinion.one(run).clauses.map(\.pack)) == ["gb50180-2018"])
    let unknown = try SamplePlans.review([first], "--pack", "gb50180-2081")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("gb50180-2018"))
  }

  @Test("effects and remedy can be left out")
  func leftOut() throws {
    let run = try SamplePlans.review(
      [SamplePlans.path("10-takes-from-neighbours")], "--no-effects", "--no-remedy")
    #expect(run.status == 1)
    #expect(!run.output.contains("neighbours:"))
    #expect(!run.output.contains("to comply:"))
  }

  @Test("quiet is quiet, and Chinese is Chinese")
  func quiet() throws {
    let quiet = try SamplePlans.review([first], "--quiet")
    #expect(quiet.status == 0)
    #expect(quiet.output.isEmpty && quiet.errors.isEmpty)
    let chinese = try SamplePlans.review([first], "--lang", "zh")
    #expect(chinese.output.contains("审查结论：基本符合"))
    #expect(chinese.output.contains("≥ 30 m²/百户"))
    #expect(chinese.errors.contains("已读取小区"))
  }

  @Test("the project may name the plan, and its facilities apart")
  func projectPlan() throws {
    let scratch = try ScratchFolder()
    let copy = scratch.url.appendingPathComponent("sample")
    try FileManager.default.copyItem(
      at: GeoData.folder.appendingPathComponent("sample"), to: copy)
    let file = copy.appendingPathComponent("project.yaml")
    let text = try String(contentsOf: file, encoding: .utf8).replacing(
      "\nlayers:\n",
      with: """

        layers:
          plan: {file: plans/17-facilities-apart.geojson}
          plan_facilities: {file: plans/17-facilities-apart.facilities.geojson}

        """)
    try Data(text.utf8).write(to: file)
    let run = try Program.run(
      "review", "--project", file.path, "--out", scratch.path("out"), "--json", "--quiet", "--only",
      "elder-floor-area-new,childcare-places-new")
    #expect(run.status == 0, "\(run.errors)")
    let opinion = try Opinion.one(run)
    #expect(opinion.plan == "17-facilities-apart")
    #expect(opinion.verdict == "pass")
  }

  @Test("a word for a kind that the project explains is known in a plan")
  func bureauWords() throws {
    let scratch = try ScratchFolder()
    let text = try SamplePlans.text("07-no-care-home-near")
      .replacing("居住区配建养老服务用房", with: "康养中心")
    let file = try scratch.write(text, to: "plan.geojson")
    let run = try SamplePlans.review([file], "--json", "--quiet")
    let opinion = try Opinion.one(run)
    #expect(opinion.rejected == 0)
    #expect(opinion.clause("nursing-home-floor-area")?.verdict == "fail")
  }

  @Test("an opinion is a folder, with several plans one in it for each")
  func written() throws {
    let scratch = try ScratchFolder()
    let plans = ["01-complies", "02-elder-rooms-short"].map(SamplePlans.path)
    let project = ["--project", SamplePlans.project, "--quiet", "--out"]
    let one = try Program.run(["review", plans[0]] + project + [scratch.path("one")])
    #expect(one.status == 0, "\(one.errors)")
    let both = try Program.run(["review"] + plans + project + [scratch.path("both")])
    #expect(both.status == 1, "\(both.errors)")
    for folder in ["one", "both/01-complies", "both/02-elder-rooms-short"] {
      let sheet = scratch.path("\(folder)/opinion.html")
      #expect(FileManager.default.fileExists(atPath: sheet), "\(folder)")
    }
  }

  @Test("several opinions go into no file, no opinion, and no folder that lacks its own")
  func notWritten() throws {
    let scratch = try ScratchFolder()
    let plans = ["01-complies", "05-elder-land-short"].map(SamplePlans.path)
    let project = ["--project", SamplePlans.project, "--quiet", "--out"]
    try scratch.write("mine", to: "file")
    let one = try Program.run(["review", plans[0]] + project + [scratch.path("one")])
    #expect(one.status == 0, "\(one.errors)")
    for (out, text) in [
      ("file", "is a file, not a folder"), ("one", "it is a result of its own"),
      ("none/below", "the folder around it does not exist"),
    ] {
      let run = try Program.run(["review"] + plans + project + [scratch.path(out)])
      #expect(run.status == 73, "\(out): \(run.errors)")
      #expect(run.errors.contains(text), "\(out): \(run.errors)")
    }
    #expect(try scratch.names() == ["file", "one"])
  }

  @Test("facilities beside a plan are its own; without them it fails")
  func facilitiesBeside() throws {
    let scratch = try ScratchFolder()
    let alone = try scratch.write(SamplePlans.text("17-facilities-apart"), to: "plan.geojson")
    #expect(try SamplePlans.review([alone], "--quiet").status == 1)
    let facilities = SamplePlans.path("17-facilities-apart.facilities")
    let stated = try SamplePlans.review([alone], "--plan-facilities", facilities, "--quiet")
    #expect(stated.status == 0, "\(stated.errors)")
    try scratch.write(SamplePlans.text("17-facilities-apart.facilities"), to: "other.txt")
    try FileManager.default.copyItem(
      atPath: facilities, toPath: scratch.path("plan.facilities.geojson"))
    #expect(try SamplePlans.review([alone], "--quiet").status == 0)
    let several = try SamplePlans.review([alone, first], "--plan-facilities", facilities)
    #expect(several.status == 64)
    #expect(several.errors.contains("--plan-facilities is for a single plan"))
  }

  @Test("plans that are not there, and folders without any")
  func noPlan() throws {
    let scratch = try ScratchFolder()
    let missing = try SamplePlans.review([scratch.path("none.geojson")])
    #expect(missing.status == 66)
    #expect(missing.errors.contains("none.geojson: no such file; check the path"))
    try scratch.write("not a plan", to: "readme.md")
    let empty = try SamplePlans.review([scratch.path])
    #expect(empty.status == 64)
    #expect(empty.errors.contains("there is no plan in this folder"))
    let unnamed = try SamplePlans.review([])
    #expect(unnamed.status == 64)
    #expect(unnamed.errors.contains("no plan is named"))
    let project = try Program.run("review", first, "--project", scratch.path("none.yaml"))
    #expect(project.status == 66)
  }

  @Test("the name of a plan is that of its file without the ending")
  func names() throws {
    let scratch = try ScratchFolder()
    let text = try SamplePlans.text("01-complies")
    let files = try ["garden.v1.geojson", "garden.v2.geojson"].map {
      try scratch.write(text, to: $0)
    }
    let run = try SamplePlans.review(files, "--json", "--quiet", "--only", "elder-floor-area-new")
    #expect(try Opinion.several(run).map(\.plan) == ["garden.v1", "garden.v2"])
  }

  @Test("the sample plans are what their script makes", .enabled(if: Self.hasPython))
  func script() throws {
    let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scripts")
    let scratch = try ScratchFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      scripts.appendingPathComponent("make-sample-plans.py").path, scratch.path,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let made = try scratch.names()
    #expect(
      made == (try FileManager.default.contentsOfDirectory(atPath: SamplePlans.folder)).sorted())
    for name in made {
      let kept = FileManager.default.contents(atPath: "\(SamplePlans.folder)/\(name)")
      #expect(FileManager.default.contents(atPath: scratch.path(name)) == kept, "\(name)")
    }
  }

  private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
}
