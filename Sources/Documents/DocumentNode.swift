internal import Yams

/// One node of a YAML document with the place where it stands.
public struct DocumentNode: Sendable, Hashable {
  /// What the node holds.
  public indirect enum Content: Sendable, Hashable {
    /// Text as written; `isPlain` is false when it was quoted.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([DocumentNode])
    /// Pairs in the order of the file.
    case mapping([Pair])
  }

  /// A key with its value.
  public struct Pair: Sendable, Hashable {
    /// The key's node; for its place.
    public let key: DocumentNode
    /// What the key stands for.
    public let value: DocumentNode
  }

  /// What the node holds.
  public let content: Content
  /// 1-based.
  public let line: Int
  /// 1-based.
  public let column: Int

  /// The text of a scalar, `nil` for `null` and everything else.
  public var scalar: String? {
    guard case .scalar(let text, let isPlain) = content, !(isPlain && Self.isNull(text)) else {
      return nil
    }
    return text
  }

  /// Number of decimals of a number, as written.
  public var decimals: Int {
    guard let text = scalar, let point = text.firstIndex(of: ".") else { return 0 }
    return text.distance(from: point, to: text.endIndex) - 1
  }

  /// `null`, `~` or nothing at all.
  var isNull: Bool {
    guard case .scalar(let text, true) = content else { return false }
    return Self.isNull(text)
  }

  private static func isNull(_ text: String) -> Bool {
    text.isEmpty || text == "~" || text == "null"
  }

  /// The items of a list; what is none is one of itself.
  public var items: [DocumentNode] {
    if case .sequence(let items) = content { return items }
    return [self]
  }

  /// The value of a key of a mapping.
  public subscript(key: String) -> DocumentNode? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs.last { $0.key.scalar == key }?.value
  }
}

extension DocumentNode {
  /// Reads one YAML document.
  ///
  /// - Parameters:
  ///   - yaml: The text of the file.
  ///   - file: Its name, for messages.
  /// - Throws: `DocumentFaults` with one fault where the text is not YAML, nests deeper than 64
  ///   levels, or uses aliases that make it larger than a million nodes or a key of a list.
  public init(yaml: String, file: String) throws(DocumentFaults) {
    let root: Node?
    do {
      try AliasExpansion.check(yaml)
      root = try Yams.compose(yaml: yaml)
    } catch let fault as AliasExpansion.Fault {
      throw DocumentFaults([
        DocumentFault(file: file, line: fault.line, column: fault.column, text: fault.text)
      ])
    } catch let error as YamlError {
      throw DocumentFaults([YAMLFault(yaml: yaml, file: file).fault(error)])
    } catch {
      throw DocumentFaults([
        DocumentFault(file: file, line: 1, column: 1, text: FaultText(verbatim: "\(error)"))
      ])
    }
    guard let root else {
      throw DocumentFaults([
        DocumentFault(file: file, line: 1, column: 1, text: "the file is empty")
      ])
    }
    var budget = 1_000_000
    do {
      self = try Self.convert(root, depth: 0, budget: &budget)
    } catch {
      throw Self.tooLarge(file)
    }
  }

  private static func tooLarge(_ file: String) -> DocumentFaults {
    DocumentFaults([
      DocumentFault(
        file: file, line: 1, column: 1,
        text: "nests deeper than 64 levels or has more than a million nodes")
    ])
  }

  private struct TooLarge: Error {}

  private static func convert(
    _ node: Node, depth: Int, budget: inout Int
  ) throws(TooLarge) -> DocumentNode {
    budget -= 1
    guard depth <= 64, budget > 0 else { throw TooLarge() }
    let content: Content
    switch node {
    case .scalar(let scalar):
      content = .scalar(scalar.string, isPlain: scalar.style == .plain || scalar.style == .any)
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      for item in sequence {
        items.append(try convert(item, depth: depth + 1, budget: &budget))
      }
      content = .sequence(items)
    case .mapping(let mapping):
      var pairs: [Pair] = []
      for (key, value) in mapping {
        pairs.append(
          Pair(
            key: try convert(key, depth: depth + 1, budget: &budget),
            value: try convert(value, depth: depth + 1, budget: &budget)))
      }
      content = .mapping(pairs)
    case .alias:
      throw TooLarge()
    }
    return DocumentNode(
      content: content, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }
}
