import Planar

/// Files that hold layers.
public enum LayerFile {
  /// Extensions of all files that can be read; those that are one layer also with `.gz` behind it.
  public static var extensions: [String] { FormatRegistry.all.flatMap { $0.extensions } }

  /// The layers with rows of a file of several, or of a database; none of a file that is one layer.
  public static func layerNames(in path: String) throws(LayerFileError) -> [String] {
    let location = LayerLocation(path)
    return try FormatRegistry.format(of: location)?.layerNames(in: location) ?? []
  }

  /// Reads a layer in the format that the extension of the file or folder names.
  ///
  /// Rows that cannot be used are in the layer, of kind `.none`, with a note; only a file that
  /// cannot be understood as a whole is an error.
  ///
  /// - Parameter path: Of a file or a folder, or a connection to a database, `PG:host=… dbname=…`.
  public static func read(
    _ path: String, options: ReadOptions = ReadOptions()
  ) async throws(LayerFileError) -> Layer {
    let location = LayerLocation(path)
    guard let format = FormatRegistry.format(of: location) else {
      // Of what is not there nobody minds the extension.
      _ = try FileBytes(path: path)
      throw .unsupportedFormat(
        path: path, fileExtension: location.fileExtension, known: FormatRegistry.names)
    }
    let layer = try await format.read(location, options: options)
    guard let box = options.box else { return layer }
    return layer.selecting(layer.geometry.rows(meeting: box))
  }
}
