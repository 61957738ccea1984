import Documents
import Geodesy
import Planar
import Planning
import Quantities
import TestSupport
import Testing
import Wording
import Workers

@Suite("How a project wants sites proposed")
struct ProposalSettingsTests {
  private static let head = """
    schema: 1
    name: 示例
    packs: [example-2025]
    layers: {parcels: p.geojson}

    """

  private func read(_ yaml: String) throws -> Project {
    try ProjectFile.read(
      yaml: Self.head + yaml, path: "/data/city/project.yaml", vocabulary: .builtIn())
  }

  private func faults(_ yaml: String) throws -> DocumentFaults? {
    do {
      _ = try read(yaml)
      return nil
    } catch let faults as DocumentFaults {
      return faults
    }
  }

  @Test("the words of the options, all of them")
  func words() throws {
    let own = try read(
      """
      propose:
        build: ['childcare:places=30,60;cost=80,130', 托育机构]
        candidates: streets:250
        only: [childcare-*]
        except: [a]
        topics: [childcare-circle]
        one_per: 社区
        spacing: 300
        budget: 1200.5
        trade_off: 是
        extend: true
        stages: {2026: 500, 2027: 300.5}
        objective: p-median
        sites: 4
        reach: 800
        demand: clause
        seconds: 2.5
        iterations: 60
        seed: 7
      """
    ).propose
    #expect(own.build.map(\.text) == ["childcare:places=30,60;cost=80,130", "托育机构"])
    #expect(own.candidates == .streets(apart: 250))
    #expect(own.goals.only == ["childcare-*"] && own.goals.topics == ["childcare-circle"])
    #expect(own.onePer == .community && own.spacing == 300)
    #expect(own.budget == Amount(micros: 1_200_500_000) && own.wantsTradeOff && own.extends)
    #expect(own.seconds == 2.5 && own.iterations == 60 && own.seed == 7)
    #expect(own.objective == "p-median" && own.sites == 4 && own.reach == 800)
    #expect(own.demand == "clause")
    #expect(own.stages.map(\.year) == [2026, 2027])
    #expect(own.stages == StatedStage.all(in: "2026:500, 2027:300.5"))
    // What is wrong with a kind is known later, and told at its place.
    let fault = try #require(own.build[1].fault("x")?.faults.first)
    #expect((fault.line, fault.column) == (6, 49))
    #expect(StatedWord("x").fault("x") == nil)
  }

  @Test("a layer of sites is the project's layer of candidates")
  func layer() throws {
    for text in ["sites.geojson", "{file: sites.geojson, crs: 'EPSG:4490'}"] {
      let project = try read("propose: {candidates: \(text)}")
      #expect(project.propose.candidates == nil)
      #expect(project.layers.candidates.map(\.resolvedPath) == ["/data/city/sites.geojson"])
    }
    #expect(try read("").propose.build.isEmpty)
  }

  @Test(
    "what cannot be meant is told with its place, in both languages",
    arguments: [
      ("propose: {budgett: 3}", "unknown key 'budgett' in propose; did you mean 'budget'?"),
      ("propose: {candidates: 'grid:2'}", "'grid' takes metres from 10 up, such as grid:250"),
      ("propose: {candidates: streets}", "'streets' takes metres from 10 up, such as streets:250"),
      ("propose: {candidates: 'streets:nan'}", "'streets' takes metres from 10 up"),
      ("propose: {spacing: -5}", "'spacing' must be more than 0 and less than 100000"),
      ("propose: {spacing: many}", "spacing must be a number"),
      ("propose: {budget: -1}", "'budget' is a number from 0 up"),
      ("propose: {seed: -1}", "'seed' is a whole number from 0 up"),
      ("propose: {iterations: 0}", "'iterations' is a whole number from 1 up"),
      ("propose: {one_per: parcel}", "unknown level 'parcel'"),
      ("propose: {objective: mclpp}", "unknown objective 'mclpp'"),
      ("propose: {demand: all}", "unknown demand 'all'"),
      ("propose: {stages: {2026: many}}", "'stages' has the money of years"),
      ("propose: {stages: [2026]}", "'stages' has the money of years"),
      ("propose: {sites: 1.5}", "sites must be a whole number"),
      ("propose: [childcare]", "propose must be a mapping"),
      ("propose: {build: {a: b}}", "build must be a text"),
    ])
  func faults(yaml: String, message: String) throws {
    let faults = try #require(try faults(yaml))
    #expect(faults.faults.count == 1 && faults.faults[0].line == 5, "\(faults)")
    #expect(faults.faults[0].message.hasPrefix(message), "\(faults)")
    #expect(faults.faults[0].text.said(in: .zh) != faults.faults[0].message)
  }

  @Test("candidates are named once")
  func twice() throws {
    let yaml = Self.head.replacing("p.geojson}", with: "p.geojson, candidates: a.geojson}")
    #expect(throws: DocumentFaults.self) {
      try ProjectFile.read(
        yaml: yaml + "propose: {candidates: b.geojson}", path: "/p.yaml", vocabulary: .builtIn())
    }
  }

  @Test(
    "junctions are thinned: none too near, none left out for nothing, in any order",
    arguments: UInt64(0)..<12)
  func thinned(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let city = try await TestCity().load()
    let home = Point(x: city.parcels.rows.placeX[0], y: city.parcels.rows.placeY[0])
    let junctions = (0..<300).map { _ in
      Point(
        x: home.x + Double(Int.random(in: -150...150, using: &random)) * 10,
        y: home.y + Double(Int.random(in: -150...150, using: &random)) * 10)
    }
    let apart = Double(Int.random(in: 20...400, using: &random))
    let sites = try await CandidateLoader.onStreets(
      junctions, apart: apart, of: city, vocabulary: .builtIn(), workers: Workers(count: 1)
    ).places.rows
    func metres(_ site: Int, _ point: Point) -> Double {
      city.ground.metres(
        fromX: sites.placeX[site], y: sites.placeY[site], toX: point.x, y: point.y)
    }
    // Places are rounded as files state them.
    let slack = 0.05
    for site in 0..<sites.count {
      let place = Point(x: sites.placeX[site], y: sites.placeY[site])
      #expect((0..<site).allSatisfy { metres($0, place) >= apart - slack })
    }
    for junction in junctions {
      let isFar = city.parcels.rows.placeX.indices.allSatisfy {
        city.ground.metres(
          fromX: city.parcels.rows.placeX[$0], y: city.parcels.rows.placeY[$0], toX: junction.x,
          y: junction.y) > 1_000
      }
      #expect(
        isFar || (0..<sites.count).contains { metres($0, junction) < apart + slack },
        "\(junction)")
    }
    #expect(sites.ids.allSatisfy { $0.hasPrefix("street-") })
  }
}
