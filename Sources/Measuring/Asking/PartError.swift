/// Why measurements of parts cannot be put together.
public enum PartError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes end early, or hold more than the answers need.
  case wrongLength(part: Int)
  /// It is of another city, other rules, or another version.
  case otherQuestions(part: Int)
  /// A row is owned by no part, or by two.
  case rowsDoNotAddUp(table: String, row: Int)
  /// A row that there is not.
  case unknownRow(part: Int, row: Int)

  /// What is wrong and the way out.
  public var description: String {
    switch self {
    case .wrongLength(let part):
      "the measurement of part \(part) is cut short or damaged; measure the part again"
    case .otherQuestions(let part):
      "part \(part) was measured for another city or other rules; measure it again with the same"
        + " project, packs and version"
    case .rowsDoNotAddUp(let table, let row):
      "row \(row) of \(table) is owned by no part, or by more than one; cut the city again"
    case .unknownRow(let part, let row):
      "part \(part) speaks of row \(row), which the city does not have; measure the part again"
    }
  }
}
