import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A document of XML as Foundation reads it, for tests of what is written without it.
public final class XMLTree: Sendable {
  /// With its prefix; empty for a text.
  public let name: String
  /// By their names, with prefixes.
  public let attributes: [String: String]
  /// Of a text only.
  public let ownText: String
  /// Elements and texts in their order.
  public let children: [XMLTree]

  init(
    _ name: String, attributes: [String: String] = [:], ownText: String = "",
    children: [XMLTree] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.ownText = ownText
    self.children = children
  }

  /// The root; `nil` where the document is not well-formed.
  public static func read(_ bytes: [UInt8]) -> XMLTree? {
    let builder = Builder()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = builder
    return parser.parse() ? builder.finished : nil
  }

  /// All elements of a name in it, outer ones first.
  public func all(_ name: String) -> [XMLTree] {
    children.flatMap { child in (child.name == name ? [child] : []) + child.all(name) }
  }

  /// The elements of a name that stand in it at once.
  public func own(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

  /// All texts in it, but for those in elements of these names.
  public func text(without left: Set<String> = []) -> String {
    ownText
      + children.map { left.contains($0.name) ? "" : $0.text(without: left) }.joined()
  }

  private final class Builder: NSObject, XMLParserDelegate {
    private var open: [(name: String, attributes: [String: String], children: [XMLTree])] = []
    var finished: XMLTree?

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      open.append((name, attributes, []))
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      guard let last = open.indices.last else { return }
      open[last].children.append(XMLTree("", ownText: text))
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
      qualifiedName: String?
    ) {
      guard let element = open.popLast() else { return }
      let tree = XMLTree(
        element.name, attributes: element.attributes, children: element.children)
      if let last = open.indices.last {
        open[last].children.append(tree)
      } else {
        finished = tree
      }
    }
  }
}
