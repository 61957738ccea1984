import Documents
import Foundation
import TestSupport
import Testing

@testable import GeoFiles

@Suite(
  "GeoJSON files that nobody here wrote", .enabled(if: TestData.has("reference"), TestData.advice))
struct GeoJSONCorpusTests {
  private static func files(_ folder: String, prefix: String = "") -> [String] {
    let path = TestData.path("reference/geojson/" + folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".geojson") }.sorted()
      .map { "reference/geojson/\(folder)\($0)" }
  }

  private func read(_ file: String) async throws -> Layer {
    try await LayerFile.read(TestData.path(file))
  }

  /// What is said about a file: notes, or the error.
  private func complaints(_ file: String) async -> [String] {
    do {
      return try await read(file).noteTexts
    } catch {
      return ["\(error)"]
    }
  }

  @Test("the corpus is complete")
  func counts() {
    #expect(Self.files("", prefix: "good-").count == 12)
    #expect(Self.files("", prefix: "bad-").count == 30)
    #expect(Self.files("invalid-geometry/invalid_structure/").count == 28)
    #expect(Self.files("invalid-geometry/invalid_geometries/").count == 5)
    #expect(Self.files("invalid-geometry/valid/").count == 22)
  }

  @Test("good files are read", arguments: files("", prefix: "good-"))
  func good(file: String) async throws {
    let layer = try await read(file)
    #expect(layer.count > 0)
    #expect(
      layer.notes.filter {
        $0.severity == .unusable && !$0.message.description.contains("no geometry")
      } == [])
  }

  @Test("valid files are read", arguments: files("invalid-geometry/valid/"))
  func valid(file: String) async throws {
    let layer = try await read(file)
    let allowed = ["no geometry", "the collection is empty"]
    for note in layer.notes where note.severity == .unusable {
      #expect(allowed.contains { note.message.description.contains($0) }, "\(note)")
    }
  }

  @Test("each bad file is an error or has a note", arguments: files("", prefix: "bad-"))
  func bad(file: String) async throws {
    let complaints = await complaints(file)
    // Its expected result is an empty list: precision is no fault.
    let isClean = file.hasSuffix("excessive_precision_truncated.geojson")
    #expect(complaints.isEmpty == isClean, "\(complaints)")
  }

  @Test(
    "each invalid file is an error or has a note",
    arguments: files("invalid-geometry/invalid_structure/")
      + files("invalid-geometry/invalid_geometries/"))
  func invalid(file: String) async throws {
    let complaints = await complaints(file)
    #expect(!complaints.isEmpty)
  }

  @Test(
    "files with valid but awkward content are read",
    arguments: files("invalid-geometry/problematic_structure/")
      + files("invalid-geometry/problematic_geometries/"))
  func problematic(file: String) async throws {
    #expect(try await read(file).count > 0)
  }

  /// Places as geojsonhint's results and RFC 7946 have them.
  @Test(
    "the place of a fault is named",
    arguments: [
      ("bad-point-string", "0!: coordinates[0]: is a string"),
      ("bad-stringcoord", "0!: geometry.coordinates[1]: is a string"),
      ("bad-badfeatureid", "0: id: is an object"),
      ("bad-bbox-contains-string", "0: bbox: its item 3 is a string"),
      ("bad-different-first-size", "*: geometry: 1 row, the first of them row 1: heights"),
      ("bad-false", "0!: geometries[0]: is a boolean"),
      ("bad-multipoint-multidimension", "0!: coordinates[0][0]: is an array"),
      ("bad-short-linearring", "0!: coordinates[0]: a ring needs at least 4"),
      ("bad-bad-featurelist", "0!: coordinates[0]: is a number, not an array"),
      ("bad-feature_changed_semantics", "0: features: a feature must not have"),
      ("bad-geometry_changed_semantics", "0: : has the member \"features\""),
      ("bad-polygon_winding_order", "*: geometry: 1 row"),
      ("bad-bad-polygon-interiorring-rhr", "*: geometry: 1 row"),
      ("bad-badfeature", "0!: : is null, not a feature"),
      ("bad-multiple_problems", "3: type: is \"Foo\""),
    ])
  func places(name: String, expected: String) async {
    let complaints = await complaints("reference/geojson/\(name).geojson")
    #expect(complaints.contains { $0.hasPrefix(expected) }, "\(complaints)")
  }
}
