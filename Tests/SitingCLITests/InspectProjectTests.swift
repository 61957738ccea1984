import Foundation
import TestSupport
import Testing

/// `siting inspect` of a project: what is wrong in all of its files, first things first.
@Suite("Inspecting a project")
struct InspectProjectTests {
  /// The sample city with a project of its own.
  private func city(_ project: String) throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    let sample = URL(fileURLWithPath: SamplePlans.project).deletingLastPathComponent()
    for name in ["parcels", "facilities", "communities"] {
      try FileManager.default.copyItem(
        at: sample.appendingPathComponent("\(name).geojson"),
        to: scratch.url.appendingPathComponent("\(name).geojson"))
    }
    try FileManager.default.copyItem(
      at: sample.appendingPathComponent("plans/01-complies.geojson"),
      to: scratch.url.appendingPathComponent("plan.geojson"))
    try scratch.write(project, to: "p.yaml")
    return scratch
  }

  @Test("every fault of every file is told at once, and what is usable is looked into all the same")
  func broken() throws {
    let scratch = try city(
      """
      schema: 1
      packs: [shangqiu-2022, no-such-pack]
      as_off: 2025-01-01
      layers:
        parcels: parcels.geojson
        facilities: [{file: facilities.geojson, kinds: {养老驿馆: none_such}}, {file: f.csv}, missing.shp]
        units: {file: communities.geojson, level: community, where: nothing = 1}
        network: none.osm.pbf
      """)
    try scratch.write("id,kind,lon,lat\n1,养老院,115.64,34.44\n", to: "f.csv")
    let run = try Program.run("inspect", scratch.path("p.yaml"), "--lang", "en")
    #expect(run.status == 65, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map(String.init)
    func place(_ text: String) -> Int? { lines.firstIndex { $0.contains(text) } }
    let order = [
      "did you mean 'as_of'", "no rule pack 'no-such-pack'", "missing.shp: no such file",
      "where: ", "unknown kind 'none_such'", "in which CRS", "check the path of the network",
      "rejected: parcels.geojson", "note: parcels.geojson",
    ].map(place)
    #expect(order.allSatisfy { $0 != nil }, "\(order)\n\(run.output)")
    #expect(order.compactMap { $0 } == order.compactMap { $0 }.sorted(), "\(run.output)")
    #expect(lines.contains { $0.hasPrefix("1. error: ") })
  }

  @Test("files that are right are looked at together, the plan with them", arguments: ["en", "zh"])
  func whole(language: String) throws {
    let scratch = try city(
      """
      schema: 1
      packs: [shangqiu-2022]
      layers:
        parcels: parcels.geojson
        facilities: {file: facilities.geojson, kinds: {养老驿馆: elder_day_care}}
        units: {file: communities.geojson, level: community}
        plan: plan.geojson
      """)
    let run = try Program.run("inspect", scratch.path("p.yaml"), "--lang", language)
    #expect(run.status == 0, "\(run.errors)")
    // What only one layer tells of another: a place in none of the units.
    #expect(
      run.output.contains(language == "zh" ? "不在任何行政单元内" : "in none of the units"), "\(run.output)")
    #expect(run.output.contains(language == "zh" ? "规划方案" : "plan.geojson  "))
    #expect(run.output.contains(language == "zh" ? "1. 未采用" : "1. rejected"))
    let json = try Program.run("inspect", scratch.path("p.yaml"), "--json")
    let read = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let toDo = try #require(read?["to_do"] as? [[String: Any]])
    let severities = toDo.compactMap { $0["severity"] as? String }
    #expect(
      severities == severities.filter { $0 == "rejected" } + severities.filter { $0 == "note" })
    #expect((read?["files"] as? [[String: Any]])?.count == 4)
  }

  @Test("a plan's rows are told apart, and a layer that is no network is told to be none")
  func roles() throws {
    let scratch = try city("")
    let plan = try Program.run("inspect", scratch.path("plan.geojson"), "--as", "plan", "--json")
    let read = try JSONSerialization.jsonObject(with: Data(plan.output.utf8)) as? [String: Any]
    #expect(plan.status == 0 && read?["role"] as? String == "plan", "\(plan.errors)")
    #expect(read?["rows"] as? Int == read?["rows_checked"] as? Int)
    #expect((read?["kinds"] as? [Any])?.isEmpty == false)
    let network = try Program.run(
      "inspect", scratch.path("parcels.geojson"), "--as", "network", "--lang", "en")
    #expect(network.status == 65 && network.errors.contains("holds no lines"), "\(network.errors)")
  }

  @Test("rows of a project can be asked for by words and by place, and the manifest says so")
  func someRows() throws {
    let scratch = try city(
      """
      schema: 1
      packs: [shangqiu-2022]
      layers:
        parcels: {file: parcels.geojson, where: 户数 > 500, bbox: [115.63, 34.43, 115.65, 34.45]}
        facilities: facilities.geojson
        units: {file: communities.geojson, level: community}
      """)
    let run = try Program.run(
      "check", scratch.path("p.yaml"), "--out", scratch.path("out"), "--outputs", "parcels",
      "--quiet")
    #expect(run.status == 0, "\(run.errors)")
    let manifest = try scratch.text("out/manifest.json")
    #expect(manifest.contains("\"where\": \"户数 > 500\""))
    #expect(manifest.contains("\"bbox\": \"115.63, 34.43, 115.65, 34.45\""))
    let layer =
      try JSONSerialization.jsonObject(with: Data(try scratch.text("out/parcels.geojson").utf8))
      as? [String: Any]
    let features = layer?["features"] as? [[String: Any]] ?? []
    let households = features.map { ($0["properties"] as? [String: Any])?["户数"] as? Int ?? 0 }
    #expect(!households.isEmpty && households.allSatisfy { $0 > 500 })
    for bad in ["[1, 2, 3]", "[2, 0, 1, 1]", "x"] {
      try scratch.write(
        "schema: 1\npacks: [shangqiu-2022]\nlayers: {parcels: {file: a.geojson, bbox: \(bad)}}",
        to: "bad.yaml")
      let run = try Program.run("check", scratch.path("bad.yaml"), "--lang", "en")
      #expect(run.status == 65 && run.errors.contains("'bbox'"), "\(run.errors)")
    }
  }
}
