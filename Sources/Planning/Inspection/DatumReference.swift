internal import GeoFiles
internal import Geodesy
public import Planar
public import Workers

/// What is known to be right, for a layer to be held against: names with their places, areas, and streets by their
/// names. In degrees of WGS 84.
public struct DatumReference: Sendable {
  /// Names of places and where these are; one that is there twice tells nothing.
  public var names: [(name: String, place: Point)] = []
  /// Areas that points lie in; others among them are not looked at.
  public var areas = GeometryColumn()
  /// Lines, one row a piece.
  public var streets = GeometryColumn()
  /// Of each piece.
  public var streetNames: [String] = []

  /// Nothing yet.
  public init() {}

  /// A layer: its areas, its lines as streets, and the names of its rows.
  ///
  /// - Throws: `CityLoadError` where it cannot be read; errors of transformations.
  public init(_ source: LayerSource, vocabulary: Vocabulary, workers: Workers) async throws {
    let layer = try await SourceFile.layer(source, workers)
    let right = try source.crs.map { try CRS(parsing: $0) } ?? layer.crs ?? .wgs84
    let geometry = try await layer.geometry.transformed(
      CoordinateTransform(from: right, to: .wgs84), workers: workers)
    let names = RowNames.names(of: layer, vocabulary)
    let middles = geometry.middles
    let lines = geometry.kinds.indices.filter { geometry.kinds[$0].isLine }
    self.names = geometry.kinds.indices.compactMap { row in
      geometry.kinds[row].isLine ? nil : names[row].map { ($0, middles[row]) }
    }
    areas = geometry
    let named = lines.filter { names[$0] != nil }
    streets = geometry.selecting(named)
    streetNames = named.compactMap { names[$0] }
  }
}

/// What the rows of a layer are called.
enum RowNames {
  static func names(of layer: Layer, _ vocabulary: Vocabulary) -> [String?] {
    let role = RoleGuess.role(of: layer, vocabulary)
    let matching = FieldMatching(
      layer.attributes.names, role: role, aliases: vocabulary.aliases)
    let cells = matching.cells("name", in: layer)
    return (0..<layer.count).map { row in cells.lazy.compactMap { $0.text(row) }.first }
  }
}
