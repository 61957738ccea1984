/// Why a pack could not be used.
public enum PackError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Neither a built-in pack nor a file.
  case notFound(String, suggestion: String?, known: [String])
  /// The file cannot be read.
  case unreadable(path: String, message: String)

  /// What is wrong and the way out.
  public var description: String {
    switch self {
    case .notFound(let id, let suggestion, let known):
      "no rule pack '\(id)'"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? ".")
        + " Built-in packs: \(known.joined(separator: ", ")). A path to a .yaml file works too."
    case .unreadable(let path, let message):
      "\(path): \(message)"
    }
  }
}
