/// What is wrong at one place of a document, and what to do.
public struct DocumentFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file's name as the user knows it.
  public let file: String
  /// 1-based.
  public let line: Int
  /// 1-based.
  public let column: Int
  /// What is wrong and the way out.
  public let text: FaultText

  /// A fault at a place.
  public init(file: String, line: Int, column: Int, text: FaultText) {
    self.file = file
    self.line = line
    self.column = column
    self.text = text
  }

  /// What is wrong and the way out, in English.
  public var message: String { text.description }

  /// `file:line:column`.
  public var place: String { "\(file):\(line):\(column)" }

  /// `file:line:column: message`.
  public var description: String { "\(place): \(message)" }
}

/// Everything that is wrong with a document, in the order of its lines; of several documents, one
/// after the other.
public struct DocumentFaults: Error, Sendable, Hashable, CustomStringConvertible {
  /// At least one.
  public let faults: [DocumentFault]

  /// The faults, each once and in the order of their files; files in the order in which they come
  /// first.
  public init(_ faults: [DocumentFault]) {
    var files: [String: Int] = [:]
    for fault in faults where files[fault.file] == nil { files[fault.file] = files.count }
    var known = Set<String>()
    self.faults = faults.filter { known.insert($0.description).inserted }.sorted {
      (files[$0.file, default: 0], $0.line, $0.column)
        < (files[$1.file, default: 0], $1.line, $1.column)
    }
  }

  /// One line a fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }
}
