import Documents
import Geodesy
import Planar

/// What is worth saying once about all the geometry of a file.
enum GeometryReview {
  /// - Parameter isRFC: Whether the rule of GeoJSON holds for the order of vertices.
  static func notes(
    on geometry: GeometryColumn, tally: ReadTally, crs: CRS?, isRFC: Bool = true
  ) -> [ReadNote] {
    var notes: [ReadNote] = []
    func add(_ count: ReadTally.Count, _ place: FaultText, _ what: FaultText) {
      guard let first = count.first else { return }
      let message: FaultText =
        count.rows == 1
        ? "1 row, the first of them row \(first + 1): \(what)"
        : "\(count.rows) rows, the first of them row \(first + 1): \(what)"
      notes.append(ReadNote(severity: .warning, row: nil, place: place, message: message))
    }
    add(tally.heights, "geometry", "heights and further numbers in positions are left out")
    add(
      tally.missingProperties, FaultText(verbatim: "properties"),
      "the feature has no member \"properties\"")
    if isRFC {
      add(
        wrongWinding(of: geometry), "geometry",
        "rings do not follow the right-hand rule of RFC 7946; they are taken as they are")
    }
    if let crs, crs.isInDegrees {
      add(
        outOfRange(geometry), "geometry",
        "coordinates beyond 180 degrees of longitude or 90 of latitude; if they are not longitude "
          + "and latitude, state the layer's crs")
    }
    return notes
  }

  /// Rows with a shell that runs clockwise or a hole that does not.
  private static func wrongWinding(of geometry: GeometryColumn) -> ReadTally.Count {
    var count = ReadTally.Count()
    for row in 0..<geometry.count where geometry.kinds[row].isPolygon {
      let isWrong = geometry.parts(of: row).contains { part in
        let rings = geometry.rings(of: part)
        return rings.contains { ring in
          let area = geometry.signedArea(ofRing: ring)
          return ring == rings.lowerBound ? area < 0 : area > 0
        }
      }
      if isWrong { count.add(row) }
    }
    return count
  }

  private static func outOfRange(_ geometry: GeometryColumn) -> ReadTally.Count {
    var count = ReadTally.Count()
    let envelope = geometry.envelope
    guard !envelope.isEmpty else { return count }
    let isInside = { (minX: Double, minY: Double, maxX: Double, maxY: Double) in
      minX >= -180 && maxX <= 180 && minY >= -90 && maxY <= 90
    }
    guard !isInside(envelope.minX, envelope.minY, envelope.maxX, envelope.maxY) else {
      return count
    }
    for row in 0..<geometry.count where geometry.kinds[row] != .none {
      let envelope = geometry.envelope(of: row)
      if !isInside(envelope.minX, envelope.minY, envelope.maxX, envelope.maxY) { count.add(row) }
    }
    return count
  }
}
