internal import Documents
public import Quantities

/// Which rows a rule speaks of: a test of their columns. Missing values make it neither true nor
/// false.
public indirect enum Condition: Sendable, Hashable {
  /// Every row.
  case always
  /// A column's value.
  case column(String, Test)
  /// All of these.
  case all([Condition])
  /// At least one of these.
  case any([Condition])
  /// Not this.
  case not(Condition)

  /// What a value must be.
  public enum Test: Sendable, Hashable {
    /// Equal to one of these words; a set-valued column must have all of them.
    case oneOf([String])
    /// A number in this relation to a figure (two for `between`).
    case compare(Comparison, Amount, upper: Amount?)
  }

  /// The columns that the condition reads.
  public var columns: Set<String> {
    switch self {
    case .always: []
    case .column(let name, _): [name]
    case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.columns) }
    case .not(let part): part.columns
    }
  }

  /// Reads a map from column to what it must be.
  static func read(_ node: DocumentNode?, _ what: String, _ reader: DocumentReader) -> Condition {
    guard let node else { return .always }
    guard let fields = reader.anyFields(node, of: what) else { return .always }
    let parts = fields.pairs.compactMap { pair -> Condition? in
      guard let key = pair.key.scalar else {
        reader.report(pair.key, "a column name in \(what) must be a text")
        return nil
      }
      switch key {
      case "any":
        return list(pair.value, what, reader).map { .any($0) }
      case "all":
        return list(pair.value, what, reader).map { .all($0) }
      case "not":
        return .not(read(pair.value, what, reader))
      default:
        return test(pair.value, column: key, reader).map { .column(key, $0) }
      }
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func list(
    _ node: DocumentNode, _ what: String, _ reader: DocumentReader
  ) -> [Condition]? {
    reader.list(node, what)?.map { read($0, what, reader) }
  }

  /// `{at_least: 2021-01-01}`: days are compared as the numbers 20210101.
  private static func dateTest(_ node: DocumentNode) -> Test? {
    guard case .mapping(let pairs) = node.content, pairs.count == 1,
      let comparison = pairs[0].key.scalar.flatMap(Comparison.init(rawValue:)),
      comparison != .between, comparison != .about, let text = pairs[0].value.scalar
    else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let day = Amount(exactly: parts.joined())
    else { return nil }
    return .compare(comparison, day, upper: nil)
  }

  private static func test(
    _ node: DocumentNode, column: String, _ reader: DocumentReader
  ) -> Test? {
    switch node.content {
    case .scalar, .sequence:
      return reader.texts(node, column).map { .oneOf($0) }
    case .mapping:
      if let date = dateTest(node) { return date }
      guard
        let fields = reader.fields(
          node, of: "the test of '\(column)'", allowed: Comparison.allCases.map(\.rawValue))
      else { return nil }
      guard let threshold = Threshold.read(fields), case .amount(let amount, _) = threshold.figure
      else {
        reader.report(node, "the test of '\(column)' takes a number")
        return nil
      }
      return .compare(threshold.comparison, amount, upper: threshold.upper)
    }
  }
}
