import Foundation
import GeoData
import TestSupport
import Testing

@testable import SitingCLI

@Suite("Comparing results")
struct CompareTests {
  private static let facilities = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":\
    {"id":"f","kind":"childcare","places":10},"geometry":{"type":"Point","coordinates":\
    [115.6005,34.4005]}}]}
    """

  /// A compound some degrees east of the facility.
  private static func parcel(_ id: String, at east: Double) -> String {
    let x = 115.6 + east
    return """
      {"type":"Feature","properties":{"id":"\(id)","name":"小区\(id)","households":100,\
      "urban":true,"status":"existing"},"geometry":{"type":"Polygon","coordinates":[[\
      [\(x),34.4],[\(x + 0.001),34.4],[\(x + 0.001),34.401],[\(x),34.401],[\(x),34.4]]]}}
      """
  }

  private static let pack = """
    schema: 1
    id: near
    title: {en: Near, zh: 近}
    document: {number: null, issuer: {en: x, zh: x}, issued: 2025-01-01, status: issued}
    rules:
      - id: nursery-circle
        clause: § 1
        says: {en: A nursery near every compound, zh: 小区附近有托育}
        means: nursery-circle
        check: coverage
        subject: parcel
        facility: [childcare]
        within: {radius: 300 m}
        at_least: 100
        unit: percent
        force: binding

    """

  /// Runs `siting check` into a folder of the scratch.
  private func check(
    _ scratch: ScratchFolder, _ out: String, _ parcels: [String], pack: String = pack
  ) throws -> String {
    let layer = try scratch.write(
      GeoJSONText.collection(parcels), to: "\(out).geojson")
    let facilities = try scratch.write(Self.facilities, to: "facilities.geojson")
    let pack = try scratch.write(pack, to: "\(out).yaml")
    let run = try Program.run(
      "check", "--parcels", layer, "--facilities", facilities, "--pack", pack, "--out",
      scratch.path(out), "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    return scratch.path(out)
  }

  private var near: [String] { [Self.parcel("A", at: 0), Self.parcel("B", at: 0.001)] }

  @Test("the same run twice says so, in both languages, with an empty layer")
  func same() throws {
    let scratch = try ScratchFolder()
    let run = try check(scratch, "a", near)
    let out = scratch.path("changes")
    let english = try Program.run("compare", run, run, "--out", out, "--lang", "en")
    #expect(english.status == 0, "\(english.errors)")
    #expect(
      english.output == """
        The two runs say the same: no verdict and no figure changed.

        what went in differently:
          nothing that the manifests state

        """)
    #expect(english.errors.contains("compared 2 findings with 2"))
    #expect(
      try String(contentsOfFile: "\(out)/changes.geojson", encoding: .utf8)
        == "{\"type\":\"FeatureCollection\",\"features\":[\n]}\n")
    let chinese = try Program.run("compare", run, run, "--lang", "zh")
    #expect(chinese.output.hasPrefix("两次结果一致：结论和数值均无变化。\n"))
  }

  @Test("a compound that moved away, one that came and one that went")
  func changed() throws {
    let scratch = try ScratchFolder()
    let before = try check(scratch, "a", near + [Self.parcel("C", at: 0.002)])
    let after = try check(
      scratch, "b",
      [Self.parcel("D", at: 0.03), Self.parcel("B", at: 0.02), Self.parcel("A", at: 0)])
    let run = try Program.run(
      "compare", before, after, "--out", scratch.path("changes"), "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.output.hasPrefix(
        """
        rule            pass → fail  fail → pass  to unknown  from unknown  figures
        nursery-circle            1            0           0             0        0
        all rules                 1            0           0             0        0
        beside them findings that one run alone has: 1 added, 1 gone

        subjects  improved  worsened  other  added  gone  unchanged
        parcel           0         1      0      1     1          1
        facility         0         0      0      0     0          1

        what went in differently:
          parcels: \(scratch.path("a.geojson")) (
        """), "\(run.output)")
    let table = try String(contentsOfFile: scratch.path("changes/changes.csv"), encoding: .utf8)
    #expect(
      table.split(separator: "\n").dropFirst() == [
        "near,nursery-circle,§ 1,parcel,B,pass,fail,100,0,,100,worsened",
        "near,nursery-circle,§ 1,parcel,C,pass,,100,,,,gone",
        "near,nursery-circle,§ 1,parcel,D,,fail,,0,,100,added",
      ])
    let layer = try String(
      contentsOfFile: scratch.path("changes/changes.geojson"), encoding: .utf8)
    #expect(
      layer.contains(
        #""properties":{"id":"B","name":"小区B","verdict_before":"pass","verdict_after":"fail","#
          + #""change":"worsened","pass_to_fail":"nursery-circle","#))
  }

  @Test("different packs are named, and JSON is all that stands on standard output")
  func packs() throws {
    let scratch = try ScratchFolder()
    let other = Self.pack.replacing("id: near", with: "id: nearer")
    let before = try check(scratch, "a", near)
    let after = try check(scratch, "b", near, pack: other)
    let run = try Program.run("compare", before, after, "--json", "--quiet")
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    #expect(json["identical"] as? Bool == false)
    let packs = (json["packs"] as? [[String: Any]])?.map { $0["name"] as? String }
    #expect(packs == ["near", "nearer"])
    #expect((json["rules_gone"] as? [Any])?.count == 1)
    #expect((json["rules_added"] as? [Any])?.count == 1)
    let text = try Program.run("compare", before, after, "--lang", "zh")
    #expect(text.output.contains("仅后次结果有的规则：\n  nearer/nursery-circle"), "\(text.output)")
  }

  @Test("a folder that is no run is an error that says what to do, and nothing is written")
  func hostile() throws {
    let scratch = try ScratchFolder()
    let good = try check(scratch, "good", near)
    let manager = FileManager.default
    func error(_ name: String, _ status: Int32, _ text: String) throws {
      let run = try Program.run(
        "compare", good, scratch.path(name), "--out", scratch.path("out"), "--lang", "en")
      #expect(run.status == status, "\(name): \(run.errors)")
      #expect(run.errors.contains(text), "\(name): \(run.errors)")
      #expect(run.output.isEmpty)
      #expect(try !scratch.names().contains("out"))
    }
    for name in ["cut", "json", "part"] {
      try manager.copyItem(atPath: good, toPath: scratch.path(name))
    }
    try manager.createDirectory(
      atPath: scratch.path("empty"), withIntermediateDirectories: false)
    let findings = try Data(contentsOf: URL(fileURLWithPath: "\(good)/findings.csv"))
    try scratch.write(findings.dropLast(20), to: "cut/findings.csv")
    try scratch.write("<kml/>", to: "json/manifest.json")
    try manager.removeItem(atPath: scratch.path("part/parcels.geojson"))
    try error("none", 66, "no such folder; check the path")
    try error("good.geojson", 66, "is a file; name the folder")
    try error("empty", 65, "holds no manifest.json, so it is no result of siting")
    try error("cut", 65, "it was cut off or edited")
    try error("json", 65, "manifest.json: is not JSON")
    try error("part", 66, "parcels.geojson: no such file, though the manifest lists it")
  }

  @Test("neither run is overwritten")
  func outIsRun() throws {
    let scratch = try ScratchFolder()
    let run = try check(scratch, "a", near)
    let names = try FileManager.default.contentsOfDirectory(atPath: run).sorted()
    let comparison = try Program.run("compare", run, run, "--out", run + "/.")
    #expect(comparison.status == 64)
    #expect(comparison.errors.contains("is one of the two runs; name another folder"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: run).sorted() == names)
  }
}
