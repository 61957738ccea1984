/// How a paragraph of a document is set.
struct WordParagraph: Hashable, Sendable {
  /// By its id in `WordStyles`.
  var style: Style
  /// Stays on the page of what follows.
  var keepsNext = false
  var breaksPage = false
  /// A stop to draw a blank to, twips from the left.
  var stop: Int?
  var alignment: Alignment?

  init(_ style: Style) { self.style = style }

  /// Every style of a paragraph; the names are the ids.
  enum Style: String, CaseIterable, Sendable {
    case normal = "Normal"
    case title = "Title"
    case heading1 = "Heading1"
    case heading2 = "Heading2"
    case caption = "Caption"
    case bureau = "Bureau"
    case number = "SheetNumber"
    case notice = "Notice"
    case word = "Conclusion"
    case closing = "ClosingSentence"
    case lead = "Lead"
    case small = "Remark"
    case bullet = "ListBullet"
    case entry = "Entry"
    case term = "Term"
    case cell = "TableText"
    case head = "TableHead"
    case subject = "Subject"
    case mapText = "MapText"
    case footer = "Footer"
  }

  enum Alignment: String, Sendable {
    case centre = "center"
    case right
  }

  /// In the order that the format asks for.
  var properties: Markup {
    tag("w:pPr") {
      if style != .normal { leaf("w:pStyle", ["w:val": style.rawValue]) }
      if keepsNext { leaf("w:keepNext") }
      if breaksPage { leaf("w:pageBreakBefore") }
      if let stop {
        tag("w:tabs") { leaf("w:tab", ["w:val": "left", "w:pos": "\(stop)"]) }
      }
      if let alignment { leaf("w:jc", ["w:val": alignment.rawValue]) }
    }
  }
}
