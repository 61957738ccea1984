import Compliance
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

/// The land of facilities that are drawn, and state none.
@Suite("Drawn land")
struct DrawnLandTests {
  private static func city(_ folder: borrowing ScratchFolder) async throws -> City {
    func layer(_ name: String, _ features: [String]) throws -> [LayerSource] {
      let path = try folder.write(GeoJSONText.collection(features), to: name)
      return [LayerSource(path: name, resolvedPath: path)]
    }
    var project = Project()
    project.layers.parcels = try layer(
      "p.geojson",
      [
        GeoJSONText.feature(
          "\"id\":\"p\",\"population\":1000", GeoJSONText.square(120, 30, half: 0.01))
      ])
    project.layers.facilities = try layer(
      "f.geojson",
      [
        GeoJSONText.feature(
          "\"id\":\"drawn\",\"kind\":\"nursery\"", GeoJSONText.square(120, 30, half: 0.001)),
        GeoJSONText.feature("\"id\":\"point\",\"kind\":\"nursery\"", GeoJSONText.point(120, 30)),
        GeoJSONText.feature(
          "\"id\":\"stated\",\"kind\":\"nursery\",\"land_area\":7",
          GeoJSONText.square(120, 30, half: 0.001)),
      ])
    return try await CityLoader.load(
      project, vocabulary: .builtIn(), workers: Workers(count: 1))
  }

  @Test("is what is drawn on the ground, flagged")
  func drawn() async throws {
    let folder = try ScratchFolder()
    let city = try await Self.city(folder)
    #expect(city.facilities.isLandDrawn == [true, false, false])
    // 0.002° by 0.002° at 30° north: 222 m by 193 m.
    let area = try #require(city.facilities.landArea[0]).double
    #expect(abs(area - 221.7 * 192.9) < 100, "\(area)")
    let rules = try SmallPack.make(
      "check: size\nsubject: facility\nkinds: [nursery]\nmeasure: land_area\nat_least: 100\n"
        + "unit: m2",
      "check: provision\nsubject: parcel\nattribution: in_reach\nat_least: 1\nunit: m2/person\n"
        + "supply: {facility: [nursery], measure: land_area}\ndemand: {measure: population}")
    let result = try await ComplianceEngine(
      city: city, packs: [rules], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 1)
    ).run()
    #expect(result.findings[0].verdicts == [.pass, .unknown, .fail])
    #expect(result.findings[0].flags.map { $0.contains(.estimated) } == [true, false, false])
    #expect(result.findings[1].flags[0].contains(.estimated))
  }
}
