internal import Documents
public import Quantities

/// How a measured figure is compared with a required one.
public enum Comparison: String, Sendable, Hashable, CaseIterable {
  /// measured ≥ figure
  case atLeast = "at_least"
  /// measured > figure
  case moreThan = "more_than"
  /// measured ≤ figure
  case atMost = "at_most"
  /// measured < figure
  case lessThan = "less_than"
  /// lower ≤ measured ≤ upper; a size or a count above the upper end passes as oversized.
  case between
  /// Within 5 % of the figure.
  case about

  /// Whether only too little fails.
  public var isLowerLimit: Bool { self == .atLeast || self == .moreThan }

  /// `≥`, `>`, …
  public var symbol: String {
    switch self {
    case .atLeast: "≥"
    case .moreThan: ">"
    case .atMost: "≤"
    case .lessThan: "<"
    case .between: "in"
    case .about: "≈"
    }
  }
}

/// A figure of a clause.
public enum Figure: Sendable, Hashable {
  /// As written, with the number of decimals as written.
  case amount(Amount, decimals: Int)
  /// A named parameter of the pack, which the document may leave open.
  case parameter(String)
  /// A declared statistic of the subject, such as the same figure of an earlier year.
  case statistic(String)
  /// One that depends on how much the subject has of something.
  case steps(StepTable)
}

/// What a clause requires of the measured figure.
public struct Threshold: Sendable, Hashable {
  /// How to compare.
  public let comparison: Comparison
  /// The figure; for `between` the lower one.
  public let figure: Figure
  /// The upper figure of `between`.
  public let upper: Amount?
  /// What a subject must have besides, whatever it is measured by: of the supply's unit.
  public internal(set) var plus = Amount.zero
  /// Whether what a subject must have is rounded up to a whole number.
  public internal(set) var isRoundedUp = false
  /// Whether it is a condition, and nothing that may be met rounded.
  public internal(set) var isOfCondition = false

  /// Whether what is required of a subject is not simply so much for so many.
  public var hasOwnAmounts: Bool { plus != .zero || isRoundedUp || steps != nil }

  /// Whether each subject may have a figure of its own.
  public var hasFigureOfSubjects: Bool {
    switch figure {
    case .statistic, .steps: true
    case .amount, .parameter: false
    }
  }

  /// The table of a figure that has one.
  public var steps: StepTable? {
    if case .steps(let table) = figure { return table }
    return nil
  }

  init(comparison: Comparison, figure: Figure, upper: Amount?) {
    self.comparison = comparison
    self.figure = figure
    self.upper = upper
  }

  /// Reads the one threshold key among a rule's fields; `nil` and no fault when there is none.
  static func read(_ fields: Fields) -> Threshold? {
    let keys = Comparison.allCases.filter { fields[$0.rawValue] != nil }
    guard let comparison = keys.first, let node = fields[comparison.rawValue] else { return nil }
    let reader = fields.reader
    if keys.count > 1, let second = fields[keys[1].rawValue] {
      let all = keys.dropFirst().reduce("\(comparison.rawValue)" as FaultText) {
        "\($0) and \($1.rawValue)"
      }
      reader.report(second, "a rule has one threshold, not \(all)")
      return nil
    }
    if comparison == .between {
      guard let ends = reader.list(node, "between"), ends.count == 2,
        let lower = reader.amount(ends[0], "between"), let upper = reader.amount(ends[1], "between")
      else {
        reader.report(node, "'between' takes two numbers: [lower, upper]")
        return nil
      }
      guard lower <= upper else {
        reader.report(node, "'between' takes the lower number first: [\(upper), \(lower)]")
        return nil
      }
      return Threshold(
        comparison: comparison, figure: .amount(lower, decimals: ends[0].decimals), upper: upper)
    }
    guard let figure = figure(node, comparison.rawValue, reader) else { return nil }
    return Threshold(comparison: comparison, figure: figure, upper: nil)
  }

  private static func figure(
    _ node: DocumentNode, _ what: String, _ reader: DocumentReader
  ) -> Figure? {
    if case .mapping = node.content {
      guard
        let named = reader.fields(
          node, of: what, allowed: ["parameter", "statistic", "by", "steps"])
      else { return nil }
      if named["by"] != nil || named["steps"] != nil {
        return StepTable.read(named).map { .steps($0) }
      }
      if let name = named.optionalText("parameter") { return .parameter(name) }
      if let name = named.optionalText("statistic") { return .statistic(name) }
      reader.report(
        node, "'\(what)' takes a number, {parameter: …}, {statistic: …} or {by: …, steps: …}")
      return nil
    }
    return reader.amount(node, what).map { .amount($0, decimals: node.decimals) }
  }
}
