import Foundation
import Geodesy
import Walking
import Workers

/// OpenStreetMap files that nobody here wrote; not ours to be in the repository.
enum OSMSamples {
  /// `SITING_TEST_DATA`, else `../shared/data` beside the package.
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["SITING_TEST_DATA"] {
      return URL(fileURLWithPath: path)
    }
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return package.deletingLastPathComponent().appendingPathComponent("shared/data")
  }()

  static let isPresent = FileManager.default.fileExists(
    atPath: folder.appendingPathComponent("osm").path)

  static func path(_ name: String) -> String {
    folder.appendingPathComponent("osm").appendingPathComponent(name).path
  }

  static func streets(_ file: OSMFile, workers: Int = 2) async throws -> Streets {
    let centre = file.extent?.centre ?? (longitude: 0, latitude: 0)
    return try await file.streets(
      in: .metric(centredOn: centre.longitude, centre.latitude), workers: Workers(count: workers))
  }
}

/// A folder that is there while a test runs.
struct TemporaryFolder: ~Copyable {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("walking-\(UInt64.random(in: 0 ... .max))")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func write(_ bytes: some Sequence<UInt8>, as name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try Data(bytes).write(to: file)
    return file.path
  }
}
