import Foundation
import GeoData
import TestSupport
import Testing

@Suite("Proposals")
struct ProposeTests {
  private static let project = GeoData.folder.appendingPathComponent("sample/project.yaml").path

  private static func findings(_ folder: String) throws -> [[Substring]] {
    try String(contentsOfFile: folder + "/findings.csv", encoding: .utf8).split(separator: "\n")
      .dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
  }

  /// How many parcels fail rules of a name.
  private static func failures(_ folder: String, _ rule: String) throws -> Int {
    try findings(folder).count { $0[4] == "parcel" && $0[1].hasPrefix(rule) && $0.contains("fail") }
  }

  /// The sample city with its streets.
  private static func walked(_ scratch: ScratchFolder) throws -> String {
    try FileManager.default.copyItem(
      atPath: GeoData.folder.appendingPathComponent("sample").path, toPath: scratch.path("sample"))
    let text = try scratch.text("sample/project.yaml")
    return try scratch.write(
      text.replacing("layers:\n", with: "layers:\n  network: {file: network.geojson}\n"),
      to: "sample/walked.yaml")
  }

  @Test("what is proposed, fed back as a scenario, keeps its promise", arguments: [false, true])
  func confirmed(isWalked: Bool) throws {
    let scratch = try ScratchFolder()
    let out = scratch.path("out")
    let project = isWalked ? try Self.walked(scratch) : Self.project
    let run = try Program.run(
      "propose", project, "--build", "childcare_institution", "--only", "childcare-places-*",
      "--iterations", "200", "--out", out, "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Self.failures(out + "/before", "childcare-places-") > 100)
    #expect(try Self.failures(out + "/after", "childcare-places-") == 0)
    let again = try Program.run(
      "check", project, "--scenario", out + "/proposal/proposals.geojson", "--out",
      scratch.path("again"), "--quiet")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try Self.failures(scratch.path("again/after"), "childcare-places-") == 0)
    func table(_ folder: String) throws -> String {
      try String(contentsOfFile: folder + "/findings.csv", encoding: .utf8)
    }
    #expect(try table(scratch.path("again/after")) == table(out + "/after"))
    let names = try scratch.names(in: "out/proposal")
    #expect(
      names == [
        "certificate.json", "manifest.json", "problem.json", "proposal.html", "proposal.json",
        "proposal_candidates.geojson", "proposal_candidates.qml", "proposal_links.geojson",
        "proposal_links.qml", "proposals.geojson", "proposals.qml",
      ])
  }

  @Test("the same steps give the same bytes")
  func sameBytes() throws {
    let scratch = try ScratchFolder()
    for (name, threads) in [("a", "1"), ("b", "2")] {
      let run = try Program.run(
        "propose", Self.project, "--build", "childcare_institution:places=60,120", "--only",
        "childcare-places-*", "--iterations", "60", "--threads", threads, "--out",
        scratch.path(name), "--quiet", "--lang", "zh")
      #expect(run.status == 0, "\(run.errors)")
    }
    for file in try scratch.names(in: "a/proposal") {
      #expect(
        try scratch.text("a/proposal/\(file)") == scratch.text("b/proposal/\(file)"), "\(file)")
    }
  }

  @Test("what cannot be asked is told, in both languages", arguments: ["en", "zh"])
  func faults(language: String) throws {
    let scratch = try ScratchFolder()
    func complaint(_ arguments: String...) throws -> (Int32, String) {
      let run = try Program.run(
        ["propose", Self.project, "--out", scratch.path("x"), "--lang", language] + arguments)
      return (run.status, run.errors)
    }
    let unknown = try complaint("--build", "childcar")
    #expect(unknown.0 == 64 && unknown.1.contains("childcar"), "\(unknown)")
    let lists = try complaint("--build", "childcare:places=30,60;cost=1")
    #expect(lists.0 == 64, "\(lists)")
    let grid = try complaint("--candidates", "grid:2")
    #expect(grid.0 == 64, "\(grid)")
    let other = try complaint("--build", "childcare", "--only", "elder-floor-area-new")
    #expect(other.0 == 1 && other.1.contains("--build"), "\(other)")
    let sites = try scratch.write(
      "id,longitude,latitude,choice,cost\nA,115.65,34.44,maybe,1\nB,115.66,34.44,,many\n",
      to: "sites.csv")
    let bad = try complaint(
      "--build", "childcare", "--candidates", sites, "--crs", "EPSG:4490", "--only",
      "childcare-places-*")
    #expect(bad.0 == 65 && bad.1.contains("maybe") && bad.1.contains("many"), "\(bad)")
    #expect(!FileManager.default.fileExists(atPath: scratch.path("x")))
  }

  @Test("the page tells why not here and what less money does; hostile names stay names")
  func page() throws {
    let scratch = try ScratchFolder()
    let evil = "</script><script>alert(1)</script>"
    let sites = try scratch.write(
      "id,name,longitude,latitude,choice,cost\n"
        + "A,\(evil),115.6500,34.4400,,1\nB,\"=1+1\"\"<b>\",115.6505,34.4400,,1\n"
        + "C,,115.6600,34.4450,禁选,1\nD,,115.6650,34.4350,,2\n",
      to: "sites.csv")
    for language in ["en", "zh"] {
      let run = try Program.run(
        "propose", Self.project, "--build", "childcare_institution:places=30,90;cost=80,170",
        "--candidates", sites, "--crs", "EPSG:4490", "--only", "childcare-places-existing",
        "--spacing", "500", "--trade-off", "--iterations", "60", "--out", scratch.path(language),
        "--quiet", "--lang", language)
      #expect(run.status == 0, "\(run.errors)")
      let page = try scratch.text("\(language)/proposal/proposal.html")
      #expect(page.contains("script-src &#39;sha256-"))
      #expect(!page.contains("<script>alert") && !page.contains("<b>\"") && page.contains("data-f"))
      let layer = try scratch.text("\(language)/proposal/proposal_candidates.geojson")
      #expect(layer.contains("\"forbidden\""))
    }
  }

  @Test("sites say with which budgets they stay")
  func staying() throws {
    let scratch = try ScratchFolder()
    let run = try Program.run(
      "propose", Self.project, "--build", "childcare_institution:places=30,90;cost=80,170",
      "--only", "childcare-places-existing", "--trade-off", "--iterations", "40", "--out",
      scratch.path("out"), "--quiet", "--lang", "en")
    #expect(run.status == 0, "\(run.errors)")
    let page = try scratch.text("out/proposal/proposal.html")
    #expect(
      page.contains("class=\"plot\"") && page.contains("in 0 of 4") || page.contains("in 1 of 4"))
    let layer = try scratch.text("out/proposal/proposals.geojson")
    #expect(layer.contains("\"stays_of\":4"))
    let again = try Program.run(
      "check", Self.project, "--scenario", scratch.path("out/proposal/proposals.geojson"),
      "--out", scratch.path("again"), "--quiet", "--only", "childcare-places-existing")
    #expect(again.status == 0, "\(again.errors)")
  }

  @Test("the project says how, options override it, and sites stand where streets meet")
  func section() throws {
    let scratch = try ScratchFolder()
    let walked = try Self.walked(scratch)
    let text = try String(contentsOfFile: walked, encoding: .utf8)
    let project = try scratch.write(
      text + """

        propose:
          build: 'childcare_institution:places=30,90;cost=80,170'
          candidates: streets:400
          only: [childcare-places-existing]
          iterations: 40
        """, to: "sample/proposing.yaml")
    let own = try Program.run("propose", project, "--out", scratch.path("a"), "--quiet")
    #expect(own.status == 0, "\(own.errors)")
    let sites = try scratch.text("a/proposal/proposals.geojson")
    #expect(sites.contains("\"new-street-") && !sites.contains("childcare-places-new"))
    let other = try Program.run(
      "propose", project, "--candidates", "parcels", "--out", scratch.path("b"), "--quiet")
    #expect(other.status == 0, "\(other.errors)")
    #expect(!(try scratch.text("b/proposal/proposals.geojson")).contains("new-street-"))
    // Lines in another order are the same streets.
    var network = try scratch.text("sample/network.geojson").split(separator: "\n")
    let features = network.indices.filter { network[$0].contains("\"Feature\"") }
    let lines = features.map { network[$0].trimmingSuffix(",") }
    for (place, line) in zip(features, lines.reversed()) {
      network[place] = Substring(line + (place == features.last ? "" : ","))
    }
    _ = try scratch.write(network.joined(separator: "\n"), to: "sample/network.geojson")
    let again = try Program.run("propose", project, "--out", scratch.path("c"), "--quiet")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try scratch.text("c/proposal/proposals.geojson") == sites)
    let wrong = try scratch.write(
      text + "\npropose: {build: [childcare, spaceport]}\n", to: "sample/wrong.yaml")
    for language in ["en", "zh"] {
      let run = try Program.run(
        "propose", wrong, "--out", scratch.path("x"), "--lang", language)
      #expect(run.status == 65 && run.errors.contains("spaceport"), "\(run.errors)")
      #expect(run.errors.contains("wrong.yaml:"), "\(run.errors)")
      let bare = try Program.run(
        "propose", Self.project, "--candidates", "streets:250", "--out", scratch.path("x"),
        "--lang", language)
      #expect(bare.status == 64 && bare.errors.contains("streets"), "\(bare.errors)")
    }
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : String(self)
  }
}
