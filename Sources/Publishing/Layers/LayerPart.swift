internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar
internal import Planning
internal import Workers

/// The rows of a layer that a GIS draws in one way, and how.
struct LayerPart {
  var layer: DatasetLayer
  var style: LayerStyle

  /// The layer with its style, and those by topic, in it.
  func styledLayer(_ language: Language) -> DatasetLayer {
    var layer = layer
    layer.style = style.qml
    layer.otherStyles = style.topics.map { ($0.title, style.document(of: $0)) }
    layer.note = style.look.title[language]
    return layer
  }

  /// Gives columns the short names that a format needs.
  mutating func rename(_ names: ShortNames) {
    if names.changes.isEmpty { return }
    let short = Dictionary(uniqueKeysWithValues: zip(names.names, names.short))
    layer.rename(short)
    style.rename(short)
  }
}

extension EditionLayer {
  /// Points, lines and areas apart: a GIS draws a layer in one way. The first has the layer's own name; all are in
  /// the CRS of the parcels.
  ///
  /// - Parameters:
  ///   - name: Of the layer.
  ///   - look: What it shows.
  func parts(
    named name: String, _ look: LayerStyle.Look, in edition: Edition, workers: Workers
  ) async throws -> [LayerPart] {
    let table = table.table
    let target = edition.layerCRS
    let moved = try await geometry.transformed(
      CoordinateTransform(from: crs, to: target), workers: workers)
    let titles = ColumnTitles(edition)
    var aliases: [String: String] = [:]
    for name in table.names { aliases[name] = titles.title(of: name) }
    func part(_ rows: [Int], _ name: String, _ shape: LayerStyle.Shape) -> LayerPart {
      var layer = DatasetLayer(
        name: name, table: table.selecting(rows), geometry: moved.selecting(rows), crs: target)
      layer.aliases = aliases
      return LayerPart(
        layer: layer,
        style: LayerStyle(look, shape, columns: table.names, in: edition))
    }
    var parts: [LayerPart] = []
    for shape in LayerStyle.Shape.allCases {
      let rows = moved.kinds.indices.filter { shape.holds(moved.kinds[$0]) }
      guard !rows.isEmpty else { continue }
      parts.append(part(rows, parts.isEmpty ? name : "\(name)_\(shape.rawValue)", shape))
    }
    // Rows without a place go with the first that there is.
    let unplaced = moved.kinds.indices.filter { moved.kinds[$0] == .none }
    if parts.isEmpty {
      return [part(unplaced, name, look.usualShape)]
    }
    if !unplaced.isEmpty, let shape = parts.first?.style.shape {
      let rows = moved.kinds.indices.filter {
        moved.kinds[$0] == .none || shape.holds(moved.kinds[$0])
      }
      parts[0] = part(rows, name, shape)
    }
    return parts
  }
}

extension Edition {
  /// What layers are in where a format leaves the choice: what the parcels, else the facilities, were given in; WGS
  /// 84 where those are coordinates of a web map, or have none that a code stands for.
  var layerCRS: CRS {
    let definitions = ["parcels", "facilities"].flatMap { role in
      city.inputs.filter { $0.role == role && !$0.crsDefinition.isEmpty }.map(\.crsDefinition)
    }
    guard let first = definitions.first, first.hasPrefix("EPSG:"),
      let crs = try? CRS(parsing: first)
    else { return .wgs84 }
    return crs
  }
}
