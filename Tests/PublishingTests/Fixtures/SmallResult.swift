import Compliance
import Documents
import Foundation
import Planning
import Rules
import Workers

@testable import Publishing

/// A result of nine parcels, with one input file.
enum SmallResult {
  static func make(side: Int = 3, packs: [RulePack]? = nil) throws -> ComplianceResult {
    var grid = GridCity(side: side)
    var city = try grid.make()
    city.inputs = [
      InputFile(
        role: "parcels", path: "data/parcels.geojson", resolvedPath: try input(), rowsRead: 10,
        rowsChecked: 9, rowsRejected: 1, crs: "EPSG:4547, from the project file",
        matchedFields: ["households": "户数", "id": "编号"])
    ]
    var findings = MadeUpFindings()
    return findings.make(for: city, packs: try packs ?? [SmallPack.read()])
  }

  static func options(_ language: Language = .en, workers: Int = 1) -> Publication.Options {
    Publication.Options(
      language: language, workers: Workers(count: workers), engineVersion: "0.0.0-test")
  }

  private static func input() throws -> String {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("siting-input.txt")
    try Data("as it was\n".utf8).write(to: path, options: .atomic)
    return path.path
  }
}

/// A folder that is deleted when the test ends.
final class ScratchFolder {
  let path: String

  init() throws {
    let url = FileManager.default.temporaryDirectory
      .appendingPathComponent("siting-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The names in it or in a folder below, hidden ones included.
  func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)").sorted()
  }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
  }
}
