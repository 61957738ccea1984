internal import Planar
internal import Planning

/// How the units of a city lie in each other. A review makes many frames of the same units: a class, found
/// once and handed on.
package final class UnitTree: Sendable {
  /// Rows of the units by level, ascending.
  private let unitsOfLevel: [UnitLevel: [Int]]
  /// Of these, those of which it is not known where they are.
  private let unplacedUnitsOfLevel: [UnitLevel: [Int]]
  /// The levels of administration that there are units of, from small to large.
  let levels: [UnitLevel]
  /// The levels of planning units that there are, by name.
  let planningLevels: [UnitLevel]
  /// Rows of the units that lie in each unit, or are it, ascending: those of unit `u` are
  /// `unitsWithin[withinOffsets[u]..<withinOffsets[u + 1]]`.
  private let withinOffsets: [Int32]
  private let unitsWithin: [Int32]

  init(_ units: Units) {
    let ofLevel = Dictionary(grouping: 0..<units.count) { units.level[$0] }
    unitsOfLevel = ofLevel
    unplacedUnitsOfLevel = ofLevel.mapValues {
      $0.filter { !units.rows.geometry.kinds[$0].isPolygon }
    }
    levels = UnitLevel.administrative.filter { ofLevel[$0] != nil }
    planningLevels = ofLevel.keys.filter(\.isOfPlanning).sorted()
    (withinOffsets, unitsWithin) = Self.within(units)
  }

  /// Two passes over the units, without an array for each.
  private static func within(_ units: Units) -> (offsets: [Int32], rows: [Int32]) {
    let levels = units.allLevels
    func forEachParent(_ body: (_ row: Int, _ parent: Int) -> Void) {
      for row in 0..<units.count {
        for level in levels {
          if let parent = units.parents[row, level], units.level[parent] == level {
            body(row, parent)
          }
        }
      }
    }
    var offsets = [Int32](repeating: 0, count: units.count + 1)
    forEachParent { _, parent in offsets[parent + 1] += 1 }
    for unit in 0..<units.count { offsets[unit + 1] += offsets[unit] }
    var next = offsets
    var rows = [Int32](repeating: 0, count: Int(offsets[units.count]))
    forEachParent { row, parent in
      rows[Int(next[parent])] = Int32(row)
      next[parent] += 1
    }
    return (offsets, rows)
  }

  /// All units of one level, ascending.
  func units(of level: UnitLevel) -> [Int] { unitsOfLevel[level] ?? [] }

  /// Of these, those of which it is not known where they are.
  func unplacedUnits(of level: UnitLevel) -> [Int] { unplacedUnitsOfLevel[level] ?? [] }

  /// The units in a unit, and itself, ascending.
  func units(in unit: Int) -> ArraySlice<Int32> {
    unitsWithin[Int(withinOffsets[unit])..<Int(withinOffsets[unit + 1])]
  }
}
