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
          throw CityLoadError(source.path, error)
        }
      }
      throw CityLoadError(source.path, error)
    }
  }
}

extension CityLoadError {
  init(_ file: String, _ error: LayerFileError) {
    let text: FaultText
    var isMissing = false
    switch error {
    case .notFound(let path):
      isMissing = true
      text = "\(path): no such file; check the path"
    case .isDirectory(let path): text = "\(path) is a folder; name a file in it"
    case .empty(let path): text = "\(path): the file is empty; export it again"
    case .noLayers(let path, let layer):
      text = "\(path): a file of this format has no layers; take out `layer: \(layer)`"
    default: text = FaultText(verbatim: error.description)
    }
    self.init([Fault(file: file, message: text, isMissingFile: isMissing)])
  }
}
