public import Geodesy
public import Planar

/// A plain layer of lines that a network is to be made of, with what its columns say.
///
/// Only `geometry` is needed. A column is empty where the layer has none, else it has one entry per
/// row.
public struct LineLayer: Sendable {
  /// Lines and multilines in the metric CRS of the run; a multiline is several lines.
  public var geometry: GeometryColumn
  /// Whether people may walk there; `nil`: not stated, which is yes in a layer of streets.
  var isWalkable: [Bool?]
  /// What the tags of OpenStreetMap in a row's columns say of it; `nil`: nothing. A row that is only
  /// for residents is there for them; one that is walked on between streets of a town is left out.
  public var rules: [Walkability?] = []
  /// What of a row is in the way of others, and no street; `nil`: nothing.
  public var obstacles: [StreetObstacles.Kind?] = []
  /// Which way they may; `nil`: not stated, which is both.
  public var directions: [StreetLines.Direction?]
  /// 0 on the ground, above it positive (a bridge), below it negative (a tunnel); `nil`: not
  /// stated, which is 0.
  public var levels: [Int?]
  /// What `StreetLines.sourceIDs` says of a row; empty: the row's index.
  public var sourceIDs: [Int64]

  /// A layer with the columns that it has.
  public init(
    geometry: GeometryColumn, isWalkable: [Bool?] = [], directions: [StreetLines.Direction?] = [],
    levels: [Int?] = [], sourceIDs: [Int64] = []
  ) {
    self.geometry = geometry
    self.isWalkable = isWalkable
    self.directions = directions
    self.levels = levels
    self.sourceIDs = sourceIDs
  }

  /// The lines that people may walk along, joined where they meet.
  ///
  /// - Two **ends** within the tolerance are one vertex, and so are ends that are linked by others
  ///   in between; the vertex lies at the one with the least x, then y. A bridge thus meets the
  ///   street that it continues, whatever their levels. Only where lines of two levels both run on
  ///   (each has two ends or more at the place, as in data that is cut at every crossing) do the
  ///   levels stay apart; a single end joins the nearest level, of two as near the lower.
  /// - An end within the tolerance of another line of the same level meets it: a T junction. The end
  ///   moves to the nearest vertex inside the line that is within the tolerance; where there is none,
  ///   the line gets a vertex at the nearest place. Of another level it does not, and is counted.
  /// - Two vertices **inside** lines of the same level are one where they are at the same point
  ///   exactly.
  /// - Lines of one level that cross or touch without a vertex are counted, and joined there only if
  ///   the caller says so: a drawing may show a bridge that way.
  ///
  /// What joins does not depend on the order of the rows. A line that the tolerance makes into a
  /// point is left out and counted.
  ///
  /// - Parameters:
  ///   - tolerance: In metres, inclusive; 0 or more. Well below the shortest gap that people cannot
  ///     cross: 0.5 m is much for a layer that was drawn with snapping.
  ///   - joinsCrossings: Whether lines that cross or touch without a vertex are joined there; `nil`:
  ///     not known, which leaves them apart in doubt.
  ///   - ground: What metres of the CRS are.
  /// - Precondition: Columns are empty or as long as the geometry; there are fewer than 2³¹
  ///   vertices.
  public func streets(
    tolerance: Double, joinsCrossings: Bool? = nil, on ground: GroundScale = .plane
  ) -> Streets {
    precondition(tolerance >= 0 && tolerance.isFinite, "tolerance \(tolerance)")
    let rows = geometry.count
    for count in [
      isWalkable.count, rules.count, obstacles.count, directions.count, levels.count,
      sourceIDs.count,
    ] {
      precondition(count == 0 || count == rows, "a column of \(count) for \(rows) rows")
    }
    var summary = StreetSummary()
    summary.nodesInSource = geometry.vertexCount
    summary.waysInSource = rows
    var ledger = LengthLedger()
    var obstaclePieces = StreetObstacles()
    var joiner = LineJoiner(geometry: geometry, tolerance: tolerance, on: ground)
    for row in 0..<rows {
      guard isUsable(row) else {
        joiner.joins.unusableRows += 1
        continue
      }
      if !obstacles.isEmpty, let kind = obstacles[row] {
        addObstacle(row, kind, to: &obstaclePieces)
        continue
      }
      let rule = rules.isEmpty ? nil : rules[row]
      let isStated = !isWalkable.isEmpty && isWalkable[row] != nil
      let isOpen = isStated ? isWalkable[row] ?? true : rule.map { $0.exclusion == nil } ?? true
      let reason: WalkExclusion? = isOpen ? nil : isStated ? .forbidden : rule?.exclusion
      let metres = geometry.rings(ofRow: row).reduce(0) { $0 + length(ofRing: $1, ground) }
      ledger.add(
        metres, of: rule?.streetClass ?? "line", excludedFor: reason,
        by: isStated ? nil : rule?.choice)
      let isForResidents = !isOpen && !isStated && rule?.isForResidents == true
      guard isOpen || isForResidents else { continue }
      let direction = directions.isEmpty ? .both : directions[row] ?? .both
      let level = levels.isEmpty ? 0 : levels[row] ?? 0
      var traits: StreetTraits = isForResidents ? .residentsOnly : []
      if level != 0 || rule?.isElevated == true { traits.formUnion(.elevated) }
      if isOpen {
        summary.walkableWays += 1
        if direction != .both { summary.oneWayWays += 1 }
        if level > 0 { summary.bridges += 1 }
        if level < 0 { summary.tunnels += 1 }
      }
      for ring in geometry.rings(ofRow: row) {
        joiner.add(
          geometry.vertices(of: ring), level: level, direction: direction,
          sourceID: sourceIDs.isEmpty ? Int64(row) : sourceIDs[row], traits: traits)
      }
    }
    ledger.write(to: &summary)
    var lines = joiner.join(crossings: joinsCrossings ?? false)
    if joinsCrossings == nil { lines.crossings = joiner.doubtful }
    lines.obstacles = obstaclePieces
    summary.joins = joiner.joins
    return Streets(lines: lines, summary: summary)
  }

  /// No coordinate of a metric CRS is larger, in metres.
  private static let farthest = 1e9

  /// Whether every line of a row has two vertices or more, and all of them are somewhere on Earth.
  private func isUsable(_ row: Int) -> Bool {
    geometry.kinds[row].isLine && !geometry.rings(ofRow: row).isEmpty
      && geometry.rings(ofRow: row).allSatisfy { geometry.vertices(of: $0).count > 1 }
      && geometry.vertices(ofRow: row).allSatisfy {
        abs(geometry.x[$0]) <= Self.farthest && abs(geometry.y[$0]) <= Self.farthest
      }
  }

  private func addObstacle(
    _ row: Int, _ kind: StreetObstacles.Kind, to pieces: inout StreetObstacles
  ) {
    for ring in geometry.rings(ofRow: row) {
      for vertex in geometry.vertices(of: ring).dropFirst() {
        pieces.append(
          kind, fromX: geometry.x[vertex - 1], y: geometry.y[vertex - 1], toX: geometry.x[vertex],
          y: geometry.y[vertex])
      }
    }
  }

  private func length(ofRing ring: Int, _ ground: GroundScale) -> Double {
    geometry.vertices(of: ring).dropFirst().reduce(0) { sum, vertex in
      sum
        + ground.metres(
          fromX: geometry.x[vertex - 1], y: geometry.y[vertex - 1], toX: geometry.x[vertex],
          y: geometry.y[vertex])
    }
  }
}
