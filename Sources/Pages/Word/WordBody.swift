internal import Documents

/// The body of a document, made of the elements of a page: what the page says, and nothing else.
struct WordBody: Sendable {
  let language: Language
  /// Of drawings and of shapes in them, each its own.
  private var drawingID = 0
  /// Whether what follows begins a page.
  private var breaksPage = false

  init(_ language: Language) { self.language = language }

  /// What stands in lines of its own.
  private static let blocks: Set<String> = [
    "div", "p", "h1", "h2", "h3", "ul", "ol", "li", "dl", "table", "section", "header", "main",
    "footer", "figure", "figcaption",
  ]

  /// Paragraphs and tables.
  ///
  /// - Parameter paragraph: How text that is in no element of its own is set.
  mutating func markup(of nodes: [MarkupNode], _ paragraph: WordParagraph) -> Markup {
    var markup = Markup()
    var line: [MarkupNode] = []
    for node in nodes {
      if case .element(let element) = node, Self.blocks.contains(element.name) {
        markup += self.paragraph(of: line, paragraph)
        line = []
        markup += block(element, paragraph)
      } else {
        line.append(node)
      }
    }
    return markup + self.paragraph(of: line, paragraph)
  }

  private mutating func block(_ element: MarkupElement, _ paragraph: WordParagraph) -> Markup {
    let classes = element.classes
    switch element.name {
    case "h1": return self.paragraph(of: element.children, WordParagraph(.title))
    case "h2": return self.paragraph(of: element.children, WordParagraph(.heading1))
    case "h3": return self.paragraph(of: element.children, WordParagraph(.heading2))
    case "p": return self.paragraph(of: element.children, Self.paragraph(classes, paragraph))
    case "ul", "ol": return list(element, paragraph)
    case "dl": return terms(element)
    case "table": return captioned(element)
    case _ where classes.contains("conclusion"): return conclusion(element)
    case _ where classes.contains("lines"): return signatures(element)
    case _ where classes.contains("annex"):
      breaksPage = true
      return markup(of: element.children, paragraph)
    default:
      let inner = markup(of: element.children, paragraph)
      if classes.contains("form") { breaksPage = true }
      return inner
    }
  }

  private static func paragraph(
    _ classes: [Substring], _ outer: WordParagraph
  ) -> WordParagraph {
    switch classes.first {
    case "bureau": return WordParagraph(.bureau)
    case "number": return WordParagraph(.number)
    case "notice": return WordParagraph(.notice)
    case "word": return WordParagraph(.word)
    case "closing": return WordParagraph(.closing)
    case "lead": return WordParagraph(.lead)
    case "small": return WordParagraph(.small)
    case "office":
      var office = WordParagraph(.normal)
      // Who signs stands together, whatever a bureau writes above.
      office.keepsNext = true
      office.stop = Millimetres.twips(86)
      return office
    default: return outer
    }
  }

  /// One paragraph, or none where nothing is said.
  mutating func paragraph(of nodes: [MarkupNode], _ paragraph: WordParagraph) -> Markup {
    var text = WordText(language)
    append(nodes, WordLook(), to: &text)
    return self.paragraph(text, paragraph)
  }

  private mutating func paragraph(_ text: WordText, _ paragraph: WordParagraph) -> Markup {
    guard !text.isEmpty else { return Markup() }
    var paragraph = paragraph
    paragraph.breaksPage = breaksPage
    breaksPage = false
    return tag("w:p") {
      paragraph.properties
      text.markup
    }
  }

  // MARK: Lists

  private mutating func list(_ element: MarkupElement, _ paragraph: WordParagraph) -> Markup {
    let classes = element.classes
    if classes.contains("legend") { return legend(element) }
    var own = paragraph
    if classes.contains("notes") { own = WordParagraph(.bullet) }
    if classes.contains("columns") { own = WordParagraph(.entry) }
    var markup = Markup()
    for item in element.elements { markup += self.markup(of: item.children, own) }
    return markup
  }

  /// Swatches and words in one paragraph.
  private mutating func legend(_ element: MarkupElement) -> Markup {
    var text = WordText(language)
    for item in element.elements {
      if !text.isEmpty { text.append("\u{2003}", WordLook()) }
      append(item.children, WordLook(), to: &text)
    }
    return paragraph(text, WordParagraph(.small))
  }

  /// A mark and what it means, side by side.
  private mutating func terms(_ element: MarkupElement) -> Markup {
    var markup = Markup()
    var text = WordText(language)
    var paragraph = WordParagraph(.term)
    for (place, part) in element.elements.enumerated() {
      append(part.children, WordLook(), to: &text)
      if part.name == "dt" {
        text.appendTab()
      } else {
        // A few lines: they stay together.
        paragraph.keepsNext = place < element.elements.count - 1
        markup += self.paragraph(text, paragraph)
        text = WordText(language)
      }
    }
    return markup
  }

  // MARK: Within a line

  private mutating func append(
    _ nodes: [MarkupNode], _ look: WordLook, to text: inout WordText
  ) {
    for node in nodes {
      switch node {
      case .text(let words): text.append(words, look)
      case .element(let element): append(element, look, to: &text)
      }
    }
  }

  private mutating func append(
    _ element: MarkupElement, _ look: WordLook, to text: inout WordText
  ) {
    var own = look
    let classes = element.classes
    switch element.name {
    case "b": own.isBold = true
    case "code": own.isCode = true
    case "small":
      own.isSmall = true
      own.colour = WordLook.soft
      text.breakLine()
      append(element.children, own, to: &text)
      text.breakLine()
      return
    case "i" where element.children.isEmpty:
      text.appendBlank()
      return
    case "svg":
      text.append(drawing: WordDrawing(element, language).markup(counting: &drawingID))
      if classes.contains("swatch") { text.space() }
      return
    case _ where classes.contains("force"): own.isFramed = true
    case _ where classes.contains("label"): own.isShaded = true
    case _ where classes.contains("cite"): own.colour = WordLook.soft
    case _ where classes.contains("verdict"):
      own.isBold = true
      if classes.contains("fail") { own.colour = "8A2F10" }
    default: break
    }
    // Margins of the page; here a space, so that nothing is glued to what is beside it.
    if own.isBoxed { text.space() }
    append(element.children, own, to: &text)
    if own.isBoxed || classes.contains("cite") { text.space() }
  }
}

/// Lengths as the format has them.
enum Millimetres {
  /// Twentieths of a point.
  static func twips(_ millimetres: Double) -> Int { Int((millimetres * 1_440 / 25.4).rounded()) }

  /// English metric units.
  static func emu(_ millimetres: Double) -> Int { Int((millimetres * 36_000).rounded()) }
}
