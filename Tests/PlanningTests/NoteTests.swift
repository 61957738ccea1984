import Documents
import Planar
import Planning
import TestSupport
import Testing
import Wording

/// Something odd about a row that takes part, and what is said about it.
struct NoteCase: Sendable, CustomTestStringConvertible {
  let code: NoteCode
  let name: String
  let layer: String
  /// Part of the English message.
  let says: String
  /// Makes something odd.
  let change: @Sendable (inout TestCity) -> Void

  var testDescription: String { "\(code.rawValue): \(name)" }

  static let all: [NoteCase] = files + parcels + facilities

  static let files: [NoteCase] = [
    NoteCase(
      code: .missingColumn, name: "no households at all", layer: "parcels", says: "'households'"
    ) { city in for row in city.parcels.indices { city.parcels[row].set("households", nil) } },
    NoteCase(
      code: .columnMatchedTwice, name: "two aliases", layer: "parcels",
      says: "'总户数' and '住户数' both look like 'households'; a row has '住户数' where"
    ) { city in
      for row in city.parcels.indices {
        city.parcels[row].set("households", nil)
        city.parcels[row].set("住户数", "7")
        city.parcels[row].set("总户数", "100")
      }
    },
    NoteCase(
      code: .unitConverted, name: "hectares", layer: "facilities",
      says: "'用地面积（公顷）' names a unit: its numbers are taken ×10000 as 'land_area'"
    ) { city in for row in city.facilities.indices { city.facilities[row].set("用地面积（公顷）", "0.35") }
    },
    NoteCase(
      code: .unknownUnitOfColumn, name: "square feet", layer: "facilities", says: "floor_area_sqft"
    ) { city in
      for row in city.facilities.indices {
        city.facilities[row].set("floor_area", nil)
        city.facilities[row].set("floor_area_sqft", "3500")
      }
    },
    NoteCase(
      code: .columnNotTaken, name: "usable area", layer: "facilities",
      says: "'使用面积' is not 'floor_area'"
    ) { city in
      for row in city.facilities.indices {
        city.facilities[row].set("floor_area", nil)
        city.facilities[row].set("使用面积", "350")
      }
    },
    NoteCase(
      code: .columnNotTaken, name: "an area of something", layer: "facilities",
      says: "state `fields: {floor_area: 面积}`"
    ) { city in
      for row in city.facilities.indices {
        city.facilities[row].set("floor_area", nil)
        city.facilities[row].set("面积", "350")
      }
    },
    NoteCase(
      code: .takenAsOpen, name: "no column of states", layer: "facilities",
      says: "all are taken as open"
    ) { city in for row in city.facilities.indices { city.facilities[row].set("operating", nil) } },
    NoteCase(
      code: .readWarning, name: "an open ring", layer: "parcels", says: "the ring is not closed"
    ) {
      $0.parcels[0].geometry = polygon([
        (115.64, 34.44), (115.641, 34.44), (115.641, 34.441), (115.64, 34.441),
      ])
    },
  ]

  static let parcels: [NoteCase] = [
    NoteCase(
      code: .missingHouseholds, name: "no value", layer: "parcels", says: "no households"
    ) { $0.parcels[0].set("households", "null") },
    NoteCase(
      code: .missingHouseholds, name: "a word for nothing", layer: "parcels", says: "no households"
    ) { $0.parcels[0].set("households", "\"不详\"") },
    NoteCase(
      code: .zeroHouseholds, name: "0", layer: "parcels", says: "0 households"
    ) { $0.parcels[0].set("households", "0") },
    NoteCase(
      code: .missingPopulation, name: "no value", layer: "parcels", says: "persons_per_household"
    ) { $0.parcels[0].set("population", "null") },
    NoteCase(
      code: .missingStatus, name: "no value", layer: "parcels", says: "no status"
    ) { $0.parcels[0].set("status", "null") },
    NoteCase(
      code: .unreadableNumber, name: "about", layer: "parcels", says: "'households' is '约500'"
    ) { $0.parcels[0].set("households", "\"约500\"") },
    NoteCase(
      code: .numberWithRemark, name: "a plan", layer: "parcels",
      says: "'households' is 500, with the remark '规划', which is not read"
    ) { $0.parcels[0].set("households", "\"500（规划）\"") },
    NoteCase(
      code: .unreadableDate, name: "a word", layer: "parcels", says: "'delivered' is '明年'"
    ) { $0.parcels[0].set("delivered", "\"明年\"") },
    NoteCase(
      code: .unreadablePhase, name: "a word", layer: "parcels", says: "'远期' in phase is no stage"
    ) { $0.parcels[0].set("phase", "\"远期\"") },
    NoteCase(
      code: .unknownWord, name: "a status", layer: "parcels",
      says: "'status' is '停工', which is none of: existing, new; it counts as missing"
    ) { $0.parcels[0].set("status", "\"停工\"") },
    NoteCase(
      code: .fractionalCount, name: "half a person", layer: "parcels", says: "is 8.5, not a whole"
    ) { $0.parcels[0].set("infants", "8.5") },
    NoteCase(
      code: .implausibleHouseholdSize, name: "ten and more", layer: "parcels",
      says: "26 persons per household"
    ) { $0.parcels[0].set("population", "2600") },
    NoteCase(
      code: .eldersExceedPopulation, name: "more", layer: "parcels", says: "261 persons of 60"
    ) { $0.parcels[0].set("elders", "261") },
    NoteCase(
      code: .infantsExceedPopulation, name: "more", layer: "parcels", says: "300 children under 3"
    ) { $0.parcels[0].set("infants", "300") },
    NoteCase(
      code: .samePlace, name: "twins", layer: "parcels", says: "in the same place as parcel 'P3'"
    ) { $0.parcels.append(TestCity.parcel("P3", 115.65, 34.44)) },
    NoteCase(
      code: .repairedGeometry, name: "bow-tie", layer: "parcels",
      says: "the area was repaired (Self-intersection)"
    ) {
      $0.parcels[0].geometry = polygon([
        (115.64, 34.44), (115.641, 34.441), (115.641, 34.44), (115.64, 34.441), (115.64, 34.44),
      ])
    },
    NoteCase(
      code: .unknownUnit, name: "an id", layer: "parcels",
      says: "'社区' is 'C9', which is no unit's id or name"
    ) { $0.parcels[0].set("社区", "\"C9\"") },
    NoteCase(
      code: .ambiguousUnit, name: "a name of two", layer: "parcels",
      says: "'社区' is '一社区', the name of 2 units"
    ) { city in
      city.parcels[0].set("社区", "\"一社区\"")
      var twin = city.units[0]
      twin.set("id", "\"C2\"")
      twin.geometry = square(116, 34.44)
      city.units.append(twin)
    },
  ]

  static let facilities: [NoteCase] = [
    NoteCase(
      code: .zeroArea, name: "floor", layer: "facilities", says: "'floor_area' is 0"
    ) { $0.facilities[0].set("floor_area", "0") },
    NoteCase(
      code: .placesWithoutArea, name: "no value", layer: "facilities", says: "no floor area"
    ) { $0.facilities[0].set("floor_area", "null") },
    NoteCase(
      code: .nursingBedsExceedBeds, name: "more", layer: "facilities", says: "9 nursing-type beds"
    ) { city in
      city.facilities[0].set("beds", "8")
      city.facilities[0].set("nursing_beds", "9")
    },
    NoteCase(
      code: .unknownServedParcel, name: "an id", layer: "facilities", says: "no parcel 'P9'"
    ) { $0.facilities[0].set("served_parcels", "\"P1;P9\"") },
    NoteCase(
      code: .outsideUnits, name: "beside them", layer: "facilities", says: "in none of the units"
    ) { $0.facilities[0].geometry = point(115.8, 34.44) },
    NoteCase(
      code: .farFromOthers, name: "in another city", layer: "facilities", says: "km from"
    ) { $0.facilities[0].geometry = point(117, 34.44) },
    NoteCase(
      code: .unclearOperation, name: "a word", layer: "facilities",
      says: "'operating' is '看情况', which is none of: closed, open, planned, under_construction"
    ) { $0.facilities[0].set("operating", "\"看情况\"") },
    NoteCase(
      code: .unknownWord, name: "equipment", layer: "facilities",
      says: "'equipment' is '火箭', which is none of"
    ) { $0.facilities[0].set("equipment", "\"全托、火箭\"") },
  ]
}

@Suite("Notes on data")
struct NoteTests {
  @Test("a clean city has none")
  func clean() async throws {
    let city = try await TestCity().load()
    #expect(city.notes == [])
    #expect(city.rejected == [])
  }

  @Test("have their code and message, and the row takes part", arguments: NoteCase.all)
  func codes(example: NoteCase) async throws {
    var test = TestCity()
    example.change(&test)
    let city = try await test.load()
    #expect(city.rejected == [])
    let note = try #require(city.notes.first { $0.code == example.code })
    #expect(note.layer == example.layer)
    #expect(
      note.note.sentence(.exact).en.contains(example.says), "\(note.note.sentence(.exact).en)")
    #expect(
      !note.note.sentence(.exact).zh.isEmpty
        && note.note.sentence(.exact).zh != note.note.sentence(.exact).en)
  }

  @Test("the CRS of the project wins over the file's, with a note")
  func overriddenCRS() async throws {
    let folder = try ScratchFolder()
    var project = Project()
    var source = try folder.source("parcels.geojson", geoJSON(TestCity().parcels))
    source.crs = "GCJ-02"
    project.layers.parcels = [source]
    let city = try await load(project)
    #expect(city.notes.map(\.code) == [.crsOverridden])
    let x = city.parcels.rows.wgs84.envelope(of: 0).centre.x
    #expect(abs(x - 115.65) > 0.001)
    #expect(city.inputs[0].crs.description == "GCJ-02 (shifted WGS 84), stated in the project")
  }

  @Test("there is an example of every code")
  func allCodes() {
    var shown = Set(NoteCase.all.map(\.code))
    // Of these other tests have one: they take more than a changed row.
    shown.formUnion([
      .crsOverridden, .idOfSeveralFiles, .noPlace, .unknownShift, .numberedRows,
      .layerFarFromOthers,
      .noRows,
    ])
    #expect(shown == Set(NoteCode.allCases))
  }
}
