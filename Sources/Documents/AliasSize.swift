internal import Yams

/// How large a document is with every alias written out, found without writing any out.
///
/// The parser compares keys as it reads them, aliases in them written out: a key of ten lists, each
/// of ten of the one before, would keep it busy for good.
struct AliasSize {
  private static let most = 1_000_000
  /// Stands for the sign of an alias, and makes it a word like others.
  private static let alias: Character = "\u{E000}"
  /// Stands for the sign of an anchor: the parser tells tags, and keeps anchors to itself.
  private static let anchor = "!anchor."
  /// By anchor.
  private var sizes: [String: Int] = [:]

  /// Whether there are more than a million nodes.
  static func isTooLarge(_ yaml: String) -> Bool {
    guard yaml.contains("&"), yaml.contains("*") else { return false }
    let plain = yaml.replacing("*", with: String(alias)).replacing("&", with: anchor)
    guard let root = try? Yams.compose(yaml: plain) else { return false }
    var size = AliasSize()
    return size.measure(root) > most
  }

  private mutating func measure(_ node: Node) -> Int {
    let size: Int
    switch node {
    case .scalar(let scalar):
      size = scalar.string.first == Self.alias ? sizes[String(scalar.string.dropFirst())] ?? 1 : 1
    case .sequence(let items): size = items.reduce(1) { $0 + measure($1) }
    case .mapping(let pairs): size = pairs.reduce(1) { $0 + measure($1.key) + measure($1.value) }
    case .alias: size = 1
    }
    // No sum of these overflows: a file has fewer than 10¹² nodes.
    let bounded = min(size, Self.most + 1)
    let tag = node.tag.description
    if tag.hasPrefix(Self.anchor) { sizes[String(tag.dropFirst(Self.anchor.count))] = bounded }
    return bounded
  }
}
