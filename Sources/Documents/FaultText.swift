/// What is wrong, in English, as a sentence and what is put into it:
/// `unknown key '%1' in %2`.
///
/// The sentence is what other languages know it by, so that nobody takes a text apart to say it in
/// another one. It is written as a string with interpolations.
public struct FaultText: Sendable, Hashable {
  /// What stands in a sentence.
  public indirect enum Insertion: Sendable, Hashable {
    /// A word of the document, or a figure.
    case word(String)
    /// A part that is said in the reader's language, too.
    case text(FaultText)
  }

  /// The sentence, with `%1`, `%2` … for the insertions and `%%` for a percent sign.
  public private(set) var sentence: String
  /// At most nine, in the order of the sentence.
  public private(set) var insertions: [Insertion]

  /// A text that is the same in all languages.
  public init(verbatim text: String) {
    sentence = "%1"
    insertions = [.word(text)]
  }

  /// The same with other words put in, those of its parts included.
  public func mappingWords(_ change: (String) -> String) -> FaultText {
    var text = self
    text.insertions = insertions.map { insertion in
      switch insertion {
      case .word(let word): .word(change(word))
      case .text(let part): .text(part.mappingWords(change))
      }
    }
    return text
  }

  /// Most have none, and files may have a fault in each row.
  private static func escaped(_ literal: String) -> String {
    literal.utf8.contains(UInt8(ascii: "%")) ? literal.replacing("%", with: "%%") : literal
  }

  /// A sentence that is written in two pieces.
  public static func + (a: FaultText, b: FaultText) -> FaultText {
    var text = a
    let numbers = (1...9).map { "%\($0 + a.insertions.count)" }
    text.sentence += fill(b.sentence, with: numbers, percent: "%%")
    text.insertions += b.insertions
    return text
  }

  /// A sentence with a suggestion behind it.
  public static func + (a: FaultText, b: FaultHint) -> FaultText { a + "\(b)" }
}

/// What may be said of a place in a document: a text, or the key that stands there.
public protocol FaultPart {
  /// It as part of a sentence.
  var faultText: FaultText { get }
}

extension FaultText: FaultPart {
  /// Itself.
  public var faultText: FaultText { self }
}

extension String: FaultPart {
  /// Itself, as a sentence without insertions.
  public var faultText: FaultText { FaultText(stringLiteral: self) }
}

/// What may stand behind a sentence: a suggestion, or nothing.
public struct FaultHint: Sendable, Hashable {
  /// `nil`: nothing.
  let text: FaultText?

  /// A suggestion, or none.
  public init(_ text: FaultText? = nil) { self.text = text }
}

extension FaultText: ExpressibleByStringInterpolation {
  /// Builds the sentence and keeps what is put into it apart.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sentence = ""
    fileprivate var insertions: [Insertion] = []

    /// An empty sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// A piece of the sentence; its own `%` is doubled.
    public mutating func appendLiteral(_ literal: String) {
      sentence += FaultText.escaped(literal)
    }

    /// A word of the document, or a figure.
    public mutating func appendInterpolation(_ value: some Any) {
      insert(.word(String(describing: value)))
    }

    /// A part that is said in the reader's language, too.
    public mutating func appendInterpolation(_ text: FaultText) { insert(.text(text)) }

    /// A suggestion, which may be none.
    public mutating func appendInterpolation(_ hint: FaultHint) {
      insert(hint.text.map { .text($0) } ?? .word(""))
    }

    private mutating func insert(_ insertion: Insertion) {
      insertions.append(insertion)
      sentence += "%\(insertions.count)"
    }
  }

  /// A sentence without insertions.
  public init(stringLiteral value: String) {
    sentence = Self.escaped(value)
    insertions = []
  }

  /// A sentence with insertions.
  public init(stringInterpolation: StringInterpolation) {
    sentence = stringInterpolation.sentence
    insertions = stringInterpolation.insertions
  }
}

extension FaultText: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { filled { _ in nil } }

  /// The text with its sentences as `wording` has them; `nil`: as they are.
  ///
  /// In a sentence of another language the insertions may stand in any order.
  public func filled(_ wording: (String) -> String?) -> String {
    let words = insertions.map { insertion in
      switch insertion {
      case .word(let word): word
      case .text(let text): text.filled(wording)
      }
    }
    return Self.fill(wording(sentence) ?? sentence, with: words, percent: "%")
  }

  private static func fill(_ pattern: String, with words: [String], percent: String) -> String {
    var text = ""
    var rest = Substring(pattern)
    while let sign = rest.firstIndex(of: "%") {
      text += rest[..<sign]
      rest = rest[rest.index(after: sign)...]
      switch rest.popFirst() {
      case "%": text += percent
      case let digit?:
        let index = (digit.wholeNumberValue ?? 0) - 1
        if words.indices.contains(index) { text += words[index] }
      case nil: break
      }
    }
    return text + rest
  }

  /// Every sentence in it, those of its parts included.
  public var sentences: [String] {
    let parts = insertions.flatMap { (insertion) -> [String] in
      if case .text(let text) = insertion { return text.sentences }
      return []
    }
    return [sentence] + parts
  }
}

extension FaultHint: CustomStringConvertible {
  /// In English; nothing where there is none.
  public var description: String { text?.description ?? "" }
}
