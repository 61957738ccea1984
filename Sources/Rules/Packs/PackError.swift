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
      let known = known.joined(separator: ", ")
      guard let suggestion else {
        return """
          no rule pack '\(id)'. Built-in packs: \(known). A path to a .yaml file works too.
          """
      }
      return """
        no rule pack '\(id)'; did you mean '\(suggestion)'? Built-in packs: \(known). A path to a \
        .yaml file works too.
        """
    case .unreadable(let path, let message):
      return "\(path): \(FaultText(stringLiteral: message))"
    }
  }

  /// What is wrong and the way out, in English.
  public var description: String { text.description }
}
