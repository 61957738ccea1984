/// What the texts of a column mean that has few different ones: each is looked up once.
///
/// To compare a few short texts costs less than to hash one. A column of status, type or the like has no
/// more of them; one of names has, and they do not recur.
package struct FewTexts<Meaning> {
  @usableFromInline static var most: Int { 8 }
  @usableFromInline var known: [(text: String, meaning: Meaning)] = []

  @inlinable
  package init() {}

  /// `nil`: not looked up yet, or one too many.
  @inlinable
  package subscript(text: String) -> Meaning? {
    for entry in known where entry.text == text { return entry.meaning }
    return nil
  }

  /// Keeps what a text means, unless there are many.
  @inlinable
  package mutating func note(_ text: String, _ meaning: Meaning) {
    if known.count < Self.most { known.append((text, meaning)) }
  }
}
