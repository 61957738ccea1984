import Geodesy
import TestSupport
import Workers

@testable import Walking

/// OpenStreetMap files that nobody here wrote; not ours to be in the repository.
enum OSMSamples {
  static let isPresent = TestData.has("osm")

  static func path(_ name: String) -> String { TestData.path("osm/\(name)") }

  static func streets(_ file: OSMFile, workers: Int = 2) async throws -> Streets {
    let centre = file.extent?.centre ?? (longitude: 0, latitude: 0)
    return try await file.streets(
      in: .metric(centredOn: centre.longitude, centre.latitude), on: .plane, defaults: .table,
      workers: Workers(count: workers))
  }
}
