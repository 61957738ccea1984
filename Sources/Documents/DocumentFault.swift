/// What is wrong at one place of a document, and what to do.
public struct DocumentFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the user knows it.
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based.
  public let column: Int
  /// What is wrong and the way out.
  public let message: String

  /// A fault at a place.
  public init(file: String, line: Int, column: Int, message: String) {
    self.file = file
    self.line = line
    self.column = column
    self.message = message
  }

  /// `file:line:column: message`.
  public var description: String { "\(file):\(line):\(column): \(message)" }
}

/// Everything that is wrong with a document, in the order of its lines.
public struct DocumentFaults: Error, Sendable, Hashable, CustomStringConvertible {
  /// At least one.
  public let faults: [DocumentFault]

  /// The faults, put in the order of the file.
  public init(_ faults: [DocumentFault]) {
    self.faults = faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  /// One line a fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
