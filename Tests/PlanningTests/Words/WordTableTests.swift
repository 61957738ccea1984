import Documents
import GeoData
import GeoFiles
import TestSupport
import Testing
import Wording

@testable import Planning

/// Every word of the tables beside is read as they say, and those that are left open are not read.
@Suite("Words of Chinese tables")
struct WordTableTests {
  @Test("headers are taken for the column that they are")
  func headers() throws {
    let tables = [
      (LayerRole.facilities, HeaderTable.facilities), (.parcels, HeaderTable.parcels),
    ]
    for (role, table) in tables {
      for (column, headers) in table {
        for header in HeaderTable.words(headers) {
          let found = FieldMatching([header], role: role, aliases: try .builtIn())
          #expect(Array(found.matches.keys) == [column], "\(role): \(header)")
        }
      }
    }
  }

  @Test("headers of something else are not taken")
  func openHeaders() throws {
    for (header, why) in HeaderTable.open {
      for role in [LayerRole.parcels, .facilities] {
        let found = FieldMatching([header], role: role, aliases: try .builtIn())
        #expect(found.matches.isEmpty, "\(header): \(why)")
      }
    }
  }

  @Test(
    "what looks like floor area and is none is told",
    arguments: [
      ("使用面积", false), ("套内面积（㎡）", false), ("套內面積", false), ("面积", true), ("面积（平方米）", true),
    ])
  func lookAlikes(header: String, mayBe: Bool) throws {
    let found = FieldMatching([header], role: .facilities, aliases: try .builtIn())
    #expect(
      found.lookAlikes == [.init(column: "floor_area", source: header, mayBe: mayBe)])
    let beside = FieldMatching([header, "建筑面积"], role: .facilities, aliases: try .builtIn())
    #expect(beside.lookAlikes.isEmpty && beside.matches["floor_area"]?.sources == ["建筑面积"])
    let stated = FieldMatching(
      [header], role: .facilities, stated: ["floor_area": header], aliases: try .builtIn())
    #expect(stated.lookAlikes.isEmpty && stated.matches["floor_area"]?.source == header)
  }

  @Test("cells say what they say")
  func values() throws {
    for (family, value, words) in ValueTable.words {
      for word in HeaderTable.words(words) {
        #expect(try read(word, family) == value, "\(family): \(word)")
      }
    }
  }

  @Test("cells that may say several things say nothing")
  func openValues() throws {
    for (family, words, why) in ValueTable.open {
      for word in HeaderTable.words(words) {
        #expect(try read(word, family) == nil, "\(family): \(word): \(why)")
      }
    }
  }

  private func read(_ word: String, _ family: WordFamily) throws -> String? {
    let aliases = try FieldAliases.builtIn()
    return ColumnReading(
      [], shown: "x", content: .word(of: family), firstRow: 0, units: aliases.units,
      words: aliases.words, missing: aliases.missing
    ).known(word)
  }

  @Test("facilities are of the kind that their word names")
  func kinds() throws {
    let kinds = try FacilityKinds.builtIn()
    for (kind, words) in KindTable.words {
      for word in HeaderTable.words(words) {
        let found = kinds.index(named: word).map { kinds.all[$0].id }
        #expect(found == kind, "\(word)")
      }
    }
  }

  @Test("facilities with a word for several things are of no kind")
  func openKinds() throws {
    let kinds = try FacilityKinds.builtIn()
    for (words, why) in KindTable.open {
      for word in HeaderTable.words(words) {
        #expect(
          kinds.index(named: word) == nil && kinds.refusal(of: word) == nil, "\(word): \(why)")
      }
    }
  }

  @Test("beds of family care are refused by name, and leave nothing unknown")
  func refusals() async throws {
    for word in HeaderTable.words(KindTable.refused) {
      var test = TestCity()
      test.facilities[0].set("kind", "\"\(word)\"")
      let city = try await test.load()
      #expect(city.rejected.map(\.code) == [.notFacility], "\(word)")
      #expect(city.rejected[0].sentence(.exact).zh.contains("家庭养老床位不是设施，不计入机构床位"))
      #expect(city.setAside.facilities.count == 0 && city.rejected[0].decidesNothing)
    }
  }

  @Test(
    "an unknown kind is told with the name that is nearest, and with all that are equally near",
    arguments: [
      ("养老驿馆", ["养老公馆", "养老驿站"]), ("长者食唐", ["长者食堂"]), ("childcar", ["child care", "childcare"]),
    ])
  func nearest(word: String, names: [String]) throws {
    let words = KindWords([:], try .builtIn())
    guard case .unknownKind(word, let nearest) = words.rejection(of: word) else {
      Issue.record("\(word) is known")
      return
    }
    #expect(Set(nearest.map(\.word)).isSubset(of: names) && !nearest.isEmpty, "\(nearest)")
  }

  @Test("a facility names the compounds that it serves by id, or by a name that only one has")
  func servedByName() async throws {
    var test = TestCity()
    test.parcels[0].set("name", "\"甲\"")
    test.parcels[1].set("name", "\"乙\"")
    test.facilities[0].set("served_parcels", "\"甲、P2\"")
    let city = try await test.load()
    #expect(city.facilities.servedParcels[0] == [0, 1] && city.notes == [])
    test.parcels[1].set("name", "\"甲\"")
    #expect(try await test.load().notes.map(\.code) == [.unknownServedParcel])
  }

  @Test("a meal point is a facility of its own, and no elder-care facility")
  func mealPoints() throws {
    let kinds = try FacilityKinds.builtIn()
    let elder = kinds.descendants(of: ["elder_facility_any"])
    #expect(!elder.contains(try #require(kinds.index(ofID: "elder_meal_point"))))
  }

  @Test("the remark behind a state of building may say that it does not stand")
  func stateRemarks() async throws {
    let words = ["现状（停业）", "现状（2019年）", "已建成（停业）", "新建（在建）", "已建成（运营中）"]
    var test = TestCity()
    test.facilities = words.enumerated().map { index, word in
      var row = TestCity.facility("F\(index)", point(115.65 + Double(index) / 10_000, 34.44))
      row.set("status", "\"\(word)\"")
      row.set("operating", nil)
      return row
    }
    #expect(try await test.load().standings.map(\.isOpen) == [false, true, nil, false, true])
  }

  @Test(
    "the remark behind a kind may say that it does not stand",
    arguments: [
      ("childcare（停业）", "open", nil), ("childcare（停业）", nil, false), ("childcare（在建）", nil, false),
      ("childcare（公办）", nil, true), ("childcare（运营中）", nil, true),
    ] as [(String, String?, Bool?)])
  func remarks(kind: String, operating: String?, stands: Bool?) async throws {
    var test = TestCity()
    test.facilities[0].set("kind", "\"\(kind)\"")
    test.facilities[0].set("operating", operating.map { "\"\($0)\"" })
    let city = try await test.load()
    #expect(city.standings[0].isOpen == stands)
  }
}
