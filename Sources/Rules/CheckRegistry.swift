/// Every kind of check.
public enum CheckRegistry {
  /// A new kind is one file and one line here: linter, help and tests read this list.
  public static let all: [any Check.Type] = readable

  static let readable: [any ReadableCheck.Type] = [
    Provision.self, Coverage.self, Presence.self, Size.self, Share.self, Total.self,
  ]
}
