/// A kind of file, folder or database that layers are read from.
protocol LayerFormat: Sendable {
  /// For people.
  var name: String { get }
  /// Extensions in lower case, without their dot and without `gz`.
  var extensions: [String] { get }

  /// The layers with rows that a file of several has; none of others.
  func layerNames(in location: LayerLocation) throws(LayerFileError) -> [String]

  /// Reads one layer of what is at a location.
  func read(_ location: LayerLocation, options: ReadOptions) async throws(LayerFileError) -> Layer
}

extension LayerFormat {
  func layerNames(in location: LayerLocation) throws(LayerFileError) -> [String] { [] }
}

/// A format of which a file is one layer, read from its bytes.
protocol ByteFormat: Sendable {
  /// See `LayerFormat`.
  static var name: String { get }
  /// See `LayerFormat`.
  static var extensions: [String] { get }

  /// Reads the layer in `file`.
  static func read(_ file: FileBytes, options: ReadOptions) async throws(LayerFileError) -> Layer
}

/// A format of bytes as one of locations.
private struct ByteFile: LayerFormat {
  let format: any ByteFormat.Type

  init(_ format: any ByteFormat.Type) { self.format = format }

  var name: String { format.name }
  var extensions: [String] { format.extensions }

  func read(
    _ location: LayerLocation, options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    let file = try FileBytes(path: location.path)
    if let layer = options.layer { throw .noLayers(path: location.path, layer: layer) }
    try ForeignBytes.check(file)
    var layer = try await format.read(file, options: options)
    layer.byteCount = file.storedCount
    if let filter = options.filter {
      layer = layer.selecting(try RowQuery.rows(of: layer, where: filter, path: location.path))
    }
    return layer
  }
}

/// Every format.
enum FormatRegistry {
  /// A new format is one file and one line here.
  static let all: [any LayerFormat] =
    [ByteFile(GeoJSON.self), ByteFile(GeoJSONSequence.self), ByteFile(CSV.self)]
    + GDALFormat.all

  /// The one that a location is in, by its extension.
  static func format(of location: LayerLocation) -> (any LayerFormat)? {
    all.first { $0.extensions.contains(location.fileExtension) }
  }

  /// `GeoJSON, CSV, …`, for messages.
  static var names: String {
    var names: [String] = []
    for format in all where !names.contains(format.name) { names.append(format.name) }
    return names.joined(separator: ", ")
  }
}
