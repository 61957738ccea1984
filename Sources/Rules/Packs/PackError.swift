public import Documents

/// Why a pack could not be used.
public enum PackError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Neither a built-in pack nor a file.
  case notFound(String, suggestion: String?, known: [String])
  /// The file cannot be read.
  case unreadable(path: String, message: String)

  /// What is wrong and the way out.
  public var text: FaultText {
    switch self {
    case .notFound(let id, let suggestion, let known):
      let hint = FaultHint(suggestion.map { "; did you mean '\($0)'?" })
      return """
        no rule pack '\(id)'\(hint). Built-in packs: \(known.joined(separator: ", ")). A path to a \
        .yaml file works too.
        """
    case .unreadable(let path, let message):
      return "\(path): \(FaultText(stringLiteral: message))"
    }
  }

  /// What is wrong and the way out, in English.
  public var description: String { text.description }
}
