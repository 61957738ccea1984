internal import Measuring
internal import Rules

/// Why it is not known whether rows meet a condition: which of its columns are missing, row by row.
struct Doubt {
  /// The one column that can be missing; `nil`: there are several.
  private let only: [String]?
  /// The columns that are missing of a row, sorted.
  private let missing: (Int) -> [String]

  /// - Parameter missing: The columns that leave tests open, sorted, by row; not asked where the
  ///   condition reads but one.
  init(about condition: Condition, _ missing: @escaping (Int) -> [String]) {
    let columns = condition.columns
    only = columns.count <= 1 ? columns.sorted() : nil
    self.missing = missing
  }

  /// The columns that are missing of a row, sorted.
  func columns(of row: Int) -> [String] { only ?? missing(row) }

  /// That it is not known whether the clause applies to a row.
  func reason(_ row: Int) -> Reason { .applicabilityUnknown(columns: columns(of: row)) }

  /// What must be asked about units.
  static func questions(ofUnits condition: Condition) -> [any Question] {
    condition.columns.count <= 1 ? [] : condition.tests.map { AppliesToUnits($0.test) }
  }
}

extension Judging {
  /// The doubt about rows of a table.
  func doubt(about condition: Condition, _ table: Applies.Table) -> Doubt {
    // Of one column there is no question which; nor need anything have been asked about it.
    let columns = condition.columns.sorted()
    guard columns.count > 1 else { return Doubt(about: condition) { _ in [] } }
    let answer = measured[Applies(to: table, condition)]
    let open = table == .parcels ? answer.openOfParcels : answer.openOfFacilities
    return Doubt(about: condition) { OpenColumns.names(open[$0], of: columns) }
  }

  /// The doubt about scopes.
  ///
  /// - Parameter truth: Whether a scope meets a test of the condition.
  func doubt(about condition: Condition, _ truth: @escaping (Condition, Int) -> Truth) -> Doubt {
    let tests = condition.tests
    return Doubt(about: condition) { scope in
      Set(tests.lazy.filter { truth($0.test, scope) == .unknown }.map(\.column)).sorted()
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
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.leaves)
    case .not(let part): part.leaves
    }
  }
}
