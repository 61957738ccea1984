internal import Documents

/// The sheet of an opinion as a document that a bureau adds its own words to. It is made of the sheet's
/// markup, so that the two cannot say different things.
///
/// Source: ECMA-376, *Office Open XML*, 5th edition, part 1 (WordprocessingML, DrawingML) and the groups of
/// shapes of [MS-ODRAWXML].
package struct WordDocument: Sendable {
  private let page: MarkupElement
  private let language: Language

  package init(_ sheet: OpinionSheet) {
    self.init(sheet.page(), sheet.language)
  }

  init(_ page: Markup, _ language: Language) {
    self.page = page.tree
    self.language = language
  }

  /// The parts of the package, in their order; names have `/` between folders.
  package var parts: [(name: String, content: [UInt8])] {
    WordPackage(body: body, title: page.first("title")?.text ?? "", language: language).parts
  }

  /// `word/document.xml`
  var body: Markup {
    var writer = WordBody(language)
    let blocks = writer.markup(
      of: page.first("body")?.children ?? [], WordParagraph(.normal))
    return WordNamespaces.prolog
      + tag(
        "w:document",
        [
          "xmlns:w": WordNamespaces.main, "xmlns:r": WordNamespaces.relationships,
          "xmlns:wp": WordNamespaces.inline, "xmlns:a": WordNamespaces.drawing,
          "xmlns:mc": WordNamespaces.compatibility, "xmlns:wpg": WordNamespaces.group,
          "xmlns:wps": WordNamespaces.shape,
        ]
      ) {
        tag("w:body") {
          blocks
          section
        }
      }
  }

  /// A4 upright, with the margins of the printed page.
  private var section: Markup {
    tag("w:sectPr") {
      leaf("w:footerReference", ["w:type": "default", "r:id": WordPackage.footerID])
      leaf("w:pgSz", ["w:w": "11906", "w:h": "16838"])
      leaf(
        "w:pgMar",
        [
          "w:top": "\(Millimetres.twips(14))", "w:right": "\(Millimetres.twips(13))",
          "w:bottom": "\(Millimetres.twips(16))", "w:left": "\(Millimetres.twips(13))",
          "w:header": "400", "w:footer": "\(Millimetres.twips(7))", "w:gutter": "0",
        ])
    }
  }
}

/// The names that the parts of a document are known by.
enum WordNamespaces {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let inline = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
  static let group = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
  static let shape = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"

  static let prolog = Markup.own(
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
}
