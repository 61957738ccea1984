internal import Yams

/// How large a YAML text is with its aliases written out, found without writing them out.
///
/// Aliases of aliases grow without bound, and a reader that compares keys walks through all of them,
/// so what is too large must be refused before it is read.
struct AliasExpansion {
  /// Why a text is not read, and where.
  struct Fault: Error {
    let line: Int
    let column: Int
    let text: FaultText
  }

  /// Stands in front of a name in place of `*`: a character of private use, which plain text may have.
  private static let mark = "\u{F8FF}"
  private static let limit = 1_000_000

  /// Nodes under each anchor, with its aliases written out.
  private var sizes: [String: Int] = [:]
  /// Anchors of lists and mappings.
  private var collections: Set<String> = []

  /// Looks at a text.
  ///
  /// - Throws: `Fault` where it has more than a million nodes, or a key that is an alias of a list or
  ///   a mapping; `YamlError` where it is not YAML. Its reader must not be asked for that: it may walk
  ///   through all nodes before it comes to what is wrong.
  static func check(_ yaml: String) throws {
    guard yaml.utf8.contains(UInt8(ascii: "&")), yaml.utf8.contains(UInt8(ascii: "*")) else {
      return
    }
    // The parser owns the anchors, and must outlive the walk.
    let parser = try Parser(yaml: marked(yaml))
    guard let root = try parser.singleRoot() else { return }
    var expansion = AliasExpansion()
    _ = try expansion.size(of: root, depth: 0)
    withExtendedLifetime(parser) {}
  }

  /// The text with a scalar in place of each alias. Within quotes and comments an asterisk is no alias,
  /// but there it does no harm.
  private static func marked(_ yaml: String) -> String {
    var result = ""
    var isAtStart = true
    for character in yaml {
      let isAlias = character == "*" && isAtStart
      result += isAlias ? mark : String(character)
      isAtStart = character.isWhitespace || "[{,:?-".contains(character)
    }
    return result
  }

  /// A part of a marked text as it was.
  static func unmarked(_ text: String) -> String {
    text.hasPrefix(mark) ? "*" + text.dropFirst(mark.count) : text
  }

  private mutating func size(of node: Node, depth: Int) throws(Fault) -> Int {
    guard depth <= 64 else { throw fault(node, "nests deeper than 64 levels") }
    var size = 1
    switch node {
    case .scalar(let scalar):
      if let name = Self.alias(scalar.string) { size = sizes[name] ?? 1 }
    case .sequence(let items):
      for item in items { try add(item, to: &size, depth) }
    case .mapping(let pairs):
      for (key, value) in pairs {
        if let name = key.scalar.flatMap({ Self.alias($0.string) }), collections.contains(name) {
          throw fault(key, "an alias of a list or a mapping is no key; write the key out")
        }
        try add(key, to: &size, depth)
        try add(value, to: &size, depth)
      }
    case .alias: break
    }
    if let anchor = node.anchor {
      sizes[anchor.rawValue] = size
      if node.scalar == nil { collections.insert(anchor.rawValue) }
    }
    return size
  }

  private mutating func add(_ node: Node, to size: inout Int, _ depth: Int) throws(Fault) {
    size += try self.size(of: node, depth: depth + 1)
    guard size <= Self.limit else {
      throw fault(node, "is more than a million nodes with its aliases written out")
    }
  }

  private static func alias(_ text: String) -> String? {
    text.hasPrefix(mark) ? String(text.dropFirst()) : nil
  }

  private func fault(_ node: Node, _ text: FaultText) -> Fault {
    Fault(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, text: text)
  }
}
