import Foundation
import Planning
import Workers

/// A folder of layers for one test; gone with it.
final class TestFolder: Sendable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("planning-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Writes a file and names it as a source.
  func source(_ name: String, _ text: String) throws -> LayerSource {
    let path = url.appendingPathComponent(name).path
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return LayerSource(path: name, resolvedPath: path)
  }
}

/// One feature of a GeoJSON text.
struct TestFeature {
  var properties: [(String, String)] = []
  /// As JSON.
  var geometry: String

  /// - Parameter properties: Values as JSON.
  init(_ properties: [(String, String)], _ geometry: String) {
    self.properties = properties
    self.geometry = geometry
  }

  var json: String {
    let members = properties.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return "{\"type\":\"Feature\",\"properties\":{\(members)},\"geometry\":\(geometry)}"
  }
}

/// A GeoJSON text.
func geoJSON(_ features: [TestFeature]) -> String {
  "{\"type\":\"FeatureCollection\",\"features\":[\n"
    + features.map(\.json).joined(separator: ",\n") + "\n]}"
}

/// A point as JSON.
func point(_ x: Double, _ y: Double) -> String {
  "{\"type\":\"Point\",\"coordinates\":[\(x),\(y)]}"
}

/// A square around a point, about 100 m a side in degrees by default.
func square(_ x: Double, _ y: Double, half: Double = 0.0005) -> String {
  polygon([
    (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half),
    (x - half, y - half),
  ])
}

/// A polygon without holes.
func polygon(_ ring: [(Double, Double)]) -> String {
  let vertices = ring.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
  return "{\"type\":\"Polygon\",\"coordinates\":[[\(vertices)]]}"
}

/// Loads a project with the vocabulary of the program.
func load(_ project: Project, workers: Int = 2) async throws -> City {
  try await CityLoader.load(
    project, vocabulary: .builtIn(), workers: Workers(count: workers))
}

/// Numbers that look random and are the same in every run.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
