import Foundation
import Geodesy
import Planar
import TestSupport
import Testing

@testable import Planning

@Suite("Positions that cannot be right")
struct PositionTests {
  /// Facilities of a table, with two good ones in front, beside parcels around 113.86, 34.06.
  private func load(
    _ rows: [(String, String)], crs: String? = "EPSG:4490", parcels: String? = nil
  ) async throws -> City {
    let folder = try ScratchFolder()
    var project = Project()
    let good = [("113.8597", "34.0592"), ("113.8601", "34.0588")]
    let text = (good + rows).enumerated().map { "F\($0),nursing_home,\($1.0),\($1.1)\n" }.joined()
    var facilities = try folder.source("f.csv", "id,kind,x,y\n" + text)
    facilities.crs = crs
    project.layers.facilities = [facilities]
    project.layers.parcels = [
      try folder.source(
        "p.geojson",
        parcels
          ?? geoJSON([
            TestCity.parcel("A", 113.859, 34.059), TestCity.parcel("B", 113.871, 34.059),
          ]))
    ]
    return try await PlanningTests.load(project)
  }

  private func message(_ project: Project) async throws -> String {
    do {
      _ = try await PlanningTests.load(project)
      return "no error"
    } catch let error as CityLoadError {
      return error.description
    }
  }

  @Test(
    "0,0 is no place, nor is what a web map makes of it",
    arguments: [("0", "0"), ("0.000000", "0.0"), ("-0", "0"), ("0.0065", "0.006"), ("1e-7", "0")],
    ["EPSG:4490", "EPSG:4326", "GCJ-02", "BD-09"])
  func zero(place: (String, String), crs: String) async throws {
    let city = try await load([place], crs: crs)
    #expect(city.rejected.map(\.reasons) == [[.zeroPlace]])
    #expect(city.rejected.map(\.code) == [.zeroCoordinates])
  }

  @Test("0,0 in metres")
  func zeroMetres() async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "f.csv", "id,kind,x,y\n1,nursing_home,487047,3770236\n2,nursing_home,0,0\n")
    source.crs = "EPSG:4547"
    var project = Project()
    project.layers.facilities = [source]
    let city = try await PlanningTests.load(project)
    #expect(city.rejected.map(\.reasons) == [[.zeroPlace]])
  }

  @Test("a polygon with a corner at 0,0 is none")
  func zeroCorner() async throws {
    var test = TestCity()
    test.parcels[0].geometry = polygon([
      (115.64, 34.44), (115.641, 34.44), (0, 0), (115.64, 34.441), (115.64, 34.44),
    ])
    #expect(try await test.load().rejected.map(\.reasons) == [[.zeroPlace]])
  }

  @Test(
    "what is far outside the area of its CRS is refused",
    arguments: [
      ("13.8597", "34.0592", "EPSG:4490"), ("-1", "-1", "EPSG:4490"),
      ("113.8597", "64.0592", "EPSG:4490"),
      ("34.0592", "13.8597", "EPSG:4490"), ("151.2", "-33.9", "EPSG:4490"),
      ("13.8597", "34.0592", "GCJ-02"),
      ("-113.8597", "34.0592", "BD-09"), ("139.7", "35.7", "GCJ-02"), ("113.8597", "1.3", "BD-09"),
      ("-73.9", "40.7", "EPSG:4610"), ("13.8597", "34.0592", "EPSG:4214"),
    ])
  func outside(x: String, y: String, crs: String) async throws {
    let city = try await load([(x, y)], crs: crs)
    guard case .outsideArea(let foundX, let foundY, _)? = city.rejected.first?.reasons.first else {
      Issue.record("\(city.rejected)")
      return
    }
    #expect((foundX, foundY) == (Double(x), Double(y)))
    #expect(city.rejected.map(\.code) == [.coordinatesOutOfRange] && city.facilities.count == 2)
  }

  @Test(
    "what is within it is not, the south sea and a neighbour's strip included",
    arguments: [
      ("115.5", "9.9", "EPSG:4490"), ("112.3", "16.8", "GCJ-02"), ("134.9", "48.4", "EPSG:4490"),
      ("73.5", "39.4", "BD-09"), ("13.8597", "34.0592", "EPSG:4326"),
    ])
  func inside(x: String, y: String, crs: String) async throws {
    let city = try await load([(x, y)], crs: crs)
    #expect(city.rejected.isEmpty)
    // But it is far from all others, and told.
    #expect(city.notes.filter { $0.code == .farFromOthers }.map(\.id) == ["F2"])
  }

  @Test("a stray parcel does not hide a stray facility, nor one facility another")
  func strays() async throws {
    let parcels = geoJSON([
      TestCity.parcel("A", 113.859, 34.059), TestCity.parcel("B", 113.871, 34.059),
      TestCity.parcel("far", 87.6, 43.8),
    ])
    let city = try await load(
      [("104.06", "30.67"), ("87.6", "43.8"), ("113.95", "34.1"), ("113.86", "3.40592")],
      parcels: parcels)
    let found = city.notes.filter { $0.code == .farFromOthers }.compactMap(\.id)
    #expect(found.sorted() == ["F2", "F3", "F5", "far"])
  }

  @Test("groups that are astray are told in each layer", arguments: 0...4, 0...4)
  func strayGroups(parcels: Int, facilities: Int) async throws {
    let far: [Point] = (0..<4).map { Point(x: 116.4 + Double($0) * 0.01, y: 39.9) }
    let home: [Point] = (0..<24).map { index in
      Point(x: 113.86 + Double(index % 4) * 0.004, y: 34.05 + Double(index / 4) * 0.004)
    }
    var rows: [(String, String)] = []
    for place in home + far.prefix(facilities) { rows.append(("\(place.x)", "\(place.y)")) }
    var areas: [TestFeature] = []
    for (index, place) in (home + far.prefix(parcels)).enumerated() {
      areas.append(TestCity.parcel("P\(index)", place.x, place.y))
    }
    let city = try await load(rows, parcels: geoJSON(areas))
    let found = Set(city.notes.filter { $0.code == .farFromOthers }.compactMap { $0.id })
    var expected: Set<String> = []
    for index in 0..<parcels { expected.insert("P\(24 + index)") }
    // Two good ones are in front.
    for index in 0..<facilities { expected.insert("F\(26 + index)") }
    #expect(found == expected)
  }

  @Test("counties of unlike sizes are no strays of their province")
  func unlikeCounties() {
    var places: [Point] = []
    for county in 0..<30 {
      let (x, y) = (90 + Double(county % 6) * 1.5, 35 + Double(county / 6) * 1.5)
      for row in 0..<4 + county * 3 { places.append(Point(x: x + Double(row) * 0.001, y: y)) }
    }
    #expect(StrayRows(places).metres.isEmpty)
    #expect(StrayRows(places + [Point(x: 120, y: 20), Point(x: 120, y: 20.1)]).metres.count == 2)
  }

  @Test("what is far is what no chain of places leads to", arguments: UInt64(0)..<60)
  func strayOracle(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    // A city, and one or two places in it or so far from it that no grid leaves a doubt.
    var places = (0..<60).map { _ in
      Point(
        x: 114 + .random(in: 0...0.3, using: &random), y: 34 + .random(in: 0...0.3, using: &random))
    }
    var expected: Set<Int> = []
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let angle = Double.random(in: 0...6.28, using: &random)
      let degrees = Bool.random(using: &random) ? Double.random(in: 0...0.3, using: &random) : 5
      if degrees == 5 { expected.insert(places.count) }
      places.append(
        Point(x: 114.15 + 1.2 * degrees * cos(angle), y: 34.15 + degrees * sin(angle)))
    }
    let order = places.indices.shuffled(using: &random)
    let found = StrayRows(order.map { places[$0] })
    #expect(Set(found.metres.keys.map { order[$0] }) == expected)
    for (index, metres) in found.metres {
      let place = places[order[index]]
      let nearest =
        places.prefix(60).map {
          Geodesic.wgs84.distanceMetres(
            fromLongitude: place.x, latitude: place.y, toLongitude: $0.x, latitude: $0.y)
        }.min() ?? 0
      #expect(metres <= nearest && metres > nearest - 60_000)
    }
  }

  @Test("a province with remote counties has no strays")
  func province() {
    var places: [Point] = []
    for county in 0..<30 {
      for row in 0..<40 {
        places.append(
          Point(
            x: 90 + Double(county % 6) * 1.5 + Double(row) * 0.001, y: 35 + Double(county / 6) * 1.5
          ))
      }
    }
    #expect(StrayRows(places).metres.isEmpty)
    places.append(Point(x: 120, y: 30))
    #expect(StrayRows(places).metres.keys.sorted() == [1200])
    #expect(StrayRows([]).metres.isEmpty && StrayRows([Point(x: .nan, y: .nan)]).metres.isEmpty)
    #expect(StrayRows([Point(x: 1, y: 1), Point(x: 9, y: 9)]).metres.isEmpty)
  }

  @Test(
    "metres in another form than the CRS has are told with the CRS to state",
    arguments: [
      ("38487047.4", "3770236.9", "EPSG:4547", "state `crs: EPSG:4526`"),
      ("3770236.9", "38487047.4", "EPSG:4547", "state `crs: EPSG:4526`, and swap the two columns"),
      ("3770236.9", "38487047.4", "EPSG:4526", "swap the two columns"),
      ("487047.4", "3770236.9", "EPSG:4526", "state `crs: EPSG:4547`"),
      ("3770236.9", "487047.4", "EPSG:4547", "swap the two columns"),
      ("38487047.4", "3770236.9", "EPSG:4548", "state `crs: EPSG:4526`"),
      ("38487047.4", "3770236.9", "EPSG:2382", "state `crs: EPSG:2362`"),
      ("38487047.4", "3770236.9", "EPSG:4490", "state `crs: EPSG:4526`"),
      ("3770236.9", "38487047.4", "EPSG:4490", "swap the two columns"),
      ("19763940", "3772000", "EPSG:4508", "state `crs: EPSG:4497`"),
      ("12674800", "4036600", "EPSG:4326", "state `crs: EPSG:3857`"),
      ("113859700", "34059200", "EPSG:4490", "divide both columns by 1000000"),
      ("1138597", "340592", "EPSG:4490", "divide both columns by 10000"),
    ])
  func zones(x: String, y: String, crs: String, says: String) async throws {
    let folder = try ScratchFolder()
    var source = try folder.source(
      "f.csv", "id,kind,x,y\n1,nursing_home,\(x),\(y)\n2,nursing_home,\(x),\(y)\n")
    source.crs = crs
    var project = Project()
    project.layers.facilities = [source]
    let said = try await message(project)
    #expect(said.hasPrefix("f.csv: ") && said.contains(says), "\(said)")
  }

  @Test(
    "a wrong meridian is told by the other layers",
    arguments: [("EPSG:4548", "EPSG:4547"), ("EPSG:4546", "EPSG:4547"), ("EPSG:2382", "EPSG:2383")])
  func meridian(wrong: String, right: String) async throws {
    let folder = try ScratchFolder()
    var project = Project()
    project.layers.parcels = [
      try folder.source("p.geojson", geoJSON([TestCity.parcel("A", 113.859, 34.059)]))
    ]
    var source = try folder.source(
      "f.csv", "id,kind,x,y\n1,nursing_home,487047.4,3770236.9\n2,nursing_home,487147.4,3770236.9\n"
    )
    source.crs = wrong
    project.layers.facilities = [source]
    let said = try await message(project)
    #expect(said.contains("f.csv: in") && said.contains("km from the other layers"), "\(said)")
    #expect(said.contains("state `crs: \(right)`"), "\(said)")
    source.crs = right
    project.layers.facilities = [source]
    #expect(try await message(project) == "no error")
  }

  /// Eastings and northings of a place in a CRS, and another CRS that they are stated to be in.
  @Test(
    "a wrong zone of any country is told by the other layers",
    arguments: [
      (113.86, 34.05, 32650, 32649), (113.86, 34.05, 32649, 32650), (120.68, 24.15, 3826, 3825),
      (127.0, 37.5, 5186, 5187), (139.7, 35.68, 6677, 6676), (13.4, 52.5, 25833, 25832),
    ])
  func zone(longitude: Double, latitude: Double, right: Int, wrong: Int) async throws {
    let folder = try ScratchFolder()
    let move = try CoordinateTransform(from: .wgs84, to: CRS(epsg: right)).makeTransformer()
    let rows = try (0..<4).map { index in
      let place = try #require(
        move.transform(x: longitude + Double(index) * 0.003, y: latitude))
      return "\(index),nursing_home,\(place.x),\(place.y)\n"
    }
    var source = try folder.source("f.csv", "id,kind,x,y\n" + rows.joined())
    source.crs = "EPSG:\(wrong)"
    var project = Project()
    project.layers.parcels = [
      try folder.source("p.geojson", geoJSON([TestCity.parcel("A", longitude, latitude)]))
    ]
    project.layers.facilities = [source]
    let said = try await message(project)
    #expect(said.contains("km from the other layers"), "\(said)")
    #expect(said.contains("state `crs: EPSG:\(right)`"), "\(said)")
    source.crs = "EPSG:\(right)"
    project.layers.facilities = [source]
    #expect(try await message(project) == "no error")
  }

  @Test(
    "a layer that is far from all others in any zone is told, even beside a row that is astray with it",
    arguments: [(116.4, 39.9), (13.86, 34.05), (113.86, -34.05)], [false, true])
  func farLayer(place: (Double, Double), hasStray: Bool) async throws {
    let folder = try ScratchFolder()
    let rows = (0..<4).map { "\($0),nursing_home,\(place.0 + Double($0) * 0.003),\(place.1)\n" }
    var source = try folder.source("f.csv", "id,kind,x,y\n" + rows.joined())
    source.crs = "EPSG:4326"
    var project = Project()
    let home = (0..<6).map { TestCity.parcel("P\($0)", 113.86 + Double($0) * 0.004, 34.05) }
    let stray = [TestCity.parcel("S", place.0, place.1)]
    project.layers.parcels = [
      try folder.source("p.geojson", geoJSON(home + (hasStray ? stray : [])))
    ]
    project.layers.facilities = [source]
    let city = try await PlanningTests.load(project)
    let notes = city.notes.filter { $0.code == .layerFarFromOthers }
    #expect(notes.map(\.file) == ["f.csv"] && notes.map(\.row) == [nil])
  }

  @Test(
    "a change of datum that PROJ can only guess is noted, with its size and the way to state it",
    arguments: ["EPSG:4610", "EPSG:4214", "EPSG:4555"])
  func ballpark(crs: String) async throws {
    let city = try await load([], crs: crs)
    let note = try #require(city.notes.first { $0.code == .unknownShift })
    guard case .unknownShift(_, let definition) = note.note else { return }
    #expect(definition?.hasSuffix("+towgs84=DX,DY,DZ") == true)
    let stated = try #require(definition?.replacing("DX,DY,DZ", with: "15.8,-154.4,-82.3"))
    let shifted = try await load([], crs: stated)
    #expect(!shifted.notes.contains { $0.code == .unknownShift })
    let metres = Geodesic.wgs84.distanceMetres(
      fromLongitude: city.facilities.rows.wgs84.x[0], latitude: city.facilities.rows.wgs84.y[0],
      toLongitude: shifted.facilities.rows.wgs84.x[0],
      latitude: shifted.facilities.rows.wgs84.y[0])
    #expect(metres > 20 && metres < 150, "\(metres)")
  }

  @Test("so is that of a plane", arguments: ["EPSG:2362", "EPSG:2401"])
  func ballparkPlane(crs: String) async throws {
    let folder = try ScratchFolder()
    let x = crs == "EPSG:2362" ? "38487047.4" : "25487047.4"
    var source = try folder.source("f.csv", "id,kind,x,y\n1,nursing_home,\(x),3770236.9\n")
    source.crs = crs
    var project = Project()
    project.layers.facilities = [source]
    let city = try await PlanningTests.load(project)
    #expect(city.notes.contains { $0.code == .unknownShift })
  }

  @Test(
    "what is known is not noted",
    arguments: [
      "EPSG:4490", "EPSG:4326", "GCJ-02", "BD-09", "+proj=longlat +ellps=krass +towgs84=1,2,3",
    ])
  func known(crs: String) async throws {
    #expect(try await load([], crs: crs).notes.contains { $0.code == .unknownShift } == false)
  }
}
