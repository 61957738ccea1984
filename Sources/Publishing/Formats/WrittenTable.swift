internal import GeoFiles

/// The columns of a layer or table as it was written.
struct WrittenTable: Sendable {
  /// `parcels.geojson`, or `compliance.gpkg/parcels`.
  let place: String
  /// In their order, by the names that they have there.
  let columns: [(name: String, type: String)]

  init(_ place: String, _ table: OutputTable) {
    self.place = place
    columns = zip(table.names, table.columns).map { ($0, $1.typeName) }
  }
}

extension OutputColumn {
  /// What its values are.
  fileprivate var typeName: String {
    switch self {
    case .attribute(.text), .words, .shared: "text"
    case .attribute(.json): "json"
    case .attribute(.integer): "integer"
    case .attribute(.real), .real, .micros: "real"
    case .attribute(.boolean), .boolean: "boolean"
    }
  }
}
