import Foundation
import TestSupport

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The test files of GEOS and JTS: geometries, operations and expected results.
struct GEOSCorpus {
  struct Test {
    /// File, case and test, both counted from 1: `TestDistance.xml 3.1`.
    let name: String
    let operation: String
    /// 1 at `arg1`: `A`, `B` or a number.
    let arguments: [String]
    let expected: String
    let a: String
    let b: String
    /// The grid all coordinates are on; 0 for none.
    let gridSize: Double
  }

  /// Where the files are, if they are.
  static let folder: URL? = {
    let part = "reference/geos-xmltester"
    return TestData.has(part) ? URL(filePath: TestData.path(part)) : nil
  }()

  static func tests() throws -> [Test] {
    guard let folder else { return [] }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return try files.filter { $0.hasSuffix(".xml") }.sorted().flatMap { file in
      let parser = XMLParser(data: try Data(contentsOf: folder.appending(path: file)))
      let reader = GEOSCorpusReader(file: file)
      parser.delegate = reader
      guard parser.parse() else { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
      return reader.tests
    }
  }
}

private final class GEOSCorpusReader: NSObject, XMLParserDelegate {
  private let file: String
  private(set) var tests: [GEOSCorpus.Test] = []
  private var text = ""
  private var caseNumber = 0
  private var testNumber = 0
  private var a = ""
  private var b = ""
  private var gridSize = 0.0
  private var attributes: [String: String] = [:]

  init(file: String) { self.file = file }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    text = ""
    switch element {
    case "case":
      caseNumber += 1
      testNumber = 0
      (a, b) = ("", "")
    case "precisionModel":
      gridSize = attributes["scale"].flatMap { Double($0) }.map { 1 / $0 } ?? 0
    case "op": self.attributes = attributes
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement element: String, namespaceURI: String?,
    qualifiedName: String?
  ) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    switch element {
    case "a": a = text
    case "b": b = text
    case "op":
      testNumber += 1
      tests.append(
        GEOSCorpus.Test(
          name: "\(file) \(caseNumber).\(testNumber)",
          operation: (attributes["name"] ?? "").lowercased(),
          arguments: (1...3).compactMap { attributes["arg\($0)"] }, expected: text, a: a, b: b,
          gridSize: gridSize))
    default: break
    }
  }
}
