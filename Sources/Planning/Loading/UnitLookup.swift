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
      let id = units.rows.ids[row]
      if ids[id] == nil { ids[id] = Int32(row) }
      if let name = units.rows.names[row] { names[name, default: []].append(Int32(row)) }
    }
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
