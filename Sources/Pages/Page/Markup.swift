internal import Documents

/// HTML. Text comes in through escaping only, so a hostile name stays a name.
struct Markup: Sendable {
  private(set) var source: String

  /// No markup.
  init() { source = "" }

  /// A text, escaped for content and for attributes in double quotes; characters that HTML does not
  /// allow, and marks that turn the order of letters round, become U+FFFD.
  init(_ text: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in ShownText.shown(text).utf8 {
      switch byte {
      case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
      case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
      default: bytes.append(byte)
      }
    }
    source = String(decoding: bytes, as: UTF8.self)
  }

  private init(source: String) { self.source = source }

  /// Markup of this program's own text.
  static func own(_ source: StaticString) -> Markup { Markup(source: "\(source)") }

  /// One behind the other.
  static func joined(_ parts: [Markup]) -> Markup {
    Markup(source: parts.map(\.source).joined())
  }

  static func + (a: Markup, b: Markup) -> Markup { Markup(source: a.source + b.source) }
  static func += (a: inout Markup, b: Markup) { a.source += b.source }

  var isEmpty: Bool { source.isEmpty }

  fileprivate static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ content: Markup?
  ) -> Markup {
    let name = "\(name)"
    var source = "<\(name)"
    for (key, value) in attributes { source += " \(key)=\"\(Markup(value).source)\"" }
    source += ">"
    if let content { source += "\(content.source)</\(name)>" }
    if lineEnders.contains(name) { source += "\n" }
    return Markup(source: source)
  }

  /// Elements that end a line, so that a page can be read and compared as text.
  private static let lineEnders: Set<String> = [
    "html", "head", "body", "meta", "title", "style", "script", "header", "main", "footer", "nav",
    "section", "h1", "h2", "h3", "p", "ul", "ol", "li", "dl", "dd", "table", "thead", "tbody",
    "tfoot", "tr", "caption", "figure", "figcaption", "svg", "g", "path", "defs", "symbol", "div",
  ]
}

/// An element with content.
func tag(
  _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:],
  @MarkupBuilder _ content: () -> Markup
) -> Markup {
  .element(name, attributes, content())
}

/// An element that has no end tag.
func void(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) -> Markup {
  .element(name, attributes, nil)
}

/// Puts markup together; plain strings are escaped.
@resultBuilder
enum MarkupBuilder {
  static func buildExpression(_ text: String) -> Markup { Markup(text) }
  static func buildExpression(_ markup: Markup) -> Markup { markup }
  static func buildBlock(_ parts: Markup...) -> Markup { .joined(parts) }
  static func buildOptional(_ part: Markup?) -> Markup { part ?? Markup() }
  static func buildEither(first part: Markup) -> Markup { part }
  static func buildEither(second part: Markup) -> Markup { part }
  static func buildArray(_ parts: [Markup]) -> Markup { .joined(parts) }
}
