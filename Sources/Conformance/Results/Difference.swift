public import Documents
internal import Wording

/// Where a result is not what a case expects.
public struct Difference: Sendable, Hashable {
  /// What it is about: a rule and its subject, or a row of a layer; `nil`: the run as a whole.
  public let about: String?
  /// What differs: a column, or what the run ended with.
  public let field: String
  /// What is there.
  public let found: String
  /// What should be.
  public let expected: Expected
  /// What else helps to understand it: the reason of a finding, the message of the program.
  public let note: String?

  /// What should be there.
  public enum Expected: Sendable, Hashable {
    /// Just this.
    case just(String)
    /// This among others.
    case with(String)
    /// Anything without this.
    case without(String)
    /// A text that a regular expression is found in.
    case matching(String)
    /// Nothing.
    case nothing
  }

  init(
    _ about: String?, _ field: String, found: String, _ expected: Expected, note: String? = nil
  ) {
    self.about = about
    self.field = field
    self.found = found
    self.expected = expected
    self.note = note?.isEmpty == false ? note : nil
  }

  /// `r on A: measured 5, expected 4`
  public var sentence: LocalizedText {
    TerminalWords.difference(
      about: about, field, found: found, expected: expected.words, note: note)
  }
}

extension Difference.Expected {
  /// The same in words.
  public var words: LocalizedText {
    switch self {
    case .just(let text): TerminalWords.justThis(text)
    case .with(let text): TerminalWords.amongOthers(text)
    case .without(let text): TerminalWords.notThis(text)
    case .matching(let text): TerminalWords.matching(text)
    case .nothing: TerminalWords.nothing
    }
  }
}
