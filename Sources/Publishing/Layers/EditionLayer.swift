internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar

/// A layer of a run, in whatever file it is written.
struct EditionLayer: Sendable {
  var table: LayerTable
  /// One row per row of the table, WGS 84.
  let geometry: GeometryColumn
  /// One per row, or none.
  let featureIDs: [String?]
  /// What readers call the rows, one per row.
  let names: [String?]
}

/// An output that is a layer: a file of its own, and a layer of those that hold several.
protocol LayerOutput: WritableOutput where Content == Edition {
  /// What it is called in a file of several.
  static var layerName: String { get }

  static func layer(of edition: Edition, _ press: Press) async -> EditionLayer
}

extension LayerOutput {
  static func write(_ edition: Edition, _ press: Press, to path: String) async throws {
    let layer = await layer(of: edition, press)
    try await GeoJSONWriter(workers: press.workers).write(
      layer.table.table, geometry: layer.geometry, crs: .wgs84, featureIDs: layer.featureIDs,
      to: path)
  }
}
