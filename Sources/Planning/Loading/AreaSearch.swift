internal import Planar
internal import Workers

/// Finds the areas that points lie in.
struct AreaSearch: Sendable {
  private let areas: GeometryColumn
  private let index: BoxGrid
  /// Row of the caller, by row of `areas`.
  private let rows: [Int]

  /// A search among some rows of a column; those that are no areas contain nothing.
  ///
  /// - Parameter rows: Ascending.
  init(_ column: GeometryColumn, rows: [Int]) {
    self.rows = rows.filter { column.kinds[$0].isPolygon }
    areas = column.selecting(self.rows)
    index = BoxGrid(areas)
  }

  /// Whether there are no areas.
  var isEmpty: Bool { rows.isEmpty }

  /// For each point the first row that it lies in, borders included; -1 where there is none.
  func firstRows(containing points: [Point], _ workers: Workers) async throws -> [Int32] {
    if rows.isEmpty { return Array(repeating: -1, count: points.count) }
    return try await workers.map(points.count, grain: 8_192) { range in
      areas.withBuffers { buffers in
        index.search { index in
          range.map { firstRow(containing: points[$0], buffers, index) }
        }
      }
    }.flatMap { $0 }
  }

  private func firstRow(
    containing point: Point, _ buffers: GeometryBuffers, _ index: BoxGrid.View
  ) -> Int32 {
    guard point.x.isFinite, point.y.isFinite else { return -1 }
    var best = Int.max
    let here = Envelope(minX: point.x, minY: point.y, maxX: point.x, maxY: point.y)
    index.forEachBox(in: here) { row, _ in
      // The smallest row decides on borders, whatever the order of the search.
      if row < best, buffers.contains(row, x: point.x, y: point.y) { best = row }
    }
    return best == .max ? -1 : Int32(rows[best])
  }
}
