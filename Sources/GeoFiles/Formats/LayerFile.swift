/// Files that hold layers.
public enum LayerFile {
  /// Extensions of all files that can be read, each also with `.gz` behind it.
  public static var extensions: [String] { FormatRegistry.all.flatMap { $0.extensions } }

  /// Reads a layer in the format that the file's extension names; compressed or not.
  ///
  /// Rows that cannot be used are in the layer, of kind `.none`, with a note; only a file that
  /// cannot be understood as a whole is an error.
  public static func read(
    _ path: String, options: ReadOptions = ReadOptions()
  ) async throws(LayerFileError) -> Layer {
    let file = try FileBytes(path: path)
    let fileExtension = Self.fileExtension(of: file.name)
    guard let format = FormatRegistry.format(forExtension: fileExtension) else {
      throw .unsupportedFormat(path: path, fileExtension: fileExtension)
    }
    // None of the formats that are read so far holds several.
    if let layer = options.layer { throw .noLayers(path: path, layer: layer) }
    try ForeignBytes.check(file)
    var layer = try await format.read(file, options: options)
    layer.byteCount = file.storedCount
    return layer
  }

  /// In lower case, without its dot; that in front of `.gz` for a compressed file.
  private static func fileExtension(of name: String) -> String {
    var parts = name.lowercased().split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1, parts.last == "gz" { parts.removeLast() }
    return parts.count > 1 ? String(parts[parts.count - 1]) : ""
  }
}
