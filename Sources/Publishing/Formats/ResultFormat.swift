/// Formats that the layers of a result are written in.
public enum ResultFormat: String, Sendable, Hashable, CaseIterable {
  /// A file a layer, with all columns, and beside it how QGIS draws it.
  case geoJSON = "geojson"
  /// One file of all layers with their styles.
  case geoPackage = "gpkg"
  /// A file a layer and kind of geometry, and beside it how QGIS draws it.
  case flatGeobuf = "fgb"
  /// As FlatGeobuf; `fields.csv` tells what its short names of columns stand for.
  case shapefile = "shp"
  /// One workbook with a sheet a layer, for people.
  case workbook = "xlsx"
}

/// Which columns layers have.
public enum ColumnChoice: String, Sendable, Hashable, CaseIterable {
  /// Those of the data, the verdict and flags, and the verdict by rule.
  case brief
  /// The figures of each rule, too.
  case all
}
