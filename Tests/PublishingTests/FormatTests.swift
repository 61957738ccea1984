import Compliance
import Documents
import Foundation
import FoundationXML
import Geodesy
import Planar
import Planning
import Rules
import TestSupport
import Testing
import Wording
import Workers

@testable import GeoFiles
@testable import Pages
@testable import Publishing

@Suite("Formats of a result")
struct FormatTests {
  /// Publishes into a scratch folder.
  private func published(
    _ result: ComplianceResult? = nil, workers: Int = 1,
    _ change: (inout Publication.Options) -> Void
  ) async throws -> ScratchFolder {
    let scratch = try ScratchFolder()
    var options = SmallResult.options(workers: workers)
    change(&options)
    _ = try await Publication.publish(
      try result ?? SmallResult.make(), to: "\(scratch.path)/out", options: options)
    return scratch
  }

  private func texts(_ name: String, of layer: Layer) -> [String?] {
    guard case .text(let column)? = layer.attributes[name] else { return [] }
    return (0..<layer.count).map { column[$0] }
  }

  @Test("a project of layers is not asked for without layers")
  func projectWithoutLayers() async throws {
    await #expect(throws: PublishingError.self) {
      _ = try await published { $0.outputs = ["compliance.qgz", "findings.csv"] }
    }
    for also in [["parcels"], ["units.fgb"], ["compliance.gpkg"]] {
      let scratch = try await published { $0.outputs = Set(also + ["compliance.qgz"]) }
      #expect(FileManager.default.fileExists(atPath: "\(scratch.path)/out/compliance.qgz"))
    }
    // The format names the file of all layers.
    let scratch = try await published {
      $0.outputs = ["compliance.qgz"]
      $0.formats = [.geoPackage]
    }
    #expect(FileManager.default.fileExists(atPath: "\(scratch.path)/out/compliance.qgz"))
  }

  @Test(
    "every format has the same rows, verdicts and places",
    arguments: [
      ("gpkg", "compliance.gpkg", "verdict"), ("fgb", "parcels.fgb", "verdict"),
      ("shp", "parcels.shp", "verdict"),
    ])
  func sameRows(format: String, file: String, column: String) async throws {
    let result = try SmallResult.make()
    let format = try #require(ResultFormat(rawValue: format))
    let scratch = try await published(result) { $0.formats = [format, .geoJSON] }
    var options = ReadOptions()
    if format == .geoPackage { options.layer = "parcels" }
    let read = try await LayerFile.read("\(scratch.path)/out/\(file)", options: options)
    let geoJSON = try await LayerFile.read("\(scratch.path)/out/parcels.geojson")
    #expect(read.count == geoJSON.count)
    #expect(
      texts(column, of: read).map { $0 ?? "" }.sorted()
        == texts("verdict", of: geoJSON).map { $0 ?? "" }.sorted())
    // In the CRS of the parcels, which is a plane.
    let crs = try #require(read.crs)
    #expect(crs == (try CRS(parsing: "EPSG:4547")))
    let back = try await read.geometry.transformed(
      CoordinateTransform(from: crs, to: .wgs84), workers: Workers(count: 1))
    let (x, y) = (back.x.sorted(), back.y.sorted())
    for (ours, theirs) in zip(x, geoJSON.geometry.x.sorted()) { #expect(abs(ours - theirs) < 2e-7) }
    for (ours, theirs) in zip(y, geoJSON.geometry.y.sorted()) { #expect(abs(ours - theirs) < 2e-7) }
  }

  @Test("few columns by default, all on request, and the findings with them")
  func columns() async throws {
    let brief = try await published { $0.formats = [.geoPackage] }
    let all = try await published {
      $0.formats = [.geoPackage]
      $0.columns = .all
    }
    var options = ReadOptions()
    options.layer = "parcels"
    func names(_ scratch: ScratchFolder) async throws -> [String] {
      try await LayerFile.read("\(scratch.path)/out/compliance.gpkg", options: options)
        .attributes.names
    }
    let (few, many) = (try await names(brief), try await names(all))
    #expect(few.contains("day_care_circle_verdict") && !few.contains("day_care_circle_measured"))
    #expect(many.contains("day_care_circle_measured"))
    #expect(!FileManager.default.fileExists(atPath: "\(brief.path)/out/parcels.geojson"))
    options.layer = "findings"
    let findings = try await LayerFile.read(
      "\(all.path)/out/compliance.gpkg", options: options)
    let rows = try all.text("out/findings.csv").split(separator: "\n").count - 1
    #expect(findings.count == rows)
    let layers = try LayerFile.layerNames(in: "\(brief.path)/out/compliance.gpkg")
    #expect(!layers.contains("findings") && layers.contains("catchments"))
  }

  @Test("a GeoPackage says where it comes from")
  func metadata() async throws {
    let scratch = try await published { $0.formats = [.geoPackage] }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(scratch.path)/out/compliance.gpkg"))
    for text in ["gpkg_metadata_reference", "application/json", "0.0.0-test", "parcels.geojson"] {
      #expect(bytes.range(of: Data(text.utf8)) != nil, "\(text)")
    }
  }

  @Test("only what fails: each row has a finding that does, and none of those is left out")
  func onlyFailing() async throws {
    let result = try SmallResult.make()
    let scratch = try await published(result) { $0.isOnlyFailing = true }
    let whole = try await published(result) { _ in }
    var options = ReadOptions()
    options.geometry = .none
    func rows(_ scratch: ScratchFolder) async throws -> [[String?]] {
      let table = try await LayerFile.read("\(scratch.path)/out/findings.csv", options: options)
      let columns = ["verdict", "subject_kind", "subject_id", "rule"].map { texts($0, of: table) }
      return (0..<table.count).map { row in columns.map { $0[row] } }
    }
    let failing = try await rows(whole).filter { $0[0] == "fail" }
    #expect(try await rows(scratch) == failing && !failing.isEmpty)
    let ids = Set(failing.filter { $0[1] == "parcel" }.compactMap { $0[2] })
    let layer = try await LayerFile.read("\(scratch.path)/out/parcels.geojson")
    #expect(Set(layer.featureIDs.compactMap { $0 }) == ids)
    #expect(layer.count < result.city.parcels.count)
    #expect(try scratch.text("out/manifest.json").contains("\"only_failing\": true"))
    // It is no side of a comparison: what is not in it is not known.
    #expect(throws: RunFolderError.onlyFailing(path: "\(scratch.path)/out")) {
      try RunFolder("\(scratch.path)/out")
    }
  }

  @Test("compressed files say the same, and are the same bytes whatever the threads")
  func compressed() async throws {
    let result = try SmallResult.make(side: 40)
    let plain = try await published(result) { _ in }
    let packed = try await published(result, workers: 1) { $0.isCompressed = true }
    let beside = try await published(result, workers: 5) { $0.isCompressed = true }
    let names = try packed.names(in: "out")
    #expect(names.contains("findings.csv.gz") && names.contains("parcels.geojson.gz"))
    for name in names where name != "manifest.json" {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(packed.path)/out/\(name)"))
      #expect(
        try bytes == Data(contentsOf: URL(fileURLWithPath: "\(beside.path)/out/\(name)")), "\(name)"
      )
      // That of columns names the files as they are called.
      guard name.hasSuffix(".gz"), name != "columns.csv.gz" else { continue }
      let unpacked = bytes.withUnsafeBytes { packed in
        (try? Gzip.unpack(packed.bindMemory(to: UInt8.self), path: name)).map { Data($0.bytes) }
      }
      #expect(
        try unpacked
          == Data(contentsOf: URL(fileURLWithPath: "\(plain.path)/out/\(name.dropLast(3))")),
        "\(name)")
    }
    _ = try RunFolder("\(packed.path)/out")
  }

  @Test("names of outputs: layers in the formats chosen, files as they are called")
  func names() async throws {
    let layer = try await published {
      $0.outputs = ["parcels", "findings"]
      $0.formats = [.flatGeobuf]
    }
    #expect(
      try layer.names(in: "out") == ["findings.csv", "manifest.json", "parcels.fgb", "parcels.qml"])
    let file = try await published { $0.outputs = ["units.geojson.gz"] }
    #expect(try file.names(in: "out") == ["manifest.json", "units.geojson.gz", "units.qml"])
    let package = try await published {
      $0.outputs = ["parcels"]
      $0.formats = [.geoPackage]
    }
    #expect(try LayerFile.layerNames(in: "\(package.path)/out/compliance.gpkg") == ["parcels"])
  }

  @Test("short names of a shapefile are told, and so are texts that are cut")
  func fields() async throws {
    let scratch = try await published { $0.formats = [.shapefile] }
    let table = try scratch.text("out/parcels.fields.csv")
    #expect(table.contains("day_care_c,day_care_circle_verdict"), "\(table)")
    let style = try scratch.text("out/parcels.qml")
    #expect(style.contains("field=\"day_care_c\""))
    let long = OutputTable(
      [("t", OutputColumn.text([String(repeating: "字", count: 100), "short", nil]))], rowCount: 3)
    let (short, cut) = long.cuttingTexts()
    #expect(cut == [1])
    guard case .attribute(.text(let texts)) = short.columns[0] else { return }
    #expect(texts[0] == String(repeating: "字", count: 83) + "…")
    #expect(texts[0]?.utf8.count == 252 && texts[1] == "short" && texts[2] == nil)
  }

  @Test("a workbook has sheets and titles in the reader's language")
  func workbook() async throws {
    let scratch = try await published {
      $0.language = .zh
      $0.formats = [.workbook]
    }
    let path = "\(scratch.path)/out/findings.xlsx"
    let sheets = try LayerFile.layerNames(in: path)
    #expect(
      sheets.filter { $0 != "共享不足组" } == ["汇总", "行政单元", "居住小区", "服务设施", "核查结果", "问题数据"])
    var options = ReadOptions()
    options.layer = "居住小区"
    let sheet = try await LayerFile.read(path, options: options)
    #expect(sheet.count == 9)
    let verdicts = Set(texts("结论", of: sheet).compactMap { $0 })
    #expect(!verdicts.isEmpty && verdicts.isSubset(of: ["符合", "不符合", "无法判定", "不适用"]))
    // One row a finding that applies, as the table for machines has them.
    options.layer = "核查结果"
    let findings = try await LayerFile.read(path, options: options)
    options.layer = nil
    options.geometry = .none
    let table = try await LayerFile.read("\(scratch.path)/out/findings.csv", options: options)
    let applying = texts("verdict", of: table).count { $0 != "not_applicable" }
    #expect(findings.count == applying)
    #expect(Set(texts("结论", of: findings).compactMap { $0 }).isSubset(of: verdicts.union(["符合"])))
  }

  @Test("every column that is not of the data has a meaning", arguments: ["en", "zh"])
  func dictionary(language: String) async throws {
    let language = try #require(Language(rawValue: language))
    let library = try PackLibrary()
    let result = try SmallResult.make(
      side: 5, packs: [library.pack("shangqiu-2022"), library.pack("gb50180-2018")])
    let scratch = try await published(result) {
      $0.language = language
      $0.outputs.insert("snapping")
      $0.formats = [.geoJSON, .geoPackage]
    }
    var options = ReadOptions()
    options.geometry = .none
    let table = try await LayerFile.read("\(scratch.path)/out/columns.csv", options: options)
    let (files, names) = (texts("file", of: table), texts("column", of: table))
    let meanings = texts("meaning", of: table)
    let city = result.city
    let data = Set(
      city.parcels.rows.attributes.names + city.facilities.rows.attributes.names
        + city.units.rows.attributes.names)
    for row in 0..<table.count where meanings[row] == OutputWords.columnOfData[language] {
      let name = names[row] ?? ""
      #expect(data.contains(name) || name.hasPrefix("source_"), "\(files[row] ?? "") \(name)")
    }
    for file in ["parcels.geojson", "findings.csv", "compliance.gpkg/parcels", "snapping.geojson"] {
      #expect(files.contains(file), "\(file)")
    }
  }
}

@Suite("A project of QGIS")
struct QGISProjectTests {
  /// Collects what a document has.
  private final class Elements: NSObject, XMLParserDelegate {
    var found: [(name: String, attributes: [String: String])] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      found.append((name, attributes))
    }
  }

  private func project(_ result: ComplianceResult) async throws -> String {
    let options = SmallResult.options()
    let edition = try await Edition(result, options: options)
    let writing = ResultWriting(options, layers: OutputRegistry.layers)
    let press = Press(workers: options.workers)
    let layers = try await writing.parts(as: .geoPackage, of: edition, press).map { part in
      DrawnLayer(
        name: part.layer.name, format: .geoPackage,
        source: "./compliance.gpkg|layername=\(part.layer.name)", style: part.style,
        crs: part.layer.crs, extent: part.layer.geometry.envelope)
    }
    return QGISProject(layers, of: edition).document
  }

  @Test("it is XML whatever names hold, and each map shows layers and styles that there are")
  func wellFormed() async throws {
    let result = try SmallResult.make(
      named: LocalizedText(en: "<a&\"'> \u{1}\u{FFFE} ]]>", zh: "x"))
    let text = try await project(result)
    let parser = XMLParser(data: Data(text.utf8))
    let elements = Elements()
    parser.delegate = elements
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let presets = elements.found.filter { $0.name == "visibility-preset" }
    #expect(presets.count > 1)
    #expect(presets.first?.attributes["name"] == "00 Overall")
    #expect(text.contains("authid>EPSG:4547<"))
    let ids = Set(
      elements.found.filter { $0.name == "layer-tree-layer" }.compactMap { $0.attributes["id"] })
    let styles = Set(
      elements.found.filter { $0.name == "map-layer-style" }.compactMap { $0.attributes["name"] })
    for layer in elements.found where layer.name == "layer" && layer.attributes["style"] != nil {
      #expect(ids.contains(layer.attributes["id"] ?? ""))
      #expect(styles.contains(layer.attributes["style"] ?? ""))
    }
  }

  @Test("a topic is the worst of its rules, in the order of verdicts")
  func topic() {
    let view = TopicView("t", title: "T", worstOf: ["a", "b\"c"])
    #expect(
      view.expression == #"CASE WHEN 'fail' IN ("a", "b""c") THEN 'fail'"#
        + #" WHEN 'unknown' IN ("a", "b""c") THEN 'unknown'"#
        + #" WHEN 'pass' IN ("a", "b""c") THEN 'pass'"#
        + #" WHEN 'not_applicable' IN ("a", "b""c") THEN 'not_applicable' END"#)
    let rows = TopicView("t", title: "T", rules: ["one", "two"], in: "rules")
    #expect(
      rows.expression == "array_contains(string_to_array(\"rules\", ';'), 'one')"
        + " OR array_contains(string_to_array(\"rules\", ';'), 'two')")
  }
}
