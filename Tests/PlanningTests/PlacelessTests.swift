import Foundation
import TestSupport
import Testing
import Workers

@testable import Planning

/// Rows of tables without coordinates, ids of several files, and what rejected rows still say.
@Suite("Loading: rows without a place, and ids by file")
struct PlacelessTests {
  private func load(facilities: [String: String]) async throws -> City {
    let folder = try ScratchFolder()
    try folder.write(
      "id,name,level,parent\nA,东区,district,\nA1,一社区,community,A\nB,西区,district,\n",
      to: "u.csv")
    for (name, text) in facilities { try folder.write(text, to: name) }
    let files = facilities.keys.sorted().map { "{file: \($0), crs: EPSG:4326}" }
    let path = try folder.write(
      """
      schema: 1
      name: t
      packs: []
      layers:
        facilities: [\(files.joined(separator: ", "))]
        units: {file: u.csv}
      """, to: "p.yaml")
    return try await CityLoader.load(
      ProjectFile.read(path), vocabulary: .builtIn(), workers: Workers(count: 2))
  }

  @Test("a facility without a place that names its unit takes part, by id or by name")
  func named() async throws {
    let city = try await load(facilities: [
      "f.csv": """
      id,kind,community,district,lon,lat
      F1,childcare,,A,,
      F2,childcare,,西区,,
      F3,childcare,一社区,,,
      F4,childcare,,南区,,
      F5,childcare,,,,
      F6,childcare,,A,999,30
      F7,,,B,,
      P1,childcare,,A,120,30
      P2,childcare,,A,120,30

      """
    ])
    #expect(city.facilities.rows.ids == ["F1", "F2", "F3", "F6", "P1", "P2"])
    let districts = (0..<4).map { row in
      city.facilities.units[row, .district].map { city.units.rows.ids[$0] }
    }
    #expect(districts == ["A", "B", "A", "A"])
    #expect((0..<4).allSatisfy { !city.facilities.rows.isPlaced($0) })
    #expect(city.rejected.map(\.id) == ["F4", "F5", "F7"])
    #expect(city.rejected.last?.reasons.map(\.code) == [.noGeometry, .missingKind])
    #expect(city.setAside.facilityLabels == ["F4", "F5", "F7"])
    #expect(city.setAside.facilities.kind[2] == -1)
    #expect(city.setAside.facilities.units[2, .district].map { city.units.rows.ids[$0] } == "B")
  }

  @Test("rows of different files may have the same id; those of one may not")
  func ids() async throws {
    let homes = "id,kind,lon,lat\n1,nursing_home,120,30\n2,nursing_home,120,30\n"
    let nurseries =
      "id,kind,lon,lat\n1,childcare,120,30\n3,childcare,120,30\n3,childcare,120,30\n"
    let city = try await load(facilities: ["homes.csv": homes, "nurseries.csv": nurseries])
    #expect(city.facilities.rows.ids == ["2", "homes:1", "nurseries:1"])
    #expect(city.rejected.map(\.id) == ["3", "3"])
    #expect(city.notes.filter { $0.code == .idOfSeveralFiles }.count == 2)
  }
}
