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
  /// At least so many of these.
  case atLeast(Int, [Condition])
  /// Not this.
  case not(Condition)

  /// What a value must be.
  public enum Test: Sendable, Hashable {
    /// Equal to one of these words; a set-valued column must have all of them.
    case oneOf([String])
    /// A number in this relation to a figure (two for `between`).
    case compare(Comparison, Amount, upper: Amount?)
    /// Of a level of units: the unit that a row lies in meets a condition.
    case unit(Condition)
  }

  /// The columns that the condition reads.
  public var columns: Set<String> {
    switch self {
    case .always: []
    case .column(let name, _): [name]
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.reduce(into: []) { $0.formUnion($1.columns) }
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
        return list(pair.value, key, reader).map { .any($0) }
      case "all":
        return list(pair.value, key, reader).map { .all($0) }
      case "or", "and":
        let meant = key == "or" ? "any" : "all"
        reader.report(pair.key, "'\(key)' is written '\(meant)': [{…}, {…}]")
        return nil
      case "at_least_of":
        return AtLeastOf.read(pair.value, reader).map { least, things in
          .atLeast(least, things.map { read($0, key, reader) })
        }
      case "inside": return inside(pair.value, what, reader)
      case "not":
        return .not(read(pair.value, key, reader))
      default:
        return test(pair.value, column: key, reader)
      }
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// `{district: {type: old_town}}`: a unit of that level is like that.
  private static func inside(
    _ node: DocumentNode, _ what: String, _ reader: DocumentReader
  ) -> Condition? {
    guard let fields = reader.anyFields(node, of: "'inside'") else { return nil }
    let parts = fields.pairs.compactMap { pair -> Condition? in
      guard let level = pair.key.scalar.flatMap(RuleSubject.init), level.isUnit else {
        let levels = RuleSubject.allCases.filter(\.isUnit).map(\.rawValue)
        reader.report(
          pair.key,
          "'inside' is {district: {type: …}}, with a level of units: \(levels.joined(separator: ", "))"
        )
        return nil
      }
      return .column(level.rawValue, .unit(read(pair.value, what, reader)))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func list(
    _ node: DocumentNode, _ what: String, _ reader: DocumentReader
  ) -> [Condition]? {
    reader.list(node, what)?.map { read($0, what, reader) }
  }

  private static func test(
    _ node: DocumentNode, column: String, _ reader: DocumentReader
  ) -> Condition? {
    switch node.content {
    case .scalar, .sequence:
      reader.texts(node, column).map { .column(column, .oneOf($0)) }
    case .mapping: comparing(node, column: column, reader)
    }
  }
}
