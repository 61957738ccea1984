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
  public func report(_ node: DocumentNode, _ text: FaultText) {
    faults.append(DocumentFault(file: file, line: node.line, column: node.column, text: text))
  }

  /// - Throws: All faults, if there are any.
  public func finish() throws(DocumentFaults) {
    if !faults.isEmpty { throw DocumentFaults(faults) }
  }

  /// A mapping whose keys are all among `allowed`; others are faults with a suggestion.
  public func fields(_ node: DocumentNode, of what: some FaultPart, allowed: [String]) -> Fields? {
    guard let fields = anyFields(node, of: what) else { return nil }
    for pair in fields.pairs {
      guard let key = pair.key.scalar else {
        report(pair.key, "a key of \(what.faultText) must be a word")
        continue
      }
      if key == "<<" {
        report(pair.key, "'<<' is not read here; write the keys themselves")
      } else if !allowed.contains(key) {
        report(
          pair.key,
          "unknown key '\(key)' in \(what.faultText)\(FullWidth.hint(in: key))"
            + (allowed.count < 10
              ? Spelling.choice(for: key, among: allowed)
              : Spelling.hint(for: key, among: allowed)))
      }
    }
    return fields
  }

  /// A mapping with any keys.
  public func anyFields(_ node: DocumentNode, of what: some FaultPart) -> Fields? {
    guard case .mapping(let pairs) = node.content else {
      report(node, "\(what.faultText) must be a mapping of keys to values")
      return nil
    }
    return Fields(node: node, what: what.faultText, pairs: pairs, reader: self)
  }

  /// A text; numbers and booleans count as the text they are written as.
  public func text(_ node: DocumentNode, _ what: some FaultPart) -> String? {
    guard let text = node.scalar else {
      report(node, "\(what.faultText) must be a text")
      return nil
    }
    guard text.contains(where: { !$0.isWhitespace }) else {
      report(node, "\(what.faultText) must not be empty")
      return nil
    }
    return text
  }

  /// `true` or `false`.
  public func flag(_ node: DocumentNode, _ what: some FaultPart) -> Bool? {
    switch node.scalar {
    case "true", "是": return true
    case "false", "否": return false
    default:
      report(node, "\(what.faultText) must be true or false")
      return nil
    }
  }

  /// An exact decimal.
  public func amount(_ node: DocumentNode, _ what: some FaultPart) -> Amount? {
    guard let text = node.scalar, let amount = Amount(exactly: text) else {
      report(
        node,
        "\(what.faultText) must be a number, with at most six decimals\(Self.found(node))"
          + NumberSpelling.hint(for: node))
      return nil
    }
    guard !NumberSpelling.isOctal(node) else {
      report(
        node,
        "\(what.faultText) has a leading zero, which YAML takes for octal\(NumberSpelling.hint(for: node))"
      )
      return nil
    }
    return amount
  }

  /// A whole number.
  public func integer(_ node: DocumentNode, _ what: some FaultPart) -> Int? {
    guard let text = node.scalar, let number = Int(text) else {
      report(
        node,
        "\(what.faultText) must be a whole number\(Self.found(node))\(NumberSpelling.hint(for: node))"
      )
      return nil
    }
    guard !NumberSpelling.isOctal(node) else {
      report(
        node,
        "\(what.faultText) has a leading zero, which YAML takes for octal\(NumberSpelling.hint(for: node))"
      )
      return nil
    }
    return number
  }

  /// A day as `2025-12-31`, the number 20251231.
  public func day(_ node: DocumentNode, _ what: some FaultPart) -> Int? {
    let parts = (node.scalar ?? "").split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), year >= 1000, day >= 1,
      day <= GregorianMonth.days(month, of: year)
    else {
      report(node, "\(what.faultText) must be a day such as 2025-12-31\(Self.found(node))")
      return nil
    }
    return year * 10_000 + month * 100 + day
  }

  /// A list of nodes.
  public func list(_ node: DocumentNode, _ what: some FaultPart) -> [DocumentNode]? {
    guard case .sequence(let items) = node.content else {
      report(node, "\(what.faultText) must be a list")
      return nil
    }
    return items
  }

  /// One text, or a list of texts.
  public func texts(_ node: DocumentNode, _ what: some FaultPart) -> [String]? {
    if let text = node.scalar { return [text] }
    guard case .sequence(let items) = node.content else {
      report(
        node,
        node.isNull
          ? "'\(what.faultText)' has no value"
          : "\(what.faultText) must be a text or a list of texts")
      return nil
    }
    return items.compactMap { item in
      if item.scalar == nil { report(item, "\(what.faultText) must be a text") }
      return item.scalar
    }
  }

  /// One of the cases of an enumeration, by raw value.
  public func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: DocumentNode, _ what: some FaultPart, as type: Choice.Type = Choice.self
  ) -> Choice? {
    guard let text = text(node, what) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(
      node,
      "unknown \(what.faultText) '\(text)'"
        + Spelling.choice(for: text, among: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// `{en: …, zh: …}`; a text in one language, or a text alone, stands for both.
  public func localized(_ node: DocumentNode, _ what: some FaultPart) -> LocalizedText? {
    if case .scalar = node.content {
      return text(node, what).map { LocalizedText(en: $0, zh: $0) }
    }
    guard let fields = fields(node, of: what, allowed: ["en", "zh"]) else { return nil }
    let (en, zh) = (fields.optionalText("en"), fields.optionalText("zh"))
    guard let one = en ?? zh else {
      guard fields["en"] == nil, fields["zh"] == nil else { return nil }
      report(node, "\(what.faultText) has neither 'en' nor 'zh'; one is enough")
      return nil
    }
    return LocalizedText(en: en ?? one, zh: zh ?? one)
  }

  private static func found(_ node: DocumentNode) -> FaultHint {
    FaultHint(node.scalar.map { ", not '\($0)'" })
  }
}

/// The keys of one mapping, read one by one.
public struct Fields {
  /// The mapping itself.
  public let node: DocumentNode
  /// What it describes, for messages.
  public let what: FaultText
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
    if let empty = pairs.last(where: { $0.key.scalar == key })?.value {
      reader.report(empty, "'\(key)' has no value")
    } else {
      reader.report(node, "\(what) has no '\(key)'")
    }
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
