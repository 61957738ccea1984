import Foundation
import GeoData
import TestSupport
import Testing

@testable import SitingCLI

/// The sample plans, run as a user runs them.
enum SamplePlans {
  static var folder: String { GeoData.folder.appendingPathComponent("sample/plans").path }
  static var project: String { GeoData.folder.appendingPathComponent("sample/project.yaml").path }

  static func path(_ name: String) -> String { "\(folder)/\(name).geojson" }

  /// `siting review` on some files, in English unless said otherwise.
  static func review(_ files: [String], _ options: String...) throws -> Program.Run {
    let scratch = try ScratchFolder()
    let language = options.contains("--lang") ? [] : ["--lang", "en"]
    return try Program.run(
      ["review"] + files + ["--project", project, "--out", scratch.path("opinion")] + language
        + options)
  }

  static func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}

/// What `opinion.json` and `--json` say of one plan.
struct Opinion: Decodable {
  struct Text: Decodable {
    let en: String
    let zh: String
  }

  struct Subject: Decodable {
    let id: String
    let verdict: String
    let measured: Double?
    let shortfall: Double?
    let reason: Text?
    let facilities: [String]
  }

  struct Clause: Decodable {
    let pack: String
    let rule: String
    let force: String
    let verdict: String
    let countedVerdict: String
    let measured: Double?
    let shortfall: Double?
    let shortfallUnit: String
    let worstSubject: String?
    let flags: [String]
    let subjects: [Subject]

    /// What is missing, with its unit.
    var missing: String? { shortfall.map { String(format: "%g", $0) + " " + shortfallUnit } }
    /// What there is to say of the subject that decides.
    var reason: String? { subjects.first { $0.id == worstSubject }?.reason?.en }
  }

  struct Stage: Decodable {
    let stage: Int
    let verdict: String
    let clauses: [Clause]

    /// Clauses that count and do not pass when the stage is finished, each behind its pack.
    var open: [String] {
      clauses.filter { ["fail", "unknown"].contains($0.countedVerdict) }
        .map { "\($0.pack)/\($0.rule)" }
    }
  }

  private struct PlanPart: Decodable { let name: String }
  private struct Row: Decodable {}
  private struct MissingPart: Decodable {
    let rejected: [Row]
    let notes: [Row]
  }
  private struct EffectsPart: Decodable {
    let broken: Int
    let failing: Int
    let undecided: Int
    let mended: Int
  }

  private enum CodingKeys: String, CodingKey {
    case planPart = "plan"
    case verdict
    case all = "clauses"
    case stages
    case missing
    case effects
    case overlapRows = "overlaps"
  }

  private let planPart: PlanPart
  private let all: [Clause]
  private let missing: MissingPart
  private let overlapRows: [Row]
  private let effects: EffectsPart?
  let verdict: String
  let stages: [Stage]

  var plan: String { planPart.name }
  var rejected: Int { missing.rejected.count }
  var notes: Int { missing.notes.count }
  var overlaps: Int { overlapRows.count }
  var broken: Int { effects?.broken ?? 0 }
  var undecided: Int { effects?.undecided ?? 0 }

  /// Clauses that apply.
  var clauses: [Clause] { all.filter { $0.verdict != "not_applicable" } }

  /// Clauses that are not advisory and fail.
  var failing: [Clause] { clauses.filter { $0.verdict == "fail" && $0.force != "advisory" } }

  func clause(_ rule: String) -> Clause? { clauses.first { $0.rule == rule } }

  static func one(_ run: Program.Run) throws -> Opinion {
    try decoder.decode(Opinion.self, from: Data(run.output.utf8))
  }

  static func several(_ run: Program.Run) throws -> [Opinion] {
    try decoder.decode([Opinion].self, from: Data(run.output.utf8))
  }

  private static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }
}

@Suite("Review")
struct ReviewTests {
  @Test(
    "a plan that fails one clause says which, and by how much",
    arguments: [
      ("02-elder-rooms-short", "elder-floor-area-new", 80.0 / 3, "50 m2"),
      ("03-childcare-places-short", "childcare-places-new", 4_000.0 / 590, "2 places"),
      ("04-childcare-rooms-small", "new-housing-project-childcare-200", 160, "40 m2"),
      ("05-elder-land-short", "elder-land-per-person", 45.0 / 302, "15.4 m2"),
      ("06-facility-too-small", "childcare-min-floor-area", 150, "50 m2"),
      ("07-no-care-home-near", "fifteen-ten-minute-elder-care-home", 0, "100 percent"),
      ("08-childcare-late", "childcare-synchronous-new", nil, nil),
    ])
  func failsAlone(name: String, rule: String, measured: Double?, shortfall: String?) throws {
    let run = try SamplePlans.review([SamplePlans.path(name)], "--json", "--quiet")
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let opinion = try Opinion.one(run)
    #expect(opinion.plan == name)
    #expect(opinion.verdict == "fail")
    #expect(opinion.failing.map(\.rule) == [rule])
    let clause = try #require(opinion.clause(rule))
    #expect(clause.missing == shortfall)
    if let measured {
      #expect(abs((clause.measured ?? .nan) - measured) < 1e-6)
    } else {
      #expect(clause.measured == nil)
    }
  }

  @Test(
    "a plan that fails nothing ends with 0, one that is undecided with 65",
    arguments: [
      ("01-complies", Int32(0), "pass"), ("09-leans-on-neighbours", 0, "unknown"),
      ("11-data-missing", 65, "unknown"), ("12-on-existing-housing", 0, "unknown"),
      ("14-ring-repaired", 0, "pass"), ("15-ring-beyond-repair", 65, "unknown"),
      ("17-facilities-apart", 0, "unknown"),
    ])
  func failsNothing(name: String, status: Int32, verdict: String) throws {
    let run = try SamplePlans.review([SamplePlans.path(name)], "--json", "--quiet")
    #expect(run.status == status, "\(run.errors)")
    let opinion = try Opinion.one(run)
    #expect(opinion.verdict == verdict)
    #expect(opinion.failing.isEmpty)
    #expect(opinion.broken == 0)
    #expect(opinion.overlaps == (name == "12-on-existing-housing" ? 1 : 0))
    #expect(opinion.rejected == (name == "15-ring-beyond-repair" ? 1 : 0))
    // What is open where nothing is missing has no figure in its document.
    if status == 0 {
      for clause in opinion.clauses where clause.verdict == "unknown" {
        #expect(clause.flags.contains("no_standard"), "\(clause.rule)")
      }
    }
  }

  @Test("a repaired ring is noted, and the plan judged as if it had been drawn well")
  func ringRepaired() throws {
    let plain = try Opinion.one(
      try SamplePlans.review([SamplePlans.path("01-complies")], "--json", "--quiet"))
    let repaired = try Opinion.one(
      try SamplePlans.review([SamplePlans.path("14-ring-repaired")], "--json", "--quiet"))
    #expect(repaired.notes == plain.notes + 1)
    #expect(repaired.clauses.map(\.verdict) == plain.clauses.map(\.verdict))
  }

  @Test("data that is missing is named with the clauses that want it")
  func dataMissing() throws {
    let run = try SamplePlans.review([SamplePlans.path("11-data-missing")])
    #expect(run.output.contains("  FA11-1: households, population ("), "\(run.output)")
    #expect(run.output.contains("  FA11-S2: childcare places ("), "\(run.output)")
    #expect(run.output.contains("conclusion: More data needed"))
    let opinion = try Opinion.one(
      try SamplePlans.review([SamplePlans.path("11-data-missing")], "--json", "--quiet"))
    for rule in ["elder-floor-area-new", "childcare-places-new", "elder-land-per-person"] {
      let clause = try #require(opinion.clause(rule))
      #expect(clause.verdict == "unknown")
      #expect(clause.reason?.isEmpty == false)
    }
  }

  @Test("a plan may lean on its neighbours' spare supply, but not on what they need")
  func neighbours() throws {
    func childcare(people: Int) throws -> Opinion.Clause {
      let scratch = try ScratchFolder()
      let text = try SamplePlans.text("09-leans-on-neighbours")
        .replacing("\"人口\":1404", with: "\"人口\":\(people)")
      let file = try scratch.write(text, to: "plan.geojson")
      let opinion = try Opinion.one(
        try SamplePlans.review([file], "--only", "childcare-places-new", "--json", "--quiet"))
      return try #require(opinion.clauses.first)
    }
    // 15 places are needed and 5 are brought.
    #expect(try childcare(people: 1404).verdict == "pass")
    #expect(try childcare(people: 9000).verdict == "fail")
  }

  @Test("a plan without facilities of its own breaks its neighbours")
  func breaks() throws {
    let run = try SamplePlans.review([SamplePlans.path("10-takes-from-neighbours")])
    #expect(run.status == 1)
    #expect(run.output.contains("elder-floor-area-existing: 8 no longer pass: XQ-"))
    #expect(run.output.contains("full now: SS-"))
    let opinion = try Opinion.one(
      try SamplePlans.review(
        [SamplePlans.path("10-takes-from-neighbours")], "--json", "--quiet"))
    #expect(opinion.broken == 10)
  }

  @Test("a plan outside the study area is an error that says so")
  func outside() throws {
    let run = try SamplePlans.review([SamplePlans.path("13-outside")], "--json")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    #expect(
      run.errors.contains("13-outside: outside the study area: FA13-1 lies in no unit and 56 km"))
    #expect(run.errors.contains("check the plan's coordinates and CRS"))
  }

  @Test("stages are judged one by one, and what comes too late is brought forward")
  func stages() throws {
    let run = try SamplePlans.review([SamplePlans.path("16-stages")])
    #expect(run.status == 1)
    #expect(run.output.contains("stage 1: fails shangqiu-2022/five-minute-elder-day-care"))
    #expect(run.output.contains("stage 2: fails nothing"))
    #expect(
      run.output.contains(
        "change FA16-S2 (elder day-care centre): build it in stage 1, with the housing it serves"))
    #expect(run.output.contains("reviewed again with this: nothing fails"))
    let opinion = try Opinion.one(
      try SamplePlans.review([SamplePlans.path("16-stages")], "--json", "--quiet"))
    #expect(opinion.failing.isEmpty)
    #expect(opinion.verdict == "fail")
    #expect(opinion.stages.map(\.verdict) == ["fail", "unknown"])
    #expect(opinion.stages.first?.open.contains("gb50180-2018/elder-day-care-radius") == true)
  }

  @Test("overlaps and rows that are left out have their lines")
  func lines() throws {
    let overlap = try SamplePlans.review([SamplePlans.path("12-on-existing-housing")])
    #expect(overlap.output.contains("  FA12-1 on XQ-0155: 2228 m²"), "\(overlap.output)")
    let rejected = try SamplePlans.review([SamplePlans.path("15-ring-beyond-repair")])
    #expect(
      rejected.output.contains("15-ring-beyond-repair.geojson: row 2 (FA15-2): no area is left"),
      "\(rejected.output)")
  }

  @Test("rows on which nothing hangs are not headed as what leaves the plan undecided")
  func rowsOfNoConsequence() throws {
    let scratch = try ScratchFolder()
    let row = """
      {"type":"Feature","properties":{"id":"J1","kind":"家庭养老床位"},"geometry":\
      {"type":"Point","coordinates":[115.65,34.44]}},
      """
    let text = try SamplePlans.text("07-no-care-home-near")
    let start = try #require(text.range(of: "\"features\"")?.upperBound)
    let open = try #require(text[start...].firstIndex(of: "["))
    let file = try scratch.write(
      text[...open] + row + text[text.index(after: open)...], to: "plan.geojson")
    let run = try SamplePlans.review([file])
    #expect(run.output.contains("rows that are left out, on which nothing hangs"), "\(run.output)")
    #expect(!run.output.contains("which leaves the plan undecided"), "\(run.output)")
  }

  @Test("a remedy says what to add and where it may stand", arguments: ["en", "zh"])
  func remedy(language: String) throws {
    let run = try SamplePlans.review(
      [SamplePlans.path("10-takes-from-neighbours")], "--lang", language)
    let lines = run.output.split(separator: "\n").map(String.init)
    if language == "en" {
      #expect(lines.contains { $0.hasPrefix("  add: ") && $0.contains("anywhere in") })
      // What is around the plan is not its developer's to build.
      #expect(!lines.contains { $0.hasPrefix("  add: home for the aged") })
      #expect(lines.contains("conclusion: Does not comply"))
      #expect(lines.last?.hasSuffix("Mend the plan and submit it again.") == true)
    } else {
      #expect(lines.contains { $0.hasPrefix("  新增") && $0.contains("任一处即可") })
      #expect(lines.contains("审查结论：不符合"))
      #expect(lines.last?.hasSuffix("建议修改完善后重新报审。") == true)
    }
  }

  @Test("a folder is all plans in it, and the worst of them is the status")
  func folder() throws {
    let run = try SamplePlans.review([SamplePlans.folder], "--json")
    #expect(run.status == 1)
    let opinions = try Opinion.several(run)
    #expect(opinions.count == 16)
    #expect(opinions.map(\.plan) == opinions.map(\.plan).sorted())
    #expect(!opinions.map(\.plan).contains("17-facilities-apart.facilities"))
    #expect(run.errors.contains("error: 13-outside"))
    let names = ["01-complies", "11-data-missing", "13-outside"].map(SamplePlans.path)
    #expect(try SamplePlans.review(names, "--quiet").status == 65)
    #expect(try SamplePlans.review([names[0], names[2]], "--quiet").status == 65)
    #expect(try SamplePlans.review([names[0], names[0]], "--quiet").status == 0)
  }
}
