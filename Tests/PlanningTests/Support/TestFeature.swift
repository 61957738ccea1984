import TestSupport

/// One feature of a GeoJSON text.
struct TestFeature {
  var properties: [(String, String)] = []
  /// As JSON.
  var geometry: String

  /// - Parameter properties: Values as JSON.
  init(_ properties: [(String, String)], _ geometry: String) {
    self.properties = properties
    self.geometry = geometry
  }

  var json: String {
    let members = properties.map { "\"\($0.0)\":\($0.1)" }.joined(separator: ",")
    return GeoJSONText.feature(members, geometry)
  }
}

/// A GeoJSON text.
func geoJSON(_ features: [TestFeature]) -> String { GeoJSONText.collection(features.map(\.json)) }

/// A point as JSON.
func point(_ x: Double, _ y: Double) -> String { GeoJSONText.point(x, y) }

/// A square around a point, about 100 m a side in degrees by default.
func square(_ x: Double, _ y: Double, half: Double = 0.0005) -> String {
  GeoJSONText.square(x, y, half: half)
}

/// A polygon without holes.
func polygon(_ ring: [(Double, Double)]) -> String { GeoJSONText.polygon(ring) }
