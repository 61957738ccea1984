import Documents
import GeoFiles
import Geodesy
import Planar
import Planning
import Quantities
import TestSupport
import Testing
import Wording

/// Laws that hold for every city, however dirty its data.
@Suite("Laws of loading")
struct CityLawTests {
  @Test("rows read are checked or rejected, once each", arguments: UInt64(0)..<60)
  func conservation(seed: UInt64) async throws {
    let dirty = DirtyLayers(seed: seed)
    let city = try await dirty.city.load()
    let written = [
      "parcels": dirty.city.parcels.count, "facilities": dirty.city.facilities.count,
      "units": dirty.city.units.count,
    ]
    let taken = [
      "parcels": city.parcels.rows.sourceRows, "facilities": city.facilities.rows.sourceRows,
      "units": city.units.rows.sourceRows,
    ]
    for input in city.inputs {
      #expect(input.rowsRead == written[input.role])
      #expect(input.rowsRead == input.rowsChecked + input.rowsRejected)
      let rejected = city.rejected.filter { $0.layer == input.role }.map(\.row)
      let all = (taken[input.role] ?? []) + rejected
      #expect(all.sorted() == Array(1...input.rowsRead))
    }
    for rows in [city.parcels.rows, city.facilities.rows] {
      #expect(
        zip(rows.ids, rows.ids.dropFirst()).allSatisfy {
          $0.utf8.lexicographicallyPrecedes($1.utf8)
        })
      #expect((rows.placeX + rows.placeY).allSatisfy { $0.isFinite })
      let engine = GeometryEngine()
      for row in 0..<rows.count {
        #expect(try engine.validity(of: rows.geometry[row]) == .valid)
        #expect(rows.geometry.contains(row, x: rows.placeX[row], y: rows.placeY[row]))
      }
    }
    #expect(city.rejected.allSatisfy { !$0.reasons.isEmpty })
  }

  @Test("the order of rows and the number of workers change nothing", arguments: UInt64(0)..<20)
  func rowOrder(seed: UInt64) async throws {
    let dirty = DirtyLayers(seed: seed).city
    var random = SplitMix64(seed: seed &+ 1)
    var other = dirty
    other.parcels.shuffle(using: &random)
    other.facilities.shuffle(using: &random)
    other.units.shuffle(using: &random)
    let one = try await dirty.load(workers: 1)
    let two = try await other.load(workers: 3)
    #expect(one.workingCRS == two.workingCRS)
    #expect(digest(one.parcels) == digest(two.parcels))
    #expect(digest(one.facilities) == digest(two.facilities))
    #expect(digest(one.units) == digest(two.units))
    func plain(_ row: RejectedRow) -> String { "\(row.layer) \(row.id ?? "-") \(row.code)" }
    #expect(one.rejected.map(plain).sorted() == two.rejected.map(plain).sorted())
    func text(_ note: DataNote) -> String {
      "\(note.layer) \(note.id ?? "-") \(note.code) \(note.row == nil ? "" : note.note.sentence(.exact).zh)"
    }
    #expect(one.notes.map(text) == two.notes.map(text))
  }

  @Test("several files of a layer are one layer")
  func severalFiles() async throws {
    let folder = try ScratchFolder()
    let test = TestCity()
    var other = test.parcels[1]
    other.set("households", "\"1,234户\"")
    other.set("颜色", "\"红\"")
    var project = Project()
    project.layers.parcels = [
      try folder.source("b.geojson", geoJSON([other])),
      try folder.source("a.geojson", geoJSON([test.parcels[0]])),
    ]
    let city = try await load(project)
    #expect(city.parcels.rows.ids == ["P1", "P2"])
    #expect(city.parcels.households.map { $0?.description } == ["100", "1234"])
    #expect(city.inputs.map(\.path) == ["b.geojson", "a.geojson"])
    #expect(city.parcels.rows.sourceRows == [1, 1])
    let attributes = city.parcels.rows.attributes
    #expect(attributes["颜色"] == .text(TextColumn([nil, "红"])))
    #expect(attributes["households"] == .json(TextColumn(["100", "\"1,234户\""])))
  }

  @Test("WGS 84 coordinates stay as they are")
  func sourceCoordinates() async throws {
    let city = try await TestCity().load()
    #expect(city.parcels.rows.wgs84.x.prefix(2) == [115.65 - 0.0005, 115.65 + 0.0005])
    #expect(city.workingCRS.isProjected && city.workingCRS.metresPerUnit == 1)
  }
}

/// A hash of the text of all that a subject holds but its source rows. (Columns come in the order in
/// which they first appear in a file, so they are sorted here.)
private func digest(_ rows: SubjectRows, _ values: String) -> Int {
  let columns = zip(rows.attributes.names, rows.attributes.columns)
    .map { "\($0) \($1)" }.sorted()
  let text =
    "\(rows.ids) \(rows.names) \(rows.geometry) \(rows.wgs84) \(rows.placeX) \(rows.placeY)"
  return (text + values + columns.joined()).hashValue
}

private func digest(_ parcels: Parcels) -> Int {
  digest(
    parcels.rows,
    "\(parcels.households) \(parcels.population) \(parcels.status) \(parcels.urban) "
      + "\(parcels.delivered) \(parcels.units)")
}

private func digest(_ facilities: Facilities) -> Int {
  digest(
    facilities.rows,
    "\(facilities.kind) \(facilities.floorArea) \(facilities.beds) \(facilities.equipment) "
      + "\(facilities.servedParcels) \(facilities.insideParcel) \(facilities.units)")
}

private func digest(_ units: Units) -> Int {
  digest(units.rows, "\(units.level) \(units.type) \(units.urban) \(units.parents)")
}
