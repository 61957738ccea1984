/// An element of a page, as it was put together, with what is in it.
struct MarkupElement: Hashable, Sendable {
  let name: String
  let attributes: [String: String]
  fileprivate(set) var children: [MarkupNode] = []

  /// The words of its class.
  var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }

  /// The elements in it, without the texts between them.
  var elements: [MarkupElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// All texts in it, one behind the other.
  var text: String {
    children.map { node in
      switch node {
      case .text(let text): text
      case .element(let element): element.text
      }
    }.joined()
  }

  /// The first element of a name, wherever in it.
  func first(_ name: String) -> MarkupElement? {
    for element in elements {
      if element.name == name { return element }
      if let inner = element.first(name) { return inner }
    }
    return nil
  }
}

/// What is in an element.
enum MarkupNode: Hashable, Sendable {
  case text(String)
  case element(MarkupElement)
}

extension Markup {
  /// The root of a page with all that is in it.
  var tree: MarkupElement {
    var reader = MarkupReader(self)
    return reader.root()
  }
}

/// Reads what `Markup` writes: attributes in double quotes, five escapes, and an end for every element but a few.
private struct MarkupReader {
  private let bytes: [UInt8]
  private var place = 0

  /// Elements without an end.
  private static let voids: Set<String> = ["meta"]

  init(_ markup: Markup) { bytes = Array(markup.source.utf8) }

  mutating func root() -> MarkupElement {
    if bytes.starts(with: "<!".utf8) { skip(past: ">") }
    _ = text(until: "<")
    return element()
  }

  private mutating func element() -> MarkupElement {
    place += 1
    let name = name()
    var attributes: [String: String] = [:]
    while bytes[place] == UInt8(ascii: " ") {
      place += 1
      let key = self.name()
      place += 2
      attributes[key] = text(until: "\"")
      place += 1
    }
    skip(past: ">")
    var element = MarkupElement(name: name, attributes: attributes)
    guard !Self.voids.contains(name) else { return element }
    while true {
      guard bytes[place] == UInt8(ascii: "<") else {
        element.children.append(.text(text(until: "<")))
        continue
      }
      if bytes[place + 1] == UInt8(ascii: "/") { break }
      element.children.append(.element(self.element()))
    }
    skip(past: ">")
    return element
  }

  private mutating func name() -> String {
    let start = place
    while ![UInt8(ascii: " "), UInt8(ascii: "="), UInt8(ascii: ">")].contains(bytes[place]) {
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private mutating func skip(past end: Unicode.Scalar) {
    while bytes[place] != UInt8(ascii: end) { place += 1 }
    place += 1
  }

  private mutating func text(until end: Unicode.Scalar) -> String {
    var text: [UInt8] = []
    while bytes[place] != UInt8(ascii: end) {
      if bytes[place] == UInt8(ascii: "&") {
        let start = place
        skip(past: ";")
        text.append(Self.character(bytes[start..<place]))
      } else {
        text.append(bytes[place])
        place += 1
      }
    }
    return Self.withoutNoncharacters(String(decoding: text, as: UTF8.self))
  }

  /// The last two of each plane are no characters; XML has none of them in the first.
  private static func withoutNoncharacters(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { $0.value & 0xFFFE == 0xFFFE }) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      shown.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
    }
    return String(shown)
  }

  private static func character(_ escape: ArraySlice<UInt8>) -> UInt8 {
    switch String(decoding: escape, as: UTF8.self) {
    case "&amp;": UInt8(ascii: "&")
    case "&lt;": UInt8(ascii: "<")
    case "&gt;": UInt8(ascii: ">")
    case "&quot;": UInt8(ascii: "\"")
    case "&#39;": UInt8(ascii: "'")
    case let other: preconditionFailure("an escape that no page has: \(other)")
    }
  }
}
