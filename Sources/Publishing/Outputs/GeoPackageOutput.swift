internal import Compliance
internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar
internal import Planning
internal import Rules
internal import Wording

/// `compliance.gpkg`: parcels, facilities and units in one file that opens in a GIS coloured by verdict, with a
/// legend and names of columns in the reader's language.
///
/// It has the columns of the data, each row's verdict and flags, and its verdict by rule; figures are in the
/// GeoJSON layers.
enum GeoPackageOutput: WritableOutput {
  /// `compliance.gpkg`
  static let fileName = "compliance.gpkg"
  /// What is in it.
  static let title = OutputWords.geoPackage
  /// GDAL, which writes it, need not be there.
  static let isOnRequest = true

  /// The first is drawn on top.
  private static let layers: [any LayerOutput.Type] = [
    FacilitiesOutput.self, UnitsOutput.self, ParcelsOutput.self,
  ]

  static func write(_ edition: Edition, _ press: Press, to path: String) async throws {
    let day = edition.city.project.asOf?.description ?? "1970-01-01"
    try DatasetWriter.write(
      await layers(of: edition, press), as: .geoPackage, day: day, to: path)
  }

  /// The layers, points and areas apart.
  static func layers(of edition: Edition, _ press: Press) async -> [DatasetLayer] {
    var layers: [DatasetLayer] = []
    for output in Self.layers where output.isWanted(in: edition) {
      let layer = await output.layer(of: edition, press)
      layers += byShape(dataset(layer, of: output, edition), of: output, edition)
    }
    return layers
  }

  /// A layer of points and one of areas where there are both: a GIS draws a layer in one way.
  private static func byShape(
    _ layer: DatasetLayer, of output: any LayerOutput.Type, _ edition: Edition
  ) -> [DatasetLayer] {
    let points = layer.geometry.kinds.indices.filter { layer.geometry.kinds[$0].isPoint }
    let others = layer.geometry.kinds.indices.filter { !layer.geometry.kinds[$0].isPoint }
    let isOfUnits = output == UnitsOutput.self
    func part(_ rows: [Int], _ name: String, _ shape: LayerStyle.Shape) -> DatasetLayer {
      var part = DatasetLayer(
        name: name, table: layer.table.selecting(rows), geometry: layer.geometry.selecting(rows),
        crs: layer.crs)
      part.aliases = layer.aliases
      let aliases = layer.table.names.compactMap { name in
        layer.aliases[name].map { (name: name, alias: $0) }
      }
      part.style = LayerStyle(shape: shape, language: edition.language, aliases: aliases).qml
      return part
    }
    var parts: [DatasetLayer] = []
    if !points.isEmpty { parts.append(part(points, layer.name, .points)) }
    if !others.isEmpty || points.isEmpty {
      parts.append(
        part(
          others, points.isEmpty ? layer.name : "\(layer.name)_areas",
          isOfUnits ? .outlines : .areas))
    }
    return parts
  }

  private static func dataset(
    _ layer: EditionLayer, of output: any LayerOutput.Type, _ edition: Edition
  ) -> DatasetLayer {
    let prefixes = edition.result.findings.indices.map { edition.columnPrefix(ofFinding: $0) }
    // The longest that fits: the name of one rule may start with that of another.
    func rule(of column: String) -> Int? {
      prefixes.indices.filter { column.hasPrefix("\(prefixes[$0])_") }
        .max { prefixes[$0].count < prefixes[$1].count }
    }
    var brief = layer.table.keeping { column in
      rule(of: column).map { column == "\(prefixes[$0])_verdict" } ?? true
    }
    brief.insert("name", texts: layer.names)
    let table = brief.table
    var aliases: [(name: String, alias: String)] = []
    for name in table.names {
      if let index = rule(of: name) {
        let rule = edition.result.findings[index].rule
        aliases.append((name, "\(rule.clause) \(edition.say(rule.says).prefix(40))"))
      } else if let word = ColumnNames.columns[name] {
        aliases.append((name, edition.say(word)))
      }
    }
    var dataset = DatasetLayer(
      name: output.layerName, table: table, geometry: layer.geometry, crs: .wgs84)
    dataset.aliases = Dictionary(aliases.map { ($0.name, $0.alias) }) { first, _ in first }
    return dataset
  }
}
