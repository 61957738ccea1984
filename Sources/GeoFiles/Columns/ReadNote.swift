public import Documents

/// What is known about a place in a file that a reader could not take as it stands.
public struct ReadNote: Sendable, Hashable {
  /// Whether the row can be used.
  public enum Severity: Sendable, Hashable {
    /// The row (or the file) is usable; something in it was left out or repaired.
    case warning
    /// The row's geometry is not usable; its kind in the column is `.none`.
    case unusable
    /// Nothing in the row is usable: it is not known which value belongs to which column.
    case refused
  }

  /// What a row has in the place of a geometry that is not there.
  public enum Lack: Sendable, Hashable {
    /// Nothing at all.
    case absent
    /// A cell or a list with nothing in it.
    case empty
  }

  /// Whether the row can be used.
  public let severity: Severity
  /// Index of the row, or `nil` when the note is about the whole file.
  public let row: Int?
  /// Where in the row, in the file's own terms: `geometry.coordinates[0][3]`, `column 经度`; `nil`: all of it.
  public let place: FaultText?
  /// What is wrong and what to do.
  public let message: FaultText
  /// That the row has no geometry; `nil`: it has, and something else is wrong.
  public let lack: Lack?

  /// A note; see the properties.
  public init(
    severity: Severity, row: Int?, place: FaultText?, message: FaultText, lack: Lack? = nil
  ) {
    self.severity = severity
    self.row = row
    self.place = place
    self.message = message
    self.lack = lack
  }

  /// The message with its place in front.
  public var text: FaultText { place.map { "\($0): \(message)" } ?? message }
}
