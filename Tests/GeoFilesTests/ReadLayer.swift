import Documents
import TestSupport

@testable import GeoFiles

func readLayer(
  _ text: String, named name: String = "a.geojson", options: ReadOptions = ReadOptions()
) async throws -> Layer {
  try await LayerFile.read(TestFile(text, named: name).path, options: options)
}

extension Layer {
  /// Notes as `row: place: message`, with `*` for the whole file, `!` where its geometry is unusable and `!!`
  /// where all of it is.
  var noteTexts: [String] {
    notes.map { note in
      let row = note.row.map { "\($0)" } ?? "*"
      let mark =
        switch note.severity {
        case .warning: ""
        case .unusable: "!"
        case .refused: "!!"
        }
      return "\(row)\(mark): \(note.place?.description ?? ""): \(note.message)"
    }
  }
}
