import Foundation
import TestSupport
import Testing

@testable import SitingCLI

/// All forms of an opinion say the same, in every run.
@Suite("Review: forms of an opinion")
struct ReviewFormTests {
  /// A town of one pack, with lots of so many people; `nil`: not known.
  private struct Town {
    let scratch: ScratchFolder
    var people: [Int?] = [260, 1600]
    /// Places of a nursery beside the only existing compound.
    var places: Int?

    private static let pack = """
      schema: 1
      id: test-pack
      title: {en: Test, zh: 测试}
      document: {number: null, issuer: {en: T, zh: 测}, issued: 2025-01-01, status: issued}
      rules:
        - id: places
          clause: '1'
          says: {en: places, zh: 托位}
          means: childcare-places-new
          check: provision
          subject: parcel
          supply: {facility: [childcare_facility_any], measure: places}
          demand: {measure: population, per: 1000}
          at_least: 10
          unit: places/1000 persons
          within: {radius: 600 m}
          force: binding
        - id: circle
          clause: '2'
          says: {en: circle, zh: 圈}
          means: nursery-circle
          check: coverage
          subject: parcel
          facility: [nursery]
          within: {radius: 500 m}
          at_least: 100
          unit: percent
          force: binding
          duty: developer
      """

    private func square(_ id: String, _ x: Double, _ people: Int?) -> String {
      let ring = [(0, 0), (0.001, 0), (0.001, 0.001), (0, 0.001), (0, 0)].map {
        "[\(115.6 + x + $0.0), \(34.4 + $0.1)]"
      }.joined(separator: ",")
      return """
        {"type": "Feature", "properties": {"id": "\(id)", "population": \(people.map { "\($0)" } ?? "null")},
         "geometry": {"type": "Polygon", "coordinates": [[\(ring)]]}}
        """
    }

    private func collection(_ features: [String]) -> String {
      "{\"type\": \"FeatureCollection\", \"features\": [\(features.joined(separator: ","))]}"
    }

    /// Reviews plans of these names, which are all alike but for their ids.
    func review(_ names: [String] = ["plan"], _ options: String...) throws -> Program.Run {
      try scratch.write(Self.pack, to: "pack.yaml")
      try scratch.write(collection([square("X0", -0.0025, 260)]), to: "parcels.geojson")
      let nursery = """
        {"type": "Feature", "properties": {"id": "S0", "kind": "nursery", "places": \(places ?? 0)},
         "geometry": {"type": "Point", "coordinates": [115.6\(places == nil ? "5" : "00"), 34.3995]}}
        """
      try scratch.write(collection([nursery]), to: "facilities.geojson")
      try scratch.write(
        """
        schema: 1
        name: {en: t, zh: t}
        packs: [pack.yaml]
        as_of: 2025-12-31
        layers:
          parcels: {file: parcels.geojson}
          facilities: {file: facilities.geojson}
        """, to: "project.yaml")
      for name in names {
        let lots = people.enumerated().map {
          square("\(name)-\($0)", 0.002 * Double($0), $1)
        }
        try scratch.write(collection(lots), to: "\(name).geojson")
      }
      return try Program.run(
        ["review"] + names.map { scratch.path("\($0).geojson") }
          + [
            "--project", scratch.path("project.yaml"), "--out", scratch.path("out"), "--lang", "en",
          ] + options)
    }
  }

  @Test("what a clause lacks is one figure: what its worst lot lacks")
  func missing() throws {
    let town = try Town(scratch: ScratchFolder())
    let printed = try Opinion.one(try town.review(["plan"], "--only", "places", "--json"))
    let clause = try #require(printed.clause("places"))
    #expect(clause.missing == "16 places")
    #expect(clause.worstSubject == "plan-1")
    let text = try town.review(["plan"], "--only", "places").output
    #expect(text.contains("16 places\n"), "\(text)")
    #expect(!text.contains(" 3 places\n"))
    let page = try town.scratch.text("out/opinion.html")
    #expect(page.contains("16\u{00A0}places<small>the worst</small>"))
    let layer = try town.scratch.text("out/plan_parcels.geojson")
    #expect(layer.contains("\"places_shortfall\":16"))
  }

  @Test("what is printed is what opinion.json holds; of several plans a list of it")
  func printed() throws {
    let town = try Town(scratch: ScratchFolder())
    let run = try town.review(["plan"], "--json")
    #expect(run.output == (try town.scratch.text("out/opinion.json")))
    try FileManager.default.removeItem(atPath: town.scratch.path("out"))
    let both = try town.review(["one", "two"], "--json")
    let files = try ["one", "two"].map { name in
      try town.scratch.text("out/\(name)/opinion.json").split(separator: "\n")
        .map { "  " + $0 }.joined(separator: "\n")
    }
    #expect(both.output == "[\n" + files.joined(separator: ",\n") + "\n]\n")
  }

  @Test("who complies and of whom that can no longer be said is not called failing")
  func undecided() throws {
    var town = try Town(scratch: ScratchFolder())
    town.people = [nil]
    town.places = 3
    let run = try town.review(["plan"], "--only", "places", "--json")
    let opinion = try Opinion.one(run)
    #expect(opinion.broken == 0)
    #expect(opinion.undecided == 1)
    let text = try town.review(["plan"], "--only", "places").output
    #expect(text.contains("places: 1 can no longer be decided: X0"), "\(text)")
    #expect(!text.contains("no longer pass"))
    let page = try town.scratch.text("out/opinion.html")
    #expect(!page.contains("no longer would"))
    #expect(page.contains("could no longer be said"))
    let layer = try town.scratch.text("out/plan_effects.geojson")
    #expect(layer.contains("\"change\":\"unsettles\""))
    #expect(layer.contains("\"unsettles\":\"places\""))
    #expect(!layer.contains("\"breaks\":\"places\""))
  }

  @Test("the same bytes in every process, alone and among other plans, on one core and on two")
  func sameBytes() throws {
    let town = try Town(scratch: ScratchFolder())
    func files(_ names: [String], _ folder: String, threads: Int = 2) throws -> [String: Data] {
      _ = try town.review(names, "--only", "circle", "--threads", "\(threads)")
      return try Dictionary(
        uniqueKeysWithValues: FileManager.default.contentsOfDirectory(
          atPath: town.scratch.path(folder)
        ).map { name in
          let file = URL(fileURLWithPath: town.scratch.path("\(folder)/\(name)"))
          return (name, try Data(contentsOf: file))
        })
    }
    let first = try files(["plan"], "out")
    let remedy = try #require(first["plan_remedy.geojson"])
    #expect(String(decoding: remedy, as: UTF8.self).contains("allowed_area"))
    for run in 1...5 {
      let again = try files(["plan"], "out", threads: 1 + run % 2)
      #expect(again == first, "\(again.filter { first[$0.key] != $0.value }.keys.sorted())")
    }
    try FileManager.default.removeItem(atPath: town.scratch.path("out"))
    let among = try files(["a", "plan", "z"], "out/plan")
    #expect(among == first, "\(among.filter { first[$0.key] != $0.value }.keys.sorted())")
  }

  @Test(
    "a kind is known whatever stands behind its name in brackets",
    arguments: [
      ("老年人日间照料中心（托老所）", 0), ("老年人日间照料中心 (二期)", 0), ("老年人日间照料中心【新建】", 0), ("康养乐园（托老所）", 1),
      ("（托老所）", 0),
    ])
  func brackets(word: String, rejected: Int) throws {
    let scratch = try ScratchFolder()
    let text = try SamplePlans.text("02-elder-rooms-short")
      .replacing("\"老年人日间照料中心\"", with: "\"\(word)\"")
    let file = try scratch.write(text, to: "plan.geojson")
    let run = try SamplePlans.review([file], "--json", "--quiet", "--no-remedy")
    #expect(try Opinion.one(run).rejected == rejected)
  }
}
