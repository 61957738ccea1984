internal import GeoFiles
internal import Geodesy
internal import Planar
public import Workers

/// In which datum the coordinates of a layer are, by a layer that is known to be right: how far rows of the same name are
/// from each other, or how many points lie in its areas. It proposes, and changes nothing.
public struct DatumFit: Sendable, Hashable {
  /// What was compared.
  public enum Measure: String, Sendable, Hashable, Encodable {
    /// Rows of one name in both: median metres between them.
    case names
    /// Rows whose texts name a street: median metres to it.
    case streets
    /// Points in or near areas: the share that lies in one.
    case areas
  }

  /// How well one datum fits.
  public struct Candidate: Sendable, Hashable, Encodable {
    /// `GCJ-02`, `BD-09`, or the CRS as stated.
    public let crs: String
    /// Metres, the median; of areas to the nearest one, 0 inside.
    public let metres: Double
    /// Of areas: the share of points inside one.
    public let inside: Double?
  }

  /// What was compared.
  public let measure: Measure
  /// Rows that could be compared.
  public let rows: Int
  /// The best first.
  public let candidates: [Candidate]

  /// Fewer rows tell nothing.
  private static func fewest(_ measure: Measure) -> Int { measure == .streets ? 3 : 5 }

  /// Whether the best is so much better than the others that it can be proposed.
  public var isClear: Bool {
    guard rows >= Self.fewest(measure), candidates.count > 1 else { return false }
    let (best, second) = (candidates[0], candidates[1])
    switch measure {
    case .names: return best.metres * 2 < second.metres && best.metres < 200
    // A wrong one is half a kilometre off, mostly; few rows have to be the clearer.
    case .streets:
      return best.metres * (rows < 10 ? 4 : 2) < second.metres && best.metres < 200
    case .areas: return (best.inside ?? 0) > (second.inside ?? 0) + 0.15
    }
  }

  /// Compares a layer with what is right: by names, else by the streets that its rows name, else by areas.
  ///
  /// - Parameter source: Whose datum is asked for, in degrees.
  /// - Returns: `nil` where nothing of the two can be compared.
  /// - Throws: `CityLoadError` where it cannot be read; errors of transformations.
  public static func between(
    _ source: LayerSource, and reference: DatumReference, vocabulary: Vocabulary, workers: Workers
  ) async throws -> DatumFit? {
    let layer = try await SourceFile.layer(source, workers)
    let stated = try source.crs.map { try CRS(parsing: $0) } ?? layer.crs ?? .wgs84
    guard stated.isInDegrees else { return nil }
    let own = stated == .gcj02 || stated == .bd09 ? CRS.wgs84 : stated
    var moved: [(crs: String, geometry: GeometryColumn)] = []
    for crs in [own, .gcj02, .bd09] {
      moved.append(
        (
          crs.definition,
          try await layer.geometry.transformed(
            CoordinateTransform(from: crs, to: .wgs84), workers: workers)
        ))
    }
    let pairs = Self.pairs(RowNames.names(of: layer, vocabulary), reference.names.map(\.name))
    if pairs.count >= fewest(.names) {
      return byNames(pairs, moved, reference.names.map(\.place))
    }
    if let fit = byStreets(layer, moved, reference), fit.rows >= fewest(.streets) { return fit }
    return byAreas(moved, reference.areas)
  }

  // MARK: Names

  /// Rows of names that each layer has once.
  private static func pairs(_ names: [String?], _ others: [String?]) -> [(Int, Int)] {
    func unique(_ names: [String?]) -> [String: Int] {
      let rows = Dictionary(grouping: names.indices.filter { names[$0] != nil }) { names[$0] ?? "" }
      return rows.filter { $0.value.count == 1 }.mapValues { $0[0] }
    }
    let there = unique(others)
    return unique(names).compactMap { name, row in there[name].map { (row, $0) } }
      .sorted { $0 < $1 }
  }

  private static func byNames(
    _ pairs: [(Int, Int)], _ moved: [(crs: String, geometry: GeometryColumn)],
    _ there: [Point]
  ) -> DatumFit? {
    let candidates = moved.map { crs, geometry in
      let here = geometry.middles
      return Candidate(
        crs: crs, metres: median(pairs.map { PlaceCells.metres(here[$0.0], there[$0.1]) }),
        inside: nil)
    }
    return DatumFit(
      measure: .names, rows: pairs.count, candidates: candidates.sorted { $0.metres < $1.metres })
  }

  // MARK: Streets

  /// Beyond these metres a street is another one of the same name.
  private static let farthest = 3_000.0

  private static func byStreets(
    _ layer: Layer, _ moved: [(crs: String, geometry: GeometryColumn)], _ reference: DatumReference
  ) -> DatumFit? {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    var pieces: [[Int]] = []
    for (piece, name) in reference.streetNames.enumerated() {
      let number = numbers[name] ?? names.count
      if number == names.count {
        numbers[name] = number
        names.append(name)
        pieces.append([])
      }
      pieces[number].append(piece)
    }
    let streets = StreetsInTexts(names).streets(of: layer)
    let places = moved.map(\.geometry.middles)
    var metres: [[Double]] = moved.map { _ in [] }
    for row in streets.indices {
      guard let street = streets[row], places.allSatisfy({ $0[row].x.isFinite }) else { continue }
      let found = places.map { metresToStreet($0[row], pieces[street], reference.streets) }
      guard let least = found.min(), least <= farthest else { continue }
      for index in found.indices { metres[index].append(found[index]) }
    }
    let rows = metres[0].count
    if rows == 0 { return nil }
    let candidates = zip(moved, metres).map { moved, metres in
      Candidate(crs: moved.crs, metres: median(metres), inside: nil)
    }
    return DatumFit(
      measure: .streets, rows: rows, candidates: candidates.sorted { $0.metres < $1.metres })
  }

  private static func metresToStreet(
    _ point: Point, _ pieces: [Int], _ streets: GeometryColumn
  ) -> Double {
    let frame = LocalFrame(longitude: point.x, latitude: point.y)
    var least = Double.infinity
    streets.withBuffers { buffers in
      for row in pieces {
        for part in buffers.parts(of: row) {
          for ring in buffers.rings(of: part) {
            let vertices = buffers.vertices(of: ring)
            let line = vertices.map {
              frame.position(longitude: buffers.x[$0], latitude: buffers.y[$0])
            }
            for (from, to) in zip(line, line.dropFirst()) {
              let piece = Segment(ax: from.x, ay: from.y, bx: to.x, by: to.y)
              let foot = piece.point(atShare: piece.share(nearestToX: 0, y: 0))
              least = min(least, (foot.x * foot.x + foot.y * foot.y).squareRoot())
            }
          }
        }
      }
    }
    return least
  }

  // MARK: Areas

  private static func byAreas(
    _ moved: [(crs: String, geometry: GeometryColumn)], _ truth: GeometryColumn
  ) -> DatumFit? {
    guard truth.kinds.contains(where: \.isPolygon) else { return nil }
    // As far as the reference goes: what lies elsewhere tells nothing.
    let extent = truth.envelope
    let points = moved.map { crs, geometry in
      (crs, geometry.middles.filter { extent.contains(x: $0.x, y: $0.y) })
    }
    let rows = points.map(\.1.count).max() ?? 0
    guard rows > 0 else { return nil }
    let candidates = points.map { crs, points in
      let metres = metresToNearest(points, truth)
      let inside = metres.count { $0 == 0 }
      return Candidate(
        crs: crs, metres: median(metres),
        inside: metres.isEmpty ? 0 : Double(inside) / Double(metres.count))
    }
    return DatumFit(
      measure: .areas, rows: rows,
      candidates: candidates.sorted { ($0.inside ?? 0) > ($1.inside ?? 0) })
  }

  /// 0 in an area, and infinite where none is within 500 m or so.
  private static func metresToNearest(_ points: [Point], _ areas: GeometryColumn) -> [Double] {
    let index = BoxGrid(areas)
    return areas.withBuffers { buffers in
      index.search { index in
        points.map { point in
          let frame = LocalFrame(longitude: point.x, latitude: point.y)
          let around = Envelope(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
            .expanded(by: 0.005)
          var least = Double.infinity
          index.forEachBox(in: around) { row, _ in
            if !buffers.kinds[row].isPolygon { return }
            if buffers.contains(row, x: point.x, y: point.y) { least = 0 }
            for vertex in buffers.vertices(ofRow: row) where least > 0 {
              let place = frame.position(longitude: buffers.x[vertex], latitude: buffers.y[vertex])
              least = min(least, (place.x * place.x + place.y * place.y).squareRoot())
            }
          }
          return least
        }
      }
    }
  }

  private static func median(_ values: [Double]) -> Double {
    values.filter { !$0.isNaN }.median ?? .infinity
  }
}
