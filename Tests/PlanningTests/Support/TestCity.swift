import Planning
import TestSupport

/// Rows of the three layers with one place each; what a test changes is all that is odd about it.
struct TestCity {
  var parcels: [TestFeature]
  var facilities: [TestFeature]
  var units: [TestFeature]
  var project = Project()

  /// Two parcels and two facilities in one community.
  init() {
    parcels = [Self.parcel("P1", 115.65, 34.44), Self.parcel("P2", 115.652, 34.44)]
    facilities = [
      Self.facility("F1", point(115.65, 34.44)), Self.facility("F2", point(115.654, 34.441)),
    ]
    units = [
      TestFeature(
        [("id", "\"C1\""), ("name", "\"一社区\""), ("level", "\"社区\""), ("urban", "true")],
        square(115.65, 34.44, half: 0.05))
    ]
  }

  static func parcel(_ id: String, _ x: Double, _ y: Double) -> TestFeature {
    TestFeature(
      [
        ("id", "\"\(id)\""), ("households", "100"), ("population", "260"), ("elders", "50"),
        ("infants", "8"), ("status", "\"新建\""),
      ], square(x, y))
  }

  static func facility(_ id: String, _ geometry: String) -> TestFeature {
    TestFeature(
      [
        ("id", "\"\(id)\""), ("kind", "\"childcare\""), ("floor_area", "400"), ("places", "30"),
        ("status", "\"既有\""), ("operating", "\"运营\""),
      ], geometry)
  }

  /// Writes the layers and loads them.
  func load(workers: Int = 2) async throws -> City {
    let folder = try ScratchFolder()
    var project = project
    project.layers.parcels = [try folder.source("parcels.geojson", geoJSON(parcels))]
    project.layers.facilities = [try folder.source("facilities.geojson", geoJSON(facilities))]
    project.layers.units = [try folder.source("units.geojson", geoJSON(units))]
    return try await PlanningTests.load(project, workers: workers)
  }
}

extension TestFeature {
  /// Changes a value or adds it; `nil` takes it out.
  mutating func set(_ name: String, _ json: String?) {
    properties.removeAll { $0.0 == name }
    if let json { properties.append((name, json)) }
  }
}
