import Foundation
import Planar
import TestSupport
import Testing

@testable import GeoFiles

@Suite("Files that mean harm, or were harmed")
struct HostileFileTests {
  private static let point =
    #"{"type":"Feature","properties":{"a":1},"geometry":{"type":"Point","coordinates":[1,2]}}"#
  private static let whole = #"{"type":"FeatureCollection","features":[\#(point),\#(point)]}"#

  private func message(_ bytes: some Collection<UInt8>, named name: String) async throws -> String {
    let file = try TestFile(bytes, named: name)
    let error = await #expect(throws: LayerFileError.self) {
      try await LayerFile.read(file.path)
    }
    let folder = URL(fileURLWithPath: file.path).deletingLastPathComponent().path + "/"
    return (error?.description ?? "").replacing(folder, with: "")
  }

  @Test("a text cut anywhere is an error with its place, never a crash")
  func truncated() async throws {
    let bytes = Array(Self.whole.utf8)
    for length in 1..<bytes.count {
      let text = try await message(bytes[..<length], named: "a.geojson")
      #expect(text.hasPrefix("a.geojson:1:\(length + 1): not valid JSON: "), "\(text)")
      #expect(text.hasSuffix("the file may be cut off, export it again") || length < 5, "\(text)")
    }
  }

  @Test("any byte changed is an error or a layer, never a crash", arguments: UInt64(0)..<20)
  func mutated(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      var bytes = Array(Self.whole.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      for name in ["a.geojson", "a.geojsonl", "a.csv"] {
        let file = try TestFile(bytes, named: name)
        _ = try? await LayerFile.read(file.path)
      }
    }
  }

  @Test("errors of syntax have line and column", arguments: syntaxErrors)
  func syntax(text: String, expected: String) async throws {
    #expect(try await message(Array(text.utf8), named: "a.geojson") == "a.geojson:" + expected)
  }

  static let syntaxErrors: [(String, String)] = [
    (
      "{\"type\": \"Point\"\n  \"coordinates\": [1]}",
      "2:3: not valid JSON: expected , or } in an object, found \""
    ),
    ("{\n\"北京\": tru }", "2:7: not valid JSON: unexpected t where a value should be"),
    ("[1, 02]", "1:7: not valid JSON: a number starts with 0"),
    ("[1,]", "1:4: not valid JSON: unexpected ] where a value should be"),
    ("{\"a\" 1}", "1:6: not valid JSON: expected : after a member's name, found 1"),
    ("{a: 1}", "1:2: not valid JSON: expected a member's name in quotes, found a"),
    (
      "[\"a\nb\"]",
      "1:4: not valid JSON: a string has a line break or control character; write it as \\n or "
        + "\\u00XX"
    ),
    ("[\"\\x\"]", "1:4: not valid JSON: unknown escape \\x in a string"),
    (
      "{}\n{}",
      "2:1: not valid JSON: something follows the end of the document; one JSON text per line must "
        + "be named .geojsonl"
    ),
    (
      "[1",
      "1:3: not valid JSON: the text ends inside an array; the file may be cut off, export it "
        + "again"
    ),
  ]

  @Test("what is not a GeoJSON object is told so", arguments: notGeoJSON)
  func shape(text: String, expected: String) async throws {
    #expect(try await message(Array(text.utf8), named: "a.geojson") == "a.geojson: " + expected)
  }

  static let notGeoJSON: [(String, String)] = [
    (
      "[]",
      "the file is an array, not a GeoJSON object; wrap it in {\"type\": "
        + "\"FeatureCollection\", \"features\": [...]}"
    ),
    ("{}", "has no member \"type\"; a GeoJSON object needs one"),
    (#"{"type": "FeatureCollection"}"#, "the FeatureCollection has no member \"features\""),
    (#"{"type": "FeatureCollection", "features": {}}"#, "features: is an object, not an array"),
    (
      #"{"type": "featurecollection", "features": []}"#,
      "type: \"featurecollection\" must be written \"FeatureCollection\"; names are case-sensitive"
    ),
    ("", "the file is empty; export it again"),
    (" \n\t", "the file is empty; export it again"),
  ]

  @Test("depth does not overflow a stack")
  func deep() async throws {
    for opening in ["[", "{\"a\":", "{\"type\":\"GeometryCollection\",\"geometries\":["] {
      let text = String(repeating: opening, count: 100_000)
      let message = try await message(Array(text.utf8), named: "a.geojson")
      #expect(message.contains("nested deeper than 1024 levels"))
    }
    let nested = 340
    let collection =
      String(repeating: #"{"type":"GeometryCollection","geometries":["#, count: nested)
      + #"{"type":"Point","coordinates":[1,2]}"# + String(repeating: "]}", count: nested)
    #expect(try await readLayer(collection).geometry.kinds == [.point])
  }

  @Test("text that is not UTF-8 is told how to become it")
  func encodings() async throws {
    let gbk = Array(#"{"type":"Point","name":""#.utf8) + [0xB1, 0xB1, 0xBE, 0xA9, 0x22, 0x7D]
    #expect(
      try await message(gbk, named: "a.geojson")
        == "a.geojson:1:25: not valid JSON: the text is not UTF-8; state `encoding: GB18030` if it is "
        + "that")
    #expect(
      try await message([0xFF, 0xFE, 0x7B, 0, 0x7D, 0], named: "a.geojson")
        .contains("the text is UTF-16"))
  }

  @Test("lone surrogates become the replacement character")
  func surrogates() async throws {
    let layer = try await readLayer(
      #"{"type":"Feature","properties":{"a":"x\ud800y\ude00\ud83d\ude00"},"geometry":null}"#)
    #expect(layer.attributes["a"] == .text(TextColumn(["x\u{FFFD}y\u{FFFD}😀"])))
  }

  @Test("what is no file is named")
  func paths() async throws {
    let folder = FileManager.default.temporaryDirectory.path
    for (path, expected) in [
      ("/no/such/file.geojson", "/no/such/file.geojson: no such file; check the path"),
      (folder, "\(folder) is a folder; name a file in it"),
    ] {
      let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(path) }
      #expect(error?.description == expected)
    }
    let file = try TestFile("{}", named: "a.geojson")
    guard getuid() != 0 else { return }  // nothing is forbidden to root
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file.path)
    let error = await #expect(throws: LayerFileError.self) { try await LayerFile.read(file.path) }
    #expect(error?.description.contains("Permission denied") == true)
  }

  @Test(
    "formats that are not read are named with the way to convert them",
    arguments: [
      ("a.gml", "ogr2ogr a.gpkg a.gml"), ("a.shx", "a part of a shapefile; name a.shp"),
      ("a.xls", "save it as .xlsx"), ("a.rar", "unpack it"), ("a", "has no extension"),
      ("a.foo", "unknown extension .foo"),
    ])
  func otherFormats(name: String, expected: String) async throws {
    let message = try await message([1, 2, 3], named: name)
    #expect(message.contains(expected), "\(message)")
  }

  @Test("one ring of 10 MB is one row")
  func largeRing() async throws {
    var text = #"{"type":"Polygon","coordinates":[[[0,0]"#
    for index in 0..<400_000 {
      text += ",[\(Double(index) / 4000),\(Double(index % 7) / 10)]"
    }
    let layer = try await readLayer(text + ",[0,0]]]}")
    #expect(layer.count == 1 && layer.geometry.vertexCount == 400_002)
  }

  @Test("large coordinates are noted, not lost")
  func largeNumbers() async throws {
    let layer = try await readLayer(#"{"type":"Point","coordinates":[1e308,-1e308]}"#)
    #expect(layer.geometry.x == [1e308])
    #expect(layer.noteTexts[0].contains("coordinates beyond 180 degrees"))
  }

  /// `point` and a line feed, compressed.
  private static let packed =
    "H4sIAAAAAAACA6tWKqksSFWyUnJLTSwpLUpV0lEqKMovSC0qyUwtVrKqVkpUsjKs1VFKT83PTS0pqgQJQXUE5GfmlQDV"
    + "J+fnF6Vk5iWWgDREG+oYxdbWcgEAOZRiKlgAAAA="

  @Test("compressed files are unpacked, damaged ones are errors")
  func gzip() async throws {
    let packed = try #require(Data(base64Encoded: Self.packed))
    let file = try TestFile(packed + packed, named: "a.geojsonl.gz")
    let layer = try await LayerFile.read(file.path)
    #expect(layer.count == 2 && layer.byteCount == 2 * packed.count)
    for length in 3..<packed.count {
      let message = try await message(packed.prefix(length), named: "a.geojson.gz")
      #expect(
        message == "a.geojson.gz: the compressed file is damaged (it is cut off); "
          + "copy or compress it again")
    }
    var damaged = packed
    damaged[40] ^= 0xFF
    #expect(try await message(damaged, named: "a.geojson.gz").contains("is damaged"))
  }
}
