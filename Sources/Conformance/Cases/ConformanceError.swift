public import Documents

/// Why there are no cases to run.
public enum ConformanceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing has this name.
  case notFound(path: String)
  /// A folder without a case file.
  case noCases(path: String)
  /// A file that the system does not let us read.
  case unreadable(path: String)
  /// No id and no group contains the text.
  case noneChosen(text: String, groups: [String])

  /// What is wrong, where, and the way out.
  public var description: String { text.description }

  /// The same, to be said in another language.
  public var text: FaultText {
    switch self {
    case .notFound(let path): "\(path): no such folder or file; check the path"
    case .noCases(let path):
      "\(path): holds no case files; name the folder that the *.json files are in"
    case .unreadable(let path): "\(path): cannot be read; check the permissions"
    case .noneChosen(let text, let groups):
      "no case's id or group contains '\(text)'; the groups are \(groups.joined(separator: ", "))"
    }
  }
}
