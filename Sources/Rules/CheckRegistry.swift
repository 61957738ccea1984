/// Every kind of check.
public enum CheckRegistry {
  /// A new kind is one file and one line here: linter, help and tests read this list.
  public static let all: [any Check.Type] = readable

  /// The kind of check of a name.
  public static func check(named name: String) -> (any Check.Type)? {
    all.first { $0.name == name }
  }

  static let readable: [any ReadableCheck.Type] = [
    Provision.self, Coverage.self, Presence.self, Size.self, Share.self, Total.self,
  ]
}
