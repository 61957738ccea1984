/// A kind of file that layers are read from.
protocol LayerFormat: Sendable {
  /// For people.
  static var name: String { get }
  /// Extensions in lower case, without their dot and without `gz`.
  static var extensions: [String] { get }

  /// Reads the layer in `file`.
  static func read(_ file: FileBytes, options: ReadOptions) async throws(LayerFileError) -> Layer
}

/// Every format.
enum FormatRegistry {
  /// A new format is one file and one line here.
  static let all: [any LayerFormat.Type] = [GeoJSON.self, GeoJSONSequence.self, CSV.self]

  static func format(forExtension fileExtension: String) -> (any LayerFormat.Type)? {
    all.first { $0.extensions.contains(fileExtension) }
  }
}
