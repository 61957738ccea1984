import Foundation
import GeoFiles

/// A file that is there for one test.
final class TestFile: Sendable {
  let path: String

  init(_ bytes: some Collection<UInt8>, named name: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    path = url.path
  }

  convenience init(_ text: String, named name: String) throws {
    try self.init(Array(text.utf8), named: name)
  }

  deinit {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    try? FileManager.default.removeItem(at: folder)
  }
}

func readLayer(
  _ text: String, named name: String = "a.geojson", options: ReadOptions = ReadOptions()
) async throws -> Layer {
  try await LayerFile.read(TestFile(text, named: name).path, options: options)
}

extension Layer {
  /// Notes as `row: place: message`, with `*` for the whole file and `!` where it is unusable.
  var noteTexts: [String] {
    notes.map { note in
      let row = note.row.map { "\($0)" } ?? "*"
      return "\(row)\(note.severity == .unusable ? "!" : ""): \(note.place): \(note.message)"
    }
  }
}
