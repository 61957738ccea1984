import Documents
import Foundation
import GeoData
import GeoFiles
import Quantities
import Testing

@testable import Planning

@Suite("Aliases")
struct FieldAliasesTests {
  /// The table of the design, column by column.
  static let designed: [LayerRole: [String]] = [
    .parcels: [
      "id", "name", "households", "population", "elders", "infants", "status", "urban",
      "community", "street", "district", "delivered",
    ],
    .facilities: [
      "id", "name", "kind", "floor_area", "land_area", "places", "beds", "nursing_beds",
      "inclusive", "ownership", "status", "operating", "opened", "closed", "delivered", "residents",
      "doctors", "nurses",
      "equipment", "served_parcels",
    ],
    .units: [
      "id", "name", "level", "type", "urban", "population", "elders", "infants", "households",
    ],
    .entrances: ["parcel", "facility"],
  ]

  @Test("every column of the design has some, and no alias is given twice in a layer")
  func complete() throws {
    let aliases = try FieldAliases.builtIn()  // throws where one is given twice
    for (role, columns) in Self.designed {
      for column in columns {
        #expect(role.column(column) != nil, "\(role) \(column)")
        #expect(aliases.columns[role]?[column]?.isEmpty == false, "\(role) \(column)")
      }
    }
  }

  @Test("faults of the file have places")
  func faults() throws {
    let original = try GeoData.text("aliases.yaml")
    let text = original.replacingOccurrences(
      of: "parcel: [小区,", with: "parcel: [小区, gate, 小区,")
    #expect(text != original)
    do {
      _ = try FieldAliases(yaml: text, file: "aliases.yaml")
      Issue.record("no fault")
    } catch {
      #expect(error.description.contains("'小区' is an alias of 'parcel' in entrances already"))
      #expect(error.description.contains("'gate' is an alias of 'parcel' in entrances already"))
    }
  }
}

@Suite("Field matching")
struct FieldMatchingTests {
  private func match(
    _ headers: [String], _ role: LayerRole = .parcels, stated: [String: String] = [:]
  ) throws -> FieldMatching {
    FieldMatching(headers, role: role, stated: stated, aliases: try .builtIn())
  }

  @Test(
    "a header is known however it is written",
    arguments: [
      ("户数", "households"), ("总户数", "households"), ("户数（户）", "households"),
      (" 户 数 ", "households"), ("HOUSEHOLDS", "households"), ("hu_shu", "households"),
      ("HuShu", "households"), ("hh", "households"), ("Ｈｏｕｓｅｈｏｌｄｓ", "households"),
      ("【户数】", "households"), ("\u{FEFF}小区编号", "id"), ("60岁以上人口", "elders"),
      ("60岁及以上人口（人）", "elders"), ("3岁以下人口", "infants"), ("建设状态", "status"),
      ("交付日期", "delivered"), ("elderly", "elders"), ("community_id", "community"),
    ])
  func headers(header: String, column: String) throws {
    #expect(try match([header]).matches[column]?.source == header)
  }

  @Test(
    "the days of a facility are told apart",
    arguments: [
      ("投用时间", "delivered"), ("开业时间", "opened"), ("竣工日期", "delivered"),
      ("开业日期", "opened"), ("opened", "opened"), ("停业日期（年月）", "closed"),
      ("运营状态", "operating"), ("建设状态", "status"), ("Business Status", "operating"),
    ])
  func days(header: String, column: String) throws {
    #expect(Set(try match([header], .facilities).matches.keys) == [column])
  }

  @Test(
    "a unit behind a header is taken off, and counts",
    arguments: [
      ("建筑面积（㎡）", 1), ("建筑面积(平方米)", 1), ("建筑面积/㎡", 1), ("floor_area_m2", 1),
      ("GFA (sq m)", 1), ("建筑面积（万平方米）", 10_000), ("建筑面积（公顷）", 10_000),
    ] as [(String, Int64)])
  func units(header: String, factor: Int64) throws {
    let match = try #require(try match([header], .facilities).matches["floor_area"])
    #expect(match.factor == UnitFactor(numerator: factor, denominator: 1))
  }

  @Test("a remark that is no unit is not taken off a number", arguments: ["户数（2019年）", "户数2"])
  func remarks(header: String) throws {
    #expect(try match([header]).matches["households"] == nil)
  }

  @Test("our own name beats an alias, and an alias one behind it")
  func priority() throws {
    let found = try match(["住户数", "总户数", "households"])
    #expect(found.matches["households"]?.source == "households")
    #expect(found.doubts.map(\.second) == ["总户数", "住户数"])
    #expect(try match(["住户数", "总户数"]).matches["households"]?.source == "总户数")
  }

  @Test("what the project states beats everything, and is not used twice")
  func stated() throws {
    let found = try match(["households", "人口"], stated: ["households": "人口"])
    #expect(found.matches["households"]?.source == "人口")
    #expect(found.matches["population"] == nil)
    #expect(found.doubts.isEmpty)
    let absent = try match(["户数"], stated: ["households": "户 数"])
    #expect(absent.absent == [FieldMatching.Absence(column: "households", stated: "户 数")])
  }
}

@Suite("Cells")
struct CellTests {
  static let read: [(String, String)] = [
    ("3005", "3005"), ("3005户", "3005"), ("1,200", "1200"), ("1，200 户", "1200"),
    ("12,345,678.5", "12345678.5"), ("３００５", "3005"), (" 42 ", "42"), ("+7", "7"),
    ("-3", "-3"), ("0", "0"), ("1.2万", "12000"), ("1.2E+04", "12000"), ("1e3", "1000"),
    ("1 200", "1200"), ("1\u{2009}200", "1200"), ("1\u{A0}500户", "1500"), ("1\u{202F}500", "1500"),
    ("12 345 678.5", "12345678.5"), ("1.2（万户）", "12000"), ("1500（户）", "1500"), ("-1 200", "-1200"),
    ("12.3456789", "12.345679"), ("007", "7"), ("3005 households", "3005"), (".5", "0.5"),
  ]

  @Test("numbers are read as they are written", arguments: read)
  func numbers(text: String, value: String) throws {
    #expect(try reading(text, .dwellings) == .amount(#require(Amount(exactly: value))))
  }

  @Test(
    "areas come with their units",
    arguments: [
      ("350㎡", "350"), ("350 平方米", "350"), ("0.35公顷", "3500"), ("3亩", "2000"),
      ("1亩", "666.666667"), ("350m²", "350"), ("1,350.5 m2", "1350.5"),
    ])
  func areas(text: String, value: String) throws {
    #expect(try reading(text, .area) == .amount(#require(Amount(exactly: value))))
  }

  @Test(
    "a remark behind a number is taken off, and told",
    arguments: [
      ("1500（规划）", "1500", "规划"), ("80(备案)", "80", "备案"), ("80张（护理型60）", "80", "护理型60"),
      ("1 500户【含商业】", "1500", "含商业"),
    ])
  func remarks(text: String, value: String, remark: String) throws {
    let family: UnitFamily = text.contains("张") ? .places : .dwellings
    #expect(
      try reading(text, family) == .amount(#require(Amount(exactly: value)), remark: remark))
  }

  @Test(
    "a remark that leaves the number open leaves none",
    arguments: [
      "1500（约）", "1500（左右）", "1500（以上）", "1500（+50）", "1.5（单位：万户）", "350（坪）", "1.2万（万户）",
      "80（待核实）", "1500（）", "（1500）", "约1500（规划）",
    ])
  func openRemarks(text: String) throws {
    #expect(try reading(text, .dwellings) == .unreadable)
  }

  @Test("the unit of a column holds for a number with a remark, unless it names its own")
  func remarksAndUnits() throws {
    let units = try FieldAliases.builtIn().units[.people] ?? [:]
    #expect(!NumberReading.namesUnit("1.2（规划）", units))
    #expect(NumberReading.namesUnit("1.2（万人）", units) && NumberReading.namesUnit("1.2万", units))
  }

  @Test(
    "dates are read in digits of any width, as far as they go",
    arguments: [
      ("202512", "2025-12"), ("２０２５年１２月", "2025-12"), ("２０２５－１２－３１", "2025-12-31"),
      ("20251231", "2025-12-31"), ("2025年底", "2025"), ("2025.12", "2025-12"),
    ])
  func dates(text: String, date: String) {
    #expect(CalendarDate(text)?.description == date)
  }

  @Test(
    "what is no date is none", arguments: ["202513", "200000", "90年代", "1990年代", "114年12月", "12"])
  func noDates(text: String) { #expect(CalendarDate(text) == nil) }

  @Test(
    "what is not one number for certain is not read",
    arguments: [
      "约500", "500-600", "500左右", ">500", "1,2", "0,123", "1,2345", "1.200,5", "5%", "350㎡",
      "五百", "12户3", "--5", "+-5", "5+", "1e", "0x10", "NaN5", "inf", "1.2.3", "9e99", "，5",
      "99999999999999999999", "5\u{0}0", "12 00", "0 500", "1 500,5",
    ])
  func unreadable(text: String) throws {
    #expect(try reading(text, .dwellings) == .unreadable)
  }

  @Test(
    "words for nothing are nothing",
    arguments: ["", "无", "暂无", "-", "——", "/", "N/A", "#N/A", "null", "NULL", "不详", "NaN", "？"])
  func missing(text: String) throws {
    #expect(try reading(text, .people) == .missing)
  }

  @Test("numbers of every column type")
  func types() {
    let integer = CellReading(column: .integer(ValueColumn([5, .max, nil], filler: 0)))
    #expect(number(integer, 0) == .amount(Amount(5)))
    #expect(number(integer, 1) == .unreadable)
    #expect(number(integer, 2) == .missing)
    let real = CellReading(column: .real(ValueColumn([0.1, .infinity, 1e300], filler: 0)))
    #expect(number(real, 0) == .amount(Amount(micros: 100_000)))
    #expect(number(real, 1) == .unreadable && number(real, 2) == .unreadable)
    let flag = CellReading(column: .boolean(ValueColumn([true], filler: false)))
    #expect(number(flag, 0) == .unreadable)
    let json = CellReading(column: .json(TextColumn(["12", "\"12户\"", "[1]", "null"])))
    #expect(number(json, 0) == .amount(Amount(12)) && number(json, 1) == .amount(Amount(12)))
    #expect(number(json, 2) == .unreadable && number(json, 3) == .missing)
  }

  @Test("texts without what stands around them")
  func texts() {
    let cells = CellReading(
      column: .text(TextColumn([" a ", "\u{3000}社区 ", "\u{FEFF}x", "  ", nil, "（甲）", "é"])))
    #expect((0..<7).map { cells.text($0) } == ["a", "社区", "x", nil, nil, "（甲）", "é"])
    let reals = CellReading(column: .real(ValueColumn([411_499_001, 1.5], filler: 0)))
    #expect(reals.text(0) == "411499001" && reals.text(1) == "1.5")
  }

  @Test("lists, divided in any way")
  func lists() {
    let cells = CellReading(
      column: .json(TextColumn(["[\"P1\", 2, null]", "\"P1；P2、 P3|P4\"", "null", "[]"])))
    #expect(cells.items(0) == ["P1", "2"])
    #expect(cells.items(1) == ["P1", "P2", "P3", "P4"])
    #expect(cells.items(2) == nil && cells.items(3) == [])
  }

  private func number(_ cells: CellReading, _ row: Int) -> NumberReading {
    cells.number(row, units: ["户": .one], missing: [""])
  }

  private func reading(_ text: String, _ family: UnitFamily) throws -> NumberReading {
    let aliases = try FieldAliases.builtIn()
    return NumberReading(text, units: aliases.units[family] ?? [:], missing: aliases.missing)
  }
}
