import Compliance
import GeoData
import Planning
import Rules
import TestSupport
import Testing
import Workers

@Suite("Kinds of a pack's own")
struct PackKindTests {
  @Test("rows of a kind that the pack adds are read and counted")
  func counted() async throws {
    let pack = try SmallPack.make(
      "check: presence\nsubject: parcel\nfacility: [garden]\nat_least: 1\nunit: count",
      head: "kinds: {garden: {zh: 花园}, rose_garden: {zh: 玫瑰园, broader: garden, aliases: [月季园]}}")
    let folder = try ScratchFolder()
    func layer(_ name: String, _ features: [String]) throws -> [LayerSource] {
      let path = try folder.write(GeoJSONText.collection(features), to: name)
      return [LayerSource(path: name, resolvedPath: path)]
    }
    var project = Project()
    project.layers.parcels = try layer(
      "p.geojson",
      ["a", "b"].enumerated().map { index, id in
        GeoJSONText.feature(
          "\"id\":\"\(id)\"", GeoJSONText.square(120 + Double(index) * 0.1, 30, half: 0.001))
      })
    project.layers.facilities = try layer(
      "f.geojson",
      [
        GeoJSONText.feature("\"id\":\"f\",\"kind\":\"月季园\"", GeoJSONText.point(120, 30)),
        GeoJSONText.feature("\"id\":\"g\",\"kind\":\"茶室\"", GeoJSONText.point(120.1, 30)),
      ])
    var vocabulary = try Vocabulary.builtIn()
    vocabulary.kinds = try .known(to: [pack])
    let city = try await CityLoader.load(
      project, vocabulary: vocabulary, workers: Workers(count: 1))
    #expect(city.rejected.count == 1)
    let result = try await ComplianceEngine(
      city: city, packs: [pack], vocabulary: vocabulary.kinds, workers: Workers(count: 1)
    ).run()
    // Of what the rejected row is, nothing is known.
    #expect(result.findings[0].verdicts == [.pass, .unknown])
  }
}
