import Foundation
import GeoData
import TestSupport
import Testing

@Suite("A pack that inherits, over the sample city")
struct InheritanceTests {
  private let sample = GeoData.folder.appendingPathComponent("sample/project.yaml").path

  /// A district's pack with one rule of its own.
  private let child = """
    schema: 1
    id: my-district
    title: {en: A district pack, zh: 区县规则包}
    document: {number: "1", issuer: {en: X, zh: 某区}, issued: 2025-01-01, status: issued}
    extends: [shangqiu-2022]
    rules:
      - id: own-rule
        clause: "1"
        says: {en: Every community has a facility., zh: 社区均有设施。}
        means: childcare-centre
        check: presence
        subject: community
        facility: [elder_facility_any]
        at_least: 1
        unit: count
        force: advisory

    """

  /// The rows of `findings.csv` by pack, without its name; groups carry it too where several run.
  private func findings(_ folder: String) throws -> [String: [String]] {
    let text = try String(contentsOfFile: "\(folder)/findings.csv", encoding: .utf8)
    let rows = text.replacing(",shangqiu_2022_", with: ",").replacing(",my_district_", with: ",")
      .split(whereSeparator: \.isNewline).dropFirst()
    return Dictionary(
      grouping: rows.compactMap { row -> (String, String)? in
        row.firstIndex(of: ",").map { (String(row[..<$0]), String(row[$0...])) }
      }, by: { $0.0 }
    ).mapValues { $0.map(\.1) }
  }

  private func check(_ packs: [String], _ out: String, in folder: URL) throws -> [String: [String]]
  {
    let options = packs.flatMap { ["--pack", $0] }
    let run = try Program.run(
      ["check", sample, "--out", out, "--quiet"] + options, folder: folder)
    try #require(run.status == 0, "\(run.errors)")
    return try findings(out)
  }

  @Test("every inherited clause comes out as under its parent, alone and beside it")
  func asUnderParent() throws {
    let scratch = try ScratchFolder()
    try scratch.write(child, to: "child.yaml")
    let parent = try check(["shangqiu-2022"], scratch.path("parent"), in: scratch.url)
    let alone = try check(["child.yaml"], scratch.path("alone"), in: scratch.url)
    let both = try check(
      ["child.yaml", "shangqiu-2022"], scratch.path("both"), in: scratch.url)
    let expected = try #require(parent["shangqiu-2022"])
    let own = try #require(alone["my-district"]).filter { $0.hasPrefix(",own-rule,") }
    #expect(own.count == 12)
    #expect(alone["my-district"]?.filter { !$0.hasPrefix(",own-rule,") } == expected)
    #expect(both["shangqiu-2022"] == expected)
    #expect(both["my-district"] == alone["my-district"])
    for (rule, figure) in [
      ("new-compound-elder-facility-compliance", "37.288136"),
      ("existing-compound-elder-coverage", "26.377953"),
    ] {
      let row = try #require(expected.first { $0.hasPrefix(",\(rule),") })
      #expect(row.contains(figure) && row.contains("fail") && row.contains("draft"), "\(row)")
    }
  }

  @Test("a pack in a folder of its own finds its parent, whichever project names it")
  func paths() throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: scratch.path("packs"), withIntermediateDirectories: true)
    try scratch.write(child, to: "base.yaml")
    let grandchild = child.replacing("my-district", with: "my-street")
      .replacing("[shangqiu-2022]", with: "[../base.yaml]")
    try scratch.write(grandchild, to: "packs/street.yaml")
    for folder in ["", "packs"] {
      let run = try Program.run(
        "rules", "lint", folder.isEmpty ? "packs/street.yaml" : "street.yaml", "--lang", "en",
        folder: scratch.url.appendingPathComponent(folder))
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.errors.contains("'own-rule' replaces 'own-rule' of my-district"), "\(run.errors)")
    }
    let shown = try Program.run(
      "rules", "show", "packs/street.yaml/elder-land-per-person", "--lang", "en",
      folder: scratch.url)
    #expect(shown.output.contains("inherited from  shangqiu-2022"), "\(shown.output)")
    #expect(shown.output.contains("shangqiu-2022.yaml:"), "\(shown.output)")
    let own = try Program.run(
      "rules", "show", "packs/street.yaml/own-rule", "--lang", "en", folder: scratch.url)
    #expect(own.output.contains("my-district/own-rule"), "\(own.output)")
    #expect(own.output.contains("packs/street.yaml:7"), "\(own.output)")
  }

  @Test("an unknown parent is told with its place, by the check too")
  func unknown() throws {
    let scratch = try ScratchFolder()
    try scratch.write(child.replacing("shangqiu-2022", with: "shangqiu-2023"), to: "child.yaml")
    let complaint = "child.yaml:5:11: no rule pack 'shangqiu-2023'; did you mean 'shangqiu-2022'?"
    let lint = try Program.run("rules", "lint", "child.yaml", folder: scratch.url)
    #expect(lint.status == 65)
    #expect(lint.output.hasPrefix(complaint), "\(lint.output)")
    let check = try Program.run(
      "check", sample, "--pack", "child.yaml", "--out", scratch.path("out"), folder: scratch.url)
    #expect(check.status == 65)
    #expect(check.errors.contains(complaint), "\(check.errors)")
  }
}
