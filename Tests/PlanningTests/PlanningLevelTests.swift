import Documents
import Planning
import TestSupport
import Testing
import Workers

/// Levels of units that a project names.
@Suite("Planning levels")
struct PlanningLevelTests {
  private static let district = UnitLevel.planning("school_district")

  /// Two school districts over one community, read with the words of a pack.
  private static func load(
    level: String = "学区", _ change: (inout TestCity) -> Void = { _ in }
  ) async throws -> City {
    var city = TestCity()
    change(&city)
    let folder = try ScratchFolder()
    var project = city.project
    project.layers.parcels = [try folder.source("parcels.geojson", geoJSON(city.parcels))]
    project.layers.facilities = [try folder.source("facilities.geojson", geoJSON(city.facilities))]
    var districts = try folder.source(
      "districts.geojson",
      geoJSON([
        TestFeature(
          [("id", "\"X1\""), ("name", "\"一学区\"")], square(115.64, 34.44, half: 0.0111)),
        TestFeature(
          [("id", "\"X2\""), ("name", "\"二学区\"")], square(115.6625, 34.44, half: 0.0112)),
      ]))
    districts.level = .planning(level)
    project.layers.units = [
      try folder.source("units.geojson", geoJSON(city.units)), districts,
    ]
    var vocabulary = try Vocabulary.builtIn()
    vocabulary.aliases = vocabulary.aliases.adding(
      levels: ["school_district": ["学区", "school districts"]])
    return try await CityLoader.load(
      project, vocabulary: vocabulary, workers: Workers(count: 2))
  }

  private static func ids(_ city: City, _ membership: UnitMembership, _ count: Int) -> [String?] {
    (0..<count).map { row in membership[row, district].map { city.units.rows.ids[$0] } }
  }

  @Test(
    "rows lie in them by their places, whatever the layer calls the level",
    arguments: ["学区", "school_district", "School Districts"])
  func places(level: String) async throws {
    let city = try await Self.load(level: level)
    #expect(city.units.level == [.community, Self.district, Self.district])
    #expect(Self.ids(city, city.parcels.units, 2) == ["X1", "X2"])
    #expect(Self.ids(city, city.facilities.units, 2) == ["X1", "X2"])
    // The community is larger than either, and lies in neither; they lie in it.
    #expect(city.units.parents[0, Self.district] == nil)
    #expect(city.units.parents[1, .community] == 0 && city.units.parents[2, .community] == 0)
    #expect(city.parcels.units[0, .community] == 0)
  }

  @Test(
    "a column that is called like the level comes first, by ids or names",
    arguments: ["学区", "school_district"])
  func columns(header: String) async throws {
    let city = try await Self.load {
      $0.parcels[0].set(header, "\"二学区\"")
      $0.facilities[1].set(header, "\"X1\"")
      $0.parcels[1].set(header, "\"九学区\"")
    }
    #expect(Self.ids(city, city.parcels.units, 2) == ["X2", "X2"])
    #expect(Self.ids(city, city.facilities.units, 2) == ["X1", "X1"])
    #expect(city.notes.contains { $0.note.code == .unknownUnit })
  }

  @Test(
    "words for levels of administration mean what they mean in data",
    arguments: ["社区", "community", "village"])
  func words(word: String) throws {
    let project = try ProjectFile.read(
      yaml: "schema: 1\nlayers: {units: [{file: a.geojson, level: \(word)}]}\n", path: "p.yaml")
    #expect(project.layers.units[0].level == .community)
  }

  @Test("any other name is one of planning, unless it is nearly a word for one of ours")
  func names() throws {
    func read(_ level: String) -> (UnitLevel?, String) {
      do {
        let project = try ProjectFile.read(
          yaml: "schema: 1\nlevel: \(level)\nlayers: {units: {file: a.geojson, level: \(level)}}\n"
            + "statistics: [{unit: \(level), population: 100}]\n", path: "p.yaml")
        return (project.layers.units[0].level, "\(project.level.rawValue)")
      } catch {
        return (nil, "\(error)")
      }
    }
    #expect(read("片区") == (.planning("片区"), "片区"))
    #expect(read("school_district").0 == .planning("school_district"))
    for wrong in ["comunity", "streets", "parcel", "facility", "12"] {
      #expect(
        read(wrong).0 == nil && read(wrong).1.contains("unknown level '\(wrong)'"), "\(wrong)")
    }
  }
}
