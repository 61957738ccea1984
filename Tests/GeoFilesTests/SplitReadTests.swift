import Foundation
import Geodesy
import Planar
import TestSupport
import Testing
import Workers

@testable import GeoFiles

@Suite("Reading in pieces gives what reading the whole gives")
struct SplitReadTests {
  /// Features with everything that could mislead a splitter.
  private func randomCollection(_ random: inout SplitMix64, key: String) -> String {
    let spaces = ["", " ", "\n", "\r\n  ", "\t"]
    func space() -> String { spaces.randomElement(using: &random) ?? "" }
    let texts = [
      #""plain""#, #""},{\"type\":\"Feature\"""#, #""北京 \\""#, #""[{""#, "1", "-2.5", "1e3", "null",
      "true", "12345678901234567890", #"{"type":"Feature","a":[{"type":"Feature"},{"type":1}]}"#,
      #"[{"id":1},{"id":2}]"#, #""""#,
    ]
    func feature() -> String {
      var members = [
        #""type"\#(space()):\#(space())"Feature""#,
        #""geometry":\#(geometry(&random))"#,
        #""properties":{"#
          + (0..<Int.random(in: 0...4, using: &random)).map { index in
            #""p\#(index)":\#(space())\#(texts.randomElement(using: &random) ?? "")"#
          }.joined(separator: ",") + "}",
      ]
      if Bool.random(using: &random) {
        members.append(#""id":\#(Int.random(in: 0...99, using: &random))"#)
      }
      members.shuffle(using: &random)
      if let first = members.firstIndex(where: { $0.hasPrefix(key) }) { members.swapAt(0, first) }
      return "{\(space())" + members.joined(separator: "\(space()),\(space())") + "}"
    }
    let features = (0..<Int.random(in: 5...40, using: &random)).map { _ in feature() }
    return "{\"type\":\"FeatureCollection\",\"name\":\"],[\",\"features\"\(space()):[\(space())"
      + features.joined(separator: "\(space()),\(space())") + "\(space())],\"x\":[{}]}"
  }

  private func geometry(_ random: inout SplitMix64) -> String {
    switch Int.random(in: 0...4, using: &random) {
    case 0: "null"
    case 1: #"{"type":"Point","coordinates":[\#(Double.random(in: -180...180, using: &random)),1]}"#
    case 2: #"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1,7],[0,1]]]}"#
    case 3:
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"#
        + #"{"type":"Point","coordinates":[3,4]}]}"#
    default: #"{"type":"LineString","coordinates":[[1,2]]}"#
    }
  }

  private func expectEqual(_ a: Layer, _ b: Layer, _ comment: Comment) {
    #expect(a.geometry == b.geometry, comment)
    #expect(a.noteTexts == b.noteTexts, comment)
    #expect(a.featureIDs == b.featureIDs && a.lines == b.lines && a.crs == b.crs, comment)
    #expect(a.attributes.names == b.attributes.names, comment)
    // Not by ==, which fails for the filler of missing reals.
    #expect("\(a.attributes)" == "\(b.attributes)", comment)
  }

  @Test("for features that start with any member", arguments: UInt64(0)..<60)
  func collections(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let key = ["\"type\"", "\"geometry\"", "\"properties\""][Int(seed % 3)]
    let text = randomCollection(&random, key: key)
    let file = FileBytes(Array(text.utf8), path: "a.geojson")
    let whole = try await GeoJSON.read(file, options: ReadOptions(), pieceSize: .max / 4)
    for (pieceSize, workers) in [(16, 1), (64, 2), (300, 3), (1000, 1)] {
      let layer = try await GeoJSON.read(
        file, options: ReadOptions(workers: Workers(count: workers)), pieceSize: pieceSize)
      expectEqual(layer, whole, "seed \(seed), pieces of \(pieceSize)")
    }
  }

  @Test("a file is really cut, and its pieces cover it")
  func splits() throws {
    let features = (0..<50).map { #"{"type":"Feature","properties":{"a":\#($0)},"geometry":null}"# }
    let text =
      #"{"type":"FeatureCollection","features":["#
      + features.joined(separator: ",\n") + "]}\n"
    let file = FileBytes(Array(text.utf8), path: "a.geojson")
    let split = try #require(try FeatureSplitter.split(file, pieceSize: 200))
    #expect(split.pieces.count > 10)
    let bytes = Array(text.utf8)
    let parts = split.pieces.map { String(decoding: bytes[$0], as: UTF8.self) }
    #expect(parts.joined(separator: ",") == features.joined(separator: ",\n"))
    #expect(
      String(decoding: split.frame, as: UTF8.self)
        == #"{"type":"FeatureCollection","features":[]}"# + "\n")
  }

  @Test("errors are those of the whole file")
  func errors() async throws {
    let feature = #"{"type":"Feature","properties":{"a":1},"geometry":null}"#
    let text =
      #"{"type":"FeatureCollection","features":["#
      + Array(repeating: feature, count: 30).joined(separator: ",\n")
    for broken in [text, text + ",]}", text + "]", text + "]}]", text + "}}"] {
      let file = FileBytes(Array(broken.utf8), path: "a.geojson")
      for pieceSize in [64, Int.max / 4] {
        let error = await #expect(throws: LayerFileError.self) {
          try await GeoJSON.read(file, options: ReadOptions(), pieceSize: pieceSize)
        }
        #expect(
          error?.description.hasPrefix("a.geojson:30:") == true, "\(String(describing: error))")
      }
    }
  }

  @Test("for text sequences, with lines", arguments: UInt64(0)..<20)
  func sequences(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let lines = (0..<40).map { index in
      switch Int.random(in: 0...5, using: &random) {
      case 0: ""
      case 1: "{\"broken\""
      default:
        #"{"type":"Feature","properties":{"n":\#(index)},"geometry":\#(geometry(&random))}"#
      }
    }
    let file = FileBytes(Array(lines.joined(separator: "\n").utf8), path: "a.geojsonl")
    let whole = try await GeoJSONSequence.read(file, options: ReadOptions(), pieceSize: 1 << 20)
    let expected = lines.indices.filter { !lines[$0].isEmpty }.map { $0 + 1 }
    #expect(whole.lines == expected && whole.count == expected.count)
    for (pieceSize, workers) in [(1, 2), (100, 1), (500, 3)] {
      let layer = try await GeoJSONSequence.read(
        file, options: ReadOptions(workers: Workers(count: workers)), pieceSize: pieceSize)
      expectEqual(layer, whole, "seed \(seed), pieces of \(pieceSize)")
    }
  }

  @Test("records separated by RS may span lines")
  func recordSeparators() async throws {
    let feature = "{\"type\": \"Feature\",\n\"properties\": {},\n\"geometry\": null}"
    let layer = try await readLayer("\u{1E}\(feature)\n\u{1E}\(feature)\n", named: "a.geojsons")
    #expect(layer.count == 2 && layer.lines == [1, 4])
  }
}
