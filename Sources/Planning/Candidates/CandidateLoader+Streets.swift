internal import Geodesy
public import Planar
public import Workers

extension CandidateLoader {
  /// Farther than this from every parcel nobody looks for a site, metres.
  private static let farthest = 1_000.0

  /// Sites where streets meet or end, near a parcel, at least so far from each other.
  ///
  /// A junction is taken unless one before it is too near: sites are where `junctions` are best.
  ///
  /// - Parameters:
  ///   - junctions: In the working CRS of the city, the best first.
  ///   - metres: On the ground; above zero.
  public static func onStreets(
    _ junctions: [Point], apart metres: Double, of city: City, vocabulary: Vocabulary,
    workers: Workers
  ) async throws -> SiteCandidates {
    let ground = city.ground
    let parcels = city.parcels.rows
    var homes = PointBins(size: max(Self.farthest, metres))
    for parcel in 0..<parcels.count where parcels.isPlaced(parcel) {
      homes.insert(Point(x: parcels.placeX[parcel], y: parcels.placeY[parcel]))
    }
    var taken = PointBins(size: metres)
    var kept: [Point] = []
    for place in junctions {
      func isNear(_ bins: PointBins, _ limit: (Double) -> Bool) -> Bool {
        bins.around(place).contains {
          limit(ground.metres(fromX: place.x, y: place.y, toX: $0.x, y: $0.y))
        }
      }
      guard isNear(homes, { $0 <= max(Self.farthest, metres) }), !isNear(taken, { $0 < metres })
      else { continue }
      taken.insert(place)
      kept.append(place)
    }
    let sorted = kept.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    return try await sites(
      at: sorted.enumerated().map { (id: "street-\($0 + 1)", place: $1) }, for: city, vocabulary,
      workers)
  }
}

/// Points by the square that they lie in.
private struct PointBins {
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private let side: Double
  private var points: [Cell: [Point]] = [:]

  /// - Parameter size: Metres on the ground; a plane is no farther from it than 1 in 100.
  init(size: Double) { side = size * 1.01 }

  private func cell(_ point: Point) -> Cell {
    Cell(
      column: Int((point.x / side).rounded(.down)), row: Int((point.y / side).rounded(.down)))
  }

  mutating func insert(_ point: Point) { points[cell(point), default: []].append(point) }

  /// All within the size, and some beyond.
  func around(_ point: Point) -> [Point] {
    let own = cell(point)
    return (-1...1).flatMap { row in
      (-1...1).flatMap { column in
        points[Cell(column: own.column + column, row: own.row + row)] ?? []
      }
    }
  }
}
