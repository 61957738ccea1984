internal import Compliance
internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar
internal import Synchronization

/// What of a result is written, in which formats; the layers are made once for all files that they are in.
final class ResultWriting: Sendable {
  private let outputs: Set<String>
  private let formats: Set<ResultFormat>
  private let columns: ColumnChoice?
  let isOnlyFailing: Bool
  private let isCompressed: Bool
  private let kept = Mutex<[String: EditionLayer]>([:])
  /// All that there are.
  private let layers: [any LayerOutput.Type]
  private let drawnSoFar = Mutex<[DrawnLayer]>([])
  private let tablesSoFar = Mutex<[WrittenTable]>([])

  /// - Parameter layers: All layers that there are.
  init(_ options: Publication.Options, layers: [any LayerOutput.Type]) {
    self.layers = layers
    outputs = options.outputs
    formats = options.formats
    columns = options.columns
    isOnlyFailing = options.isOnlyFailing
    isCompressed = options.isCompressed
  }

  /// Whether a file is asked for by its name.
  func wants(_ file: String) -> Bool {
    outputs.contains(file) || outputs.contains(file + ".gz")
  }

  /// Whether a file is asked for by its name, with or without its extension.
  func wants(file: String) -> Bool {
    let stem = String(file.prefix { $0 != "." })
    // Several files of all layers have one.
    return wants(file) || stem != "compliance" && outputs.contains(stem)
  }

  /// Whether a file of several layers is asked for.
  func wants(_ file: String, as format: ResultFormat) -> Bool {
    formats.contains(format) || outputs.contains(file)
  }

  /// Its name as it is written: compressed where that is asked for.
  func written(_ file: String) -> String {
    isCompressed || outputs.contains(file + ".gz") ? file + ".gz" : file
  }

  /// The layers of files of several: those asked for by their names, else all but those on request.
  var layersTogether: [any LayerOutput.Type] {
    let named = layers.filter { outputs.contains($0.layerName) }
    return named.isEmpty ? layers.filter { !$0.isOnRequest } : named
  }

  /// The layers that were written, in the format among several that opens best.
  var drawn: [DrawnLayer] {
    let all = drawnSoFar.withLock { $0 }
    let formats: [ResultFormat] = [.geoPackage, .flatGeobuf, .geoJSON, .shapefile]
    let best = formats.first { format in all.contains { $0.format == format } }
    return all.filter { $0.format == best }
  }

  /// The tables that were written, in their order.
  var tables: [WrittenTable] { tablesSoFar.withLock { $0 } }

  func record(_ table: WrittenTable) { tablesSoFar.withLock { $0.append(table) } }

  func record(_ layer: DrawnLayer) { drawnSoFar.withLock { $0.append(layer) } }

  /// Which columns a format has: GeoJSON all of them unless it is said otherwise.
  func columns(in format: ResultFormat) -> ColumnChoice {
    columns ?? (format == .geoJSON ? .all : .brief)
  }

  /// A layer with the rows that are wanted.
  func layer(
    _ output: any LayerOutput.Type, of edition: Edition, _ press: Press
  ) async throws -> EditionLayer {
    if let layer = kept.withLock({ $0[output.layerName] }) { return layer }
    var layer = try await output.layer(of: edition, press)
    if isOnlyFailing, let rows = output.failingRows(of: edition) { layer = layer.selecting(rows) }
    if formats.count > 1 {
      let layer = layer
      kept.withLock { $0[output.layerName] = layer }
    }
    return layer
  }

  /// A layer with its columns as a format has them.
  func layer(
    _ output: any LayerOutput.Type, as format: ResultFormat, of edition: Edition, _ press: Press
  ) async throws -> EditionLayer {
    let layer = try await layer(output, of: edition, press)
    return columns(in: format) == .brief ? layer.brief(in: edition) : layer
  }
}

// MARK: - A file a layer

extension ResultWriting {
  func printings(ofLayer output: any LayerOutput.Type) -> [Printing<Edition>] {
    let name = output.layerName
    func wants(_ format: ResultFormat) -> Bool {
      formats.contains(format) && outputs.contains(name)
        || self.wants("\(name).\(format.rawValue)")
    }
    var printings: [Printing<Edition>] = []
    if wants(.geoJSON) {
      printings.append(
        Printing(fileName: written("\(name).geojson"), isSeveral: true) { edition, press, path in
          try await self.writeGeoJSON(output, edition, press, to: path)
        })
    }
    for (format, dataset) in [
      (ResultFormat.flatGeobuf, DatasetFormat.flatGeobuf), (.shapefile, .shapefile),
    ] where wants(format) {
      printings.append(
        Printing(fileName: "\(name).\(format.rawValue)", isSeveral: true) { edition, press, path in
          try await self.writeFiles(
            of: output, as: format, through: dataset, edition, press, to: path)
        })
    }
    return printings
  }

  private func writeGeoJSON(
    _ output: any LayerOutput.Type, _ edition: Edition, _ press: Press, to path: String
  ) async throws {
    let layer = try await layer(output, as: .geoJSON, of: edition, press)
    let table = layer.table.table
    try await GeoJSONWriter(workers: press.workers).write(
      table, geometry: layer.geometry, crs: layer.crs, featureIDs: layer.featureIDs, to: path)
    record(WrittenTable(String(path.dropFirst(Self.folder(of: path).count + 1)), table))
    func style(_ shape: LayerStyle.Shape) -> LayerStyle {
      LayerStyle(output.look, shape, columns: table.names, in: edition)
    }
    try style(LayerStyle.Shape(mostOf: layer.geometry))
      .write(to: "\(Self.folder(of: path))/\(output.layerName).qml")
    recordGeoJSON(
      layer, of: output, style: style, file: String(path.dropFirst(Self.folder(of: path).count + 1))
    )
  }

  /// A file for each kind of geometry, with its style; what has no place, in a format that must have one, as
  /// GeoJSON.
  private func writeFiles(
    of output: any LayerOutput.Type, as format: ResultFormat, through dataset: DatasetFormat,
    _ edition: Edition, _ press: Press, to path: String
  ) async throws {
    var layer = try await layer(output, as: format, of: edition, press)
    let folder = Self.folder(of: path)
    if format == .flatGeobuf {
      let unplaced = layer.geometry.kinds.indices.filter { layer.geometry.kinds[$0] == .none }
      if !unplaced.isEmpty {
        let rows = layer.selecting(unplaced)
        try await GeoJSONWriter(workers: press.workers).write(
          rows.table.table, geometry: rows.geometry, crs: rows.crs, featureIDs: rows.featureIDs,
          to: "\(folder)/\(output.layerName)_unplaced.geojson")
        layer = layer.selecting(
          layer.geometry.kinds.indices.filter { layer.geometry.kinds[$0] != .none })
      }
    }
    let parts = try await layer.parts(
      named: output.layerName, output.look, in: edition, workers: press.workers)
    for var part in parts {
      let stem = "\(folder)/\(part.layer.name)"
      let names = ShortNames(part.layer.table.names, most: dataset.mostNameBytes)
      if format == .shapefile {
        let (table, cut) = part.layer.table.cuttingTexts()
        part.layer.table = table
        try FieldsTable.write(names, cut: cut, of: part.layer, to: "\(stem).fields.csv")
      }
      part.rename(names)
      try DatasetWriter.write([part.layer], as: dataset, to: "\(stem).\(format.rawValue)")
      try part.style.write(to: "\(stem).qml")
      record(WrittenTable("\(part.layer.name).\(format.rawValue)", part.layer.table))
      record(
        DrawnLayer(
          name: part.layer.name, format: format,
          source: "./\(part.layer.name).\(format.rawValue)", style: part.style,
          crs: part.layer.crs, extent: part.layer.geometry.envelope))
    }
  }

  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }
}
