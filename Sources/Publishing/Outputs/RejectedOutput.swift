public import Documents
internal import GeoFiles
internal import Geodesy
internal import Pages
internal import Planar
internal import Planning
internal import Wording

/// `rejected.geojson`: every row that was read and takes no part, with its reason.
public enum RejectedOutput: WritableOutput {
  /// `rejected.geojson`
  public static let fileName = "rejected.geojson"
  /// What is in it.
  public static let title = OutputWords.rejected

  static func write(_ edition: Edition, _ press: Press, to path: String) async throws {
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
    try await GeoJSONWriter(workers: press.workers).write(
      table.table, geometry: geometry, crs: .wgs84, to: path)
  }
}
