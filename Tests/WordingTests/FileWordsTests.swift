import Documents
import Foundation
import GeoFiles
import Geodesy
import Planning
import TestSupport
import Testing
import Wording
import Workers

/// What readers and writers of files say, in the language of the reader.
@Suite("Faults of files in words")
struct FileWordsTests {
  /// What no reader sees: faults of the program, names of formats, commands, and words of systems.
  private static let silent: Set<String> = [
    "GDAL has nothing to do with it", "column %1 has %2 rows", "columns of equal length",
    "there is no GDAL", "a list has an end", "the closure throws nothing: %1",
    "one geometry per row", "one id per row", "siting_json_parser_create: out of memory",
    "%1 bytes", "subclasses write", "%1 decimals", "deflateInit2: no memory",
    "column %1 is there already", "error %1", "zlib error %1", "SQLite format 3",
    "<!doctype html", "default ", "ESRI Shapefile", "File Geodatabase", "MapInfo File",
    "GeoJSON text sequence",
  ]
  /// SQL, and words for columns.
  private static let silentFiles: Set<String> = [
    "NewDataset+Metadata.swift", "NewDataset+Styles.swift", "CoordinateHeader.swift",
  ]

  @Test("every sentence of the room that reads and writes files has its Chinese")
  func sources() throws {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let room = package.appendingPathComponent("Sources/GeoFiles").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: room)
      .filter { $0.hasSuffix(".swift") }
      .filter { !Self.silentFiles.contains(($0 as NSString).lastPathComponent) }
    #expect(files.count > 50)
    var missing: Set<String> = []
    for file in files {
      let text = try String(contentsOfFile: "\(room)/\(file)", encoding: .utf8)
      var scanner = SentenceScanner(text)
      for sentence in scanner.sentences()
      where !Self.silent.contains(sentence) && !sentence.hasPrefix("jq ") {
        // What is put behind another sentence stands in the table with it.
        let isSaid =
          sentence.hasPrefix(";")
          ? FaultWords.chinese.keys.contains { $0.hasSuffix(sentence) }
          : FaultWords.chinese[sentence] != nil
        if !isSaid { missing.insert(sentence) }
      }
    }
    #expect(missing.sorted() == [])
  }

  private static func read(_ text: String, _ name: String) async throws -> Layer {
    let file = try TestFile(text, named: name)
    do {
      return try await LayerFile.read(file.path)
    } catch {
      throw Named(text: error.text.mappingWords { $0.replacing(file.path, with: name) })
    }
  }

  /// A fault of a file by the name that is known to the test.
  private struct Named: Error { let text: FaultText }

  @Test(
    "a file that cannot be used",
    arguments: [
      ("a.geojson", "", "a.geojson：文件是空的；请重新导出"),
      ("a.geojson", "{", "a.geojson:1:2：不是有效的 JSON：文本在对象中中断；文件可能不完整，请重新导出"),
      (
        "a.geojson", "{} {}",
        "a.geojson:1:4：不是有效的 JSON：文档结束之后还有内容；每行一个 JSON 文本的文件，扩展名须为 .geojsonl"
      ),
      ("a.geojson", "{\"a\":x}", "a.geojson:1:6：不是有效的 JSON：此处应为值，而不是“x”"),
      ("a.geojson", "{\"type\":\"feature\"}", "a.geojson：type：“feature”应写成“Feature”；名称区分大小写"),
      ("a.geojson", "<html>", "a.geojson：文件是网页；请将其中的表格另存为 CSV"),
      (
        "a.geojson", "{\"status\":0,\"results\":[]}",
        "a.geojson：文件是百度等地图服务的返回结果，其中没有地点；请查看其状态说明，重新查询"
      ),
      (
        "a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[],\"crs\":{}}",
        "a.geojson：crs：没有写明坐标系；坐标如为 WGS 84，请删去此成员，否则请声明图层的坐标系"
      ),
      ("a.csv", "a,\"b\n1,2\n", "a.csv:1:3：此处的引号没有闭合；文本内的引号请写两个"),
      ("a.doc", "x", "a.doc：扩展名 .doc 无法识别；本版本可读取 GeoJSON"),
    ])
  func files(name: String, text: String, says: String) async throws {
    do {
      _ = try await Self.read(text, name)
      Issue.record("no fault")
    } catch let error as Named {
      #expect(LoadingWordsTests.unsaid(error.text) == [])
      #expect(error.text.said(in: .zh).hasPrefix(says), "\(error.text.said(in: .zh))")
    }
  }

  private static func features(_ geometry: String) -> String {
    """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":\(geometry)}]}
    """
  }

  @Test(
    "a row that cannot be used, or was repaired",
    arguments: [
      (
        features("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1]]]}"), "a.json",
        "geometry.coordinates[0]：环至少需要4个位置，此环只有3个"
      ),
      (
        features("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}"), "a.json",
        "geometry.coordinates[0]：环没有闭合；已用首个位置闭合"
      ),
      (
        features("{\"type\":\"Point\",\"coordinates\":[\"东\",0]}"), "a.json",
        "geometry.coordinates[0]：是字符串，应为数值"
      ),
      (
        features("{\"type\":\"Polygon\",\"coordinates\":[0]}"), "a.json",
        "geometry.coordinates[0]：是数值，应为位置的数组；坐标须按类型逐层嵌套"
      ),
      (features("null"), "a.json", "geometry：要素没有几何图形"),
      (
        features("{\"type\":\"Point\",\"coordinates\":[1,2,3]}"), "a.json",
        "几何图形：1行（第1行）：位置中的高程等其余数值已略去"
      ),
      ("经度,纬度,户数\n113,34,1,2\n", "a.csv", "第2行：有4个值，只有3列，无法判断各值属于哪一列；含分隔符的文本请加引号"),
      ("经度,纬度\n34°N,34\n", "a.csv", "“经度”列：“34°N”是纬度，此处应为经度；请对调两列"),
      ("经度,纬度,\n113,34,1\n", "a.csv", "第3列：没有列名，称为“column_3”"),
      ("wkt\n\"POINT (1 b)\"\n", "a.csv", "“wkt”列：第10个字符处：应为数值"),
      ("wkt\n010300000001000000\n", "a.csv", "“wkt”列：WKB 第5字节：写明有1项，其后的字节不足；请重新导出几何图形"),
    ])
  func rows(text: String, name: String, says: String) async throws {
    let notes = try await Self.read(text, name).notes
    for note in notes { #expect(LoadingWordsTests.unsaid(note.text) == [], "\(note)") }
    let said = notes.map { $0.text.said(in: .zh) }
    #expect(said.contains(says), "\(said)")
  }

  @Test("a file that cannot be written")
  func writing() async throws {
    let layer = try await Self.read(Self.features("null"), "a.json")
    let error = await #expect(throws: LayerWriteError.self) {
      try await LayerFile.write(
        layer, in: .wgs84, to: "/nowhere/a.geojson", workers: Workers(count: 1))
    }
    #expect(error?.text.said(in: .zh) == "/nowhere/a.geojson：无法创建（没有可放置它的文件夹）")
  }

  @Test("why an area is none")
  func geometry() {
    let note = Note.repairedGeometry(reason: "Self-intersection".faultText, before: 0, after: 5120)
    #expect(note.sentence(.exact).zh.hasPrefix("图形已修复（自相交）："))
    #expect(note.sentence(.exact).en.hasPrefix("the area was repaired (Self-intersection):"))
    let unknown = Rejection.collapsedGeometry(reason: "A new one".faultText)
    #expect(unknown.sentence(.exact).zh == "修复后没有面积（A new one）；请重新绘制")
  }
}

/// The sentences of a source: its literals with a space in them, with `%1`, `%2` … for what is put in. Literals with
/// `+` between them are one.
private struct SentenceScanner {
  private let text: [Character]
  private var at = 0

  init(_ text: String) { self.text = Array(text) }

  mutating func sentences() -> [String] {
    var found: [String] = []
    var end: Int?
    while at < text.count {
      if starts("//") {
        while at < text.count, text[at] != "\n" { at += 1 }
      } else if starts("\"\"\"") {
        at += 3
        while at < text.count, !starts("\"\"\"") { at += 1 }
        at += 3
      } else if text[at] == "\"" {
        let between = end.map { String(text[$0..<at]).filter { !$0.isWhitespace } }
        let literal = literal()
        if between == "+", let last = found.popLast() {
          found.append(last + literal)
        } else {
          found.append(literal)
        }
        end = at
      } else {
        at += 1
      }
    }
    return found.map(Self.numbered).filter {
      $0.contains(" ") && !$0.allSatisfy(\.isPunctuationOrSpace)
    }
  }

  private func starts(_ sign: String) -> Bool {
    text[at...].starts(with: sign)
  }

  /// Reads a literal; `\0` stands for what is put in.
  private mutating func literal() -> String {
    var result = ""
    at += 1
    while text[at] != "\"" {
      guard text[at] == "\\" else {
        result.append(text[at])
        at += 1
        continue
      }
      let sign = text[at + 1]
      at += 2
      switch sign {
      case "(":
        skipInterpolation()
        result.append("\0")
      case "u":
        let code = text[at...].prefix { $0 != "}" }.dropFirst()
        at += code.count + 2
        result +=
          UInt32(String(code), radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
      default: result.append(sign)
      }
    }
    at += 1
    return result
  }

  private mutating func skipInterpolation() {
    var depth = 1
    while depth > 0 {
      switch text[at] {
      case "\"": _ = literal()
      case "(":
        depth += 1
        at += 1
      case ")":
        depth -= 1
        at += 1
      default: at += 1
      }
    }
  }

  private static func numbered(_ literal: String) -> String {
    var number = 0
    return literal.reduce(into: "") { result, character in
      if character == "\0" { number += 1 }
      result += character == "\0" ? "%\(number)" : character == "%" ? "%%" : String(character)
    }
  }
}

extension Character {
  /// Of lists and paths: no word.
  fileprivate var isPunctuationOrSpace: Bool { isPunctuation || isWhitespace || isSymbol }
}
