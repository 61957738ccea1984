/// GeoJSON put together from its parts as text, so that a test can also write what is wrong.
public enum GeoJSONText {
  /// A file of features.
  public static func collection(_ features: [String]) -> String {
    "{\"type\":\"FeatureCollection\",\"features\":[\n" + features.joined(separator: ",\n") + "\n]}"
  }

  /// One feature; `properties` are members of an object, without its braces.
  public static func feature(_ properties: String, _ geometry: String) -> String {
    "{\"type\":\"Feature\",\"properties\":{\(properties)},\"geometry\":\(geometry)}"
  }

  /// A point.
  public static func point(_ x: Double, _ y: Double) -> String {
    "{\"type\":\"Point\",\"coordinates\":[\(x),\(y)]}"
  }

  /// A polygon without holes.
  public static func polygon(_ ring: [(Double, Double)]) -> String {
    "{\"type\":\"Polygon\",\"coordinates\":[[\(positions(ring))]]}"
  }

  /// A line.
  public static func line(_ vertices: [(Double, Double)]) -> String {
    "{\"type\":\"LineString\",\"coordinates\":[\(positions(vertices))]}"
  }

  /// A square around a point, in its units.
  public static func square(_ x: Double, _ y: Double, half: Double) -> String {
    polygon([
      (x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half),
      (x - half, y - half),
    ])
  }

  private static func positions(_ vertices: [(Double, Double)]) -> String {
    vertices.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
  }
}
