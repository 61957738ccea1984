public import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar
internal import Planning
internal import Wording

/// `rejected.geojson`: every row that was read and takes no part, with its reason.
public enum RejectedOutput: LayerOutput {
  /// `rejected.geojson`
  public static let fileName = "rejected.geojson"
  /// What is in it.
  public static let title = OutputWords.rejected

  static let layerName = "rejected"
  static let look = LayerStyle.Look.rejected

  static func layer(of edition: Edition, _ press: Press) -> EditionLayer {
    let rejected = edition.city.rejected
    var geometry = GeometryColumn()
    for row in rejected {
      if let position = row.position {
        geometry.appendPoint(x: position.x, y: position.y)
      } else {
        geometry.appendNone()
      }
    }
    var table = LayerTable(rowCount: rejected.count)
    table.append("layer", texts: rejected.map(\.layer))
    table.append("file", texts: rejected.map(\.file))
    table.append("row", counts: rejected.map(\.row))
    table.append("line", counts: rejected.map(\.line))
    table.append("id", texts: rejected.map(\.id))
    table.append("code", texts: rejected.map(\.code.rawValue))
    table.append("reason", texts: rejected.map { edition.say($0.sentence(.exact)) })
    return EditionLayer(table: table, geometry: geometry)
  }
}
