import Compliance
import Documents
import Foundation
import GeoData
import Measuring
import Planar
import Planning
import TestSupport
import Testing
import Walking
import Workers

extension ScratchFolder {
  /// What a project file says of the network; `said` is what stands behind `network:`.
  fileprivate func source(_ said: String) throws -> NetworkSource {
    try #require(
      ProjectFile.read(
        yaml: "schema: 1\nlayers: {parcels: p.geojson, network: \(said)}\n",
        path: path("project.yaml"), vocabulary: .builtIn()
      ).layers.network)
  }

  fileprivate func faults(_ said: String) throws -> [String] {
    do {
      _ = try source(said)
      return []
    } catch let faults as DocumentFaults {
      return faults.faults.map(\.message)
    }
  }
}

/// The network that a project file names: what can be stated of it, and what cannot be read.
@Suite("Sources of networks")
struct NetworkSourceTests {
  /// Two streets whose ends are 50 cm apart, and a gate 12 m beside the first.
  private var city: SmallCity {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500_000, y: 3_800_012)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 500_300.5, y: 3_800_000)]
    return city
  }

  private let streets = SmallStreets(
    [(500_000, 3_800_000), (500_200, 3_800_000)],
    [(500_200.5, 3_800_000), (500_300.5, 3_800_000)])

  /// The walk from the gate to the facility.
  private func metres(_ source: NetworkSource) async throws -> Double {
    var city = city
    city.project.layers.network = source
    return try await city.checkOnNamedNetwork(
      [WalkRules.pack(WalkRules.coverage("walk: 500 m"))]
    ).findings[0].distance[0]
  }

  private func error(_ source: NetworkSource) async throws -> String {
    do {
      let found = try await metres(source)
      return "no error but \(found) m"
    } catch let error as NetworkLoadError {
      return error.description
    }
  }

  private func near(_ found: Double, _ expected: Double) -> Bool { abs(found - expected) < 0.001 }

  @Test("file, crs, tolerance and snap_within do what they say")
  func keys() async throws {
    let folder = try ScratchFolder()
    try folder.write(streets.geoJSON, to: "streets.geojson")
    func found(_ more: String) async throws -> Double {
      try await metres(folder.source("{file: streets.geojson, crs: EPSG:4548\(more)}"))
    }
    // The joint is at the lesser end: 50 cm of the second street are bridged by drawing it longer.
    #expect(near(try await found(""), 312.5))
    #expect(near(try await found(", tolerance: 0.5"), 312.5))
    #expect(try await found(", tolerance: 0.49") == .infinity)
    #expect(try await found(", tolerance: 0") == .infinity)
    #expect(near(try await found(", snap_within: 12.01"), 312.5))
    #expect(try await found(", snap_within: 11.99") == .infinity)
    // Of two streets apart the facility is at its own, however short that is.
    #expect(try await found(", tolerance: 0, islands_under: 150") == .infinity)
  }

  @Test("fields name the columns of a layer of lines, and a name that is not there is an error")
  func fields() async throws {
    let folder = try ScratchFolder()
    let text = streets.geoJSON.replacingOccurrences(
      of: "\"properties\":{}", with: "\"properties\":{\"行人\":\"否\"}")
    try folder.write(text, to: "streets.geojson")
    let file = "file: streets.geojson, crs: EPSG:4548"
    #expect(near(try await metres(folder.source("{\(file)}")), 312.5))
    let closed = try await error(folder.source("{\(file), fields: {foot: 行人}}"))
    #expect(closed.contains("nothing in it can be walked"), "\(closed)")
    let absent = try await error(folder.source("{\(file), fields: {foot: 步道}}"))
    #expect(
      absent == "streets.geojson: there is no column '步道' for 'foot'; its columns: 行人", "\(absent)")
    let unknown = try await error(folder.source("{\(file), fields: {fot: 行人}}"))
    #expect(
      unknown
        == "streets.geojson: the fields of a network are foot, access, highway, oneway, level,"
        + " bridge, tunnel; 'fot' is none of them; did you mean 'foot'?", "\(unknown)")
  }

  /// The streets of a drawing with columns, and the walk along them; `nil`: none.
  private func metres(
    along streets: [(from: (Double, Double), to: (Double, Double), columns: String)],
    _ said: String = ""
  ) async throws -> Double? {
    let folder = try ScratchFolder()
    let features = streets.map { street in
      "{\"type\":\"Feature\",\"properties\":{\(street.columns)},\"geometry\":"
        + "{\"type\":\"LineString\",\"coordinates\":[[\(street.from.0),\(street.from.1)],"
        + "[\(street.to.0),\(street.to.1)]]}}"
    }
    try folder.write(
      "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}",
      to: "streets.geojson")
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 500_000, y: 3_800_000)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 500_300, y: 3_800_000)]
    city.project.layers.network = try folder.source(
      "{file: streets.geojson, crs: EPSG:4548, islands_under: 0, snap_within: 5\(said)}")
    let found = try await city.checkOnNamedNetwork(
      [WalkRules.pack(WalkRules.coverage("walk: 2000 m"))]
    ).findings[0].distance[0]
    return found.isFinite ? found : nil
  }

  /// A direct street of 300 m, whose middle is what is looked at, and one round it of 500 m.
  private func direct(_ columns: String, _ said: String = "") async throws -> Bool {
    let y = 3_800_000.0
    let found = try await metres(
      along: [
        ((500_000, y), (500_100, y), "\"fclass\":\"residential\""),
        ((500_100, y), (500_200, y), columns),
        ((500_200, y), (500_300, y), "\"fclass\":\"residential\""),
        ((500_100, y), (500_100, y + 100), ""), ((500_100, y + 100), (500_200, y + 100), ""),
        ((500_200, y + 100), (500_200, y), ""),
      ], said)
    let metres = try #require(found, "\(columns)")
    #expect(near(metres, 300) || near(metres, 500), "\(columns): \(metres)")
    return metres < 400
  }

  @Test("columns of access and class count, as they do in OpenStreetMap")
  func accessColumns() async throws {
    for columns in [
      "", "\"fclass\":\"track_grade3\"", "\"fclass\":\"主干路\"", "\"class\":\"3\"",
      "\"access\":\"permissive\"", "\"access\":\"no\",\"foot\":\"yes\"",
      "\"foot\":\"designated;yes\"", "\"foot\":\"是\"", "\"fclass\":\"cycleway\",\"foot\":1",
      "\"fclass\":\"cycleway\",\"segregated\":\"yes\"", "\"bridge\":\"T\",\"layer\":0",
    ] { #expect(try await direct(columns), "\(columns)") }
    for columns in [
      "\"access\":\"no\"", "\"access\":\"private\"", "\"foot\":\"no;private\"", "\"foot\":\"否\"",
      "\"fclass\":\"cycleway\"", "\"fclass\":\"motorway\"", "\"fclass\":\"unknown\"",
      "\"fclass\":\"residential\",\"foot\":0", "\"fclass\":\"construction\"",
      "\"fclass\":\"rail\"", "\"waterway\":\"canal\"",
    ] { #expect(try await !direct(columns), "\(columns)") }
    #expect(try await direct("\"fclass\":\"cycleway\"", ", walkable: {cycleway: yes}"))
    #expect(try await !direct("\"fclass\":\"tertiary\"", ", walkable: {tertiary: no}"))
    #expect(try await !direct("\"zugang\":\"private\"", ", fields: {access: zugang}"))
  }

  @Test("lines that cross are joined where the project says so, but for bridges and tunnels")
  func joinsCrossings() async throws {
    let y = 3_800_000.0
    func found(_ columns: String, _ said: String) async throws -> Double? {
      try await metres(
        along: [
          ((500_000, y), (500_200, y + 200), columns), ((500_100, y + 200), (500_300, y), ""),
        ], said)
    }
    let walk = 150 * 2.0.squareRoot() * 2
    #expect(try await found("", "") == nil)
    #expect(try await found("", ", join: ends") == nil)
    let joined = try #require(await found("", ", join: crossings"))
    #expect(near(joined, walk), "\(joined)")
    for columns in ["\"bridge\":\"T\"", "\"tunnel\":\"yes\"", "\"layer\":1", "\"层\":-1"] {
      #expect(try await found(columns, ", join: crossings") == nil, "\(columns)")
    }
  }

  @Test("what a project file cannot say of a network")
  func projectFaults() throws {
    let folder = try ScratchFolder()
    let length = "is a length in metres from 0 to 10,000"
    #expect(try folder.faults("{file: a.pbf, tolerance: -1}") == ["'tolerance' \(length)"])
    #expect(try folder.faults("{file: a.pbf, snap_within: 10000}") == ["'snap_within' \(length)"])
    #expect(try folder.faults("{file: a.pbf, islands_under: far}").count == 2)
    #expect(try folder.faults("[a.pbf, b.pbf]") == ["there can be one network; merge the files"])
    #expect(
      try folder.faults("{file: a.pbf, join: all}")
        == ["unknown join 'all'; one of: ends, crossings"])
    let choices = try folder.source(
      "{file: a.pbf, walkable: {trunk: no, cycleway: yes, trunk_link: in_town, sac_scale=alpine_hiking: true}}"
    )
    #expect(
      choices.walkable == [
        "trunk": .no, "cycleway": .yes, "trunk_link": .inTown, "sac_scale=alpine_hiking": .yes,
      ])
    #expect(
      try folder.faults("{file: a.pbf, walkable: {trunk: maybe, footway: in_town}}") == [
        "'trunk' is yes, no or in_town, not 'maybe'", "'footway' is yes or no, not 'in_town'",
      ])
    let choice = try folder.faults("{file: a.pbf, walkable: {cyclway: yes}}")
    #expect(choice.count == 1 && choice[0].contains("did you mean 'cycleway'"), "\(choice)")
    let key = try folder.faults("{file: a.pbf, snap: 5}")
    #expect(key.count == 1 && key[0].hasPrefix("unknown key 'snap'"), "\(key)")
    #expect(try folder.faults("{tolerance: 1}").contains { $0.contains("file") })
    #expect(try folder.faults("{file: a.geojson, crs: EPSG:1}").count == 1)
    let plain = try folder.source("a.osm.pbf")
    #expect(plain.tolerance == 0.5 && plain.snapWithin == 200 && plain.islandsUnder == 500)
    #expect(plain.source.resolvedPath == folder.path("a.osm.pbf"))
  }

  @Test("what cannot be read says what is wrong and what to do")
  func loadErrors() async throws {
    let folder = try ScratchFolder()
    #expect(
      try await error(folder.source("no.geojson"))
        == "no.geojson: no such file; check the path of the network")
    try folder.write(
      "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\","
        + "\"coordinates\":[117,34]}}", to: "points.geojson")
    let points = try await error(folder.source("points.geojson"))
    #expect(points.hasPrefix("points.geojson: holds no lines; a network is"), "\(points)")
    try folder.write("x,y\n1,2\n", to: "table.csv")
    #expect(try await error(folder.source("table.csv")).contains("CRS"))
    try folder.write("not a network", to: "broken.walknet")
    #expect(try await error(folder.source("broken.walknet")).contains("broken.walknet"))
    try folder.write("not a map", to: "broken.osm.pbf")
    #expect(try await error(folder.source("broken.osm.pbf")).contains("broken.osm.pbf"))
    try folder.write("<osm version=\"0.6\"></osm>", to: "empty.osm")
    #expect(
      try await error(folder.source("empty.osm")).contains("nothing in it can be walked"))
    try folder.write("{", to: "broken.geojson")
    #expect(try await error(folder.source("broken.geojson")).contains("broken.geojson"))
  }

  @Test("a saved network gives the findings of its source")
  func saved() async throws {
    let folder = try ScratchFolder()
    try folder.write(streets.geoJSON, to: "streets.geojson")
    var city = city
    for number in 0..<30 {
      city.parcels.append(
        .init(
          id: "B\(10 + number)", x: 500_000 + Double(number) * 11, y: 3_799_990, side: 15))
    }
    let pack = try WalkRules.pack(
      WalkRules.coverage("walk: 150 m"), WalkRules.count("walk: 150 m"))
    city.project.layers.network = try folder.source("{file: streets.geojson, crs: EPSG:4548}")
    let direct = try await city.checkOnNamedNetwork([pack])
    let network = try #require(direct.network)
    #expect(network.summary != nil)
    try network.network.save(to: folder.path("streets.walknet"))
    city.project.layers.network = try folder.source("streets.walknet")
    let again = try await city.checkOnNamedNetwork([pack], workers: 1)
    #expect(again.network?.summary == nil)
    #expect(Answers(again) == Answers(direct))
    #expect(direct.findings[0].verdicts.contains(.pass))
    #expect(direct.findings[0].verdicts.contains(.fail))
  }

  @Test("a network that was saved in another CRS is an error that names both")
  func otherCRS() async throws {
    let folder = try ScratchFolder()
    try WalkNetwork(lines: streets.streetLines, crs: "EPSG:4547").save(to: folder.path("a.walknet"))
    let source = try folder.source("a.walknet")
    #expect(try NetworkLoader.savedCRS(source) == "EPSG:4547")
    #expect(
      try await error(source)
        == "a.walknet: the network was saved in EPSG:4547, and this run works in EPSG:4548; state"
        + " `working_crs: EPSG:4547` or save the network again for this project")
  }
}
