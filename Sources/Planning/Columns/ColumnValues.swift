public import Quantities

/// The values of one column by row, whatever its type, as conditions see them; `nil` is a missing
/// value.
public enum ColumnValues {
  /// One word.
  case word((Int) -> String?)
  /// Several words for one thing, such as a unit's id and name: one of them must match.
  case synonyms((Int) -> [String]?)
  /// One of several words, not known which.
  case oneOf((Int) -> [String])
  /// A set of words: all that are asked for must be in it.
  case set((Int) -> [String]?)
  /// Yes or no.
  case flag((Int) -> Bool?)
  /// A number.
  case number((Int) -> Amount?)
  /// A day.
  case date((Int) -> CalendarDate?)
}
