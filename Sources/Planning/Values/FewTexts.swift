/// What the texts of a column mean that has few different ones: each is looked up once.
///
/// To compare a few short texts costs less than to hash one. A column of status, type or the like has no
/// more of them; one of names has, and they do not recur.
package struct FewTexts<Meaning> {
  @usableFromInline var texts: [String] = []
  @usableFromInline var meanings: [Meaning] = []

  @inlinable
  @inline(__always)
  package init() {}

  /// `nil`: not looked up yet, or one too many.
  @inlinable
  @inline(__always)
  package subscript(text: String) -> Meaning? {
    for index in texts.indices where texts[index] == text { return meanings[index] }
    return nil
  }

  /// Keeps what a text means, unless there are many.
  @inlinable
  @inline(__always)
  package mutating func note(_ text: String, _ meaning: Meaning) {
    guard texts.count < 8 else { return }
    texts.append(text)
    meanings.append(meaning)
  }
}
