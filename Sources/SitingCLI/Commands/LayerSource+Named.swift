import GeoFiles
import Planning

extension LayerSource {
  /// A file that an option names.
  ///
  /// - Parameter crs: As another option states it. GeoJSON always has a CRS: its own, or WGS 84;
  ///   only tables state none.
  init(named path: String, crs: String?) {
    self.init(path: LayerFiles.shown(path), resolvedPath: path)
    if isTable { self.crs = crs }
  }

  /// Whether it is a table of texts or a sheet, which has no CRS of its own.
  private var isTable: Bool {
    let name = path.lowercased()
    return ["csv", "tsv", "txt", "xlsx", "ods"].contains {
      name.hasSuffix(".\($0)") || name.hasSuffix(".\($0).gz")
    }
  }
}
