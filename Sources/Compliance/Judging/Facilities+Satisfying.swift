internal import Measuring
package import Planning
internal import Quantities
package import Rules

extension Facilities {
  /// Makes a facility meet a condition.
  ///
  /// - Returns: Whether it could be done; columns of the data itself cannot be set.
  package mutating func satisfy(_ condition: Condition, at row: Int) -> Bool {
    switch condition {
    case .always: return true
    case .all(let parts): return parts.allSatisfy { satisfy($0, at: row) }
    case .any(let parts): return parts.contains { satisfy($0, at: row) }
    case .atLeast(let least, let parts):
      var met = 0
      for part in parts where met < least && satisfy(part, at: row) { met += 1 }
      return met == least
    case .not, .column(_, .unit), .column(_, .facility): return false
    case .column(let column, .oneOf(let words)):
      return set(column, toOneOf: words, at: row)
    case .column(let column, .compare(let comparison, let figure, _)):
      guard let path = Facilities.column(column)?.amounts else { return false }
      // An upper end is kept, not made.
      if comparison == .atMost { return self[keyPath: path][row].map { $0 <= figure } ?? false }
      if comparison == .lessThan { return self[keyPath: path][row].map { $0 < figure } ?? false }
      let least = comparison == .moreThan ? figure + Amount(1) : figure.roundedUp
      self[keyPath: path][row] = max(self[keyPath: path][row] ?? .zero, least)
      return true
    }
  }
}
