internal import Measuring
internal import Rules

/// Why it is not known whether rows meet a condition: which of its columns are missing, row by row.
struct Doubt {
  /// Each test of the condition, and whether it is known of a row whether it is met.
  private let tests: [(column: String, isKnown: (Int) -> Bool)]
  /// The reason where there is but one column that can be missing.
  private let onlyReason: Reason?

  /// - Parameter truth: Whether a row meets one of the tests.
  init(about condition: Condition, _ truth: (Condition) -> (Int) -> Truth) {
    let tests = condition.tests
    // Of a single column there is no question which one is missing.
    let columns = condition.columns
    let isSingle = columns.count <= 1
    onlyReason = isSingle ? .applicabilityUnknown(columns: columns.sorted()) : nil
    self.tests = tests.map { test, column in
      if isSingle { return (column, { _ in false }) }
      let met = truth(test)
      return (column, { met($0) != .unknown })
    }
  }

  /// The columns that are missing of a row, sorted.
  func columns(of row: Int) -> [String] {
    var columns: [String] = []
    for test in tests where !columns.contains(test.column) && !test.isKnown(row) {
      columns.append(test.column)
    }
    return columns.sorted()
  }

  /// That it is not known whether the clause applies to a row.
  func reason(_ row: Int) -> Reason {
    onlyReason ?? .applicabilityUnknown(columns: columns(of: row))
  }

  /// What must be asked about rows of a table.
  static func questions(_ condition: Condition, _ table: Applies.Table) -> [any Question] {
    condition.columns.count <= 1 ? [] : condition.tests.map { Applies(to: table, $0.test) }
  }

  /// What must be asked about units.
  static func questions(ofUnits condition: Condition) -> [any Question] {
    condition.columns.count <= 1 ? [] : condition.tests.map { AppliesToUnits($0.test) }
  }
}

extension Judging {
  /// The doubt about rows of a table.
  func doubt(about condition: Condition, _ table: Applies.Table) -> Doubt {
    Doubt(about: condition) { test in
      let answer = measured[Applies(to: table, test)]
      let truths = table == .parcels ? answer.parcels : answer.facilities
      return { truths[$0] }
    }
  }
}

extension Condition {
  /// Its tests of single columns, each once.
  fileprivate var tests: [(test: Condition, column: String)] {
    var known: Set<Condition> = []
    return leaves.filter { known.insert($0.test).inserted }
  }

  private var leaves: [(test: Condition, column: String)] {
    switch self {
    case .always: []
    case .column(let name, _): [(self, name)]
    case .all(let parts), .any(let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    }
  }
}
