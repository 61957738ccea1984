internal import Foundation
public import GeoData
internal import GeoFiles
internal import Geodesy
public import Measuring
internal import Planar
public import Planning
internal import Quantities
public import Walking
public import Workers

/// The areas that facilities reach, as a layer of its own.
public enum CatchmentPublication {
  /// How far.
  public enum Reach: Sendable, Hashable {
    /// A circle.
    case radius(metres: Double)
    /// Along the network; `minutes` where it was stated so.
    case walk(metres: Double, minutes: Double?)

    var isWalk: Bool {
      if case .walk = self { true } else { false }
    }

    var metres: Double {
      switch self {
      case .radius(let metres): metres
      case .walk(let metres, _): metres
      }
    }
  }

  /// What is to be drawn.
  public struct Request: Sendable {
    /// Each is drawn for each facility.
    public var reaches: [Reach]
    /// Metres to each side of a street, at most.
    public var offset: Double
    /// Of walks on a network.
    public var form: IsochroneForm
    /// Positions of kinds in the vocabulary; `nil`: all.
    public var kinds: Set<Int>?

    /// What is to be drawn.
    public init(
      reaches: [Reach], offset: Double, form: IsochroneForm = .streets, kinds: Set<Int>?
    ) {
      self.reaches = reaches
      self.offset = offset
      self.form = form
      self.kinds = kinds
    }
  }

  /// Writes one feature for each facility that stands on the day, or perhaps, and reach, by facility, then from small to large; a
  /// facility that no street is near has no geometry. The file takes its place when it is whole.
  ///
  /// - Parameter network: With the facilities on it; `nil`: walks are circles of their limit over
  ///   the detour factor.
  /// - Returns: The number of features.
  /// - Throws: `PublishingError`, `NetworkError`.
  public static func write(
    _ city: City, network: CityNetwork?, _ request: Request, kinds: FacilityKinds,
    to path: String, workers: Workers
  ) async throws -> Int {
    let facilities = city.facilities
    let standings = city.standings
    let rows = (0..<facilities.count).filter {
      let isComing = city.project.countsPlanned && !standings[$0].isDisjoint(with: .coming)
      return (request.kinds?.contains(facilities.kind[$0]) ?? true)
        && (isComing || standings[$0].isOpen != false)
    }
    let reaches = request.reaches.sorted { $0.metres < $1.metres }
    let columns = try await areas(
      of: rows, in: city, network, reaches, request, workers: workers)
    var geometry = GeometryColumn()
    var table = LayerTable(rowCount: rows.count * reaches.count)
    for index in rows.indices {
      for column in columns { geometry.append(row: index, of: column) }
    }
    func each<Value>(_ value: (Int, Reach) -> Value) -> [Value] {
      rows.flatMap { row in reaches.map { value(row, $0) } }
    }
    table.append("facility", texts: each { row, _ in facilities.rows.ids[row] })
    table.append("name", texts: each { row, _ in facilities.rows.names[row] })
    table.append("kind", texts: each { row, _ in kinds.all[facilities.kind[row]].id })
    table.append(
      "mode",
      texts: each { _, reach in
        if case .radius = reach { return "radius" }
        return network == nil ? "walk_straight_line" : "walk"
      })
    table.append(
      "minutes",
      .real(
        each { _, reach in
          if case .walk(_, let minutes?) = reach { return minutes }
          return .nan
        }, decimals: 3))
    table.append("reach_metres", .real(each { _, reach in reach.metres }, decimals: 3))
    let drawn = network == nil || reaches.contains { !$0.isWalk } ? nil : request
    table.append("form", texts: each { _, _ in drawn?.form.name })
    table.append("offset_metres", .real(each { _, _ in drawn?.offset ?? .nan }, decimals: 3))
    table.append("depth_metres", .real(each { _, _ in drawn?.form.depth ?? .nan }, decimals: 3))
    table.append("area_m2", .real(geometry.squareMetresOnGround(), decimals: 0))
    let partial = path + ".partial-\(UInt32.random(in: .min ... .max))"
    do {
      try await GeoJSONWriter(workers: workers).write(
        table.table, geometry: geometry, crs: .wgs84, to: partial)
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw PublishingError(error, at: path)
    }
    guard rename(partial, path) == 0 else {
      let failure = PublishingError.writing(path)
      try? FileManager.default.removeItem(atPath: partial)
      throw failure
    }
    return table.table.rowCount
  }

  /// One column per reach, one row per facility, in degrees of WGS 84.
  private static func areas(
    of rows: [Int], in city: City, _ network: CityNetwork?, _ reaches: [Reach], _ request: Request,
    workers: Workers
  ) async throws -> [GeometryColumn] {
    let detour = city.project.assumptions.detour?.double ?? 1.3
    let offsets = OffsetDrawing(city.facilities, on: city.ground, segments: 64)
    func circles(_ metres: Double) throws -> GeometryColumn {
      var column = GeometryColumn()
      for row in rows { try offsets.append(row, metres: metres, to: &column) }
      return column
    }
    if let network, reaches.allSatisfy(\.isWalk) {
      return try await network.areas(
        ofFacilities: rows, within: reaches.map(\.metres), offset: request.offset,
        form: request.form,
        served: try await network.waysToParcels(
          of: city, offset: request.offset, workers: workers),
        of: city, workers: workers)
    }
    let toDegrees = CoordinateTransform(from: city.workingCRS, to: .wgs84)
    var columns: [GeometryColumn] = []
    for reach in reaches {
      let circles =
        switch reach {
        case .radius(let metres): try circles(metres)
        case .walk(let metres, _): try circles(metres / detour)
        }
      columns.append(try await circles.transformed(toDegrees, workers: workers))
    }
    return columns
  }
}

extension IsochroneForm {
  /// As the output has it.
  fileprivate var name: String {
    switch self {
    case .streets: "streets"
    case .blocks: "blocks"
    }
  }

  /// NaN for none.
  fileprivate var depth: Double {
    switch self {
    case .streets: .nan
    case .blocks(let depth): depth
    }
  }
}
