import Planar
import TestSupport
import Testing

@testable import GeoFiles

@Suite("How tables are laid out")
struct TableLayoutTests {
  private static let header = ["序号", "机构名称", "机构类型", "经度", "纬度", "床位数"]
  private static let rows = [
    ["1", "甲养老院", "养老院", "113.8597", "34.0592", "100"],
    ["2", "乙养老院", "养老院", "113.8700", "34.0500", "80"],
  ]

  /// A table with one of our separators.
  private static func text(_ separator: String, above: [String] = [], end: String = "\n") -> String
  {
    (above + ([header] + rows).map { $0.joined(separator: separator) }).joined(separator: end) + end
  }

  private func expectTable(
    _ text: String, firstLine: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let layer = try await readLayer(text, named: "a.csv")
    #expect(layer.attributes.names == Self.header, sourceLocation: sourceLocation)
    #expect(layer.geometry.x == [113.8597, 113.87], sourceLocation: sourceLocation)
    #expect(layer.geometry.y == [34.0592, 34.05], sourceLocation: sourceLocation)
    #expect(layer.lines == [firstLine, firstLine + 1], sourceLocation: sourceLocation)
    #expect(
      layer.attributes["床位数"] == .integer(ValueColumn([100, 80], filler: 0)),
      sourceLocation: sourceLocation)
  }

  @Test("any separator", arguments: [",", ";", "\t", "|", "，", "；", "｜"], ["\n", "\r\n", "\r"])
  func separators(separator: String, end: String) async throws {
    try await expectTable(Self.text(separator, end: end), firstLine: 2)
  }

  @Test("a line for spreadsheets", arguments: ["sep=;", "SEP=;", "\"sep=;\"", "sep= ;"])
  func stated(line: String) async throws {
    try await expectTable(Self.text(";", above: [line]), firstLine: 3)
    try await expectTable(Self.text(";", above: [line], end: "\r\n"), firstLine: 3)
  }

  @Test(
    "titles above the header",
    arguments: [
      ["许昌市养老机构名单"], ["许昌市养老机构名单,,,,,"], ["许昌市养老机构名单,,,,,", ",,,,,单位：张、平方米"],
      ["许昌市养老机构名单（共 2 家，截至 2024 年）"], ["", ""], ["\"名单, 第一页\""], ["标题", "编制：民政局,,日期：2024,,,"],
      ["# 2024 年导出", "# by hand"], [",,,,,"],
    ])
  func titles(above: [String]) async throws {
    let text = Self.text(",", above: above)
    try await expectTable(text, firstLine: above.count + 2)
    let layer = try await readLayer(text, named: "a.csv")
    let isTold = layer.noteTexts.contains { $0.contains("is taken for the header") }
    #expect(isTold == above.contains { !$0.allSatisfy { $0 == "," } })
    for other in [";", "|", "，"] where !above.contains(where: { $0.contains(",") }) {
      try await expectTable(Self.text(other, above: above), firstLine: above.count + 2)
    }
  }

  @Test(
    "any separator that is stated",
    arguments: ["^", "、", ":", "~", "#", " ", "·", "：", "\u{1F}", "\t"])
  func statedSeparator(mark: String) async throws {
    let rows = [["id", "lon", "lat"], ["a", "113.5", "34.5"]].map { $0.joined(separator: mark) }
    let layer = try await readLayer(
      "sep=\(mark)\n\(rows.joined(separator: "\n"))\n", named: "a.csv")
    #expect(layer.attributes.names == ["id", "lon", "lat"])
    #expect(layer.geometry == GeometryColumn(points: [Point(x: 113.5, y: 34.5)]))
  }

  @Test("titles of a table that is read from a spreadsheet in GBK")
  func encodedTitles() async throws {
    let bytes = encoded(Self.text(";", above: ["sep=;"]), as: "GB18030")
    let layer = try await LayerFile.read(TestFile(bytes, named: "a.csv").path)
    #expect(layer.attributes.names == Self.header && layer.geometry.x == [113.8597, 113.87])
  }

  @Test(
    "what is no title stays the header",
    arguments: [
      ("a,b,a,\n1,2,3,4\n", ["a", "b", "a_2", "column_4"]), ("a\n1\n", ["a"]),
      ("id,2020,2021\n1,2,3\n", ["id", "2020", "2021"]), ("lon,lat\n", ["lon", "lat"]),
      ("id,备注\n1,\"甲，乙，丙\"\n2,\"丁，戊，己\"\n", ["id", "备注"]),
      ("id,备注\n1,甲，乙，丙\n2,丁，戊，己\n", ["id", "备注"]), ("id,list\n1,a;b;c\n2,d;e;f\n", ["id", "list"]),
      ("id|address\n1|a, b, c\n2|d, e, f\n", ["id", "address"]),
      ("id;x;y\n1;1,5;2,5\n2;3,5;4,5\n", ["id", "x", "y"]),
    ])
  func plain(text: String, names: [String]) async throws {
    let layer = try await readLayer(
      text, named: "a.csv", options: ReadOptions(geometry: .none))
    #expect(layer.attributes.names == names)
    #expect(!layer.noteTexts.contains { $0.contains("taken for the header") })
  }

  @Test(
    "a header of two lines",
    arguments: [
      "序号,名称,位置,,床位\n,,经度,纬度,\n1,甲,113.5,34.5,9\n",
      "序号,位置,,名称,床位,\n,经度,纬度,,总数,护理型\n1,113.5,34.5,甲,9,3\n",
      "表一,,,,\n序号,名称,位置,,床位\n,,经度,纬度,\n1,甲,113.5,34.5,9\n",
    ])
  func subheader(text: String) async throws {
    let layer = try await readLayer(text, named: "a.csv")
    #expect(layer.geometry.x == [113.5] && layer.geometry.y == [34.5])
    #expect(layer.noteTexts.contains { $0.contains("second line of the header") })
  }

  @Test(
    "what is no second line",
    arguments: [
      "id,,lon,lat\n,x,113.5,34.5\n1,y,1,2\n", "id,,lon,lat\n1,x,a,b\n", "id,lon,lat\n,a,b\n",
    ])
  func noSubheader(text: String) async throws {
    let layer = try await readLayer(text, named: "a.csv")
    #expect(!layer.noteTexts.contains { $0.contains("second line") })
  }

  @Test("rows of nothing but separators are no rows; separators at the end of a row are no values")
  func emptyRows() async throws {
    let layer = try await readLayer("a,lon,lat\n1,2,3,,,\n,,\n\n2,4,5\n,,,,\n", named: "a.csv")
    #expect(layer.geometry.x == [2, 4] && layer.lines == [2, 5])
    #expect(layer.notes.isEmpty)
  }

  @Test("a row with a value too many is refused as a whole")
  func surplus() async throws {
    let layer = try await readLayer(
      "a,b,lon,lat\n1,x,y,113,34\n2,z,113,34\n3,\"x,y\",113,34\n", named: "a.csv")
    #expect(layer.notes.map(\.severity) == [.refused, .unusable])
    #expect(layer.notes.allSatisfy { $0.row == 0 })
    #expect(layer.noteTexts[0].hasPrefix("0!!: line 2: has 5 values for 4 columns"))
  }

  @Test("plain decimals are read as the library reads them", arguments: UInt64(0)..<40)
  func decimals(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let text: String
      switch Int.random(in: 0..<4, using: &random) {
      case 0: text = "\(Double.random(in: -180...180, using: &random))"
      case 1: text = "\(Int.random(in: -9_999_999...9_999_999, using: &random))"
      case 2:
        let digits = (0..<Int.random(in: 1...25, using: &random)).map { _ in
          String(Int.random(in: 0...9, using: &random))
        }
        text = digits.joined() + "." + digits.reversed().joined()
      default:
        text =
          "\(Double.random(in: 0...1, using: &random))e\(Int.random(in: -9...9, using: &random))"
      }
      #expect(DecimalText.number(Array(text.utf8)[...]) == Double(text), "\(text)")
    }
  }

  @Test(
    "what is no number",
    arguments: ["", "-", ".", "1.2.3", "1e", "e1", "1 2", "--1", "0x10", "nan"])
  func noDecimals(text: String) { #expect(DecimalText.number(Array(text.utf8)[...]) == nil) }
}
