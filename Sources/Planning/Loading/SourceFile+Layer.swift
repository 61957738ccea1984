internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Workers

extension SourceFile {
  /// Reads the file of a source.
  ///
  /// - Throws: `CityLoadError` where it cannot be read as a whole.
  static func layer(
    _ source: LayerSource, _ workers: Workers
  ) async throws(CityLoadError) -> Layer {
    var options = ReadOptions(workers: workers, encoding: source.encoding)
    options.layer = source.layer
    options.filter = source.filter
    options.box = source.box
    options.expected = source.crs.flatMap { try? CRS(parsing: $0) }
    if let x = source.fields["x"], let y = source.fields["y"] {
      options.geometry = .columns(x: x, y: y)
    } else if let column = source.fields["wkt"] {
      options.geometry = .wkt(column: column)
    }
    do throws(LayerFileError) {
      return try await LayerFile.read(source.resolvedPath, options: options)
    } catch {
      // What the project states also stands in for a statement of the file that nobody knows.
      if case .unknownCRS = error, let text = source.crs, let crs = try? CRS(parsing: text) {
        options.crs = crs
        do throws(LayerFileError) {
          return try await LayerFile.read(source.resolvedPath, options: options)
        } catch {
          throw CityLoadError(source, error)
        }
      }
      throw CityLoadError(source, error)
    }
  }
}

extension CityLoadError {
  /// What is wrong with a file, called as the user called it.
  init(_ source: LayerSource, _ error: LayerFileError) {
    let opened = LayerFiles.shown(source.resolvedPath)
    let isMissing = if case .notFound = error { true } else { false }
    let text = error.text.mappingWords { $0.replacing(opened, with: source.path) }
    self.init([Fault(file: source.path, message: text, isMissingFile: isMissing)])
  }
}
