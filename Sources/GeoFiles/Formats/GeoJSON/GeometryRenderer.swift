import Planar

/// Writes rows of a geometry column as GeoJSON geometries.
enum GeometryRenderer {
  /// About 11 mm on the ground, as RFC 7946 advises.
  private static let decimals = 7

  static func append(_ row: Int, of geometry: GeometryColumn, to buffer: ByteBuffer) {
    let kind = geometry.kinds[row]
    guard kind != .none, isFinite(row, geometry) else { return buffer.append("null") }
    buffer.append("{\"type\":\"")
    buffer.append(typeName(kind))
    buffer.append("\",\"coordinates\":")
    let isMultiple = kind == .multiPoint || kind == .multiLineString || kind == .multiPolygon
    let parts = geometry.parts(of: row)
    if isMultiple { buffer.append(UInt8(ascii: "[")) }
    for part in parts {
      if part > parts.lowerBound { buffer.append(UInt8(ascii: ",")) }
      appendPart(part, kind, of: geometry, to: buffer)
    }
    if isMultiple { buffer.append(UInt8(ascii: "]")) }
    buffer.append(UInt8(ascii: "}"))
  }

  private static func isFinite(_ row: Int, _ geometry: GeometryColumn) -> Bool {
    geometry.vertices(ofRow: row).allSatisfy { geometry.x[$0].isFinite && geometry.y[$0].isFinite }
  }

  private static func typeName(_ kind: GeometryKind) -> StaticString {
    switch kind {
    case .none: "null"
    case .point: "Point"
    case .multiPoint: "MultiPoint"
    case .lineString: "LineString"
    case .multiLineString: "MultiLineString"
    case .polygon: "Polygon"
    case .multiPolygon: "MultiPolygon"
    }
  }

  private static func appendPart(
    _ part: Int, _ kind: GeometryKind, of geometry: GeometryColumn, to buffer: ByteBuffer
  ) {
    let rings = geometry.rings(of: part)
    guard kind.isPolygon else {
      let vertices = geometry.vertices(of: rings.lowerBound)
      if kind.isPoint {
        appendPosition(vertices.lowerBound, of: geometry, to: buffer)
      } else {
        appendPositions(vertices, isReversed: false, of: geometry, to: buffer)
      }
      return
    }
    buffer.append(UInt8(ascii: "["))
    for ring in rings {
      if ring > rings.lowerBound { buffer.append(UInt8(ascii: ",")) }
      let area = geometry.signedArea(ofRing: ring)
      let isReversed = ring == rings.lowerBound ? area < 0 : area > 0
      appendPositions(
        geometry.vertices(of: ring), isReversed: isReversed, of: geometry, to: buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  private static func appendPositions(
    _ vertices: Range<Int>, isReversed: Bool, of geometry: GeometryColumn, to buffer: ByteBuffer
  ) {
    buffer.append(UInt8(ascii: "["))
    for step in 0..<vertices.count {
      if step > 0 { buffer.append(UInt8(ascii: ",")) }
      let vertex = isReversed ? vertices.upperBound - 1 - step : vertices.lowerBound + step
      appendPosition(vertex, of: geometry, to: buffer)
    }
    buffer.append(UInt8(ascii: "]"))
  }

  private static func appendPosition(
    _ vertex: Int, of geometry: GeometryColumn, to buffer: ByteBuffer
  ) {
    buffer.append(UInt8(ascii: "["))
    buffer.append(geometry.x[vertex], decimals: decimals)
    buffer.append(UInt8(ascii: ","))
    buffer.append(geometry.y[vertex], decimals: decimals)
    buffer.append(UInt8(ascii: "]"))
  }
}
