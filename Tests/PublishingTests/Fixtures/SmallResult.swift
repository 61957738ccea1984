import Compliance
import Documents
import Foundation
import Planning
import Rules
import TestSupport
import Workers

@testable import Publishing

/// A result of nine parcels, with one input file.
enum SmallResult {
  static func make(
    side: Int = 3, packs: [RulePack]? = nil, named name: LocalizedText? = nil
  ) throws -> ComplianceResult {
    var grid = GridCity(side: side)
    var city = try grid.make()
    if let name { city.project.name = name }
    city.inputs = [
      InputFile(
        role: "parcels", path: "data/parcels.geojson", resolvedPath: try input(), rowsRead: 10,
        rowsChecked: 9, rowsRejected: 1, crs: "EPSG:4547, from the project file",
        matchedFields: ["households": "户数", "id": "编号"])
    ]
    city.inputs[0].crsDefinition = "EPSG:4547"
    var findings = MadeUpFindings()
    return findings.make(for: city, packs: try packs ?? [SmallPack.read()])
  }

  static func options(_ language: Language = .en, workers: Int = 1) -> Publication.Options {
    Publication.Options(
      language: language, workers: Workers(count: workers), engineVersion: "0.0.0-test")
  }

  private static func input() throws -> String {
    try TestFile("as it was\n", named: "siting-input.txt").path
  }
}
