import Foundation
import Geodesy
import Planar
import TestSupport
import Testing
import Workers

@testable import Planning

@Suite("Coordinates")
struct CoordinateTests {
  /// Loads parcels at some places; `crs` is what the project states.
  private func load(
    _ places: [(Double, Double)], crs: String? = nil, workingCRS: String? = nil,
    distances: Project.Distances = .ground
  ) async throws -> City {
    let folder = try ScratchFolder()
    let rows = places.enumerated().map { TestFeature([("id", "\"P\($0)\"")], point($1.0, $1.1)) }
    var source = try folder.source("parcels.geojson", geoJSON(rows))
    source.crs = crs
    var project = Project()
    project.layers.parcels = [source]
    project.workingCRS = workingCRS
    project.distances = distances
    return try await PlanningTests.load(project)
  }

  private func message(_ places: [(Double, Double)], crs: String? = nil) async throws -> String {
    do {
      _ = try await load(places, crs: crs)
      return "no error"
    } catch let error as CityLoadError {
      return error.description
    }
  }

  @Test("latitude before longitude")
  func swapped() async throws {
    let said = try await message([(34.44, 115.65), (34.45, 115.66)])
    #expect(
      said == "parcels.geojson: the coordinates are latitude before longitude, or northing before "
        + "easting (such as (34.45 115.66)); swap the two columns: longitude or easting comes first"
    )
    // In the far west both are degrees of latitude, too.
    #expect(try await message([(39.5, 76.0), (39.6, 76.1)]).contains("swap the two columns"))
    #expect(try await message([(76.0, 39.5), (76.1, 39.6)]) == "no error")
  }

  @Test("metres in a file that is in degrees")
  func metres() async throws {
    let said = try await message([(375_800, 3_812_000), (375_900, 3_812_100)])
    #expect(said.contains("look like metres (such as (375900.0 3812100.0)), but the CRS is WGS 84"))
    #expect(said.contains("state the projected CRS, such as `crs: EPSG:4547`"))
  }

  @Test("degrees in a file that is said to be in metres")
  func degrees() async throws {
    let said = try await message([(115.65, 34.44)], crs: "EPSG:4548")
    #expect(said.contains("look like degrees (such as (115.65 34.44)), but the CRS is CGCS2000"))
  }

  @Test("northing before easting")
  func swappedMetres() async throws {
    #expect(
      try await message([(3_812_000, 375_800), (3_812_100, 375_900)], crs: "EPSG:4548")
        .contains("swap the two columns"))
    #expect(try await message([(375_800, 3_812_000)], crs: "EPSG:4548") == "no error")
  }

  @Test("a CRS that is not known, or not to be worked in")
  func unknown() async throws {
    #expect(try await message([(115, 34)], crs: "EPSG:1").contains("unknown CRS"))
    await #expect(throws: CityLoadError.self) {
      try await load([(115, 34)], workingCRS: "EPSG:4490")
    }
    await #expect(throws: CityLoadError.self) {
      try await load([(115, 34)], workingCRS: "EPSG:2263")
    }
  }

  @Test("a stated working CRS keeps the digits of data that is in it")
  func workingCRS() async throws {
    let city = try await load(
      [(375_800.125, 3_812_000.5)], crs: "EPSG:4548", workingCRS: "EPSG:4548", distances: .plane)
    #expect(city.parcels.rows.placeX == [375_800.125])
    #expect(city.parcels.rows.placeY == [3_812_000.5])
    #expect(abs(city.parcels.rows.wgs84.x[0] - 115.65) < 0.01)
    #expect(city.ground.isPlane)
  }

  @Test("on the ground any transverse Mercator near the data will do, and nothing else")
  func index() async throws {
    let places = [(115.65, 34.44)]
    #expect(try await load(places).workingCRS == .metric(centredOn: 116, 34))
    let stated = try await load(places, workingCRS: "EPSG:4548")
    #expect(try stated.workingCRS == CRS(parsing: "EPSG:4548"))
    #expect(stated.unusedWorkingCRS == nil && !stated.ground.isPlane)
    for text in ["EPSG:3857", "EPSG:4540"] {
      let city = try await load(places, workingCRS: text)
      #expect(city.workingCRS == .metric(centredOn: 116, 34))
      #expect(city.unusedWorkingCRS == text)
    }
  }

  @Test("a plane that is far from true scale is refused, with the figure")
  func stretched() async throws {
    func message(_ crs: String, _ places: [(Double, Double)]) async throws -> String {
      do {
        _ = try await load(places, workingCRS: crs, distances: .plane)
        return "no error"
      } catch let error as CityLoadError {
        return error.description
      }
    }
    #expect(
      try await message("EPSG:3857", [(115.65, 34.44)]).contains(
        "1,000 m on the ground are 12"))
    #expect(try await message("EPSG:4548", [(115.65, 34.44)]) == "no error")
    // One row in another zone.
    #expect(
      try await message("EPSG:4548", [(115.65, 34.44), (115.66, 34.44), (121.5, 31.2)]).contains(
        "at 121.500 31.200"))
  }

  @Test("the place of a row does not depend on other rows")
  func places() async throws {
    var random = SplitMix64(seed: 4)
    var test = TestCity()
    let before = try await test.load()
    let row = before.parcels.rows
    for number in 0..<40 {
      test.parcels.append(
        TestFeature(
          [("id", "\"far\(number)\"")],
          point(126 + .random(in: 0...0.1, using: &random), 45)))
    }
    let after = try await test.load()
    #expect(after.workingCRS != before.workingCRS)
    let one = try await placesInDegrees(before)
    let two = try await placesInDegrees(after)
    for (index, id) in row.ids.enumerated() {
      let other = try #require(after.parcels.rows.ids.firstIndex(of: id))
      #expect(abs(one[index].x - two[other].x) < 1e-12 && abs(one[index].y - two[other].y) < 1e-12)
    }
  }

  private func placesInDegrees(_ city: City) async throws -> [Point] {
    let rows = city.parcels.rows
    let moved = try await CoordinateTransform(from: city.workingCRS, to: .wgs84).moved(
      x: rows.placeX, y: rows.placeY, workers: Workers(count: 1))
    return zip(moved.x, moved.y).map { Point(x: $0, y: $1) }
  }

  @Test("a facility in another province does not move the working CRS")
  func robustCentre() async throws {
    var test = TestCity()
    let before = try await test.load().workingCRS
    test.facilities[1].geometry = point(87.6, 43.8)
    #expect(try await test.load().workingCRS == before)
    // Its centre is in whole degrees, so at most one off.
    let move = CoordinateTransform(from: .wgs84, to: before)
    let moved = try #require(try move.makeTransformer().transform(x: 115.65, y: 34.44))
    #expect(abs(moved.x) < 100_000 && abs(moved.y) < 120_000)
  }

  @Test("files that are not there or say no CRS, all at once")
  func allFaults() async throws {
    let folder = try ScratchFolder()
    var project = Project()
    project.layers.parcels = [
      LayerSource(path: "no.geojson", resolvedPath: folder.url.path + "/no.geojson")
    ]
    project.layers.facilities = [
      try folder.source("f.csv", "编号,类型,经度,纬度\nF1,托育机构,115.6,34.4\n")
    ]
    project.layers.units = [
      try folder.source("u.geojson", geoJSON([TestFeature([("名", "1")], point(1, 1))]))
    ]
    do {
      _ = try await PlanningTests.load(project)
      Issue.record("no error")
    } catch let error as CityLoadError {
      #expect(error.faults.map(\.file) == ["no.geojson", "f.csv", "u.geojson", "u.geojson"])
      #expect(error.faults[0].isMissingFile)
      #expect(error.faults[1].message.contains("`facilities: {file: f.csv, crs: EPSG:4490}`"))
      #expect(error.faults[2].message.contains("no column was taken for 'id'"))
      #expect(error.faults[3].message.contains("or `level: community`"))
    }
  }

  @Test("the median is that of a sort", arguments: UInt64(0)..<50)
  func median(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let points = (0...Int(seed)).map { _ in
      Point(x: Double(Int.random(in: 0...9, using: &random)), y: .random(in: 0...1, using: &random))
    }
    let found = try #require(WorkingCRS.median(of: points))
    #expect(found.x == points.map(\.x).sorted()[points.count / 2])
    #expect(found.y == points.map(\.y).sorted()[points.count / 2])
  }

  @Test("what is clearly valid is valid for GEOS", arguments: UInt64(0)..<300)
  func clearlyValid(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let count = Int.random(in: 3...9, using: &random)
    let grid = seed.isMultiple(of: 2)
    var column = GeometryColumn()
    for _ in 0..<20 {
      var ring = (0..<count).map { _ in
        grid
          ? Point(
            x: Double(Int.random(in: 0...4, using: &random)),
            y: Double(Int.random(in: 0...4, using: &random)))
          : Point(x: .random(in: 0...100, using: &random), y: .random(in: 0...100, using: &random))
      }
      ring.append(ring[0])
      for vertex in ring { column.appendVertex(x: vertex.x, y: vertex.y) }
      column.endRing()
      column.endPart()
      column.endRow(.polygon)
    }
    let engine = GeometryEngine()
    let clear = column.withBuffers { buffers in
      (0..<buffers.count).map { buffers.isClearlyValid($0) }
    }
    for row in 0..<column.count where clear[row] {
      #expect(try engine.validity(of: column[row]) == .valid, "row \(row)")
    }
  }

  @Test("plain parcels spare GEOS the trouble")
  func clearSquares() {
    var column = GeometryColumn()
    for (x, y) in [(0.0, 0.0), (30, 0), (30, 10), (20, 10), (20, 20), (0, 20), (0, 0)] {
      column.appendVertex(x: x, y: y)
    }
    column.endRing()
    column.endPart()
    column.endRow(.polygon)
    #expect(column.withBuffers { $0.isClearlyValid(0) })
  }

  @Test("rows that are picked are the rows that were selected", arguments: UInt64(0)..<20)
  func picking(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let city = try await DirtyLayers(seed: seed).city.load()
    let column = city.parcels.rows.geometry
    let rows = (0..<column.count).filter { _ in Bool.random(using: &random) }.shuffled(
      using: &random)
    var wanted = GeometryColumn()
    for row in rows { wanted.append(row: row, of: column) }
    #expect(column.selecting(rows) == wanted)
  }
}

@Suite("Order of ids")
struct IDOrderTests {
  @Test("by code point, whatever the length", arguments: UInt64(0)..<50)
  func codePoints(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let letters = ["a", "A", "1", "10", "é", "一", "𠀀", "\u{FFFD}", "-", "\u{0}"]
    let ids = (0..<40).map { _ in
      (0..<Int.random(in: 0...30, using: &random))
        .map { _ in letters.randomElement(using: &random) ?? "" }.joined()
    }
    let expected = ids.indices.sorted { a, b in
      let (x, y) = (Array(ids[a].unicodeScalars), Array(ids[b].unicodeScalars))
      return x == y ? a < b : x.lexicographicallyPrecedes(y)
    }
    #expect(IDOrder.sorted(Array(ids.indices), ids: ids) == expected)
  }

  @Test("numbers are texts")
  func numbers() {
    #expect(IDOrder.sorted([0, 1, 2], ids: ["10", "9", "1"]) == [2, 0, 1])
  }
}
