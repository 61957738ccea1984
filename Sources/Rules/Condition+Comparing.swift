internal import Documents
internal import Quantities

extension Condition {
  /// Reads `{at_least: 300}`, `{between: [1, 5]}`, or a range: `{at_least: 100, less_than: 1000}`. Days
  /// are compared as the numbers 20210101.
  static func comparing(
    _ node: DocumentNode, column: String, _ reader: DocumentReader
  ) -> Condition? {
    let what: FaultText = "the test of '\(column)'"
    guard
      let fields = reader.fields(node, of: what, allowed: Comparison.allCases.map(\.rawValue))
    else { return nil }
    let ends = Comparison.allCases.compactMap { comparison in
      fields[comparison.rawValue].map { (comparison: comparison, node: $0) }
    }
    guard let first = ends.first else {
      if fields.pairs.allSatisfy({ $0.value.scalar == nil }) {
        reader.report(node, "\(what) takes a number")
      }
      return nil
    }
    if ends.count == 1, first.comparison == .between {
      guard let threshold = Threshold.read(fields), case .amount(let lower, _) = threshold.figure
      else { return nil }
      return .column(column, .compare(.between, lower, upper: threshold.upper))
    }
    let figures = ends.compactMap { figure($0.node, what, reader) }
    guard figures.count == ends.count else { return nil }
    if ends.count > 1, let complaint = complaint(about: Array(zip(ends.map(\.comparison), figures)))
    {
      reader.report(ends[1].node, "\(what) \(complaint)")
      return nil
    }
    let tests = zip(ends, figures).map {
      Condition.column(column, .compare($0.comparison, $1, upper: nil))
    }
    return tests.count == 1 ? tests[0] : .all(tests)
  }

  /// What is wrong with two comparisons or more; `nil`: they are a range.
  private static func complaint(
    about ends: [(comparison: Comparison, figure: Amount)]
  ) -> FaultText? {
    guard ends.count == 2, let lower = ends.first(where: { $0.comparison.isLowerEnd }),
      let upper = ends.first(where: { $0.comparison.isUpperEnd })
    else {
      return "is one comparison, or a range from 'at_least' or 'more_than'"
        + " to 'at_most' or 'less_than'"
    }
    let isOpen = lower.comparison == .moreThan || upper.comparison == .lessThan
    guard lower.figure > upper.figure || (isOpen && lower.figure == upper.figure) else {
      return nil
    }
    return "is met by nothing: \(lower.comparison.rawValue) \(lower.figure)"
      + " and \(upper.comparison.rawValue) \(upper.figure)"
  }

  /// A number, an area such as `2 ha`, or a day.
  private static func figure(
    _ node: DocumentNode, _ what: FaultText, _ reader: DocumentReader
  ) -> Amount? {
    guard let text = node.scalar else {
      reader.report(node, "\(what) takes a number")
      return nil
    }
    return day(text) ?? StatedUnit.amount(text, of: .squareMetres) ?? reader.amount(node, what)
  }

  private static func day(_ text: String) -> Amount? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2 else {
      return nil
    }
    return Amount(exactly: parts.joined())
  }
}

extension Comparison {
  /// Whether it says what is too little.
  var isLowerEnd: Bool { self == .atLeast || self == .moreThan }
  /// Whether it says what is too much.
  var isUpperEnd: Bool { self == .atMost || self == .lessThan }
}
