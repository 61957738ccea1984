public import Planar

/// Rows with entrances beside them.
public protocol EnteredRows {
  /// Number of rows.
  var count: Int { get }
  /// Rows + 1 entries: the entrances of row `i` are `entranceOffsets[i]..<entranceOffsets[i + 1]`.
  var entranceOffsets: [Int] { get set }
  /// In the working CRS.
  var entrances: [Point] { get set }
}

extension EnteredRows {
  /// The entrances of a row.
  public func entrances(of row: Int) -> ArraySlice<Point> {
    entrances[entranceOffsets[row]..<entranceOffsets[row + 1]]
  }

  /// Puts entrances beside their rows, in an order that does not depend on the file's.
  ///
  /// - Parameters:
  ///   - owners: The row, by entrance.
  ///   - points: By entrance, in the working CRS.
  mutating func setEntrances(owners: [Int], points: [Point]) {
    let sorted = owners.indices.sorted { a, b in
      (owners[a], points[a].x, points[a].y) < (owners[b], points[b].x, points[b].y)
    }
    entrances = sorted.map { points[$0] }
    entranceOffsets = Array(repeating: 0, count: count + 1)
    for owner in owners { entranceOffsets[owner + 1] += 1 }
    for row in 0..<count { entranceOffsets[row + 1] += entranceOffsets[row] }
  }

  /// Makes its entrances those of some rows of others, in that order.
  mutating func takeEntrances(of others: Self, at rows: [Int]) {
    guard !others.entrances.isEmpty else { return }
    for (row, index) in rows.enumerated() {
      entrances += others.entrances(of: index)
      entranceOffsets[row + 1] = entrances.count
    }
  }

  /// Puts the entrances of others behind its own.
  mutating func appendEntrances(of others: Self) {
    let shift = entrances.count
    entrances += others.entrances
    entranceOffsets += others.entranceOffsets.dropFirst().map { $0 + shift }
  }
}
