public import Walking

/// Doors beside the rows that they belong to (none, one or several a row), with the points at which
/// each meets the streets.
public struct AccessPlaces: Sendable {
  /// Rows + 1 entries: the doors of row `i` are `offsets[i]..<offsets[i + 1]`.
  public private(set) var offsets: [Int] = [0]
  /// On the network, row by row.
  public internal(set) var doors = NetworkPlaces()
  /// By door: whether something stands before all streets around it, so that it was put at the nearest
  /// all the same.
  public private(set) var isBarred: [Bool] = []

  /// By door: which of the entrances of its row it is, from 0; 0 where it is the row itself.
  public private(set) var numbers: [Int32] = []

  /// No rows.
  public init() {}

  /// Doors that were found, row by row; those that no street is near are left out.
  ///
  /// - Parameter ends: By row: behind which of the doors its own end.
  init(_ found: AccessLocator.Found, ends: [Int]) {
    var kept: [Int] = []
    kept.reserveCapacity(found.places.count)
    offsets.reserveCapacity(ends.count + 1)
    var start = 0
    for end in ends {
      for door in start..<end where !found.places.isLost(door) {
        kept.append(door)
        numbers.append(Int32(door - start))
        isBarred.append(found.isBarred[door])
      }
      offsets.append(kept.count)
      start = end
    }
    doors = kept.count == found.places.count ? found.places : found.places.selecting(kept)
  }

  /// Number of rows.
  public var count: Int { offsets.count - 1 }

  /// The doors of a row, as indices of `doors`.
  public func doors(of row: Int) -> Range<Int> { offsets[row]..<offsets[row + 1] }

  /// All points at which the doors of a row meet streets, as indices of `doors.positions`.
  public func positions(of row: Int) -> Range<Int> {
    doors.offsets[offsets[row]]..<doors.offsets[offsets[row + 1]]
  }

  /// Rows + 1 entries: where the positions of each row start in `doors.positions`.
  public var positionOffsets: [Int] { offsets.map { doors.offsets[$0] } }

  /// Whether no street is near a row.
  public func isLost(_ row: Int) -> Bool { doors(of: row).isEmpty }

  /// How many rows no street is near.
  public var lostCount: Int { (0..<count).count { isLost($0) } }

  mutating func append(contentsOf others: AccessPlaces) {
    let shift = doors.count
    offsets += others.offsets.dropFirst().map { $0 + shift }
    doors.append(contentsOf: others.doors)
    isBarred += others.isBarred
    numbers += others.numbers
  }

  /// Some rows, in their order.
  public func selecting(_ rows: some Sequence<Int>) -> AccessPlaces {
    var result = AccessPlaces()
    var kept: [Int] = []
    for row in rows {
      kept += doors(of: row)
      result.offsets.append(kept.count)
    }
    result.doors = doors.selecting(kept)
    result.isBarred = kept.map { isBarred[$0] }
    result.numbers = kept.map { numbers[$0] }
    return result
  }

  /// By door: the row that it belongs to.
  var owners: [Int32] {
    (0..<count).flatMap { Array(repeating: Int32($0), count: doors(of: $0).count) }
  }

  /// Metres of the straight line to the nearest street, by door.
  func leastStraight(of door: Int) -> Double {
    doors.positions.leastStraight(of: doors.positions(of: door))
  }

  /// The parts of the whole network that a row is on, ascending, each once.
  func components(of row: Int) -> [Int32] {
    Set(positions(of: row).map { doors.positions.components[$0] }).sorted()
  }
}
