internal import Pages

/// Every file of a publication.
public enum OutputRegistry {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let all: [any PublishedOutput.Type] = resultOutputs

  /// What is written unless it is said otherwise, by the names that `Publication.Options` takes.
  public static let usualNames = Set(
    resultOutputs.filter { !$0.isOnRequest }.map { output in
      (output as? any LayerOutput.Type)?.layerName ?? output.fileName
    })

  static let resultOutputs: [any ResultOutput.Type] = [
    ParcelsOutput.self, FacilitiesOutput.self, CatchmentsOutput.self, UnitsOutput.self,
    GapsOutput.self, ShortageGroupsOutput.self, FindingsOutput.self, RejectedOutput.self,
    SnappingOutput.self, GeoPackageOutput.self,
    WorkbookOutput.self, ProjectOutput.self, ColumnsOutput.self, ReportOutput.self,
    ManifestOutput.self,
  ]

  static let layers: [any LayerOutput.Type] = resultOutputs.compactMap {
    $0 as? any LayerOutput.Type
  }

  /// Makes sure that outputs are known by these names: of layers with or without the extension of a format, of files
  /// with or without theirs.
  static func check(_ names: Set<String>, and others: [String] = []) throws(PublishingError) {
    let files = resultOutputs.filter { !($0 is any LayerOutput.Type) }
      .map { $0.fileName }
    let layers = Self.layers.map { $0.layerName }
    var known = Set(others + files + layers + files.map(stem))
    for layer in layers {
      known.formUnion(["geojson", "geojson.gz", "fgb", "shp"].map { "\(layer).\($0)" })
    }
    known.formUnion(files.filter { $0.hasSuffix(".csv") }.map { $0 + ".gz" })
    for name in names.sorted() where !known.contains(name) {
      throw .unknownOutput(name: name, known: layers + files)
    }
  }

  /// Makes sure that what opens layers has some, if it is asked for.
  static func checkOpened(by options: Publication.Options) throws(PublishingError) {
    let opened = layers.map { $0.layerName } + [GeoPackageOutput.fileName]
    guard options.outputs.contains(ProjectOutput.fileName),
      !options.formats.contains(.geoPackage),
      !options.outputs.contains(where: { opened.contains(stem($0)) || opened.contains($0) })
    else { return }
    throw .nothingToOpen(name: ProjectOutput.fileName, layers: opened)
  }

  private static func stem(_ file: String) -> String { String(file.prefix { $0 != "." }) }
}
