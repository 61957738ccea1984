/// The largest value of a linear function over `rows × variables ≤ limits`, `variables ≥ 0`: the
/// simplex method on exact fractions, with the rule that never cycles (Bland 1977).
struct LinearProgram {
  private var rows: [[ExactFraction]] = []
  private var limits: [ExactFraction] = []
  let variables: Int

  init(variables: Int) { self.variables = variables }

  /// Requires the sum over `terms` to be at most `limit`.
  mutating func atMost(
    _ limit: ExactFraction, _ terms: [(variable: Int, factor: ExactFraction)]
  ) {
    var row = [ExactFraction](repeating: .zero, count: variables)
    for (variable, factor) in terms { row[variable] = row[variable] + factor }
    rows.append(row)
    limits.append(limit)
  }

  /// Requires the sum over `terms` to be at least `limit`.
  mutating func atLeast(
    _ limit: ExactFraction, _ terms: [(variable: Int, factor: ExactFraction)]
  ) {
    atMost(.zero - limit, terms.map { ($0.variable, .zero - $0.factor) })
  }

  /// The largest sum over `terms`; `nil` where nothing fulfils all rows.
  func maximum(_ terms: [(variable: Int, factor: ExactFraction)]) -> ExactFraction? {
    // A last column that relaxes all rows alike: first driven to zero, then left out.
    var table = Table(rows: rows.map { $0 + [.zero - .one] }, limits: limits)
    if let worst = limits.indices.min(by: { limits[$0] < limits[$1] }), limits[worst] < .zero {
      table.pivot(row: worst, column: variables)
      table.maximize([(variables, .zero - .one)])
      guard table.value(of: variables) == .zero else { return nil }
    }
    table.drop(variables)
    return table.maximize(terms)
  }
}

/// Basic variables in terms of the others: `basic = limit − Σ row × other`.
private struct Table {
  var rows: [[ExactFraction]]
  var limits: [ExactFraction]
  /// By row; slack variables come after all others.
  var basic: [Int]
  /// By column; −1: left out.
  var others: [Int]

  init(rows: [[ExactFraction]], limits: [ExactFraction]) {
    self.rows = rows
    self.limits = limits
    let columns = rows.first?.count ?? 0
    basic = rows.indices.map { columns + $0 }
    others = Array(0..<columns)
  }

  func value(of variable: Int) -> ExactFraction {
    basic.firstIndex(of: variable).map { limits[$0] } ?? .zero
  }

  /// Keeps a variable that is zero at zero.
  mutating func drop(_ variable: Int) {
    if let row = basic.firstIndex(of: variable),
      let column = others.indices.first(where: { others[$0] >= 0 && rows[row][$0] != .zero })
    {
      pivot(row: row, column: column)
    }
    if let column = others.firstIndex(of: variable) { others[column] = -1 }
  }

  mutating func pivot(row: Int, column: Int) {
    let factor = rows[row][column]
    (basic[row], others[column]) = (others[column], basic[row])
    rows[row][column] = .one
    rows[row] = rows[row].map { $0 / factor }
    limits[row] = limits[row] / factor
    for other in rows.indices where other != row && rows[other][column] != .zero {
      let times = rows[other][column]
      rows[other][column] = .zero
      rows[other] = zip(rows[other], rows[row]).map { $0 - times * $1 }
      limits[other] = limits[other] - times * limits[row]
    }
  }

  @discardableResult
  mutating func maximize(_ terms: [(variable: Int, factor: ExactFraction)]) -> ExactFraction {
    while true {
      // What one more of each other variable brings.
      let gains = others.indices.map { column in
        terms.reduce(ExactFraction.zero) { sum, term in
          if others[column] == term.variable { return sum + term.factor }
          guard let row = basic.firstIndex(of: term.variable) else { return sum }
          return sum - term.factor * rows[row][column]
        }
      }
      let entering = others.indices.filter { others[$0] >= 0 && gains[$0] > .zero }
        .min { others[$0] < others[$1] }
      guard let column = entering else {
        return terms.reduce(.zero) { $0 + $1.factor * value(of: $1.variable) }
      }
      let leaving = rows.indices.filter { rows[$0][column] > .zero }.min {
        let (a, b) = (limits[$0] / rows[$0][column], limits[$1] / rows[$1][column])
        return a == b ? basic[$0] < basic[$1] : a < b
      }
      guard let row = leaving else { preconditionFailure("no largest value") }
      pivot(row: row, column: column)
    }
  }
}
