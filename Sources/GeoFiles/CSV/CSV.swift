/// Comma-separated values (RFC 4180), also with semicolons or tabs.
enum CSV: LayerFormat {
  static let name = "CSV"
  static let extensions = ["csv", "tsv", "txt"]

  static func read(
    _ file: FileBytes, options: ReadOptions
  ) async throws(LayerFileError) -> Layer {
    throw .unsupportedFormat(path: file.path, fileExtension: "csv")
  }
}
