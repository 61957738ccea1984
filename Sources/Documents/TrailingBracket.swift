/// A text that ends with brackets, such as `养老院（公建民营）`.
package struct TrailingBracket: Sendable, Hashable {
  /// What stands before them; never blank.
  package let rest: String
  /// What stands in them.
  package let content: String

  /// `nil` where no bracket ends the text, or nothing stands before it.
  package init?(_ text: String) {
    let trimmed = text.reversed().drop { $0.isWhitespace }
    guard let last = trimmed.first, let bracket = Self.brackets.first(where: { $0.close == last }),
      let open = trimmed.firstIndex(of: bracket.open)
    else { return nil }
    let rest = String(trimmed[trimmed.index(after: open)...].reversed())
    guard rest.contains(where: { !$0.isWhitespace }) else { return nil }
    self.rest = rest
    content = String(trimmed[..<open].dropFirst().reversed())
  }

  private static let brackets: [(open: Character, close: Character)] = [
    ("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"), ("〔", "〕"),
  ]
}
