public import Quantities

/// Where the values of a column are: one per row, `nil` where it is missing.
public typealias ColumnPath<Rows, Value> = any WritableKeyPath<Rows, [Value?]> & Sendable

/// A column that the program knows in rows of one role: the one place that says what it is called,
/// what its values are and where they are kept.
///
/// Loading, choosing and joining rows, conditions, measures and inspection go through the
/// declarations, so that a new column is its array and one line in `columns`, with its other names
/// in `aliases.yaml`.
public struct Column<Rows: Sendable>: Sendable {
  /// What data, projects and rule packs need to know of it.
  public let declared: LayerColumn
  /// `nil`: its values are kept in a way of their own, as ids, kinds and units are.
  let store: ColumnStore<Rows>?
  /// The array of amounts; `nil` for a column of anything else.
  public let amounts: ColumnPath<Rows, Amount>?
  /// All words that it can have as conditions see them, where those are a few.
  public let choices: [String]

  /// Stable, English, `snake_case`.
  public var name: String { declared.name }

  private init<Value: ColumnValue>(
    _ name: String, _ content: LayerColumn.Content, _ path: ColumnPath<Rows, Value>,
    amounts: ColumnPath<Rows, Amount>? = nil, choices: [String] = []
  ) {
    declared = LayerColumn(name, content)
    store = ColumnStore(path)
    self.amounts = amounts
    self.choices = choices
  }

  private init(_ declared: LayerColumn) {
    self.declared = declared
    store = nil
    amounts = nil
    choices = []
  }
}

/// The kinds of columns. Each makes its own typed store, so that no loop over rows goes through a
/// key path or an existential.
extension Column {
  /// A number, not negative.
  static func amount(
    _ name: String, _ path: ColumnPath<Rows, Amount>, of family: UnitFamily
  ) -> Column {
    Column(name, .number(of: family), path, amounts: path)
  }

  /// Yes or no.
  static func flag(
    _ name: String, _ path: ColumnPath<Rows, Bool>, of family: WordFamily
  ) -> Column {
    Column(name, .flag(of: family), path, choices: ["true", "false"])
  }

  /// One of the cases of a type.
  static func choice<Choice: ColumnChoice>(
    _ name: String, _ path: ColumnPath<Rows, Choice>, of family: WordFamily
  ) -> Column {
    Column(name, .word(of: family), path, choices: Choice.allCases.map(\.rawValue))
  }

  /// One of the words of the vocabulary.
  static func word(
    _ name: String, _ path: ColumnPath<Rows, String>, of family: WordFamily
  ) -> Column {
    Column(name, .word(of: family), path)
  }

  /// A word; one that the vocabulary does not have is kept as it is.
  static func openWord(
    _ name: String, _ path: ColumnPath<Rows, String>, of family: WordFamily
  ) -> Column {
    Column(name, .openWord(of: family), path)
  }

  /// A set of words, sorted; one that the vocabulary does not have is kept as it is.
  static func words(
    _ name: String, _ path: ColumnPath<Rows, [String]>, of family: WordFamily
  ) -> Column {
    Column(name, .words(of: family), path)
  }

  /// A day.
  static func date(_ name: String, _ path: ColumnPath<Rows, CalendarDate>) -> Column {
    Column(name, .date, path)
  }

  /// A stage of building.
  static func phase(_ name: String, _ path: ColumnPath<Rows, Int>) -> Column {
    Column(name, .phase, path)
  }

  /// A column whose values are kept in a way of their own.
  static func other(
    _ name: String, _ content: LayerColumn.Content, isRequired: Bool = false
  ) -> Column {
    Column(LayerColumn(name, content, isRequired: isRequired))
  }
}
