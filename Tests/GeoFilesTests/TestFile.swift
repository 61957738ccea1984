import Foundation
import GeoFiles

/// A file that is there until the tests end.
///
/// Not until its last use: a value dies as soon as nobody will ask for it, which may be while its
/// path is on the way to a reader.
struct TestFile {
  let path: String

  private static let folder: URL = {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("siting-tests-\(ProcessInfo.processInfo.processIdentifier)")
    atexit { try? FileManager.default.removeItem(at: TestFile.folder) }
    return folder
  }()

  init(_ bytes: some Collection<UInt8>, named name: String) throws {
    let folder = Self.folder.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let url = folder.appendingPathComponent(name)
    try Data(bytes).write(to: url)
    path = url.path
  }

  init(_ text: String, named name: String) throws { try self.init(Array(text.utf8), named: name) }
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
