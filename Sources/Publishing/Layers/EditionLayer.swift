internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar

/// A layer of a run, in whatever file it is written.
struct EditionLayer: Sendable {
  var table: LayerTable
  /// One row per row of the table.
  var geometry: GeometryColumn
  /// What the geometry is in.
  var crs = CRS.wgs84
  /// One per row, or none.
  var featureIDs: [String?]
  /// What readers call the rows, one per row; none where the table says all there is.
  var names: [String?]

  init(
    table: LayerTable, geometry: GeometryColumn, crs: CRS = .wgs84, featureIDs: [String?] = [],
    names: [String?] = []
  ) {
    self.table = table
    self.geometry = geometry
    self.crs = crs
    self.featureIDs = featureIDs
    self.names = names
  }

  /// The rows at some places, in their order.
  func selecting(_ rows: [Int]) -> EditionLayer {
    if rows.count == geometry.count { return self }
    return EditionLayer(
      table: table.selecting(rows), geometry: geometry.selecting(rows), crs: crs,
      featureIDs: featureIDs.isEmpty ? [] : rows.map { featureIDs[$0] },
      names: names.isEmpty ? [] : rows.map { names[$0] })
  }
}

extension EditionLayer {
  /// The columns that readers look at first: of each rule its verdict only, and names where the data has none.
  func brief(in edition: Edition) -> EditionLayer {
    let titles = ColumnTitles(edition)
    var layer = self
    layer.table = table.keeping { column in
      titles.rule(of: column).map { $0.part == "verdict" } ?? true
    }
    if !names.isEmpty { layer.table.insert("name", texts: names) }
    return layer
  }
}
