import Planar

/// A geometry type of RFC 7946.
struct GeometryType {
  let name: StaticString
  /// What a row of it is; `nil` for a collection.
  let value: GeometryKind?
  let single: GeometryKind
  let dimension: Int

  static let all = [
    GeometryType(name: "Polygon", value: .polygon, single: .polygon, dimension: 2),
    GeometryType(name: "Point", value: .point, single: .point, dimension: 0),
    GeometryType(name: "MultiPolygon", value: .multiPolygon, single: .polygon, dimension: 2),
    GeometryType(name: "LineString", value: .lineString, single: .lineString, dimension: 1),
    GeometryType(
      name: "MultiLineString", value: .multiLineString, single: .lineString, dimension: 1),
    GeometryType(name: "MultiPoint", value: .multiPoint, single: .point, dimension: 0),
    GeometryType(name: "GeometryCollection", value: nil, single: .none, dimension: -1),
  ]
}

extension GeometryKind {
  /// The kind for several parts of this one.
  var multiple: GeometryKind {
    switch self {
    case .point: .multiPoint
    case .lineString: .multiLineString
    case .polygon: .multiPolygon
    default: self
    }
  }
}
