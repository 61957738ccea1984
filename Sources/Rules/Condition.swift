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
    /// Of facilities: one that a row lies in, or is declared to be part of, meets a condition.
    case facility(Condition)
  }

  /// What says of a facility that it is part of another.
  public static let hostColumn = "host"

  /// The columns that the condition reads.
  public var columns: Set<String> {
    switch self {
    case .always: []
    case .column(let name, .facility(let condition)): condition.columns.union([name])
    case .column(let name, _): [name]
    case .all(let parts), .any(let parts), .atLeast(_, let parts):
      parts.reduce(into: []) { $0.formUnion($1.columns) }
    case .not(let part): part.columns
    }
  }

  /// Reads a map from column to what it must be.
  ///
  /// - Parameter isOfRule: Whether it is all of a rule's `when`, where `measured` may stand.
  static func read(
    _ node: DocumentNode?, _ what: String, _ context: RuleContext, isOfRule: Bool = false
  ) -> Condition {
    guard let node else { return .always }
    let reader = context.reader
    guard let fields = reader.anyFields(node, of: what) else { return .always }
    let parts = fields.pairs.compactMap { pair -> Condition? in
      guard let key = pair.key.scalar else {
        reader.report(pair.key, "a column name in \(what) must be a text")
        return nil
      }
      switch key {
      case "any":
        return list(pair.value, key, context).map { .any($0) }
      case "all":
        return list(pair.value, key, context).map { .all($0) }
      case "or", "and":
        let meant = key == "or" ? "any" : "all"
        reader.report(pair.key, "'\(key)' is written '\(meant)': [{…}, {…}]")
        return nil
      case "at_least_of":
        return AtLeastOf.read(pair.value, reader).map { least, things in
          .atLeast(least, things.map { read($0, key, context) })
        }
      case "measured":
        if !isOfRule {
          reader.report(
            pair.key,
            "'measured' stands in a rule's own 'when', beside its columns and not within another key"
          )
        }
        return nil
      case "inside": return inside(pair.value, what, context)
      case "not":
        return .not(read(pair.value, key, context))
      default:
        return test(pair.value, column: key, reader)
      }
    }
    if parts.isEmpty, isOfRule { return .always }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// The conditions on facilities that rows lie in, those within them included.
  public var ofHosts: [Condition] {
    switch self {
    case .always: []
    case .column(_, .facility(let condition)): [condition] + condition.ofHosts
    case .column: []
    case .all(let parts), .any(let parts), .atLeast(_, let parts): parts.flatMap(\.ofHosts)
    case .not(let part): part.ofHosts
    }
  }

  /// The kinds that it names; `nil`: it names none.
  public var kinds: [String]? {
    switch self {
    case .column("kind", .oneOf(let kinds)): return kinds
    case .all(let parts): return parts.lazy.compactMap(\.kinds).first
    default: return nil
    }
  }

  /// `{district: {type: old_town}}`: a unit of that level is like that; of `facility` one that it lies
  /// in.
  private static func inside(
    _ node: DocumentNode, _ what: String, _ context: RuleContext
  ) -> Condition? {
    let reader = context.reader
    guard let fields = reader.anyFields(node, of: "'inside'") else { return nil }
    let parts = fields.pairs.compactMap { pair -> Condition? in
      if pair.key.scalar == "facility" {
        return .column(hostColumn, .facility(read(pair.value, what, context)))
      }
      guard let level = pair.key.scalar.flatMap(context.level) else {
        let levels = RuleSubject.levels.map(\.rawValue) + context.levels.ids
        reader.report(
          pair.key,
          "'inside' is {district: {type: …}} or {facility: {kind: …}}, with a level of units:"
            + " \(levels.joined(separator: ", "))"
        )
        return nil
      }
      return .column(level.rawValue, .unit(read(pair.value, what, context)))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private static func list(
    _ node: DocumentNode, _ what: String, _ context: RuleContext
  ) -> [Condition]? {
    context.reader.list(node, what)?.map { read($0, what, context) }
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
