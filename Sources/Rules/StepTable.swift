internal import Documents
public import Quantities

/// A figure that depends on how much a subject has of something: from each step on, until the next.
///
/// The steps are half-open: `[[100, 2.5], [1000, 2]]` is 2.5 from 100 to below 1,000, and 2 from there on.
/// Below the first step nothing is asked.
public struct StepTable: Sendable, Hashable {
  /// One line of the table.
  public struct Step: Sendable, Hashable {
    /// The least that it is for.
    public let from: Amount
    /// What is required there.
    public let figure: Amount
    /// With how many decimals that is written.
    public let decimals: Int
  }

  /// The column of the subject that decides: for units and plans, people or dwellings as they are
  /// totalled.
  public let column: String
  /// Ascending; at least one.
  public let steps: [Step]

  /// The subjects that a step is for.
  public func condition(_ step: Int) -> Condition {
    let from = Condition.column(column, .compare(.atLeast, steps[step].from, upper: nil))
    guard step + 1 < steps.count else { return from }
    return .all([from, .column(column, .compare(.lessThan, steps[step + 1].from, upper: nil))])
  }

  /// Whom the table speaks of.
  public var condition: Condition {
    // Nobody has less than none of anything: whatever is missing, some step is his.
    guard steps[0].from > .zero else { return .always }
    return .column(column, .compare(.atLeast, steps[0].from, upper: nil))
  }

  /// The steps that an amount between two ends may be on; `nil` in front: below the first.
  public func steps(from low: Amount, to high: Amount?) -> [Int?] {
    let first = steps.lastIndex { $0.from <= low } ?? -1
    let last = high.map { high in steps.lastIndex { $0.from <= high } ?? -1 } ?? steps.count - 1
    return (first...max(first, last)).map { $0 < 0 ? nil : $0 }
  }

  /// The same with other figures.
  func mapped(_ body: (Amount) -> Amount?) -> StepTable? {
    let mapped = steps.compactMap { step in
      body(step.figure).map { Step(from: step.from, figure: $0, decimals: step.decimals) }
    }
    return mapped.count == steps.count ? StepTable(column: column, steps: mapped) : nil
  }
}

extension StepTable {
  /// Reads `{by: households, steps: [[100, 2.5], [1000, 2]]}`.
  static func read(_ fields: Fields) -> StepTable? {
    let reader = fields.reader
    guard let column = fields.text("by"), let node = fields.required("steps"),
      let lines = reader.list(node, "steps")
    else { return nil }
    let steps = lines.compactMap { step($0, reader) }
    guard steps.count == lines.count else { return nil }
    guard !steps.isEmpty else {
      reader.report(node, "'steps' has no step; write [[0, 30], [1000, 20]]")
      return nil
    }
    for (index, pair) in zip(steps, steps.dropFirst()).enumerated() where pair.0.from >= pair.1.from
    {
      reader.report(
        lines[index + 1], "'steps' go upwards: \(pair.1.from) stands after \(pair.0.from)")
      return nil
    }
    return StepTable(column: column, steps: steps)
  }

  private static func step(_ node: DocumentNode, _ reader: DocumentReader) -> Step? {
    guard let pair = reader.list(node, "a step") else { return nil }
    guard pair.count == 2 else {
      reader.report(node, "a step is two numbers: from how many on, and the figure: [100, 2.5]")
      return nil
    }
    guard let from = reader.amount(pair[0], "a step"), let figure = reader.amount(pair[1], "a step")
    else { return nil }
    guard from >= .zero else {
      reader.report(pair[0], "a step begins at 0 or above")
      return nil
    }
    return Step(from: from, figure: figure, decimals: pair[1].decimals)
  }
}

extension Condition {
  /// With what a table leaves out: below its first step a clause does not speak of a parcel or
  /// facility. Units and plans are looked up by their totals.
  func narrowed(to table: StepTable?, for subjects: [RuleSubject]) -> Condition {
    guard let table, subjects == [.parcel] || subjects == [.facility],
      case .column = table.condition
    else { return self }
    switch self {
    case .always: return table.condition
    case .all(let parts): return .all(parts + [table.condition])
    default: return .all([self, table.condition])
    }
  }
}
