internal import Documents
internal import GeoFiles
internal import Geodesy
internal import Planar

/// A GeoJSON layer of an opinion or a comparison, and beside it how QGIS draws it.
struct StyledLayer {
  let table: OutputTable
  /// WGS 84.
  let geometry: GeometryColumn
  let featureIDs: [String?]
  /// What it shows.
  let look: LayerStyle.Look
  let language: Language
  /// By which rows are drawn.
  var verdictColumn = "verdict"
  /// In which rows may have their names, the best first.
  var nameColumns = ["name"]

  func write(_ press: Press, to path: String) async throws {
    try await GeoJSONWriter(workers: press.workers).write(
      table, geometry: geometry, crs: .wgs84, featureIDs: featureIDs, to: path)
    let style = LayerStyle(
      look, LayerStyle.Shape(mostOf: geometry), columns: table.names, in: language,
      by: verdictColumn, nameColumns: nameColumns)
    try style.write(to: path.replacing(".geojson", with: "") + ".qml")
  }
}
