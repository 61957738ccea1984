/// Finds units by what a cell says: an id, or else a name that only one has.
struct UnitLookup: Sendable {
  /// What a cell means.
  enum Answer: Hashable {
    case unit(Int)
    case ambiguous(Int)
    case unknown
  }

  private var ids: [String: Int32] = [:]
  private var names: [String: [Int32]] = [:]

  /// - Parameters:
  ///   - units: Sorted by level and id.
  ///   - levels: Those that are meant; the smaller comes first.
  init(_ units: Units, levels: [UnitLevel]) {
    for row in 0..<units.count where levels.contains(units.level[row]) {
      add(row, units.rows.ids[row], units.rows.names[row])
    }
  }

  /// Among units that are not placed yet.
  ///
  /// - Parameter isRejected: By row.
  init(_ units: UnitValues, isRejected: [Bool], levels: [UnitLevel]) {
    for (row, level) in units.level.enumerated() where !isRejected[row] {
      guard let level, levels.contains(level), let id = units.subjects.ids[row] else { continue }
      add(row, id, units.subjects.names[row])
    }
  }

  private mutating func add(_ row: Int, _ id: String, _ name: String?) {
    if ids[id] == nil { ids[id] = Int32(row) }
    if let name { names[name, default: []].append(Int32(row)) }
  }

  /// Whether there are no units of these levels, so that a cell cannot be wrong.
  var isEmpty: Bool { ids.isEmpty }

  func answer(_ text: String) -> Answer {
    if let row = ids[text] { return .unit(Int(row)) }
    switch names[text]?.count ?? 0 {
    case 0: return .unknown
    case 1: return .unit(Int(names[text]?[0] ?? 0))
    case let count: return .ambiguous(count)
    }
  }
}
