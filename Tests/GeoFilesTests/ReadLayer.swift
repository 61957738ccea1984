import TestSupport

@testable import GeoFiles

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
