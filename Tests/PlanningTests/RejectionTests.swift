import Documents
import Planar
import Planning
import TestSupport
import Testing
import Wording

/// A fault of one row, and what is said about it.
struct RejectionCase: Sendable, CustomTestStringConvertible {
  let code: RejectionCode
  let name: String
  let layer: String
  /// Part of the English reason.
  let says: String
  /// Makes the first row of the layer wrong.
  let spoil: @Sendable (inout TestCity) -> Void

  var testDescription: String { "\(code.rawValue): \(name)" }

  static let all: [RejectionCase] = [
    RejectionCase(
      code: .noGeometry, name: "null", layer: "parcels", says: "the row has no geometry"
    ) { $0.parcels[0].geometry = "null" },
    RejectionCase(
      code: .unusableGeometry, name: "a word for a number", layer: "parcels",
      says: "the geometry cannot be used: geometry"
    ) { $0.parcels[0].geometry = "{\"type\":\"Point\",\"coordinates\":[\"east\",34]}" },
    RejectionCase(
      code: .unusableGeometry, name: "a polygon that is a line", layer: "parcels",
      says: "no area is left"
    ) { $0.parcels[0].geometry = polygon([(115, 34), (115.1, 34.1), (115, 34), (115, 34)]) },
    RejectionCase(
      code: .wrongGeometry, name: "a line", layer: "facilities", says: "draw an area or a point"
    ) {
      $0.facilities[0].geometry =
        "{\"type\":\"LineString\",\"coordinates\":[[115.65,34.44],[115.66,34.44]]}"
    },
    RejectionCase(
      code: .coordinatesOutOfRange, name: "latitude first", layer: "facilities",
      says: "(34.44 115.65) is not a place in WGS 84"
    ) {
      $0.facilities[0].geometry = point(34.44, 115.65)
      $0.facilities.append(TestCity.facility("F3", point(115.65, 34.45)))
    },
    RejectionCase(
      code: .zeroCoordinates, name: "0,0", layer: "facilities", says: "the coordinates are 0"
    ) { $0.facilities[0].geometry = point(0, 0) },
    RejectionCase(
      code: .missingID, name: "no value", layer: "parcels", says: "no id in 'id'"
    ) { $0.parcels[0].set("id", "null") },
    RejectionCase(
      code: .missingID, name: "white space", layer: "parcels", says: "no id in 'id'"
    ) { $0.parcels[0].set("id", "\" \\u3000\"") },
    RejectionCase(
      code: .repeatedID, name: "twice", layer: "parcels",
      says: "the id 'P1' is also that of parcels.geojson: "
    ) { $0.parcels.append(TestCity.parcel("P1", 115.66, 34.44)) },
    RejectionCase(
      code: .missingKind, name: "no value", layer: "facilities", says: "no kind in 'kind'"
    ) { $0.facilities[0].set("kind", "\"\"") },
    RejectionCase(
      code: .unknownKind, name: "a slip", layer: "facilities",
      says: "unknown kind 'childcar'; did you mean 'childcare' (childcare)"
    ) { $0.facilities[0].set("kind", "\"childcar\"") },
    RejectionCase(
      code: .notFacility, name: "a bed at home", layer: "facilities",
      says: "'家庭养老床位': a bed of family care is no facility"
    ) { $0.facilities[0].set("kind", "\"家庭养老床位\"") },
    RejectionCase(
      code: .missingLevel, name: "no value", layer: "units", says: "no level in 'level'"
    ) { city in
      city.units[0].set("level", "null")
      city.units.append(
        TestFeature([("id", "\"C2\""), ("level", "\"村\"")], square(115.8, 34.44)))
    },
    RejectionCase(
      code: .unknownLevel, name: "a word", layer: "units", says: "unknown level '片区'; one of"
    ) { city in
      city.units[0].set("level", "\"片区\"")
      city.units.append(
        TestFeature([("id", "\"C2\""), ("level", "\"村\"")], square(115.8, 34.44)))
    },
    RejectionCase(
      code: .negativeCount, name: "households", layer: "parcels", says: "'households' is -5"
    ) { $0.parcels[0].set("households", "-5") },
    RejectionCase(
      code: .negativeCount, name: "elders as text", layer: "parcels", says: "'elders' is -1000"
    ) { $0.parcels[0].set("elders", "\"-1,000人\"") },
    RejectionCase(
      code: .negativeCount, name: "floor area", layer: "facilities", says: "'floor_area' is -0.5"
    ) { $0.facilities[0].set("floor_area", "-0.5") },
    RejectionCase(
      code: .negativeCount, name: "population of a unit", layer: "units", says: "'population' is -1"
    ) { city in
      city.units[0].set("population", "-1")
      city.units.append(
        TestFeature([("id", "\"C2\""), ("level", "\"村\"")], square(115.8, 34.44)))
    },
  ]
}

@Suite("Rejected rows")
struct RejectionTests {
  @Test("have their code and reason, and the other rows take part", arguments: RejectionCase.all)
  func codes(example: RejectionCase) async throws {
    var test = TestCity()
    example.spoil(&test)
    let city = try await test.load()
    let rejected = try #require(city.rejected.first)
    #expect(city.rejected.allSatisfy { $0.code == example.code })
    #expect(rejected.layer == example.layer)
    #expect(rejected.file == "\(example.layer).geojson")
    #expect(rejected.sentence(.exact).en.contains(example.says), "\(rejected.sentence(.exact).en)")
    #expect(!rejected.sentence(.exact).zh.isEmpty)
    for input in city.inputs {
      #expect(input.rowsRead == input.rowsChecked + input.rowsRejected)
      let here = city.rejected.count { $0.layer == input.role }
      #expect(input.rowsRejected == here)
    }
  }

  @Test("all rows that share an id, whatever else is wrong with them")
  func repeatedIDs() async throws {
    var test = TestCity()
    var broken = TestCity.parcel("P1", 115.66, 34.44)
    broken.geometry = "null"
    test.parcels.append(broken)
    let city = try await test.load()
    #expect(city.parcels.rows.ids == ["P2"])
    #expect(city.rejected.map(\.row) == [1, 3] || city.rejected.map(\.row) == [3, 1])
    let reason = try #require(city.rejected.first { $0.row == 3 })
    #expect(reason.code == .noGeometry)
    #expect(reason.reasons.map(\.code) == [.noGeometry, .repeatedID])
  }

  @Test("ids of units are unique within a level, not across levels")
  func unitIDs() async throws {
    var test = TestCity()
    test.units.append(
      TestFeature([("id", "\"C1\""), ("level", "\"街道\"")], square(115.65, 34.44, half: 0.06)))
    let city = try await test.load()
    #expect(city.rejected.isEmpty)
    #expect(city.units.level == [.community, .street])
    #expect(city.units.parents[0, .street] == 1)
  }

  @Test("entrances of no parcel, or drawn as areas")
  func entrances() async throws {
    let folder = try ScratchFolder()
    var project = Project()
    let test = TestCity()
    project.layers.parcels = [try folder.source("parcels.geojson", geoJSON(test.parcels))]
    project.layers.entrances = [
      try folder.source(
        "gates.geojson",
        geoJSON([
          TestFeature([("parcel", "\"P2\"")], point(115.6525, 34.44)),
          TestFeature([("parcel", "\"P1\"")], point(115.6505, 34.44)),
          TestFeature([("parcel", "\"P9\"")], point(115.65, 34.44)),
          TestFeature([("parcel", "null")], point(115.65, 34.44)),
          TestFeature([("parcel", "\"P1\"")], square(115.65, 34.44)),
          TestFeature([("parcel", "\"P1\"")], point(115.6495, 34.44)),
        ]))
    ]
    let city = try await load(project)
    #expect(city.parcels.entranceOffsets == [0, 2, 3])
    #expect(city.parcels.entrances[0].x < city.parcels.entrances[1].x)
    let codes = Dictionary(
      uniqueKeysWithValues: city.rejected.map { ($0.row, $0.code) })
    #expect(codes == [3: .unknownParcel, 4: .missingParcel, 5: .wrongGeometry])
    let gates = try #require(city.inputs.last)
    #expect((gates.rowsRead, gates.rowsChecked, gates.rowsRejected) == (6, 3, 3))
  }

  @Test("entrances of facilities, with those of parcels or alone")
  func facilityEntrances() async throws {
    let folder = try ScratchFolder()
    var project = Project()
    let test = TestCity()
    project.layers.parcels = [try folder.source("parcels.geojson", geoJSON(test.parcels))]
    project.layers.facilities = [
      try folder.source("facilities.geojson", geoJSON(test.facilities))
    ]
    project.layers.entrances = [
      try folder.source(
        "doors.geojson",
        geoJSON([
          TestFeature([("设施编号", "\"F1\"")], point(115.6525, 34.44)),
          TestFeature([("设施编号", "\"F1\"")], point(115.6505, 34.44)),
          TestFeature([("设施编号", "\"F9\"")], point(115.65, 34.44)),
          TestFeature([("设施编号", "null")], point(115.65, 34.44)),
        ]))
    ]
    let city = try await load(project)
    #expect(city.facilities.entranceOffsets.last == 2)
    #expect(city.facilities.site(of: 0) == .entrances(0..<2))
    #expect(city.facilities.entrances[0].x < city.facilities.entrances[1].x)
    #expect(city.parcels.entrances.isEmpty)
    let codes = Dictionary(
      uniqueKeysWithValues: city.rejected.map { ($0.row, $0.code) })
    #expect(codes == [3: .unknownFacility, 4: .missingParcel])
  }

  @Test("there is an example of every code")
  func allCodes() {
    var shown = Set(RejectionCase.all.map(\.code))
    shown.formUnion([
      .missingParcel, .unknownParcel, .unknownFacility, .unreadableRow, .totalRow, .remarkRow,
    ])
    #expect(shown == Set(RejectionCode.allCases))
  }
}
