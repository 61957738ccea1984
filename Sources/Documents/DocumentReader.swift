public import Quantities

/// Reads typed values out of a document and collects every fault on the way, so that a user sees
/// them all at once.
///
/// A method that cannot read its value reports a fault and returns `nil`; the caller goes on.
public final class DocumentReader {
  /// The file's name, for messages.
  public let file: String
  /// What was wrong so far.
  public private(set) var faults: [DocumentFault] = []

  /// A reader that reports about `file`.
  public init(file: String) { self.file = file }

  /// Notes a fault at a node.
  public func report(_ node: DocumentNode, _ message: String) {
    faults.append(
      DocumentFault(file: file, line: node.line, column: node.column, message: message))
  }

  /// - Throws: All faults, if there are any.
  public func finish() throws(DocumentFaults) {
    if !faults.isEmpty { throw DocumentFaults(faults) }
  }

  /// A mapping whose keys are all among `allowed`; others are faults with a suggestion.
  public func fields(_ node: DocumentNode, of what: String, allowed: [String]) -> Fields? {
    guard let fields = anyFields(node, of: what) else { return nil }
    for pair in fields.pairs {
      guard let key = pair.key.scalar else { continue }
      guard allowed.contains(key) else {
        report(
          pair.key, "unknown key '\(key)' in \(what)\(Spelling.hint(for: key, among: allowed))")
        continue
      }
    }
    return fields
  }

  /// A mapping with any keys.
  public func anyFields(_ node: DocumentNode, of what: String) -> Fields? {
    guard case .mapping(let pairs) = node.content else {
      report(node, "\(what) must be a mapping of keys to values")
      return nil
    }
    return Fields(node: node, what: what, pairs: pairs, reader: self)
  }

  /// A text; numbers and booleans count as the text they are written as.
  public func text(_ node: DocumentNode, _ what: String) -> String? {
    guard let text = node.scalar else {
      report(node, "\(what) must be a text")
      return nil
    }
    return text
  }

  /// `true` or `false`.
  public func flag(_ node: DocumentNode, _ what: String) -> Bool? {
    switch node.scalar {
    case "true": return true
    case "false": return false
    default:
      report(node, "\(what) must be true or false")
      return nil
    }
  }

  /// An exact decimal.
  public func amount(_ node: DocumentNode, _ what: String) -> Amount? {
    guard let text = node.scalar, let amount = Amount(exactly: text) else {
      report(
        node, "\(what) must be a number, with at most six decimals\(Self.found(node))")
      return nil
    }
    return amount
  }

  /// A whole number.
  public func integer(_ node: DocumentNode, _ what: String) -> Int? {
    guard let text = node.scalar, let number = Int(text) else {
      report(node, "\(what) must be a whole number\(Self.found(node))")
      return nil
    }
    return number
  }

  /// A list of nodes.
  public func list(_ node: DocumentNode, _ what: String) -> [DocumentNode]? {
    guard case .sequence(let items) = node.content else {
      report(node, "\(what) must be a list")
      return nil
    }
    return items
  }

  /// One text, or a list of texts.
  public func texts(_ node: DocumentNode, _ what: String) -> [String]? {
    if let text = node.scalar { return [text] }
    return list(node, what)?.compactMap { text($0, what) }
  }

  /// One of the cases of an enumeration, by raw value.
  public func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: DocumentNode, _ what: String, as type: Choice.Type = Choice.self
  ) -> Choice? {
    guard let text = text(node, what) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    report(
      node,
      "unknown \(what) '\(text)'"
        + (Spelling.nearest(to: text, among: words).map { "; did you mean '\($0)'?" }
          ?? "; one of: \(words.joined(separator: ", "))"))
    return nil
  }

  /// `{en: …, zh: …}`; a text in one language, or a text alone, stands for both.
  public func localized(_ node: DocumentNode, _ what: String) -> LocalizedText? {
    if let both = node.scalar { return LocalizedText(en: both, zh: both) }
    guard let fields = fields(node, of: what, allowed: ["en", "zh"]) else { return nil }
    let (en, zh) = (fields.optionalText("en"), fields.optionalText("zh"))
    guard let one = en ?? zh else {
      report(node, "\(what) has neither 'en' nor 'zh'; one is enough")
      return nil
    }
    return LocalizedText(en: en ?? one, zh: zh ?? one)
  }

  private static func found(_ node: DocumentNode) -> String {
    node.scalar.map { ", not '\($0)'" } ?? ""
  }
}

/// The keys of one mapping, read one by one.
public struct Fields {
  /// The mapping itself.
  public let node: DocumentNode
  /// What it describes, for messages.
  public let what: String
  /// In the order of the file.
  public let pairs: [DocumentNode.Pair]
  /// Where faults go.
  public let reader: DocumentReader

  /// The value of a key, if it is there and not null.
  public subscript(key: String) -> DocumentNode? {
    guard let value = pairs.last(where: { $0.key.scalar == key })?.value, !value.isNull else {
      return nil
    }
    return value
  }

  /// The value of a key that must be there.
  public func required(_ key: String) -> DocumentNode? {
    if let value = self[key] { return value }
    reader.report(node, "\(what) has no '\(key)'")
    return nil
  }

  /// A text that must be there.
  public func text(_ key: String) -> String? { required(key).flatMap { reader.text($0, key) } }

  /// A text that may be there.
  public func optionalText(_ key: String) -> String? {
    self[key].flatMap { reader.text($0, key) }
  }

  /// A text or a list of texts; empty when the key is absent.
  public func texts(_ key: String) -> [String] {
    self[key].flatMap { reader.texts($0, key) } ?? []
  }

  /// A text in both languages that may be there.
  public func optionalLocalized(_ key: String) -> LocalizedText? {
    self[key].flatMap { reader.localized($0, key) }
  }
}
