internal import Documents

/// How letters of a document look, beyond what their paragraph says.
struct WordLook: Hashable, Sendable {
  var isBold = false
  /// Remarks, and what is only there to identify a row.
  var isSmall = false
  var isUnderlined = false
  /// A name of bytes, in letters of one width.
  var isCode = false
  /// Six hexadecimal digits.
  var colour: String?
  /// In a box: how binding a clause is.
  var isFramed = false
  /// On a ground of its own: a mark.
  var isShaded = false

  /// What is soft on the sheet.
  static let soft = "55606B"

  var isBoxed: Bool { isFramed || isShaded }

  /// In the order that the format asks for.
  func properties(hint: Bool) -> Markup {
    tag("w:rPr") {
      if isCode {
        leaf("w:rFonts", ["w:ascii": "Consolas", "w:hAnsi": "Consolas", "w:cs": "Consolas"])
      } else if hint {
        leaf("w:rFonts", ["w:hint": "eastAsia"])
      }
      if isBold { leaf("w:b") + leaf("w:bCs") }
      if isCode { leaf("w:noProof") }
      if let colour { leaf("w:color", ["w:val": colour]) }
      if isSmall || isBoxed || isCode {
        let size = isCode ? "13" : isBoxed ? "15" : "16"
        leaf("w:sz", ["w:val": size]) + leaf("w:szCs", ["w:val": size])
      }
      if isUnderlined { leaf("w:u", ["w:val": "single"]) }
      if isFramed {
        leaf("w:bdr", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": Self.soft])
      }
      if isShaded {
        leaf("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": "E6EDF2"])
      }
    }
  }
}

/// The line of a paragraph: texts with their looks, what stands between them, drawings.
struct WordText: Sendable {
  private enum Piece: Sendable {
    case text(String, WordLook)
    case lineBreak
    case blank
    case tab
    case drawing(Markup)
  }

  private let language: Language
  private var pieces: [Piece] = []
  private var hasSpace = false
  private var breaksLine = false

  init(_ language: Language) { self.language = language }

  var isEmpty: Bool { pieces.isEmpty }

  /// Runs of white space become one space, as a browser shows them, and none at the begin of a line.
  mutating func append(_ text: String, _ look: WordLook) {
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9, 10, 13, 32:
        flush(&shown, look)
        space()
      default:
        if hasSpace || breaksLine { separate(look) }
        shown.unicodeScalars.append(scalar)
      }
    }
    flush(&shown, look)
  }

  private mutating func flush(_ shown: inout String, _ look: WordLook) {
    guard !shown.isEmpty else { return }
    if case .text(let before, look)? = pieces.last {
      pieces[pieces.count - 1] = .text(before + shown, look)
    } else {
      pieces.append(.text(shown, look))
    }
    shown = ""
  }

  /// What was asked for before the next letter: a line break is a space, too.
  private mutating func separate(_ look: WordLook) {
    if breaksLine {
      pieces.append(.lineBreak)
    } else if hasSpace {
      let plain = WordLook()
      var space = " "
      if case .text(_, let last)? = pieces.last, last == look, !look.isBoxed {
        flush(&space, look)
      } else {
        flush(&space, plain)
      }
    }
    hasSpace = false
    breaksLine = false
  }

  /// A space before what follows, if something stands before and after it.
  mutating func space() { hasSpace = !pieces.isEmpty }

  /// A new line for what follows, if something stands before it.
  mutating func breakLine() { breaksLine = !pieces.isEmpty }

  /// Room to write in, up to the next stop of the paragraph.
  mutating func appendBlank() { pieces.append(.blank) }

  /// On to the next stop of the paragraph.
  mutating func appendTab() {
    pieces.append(.tab)
    hasSpace = false
  }

  mutating func append(drawing: Markup) {
    separate(WordLook())
    pieces.append(.drawing(drawing))
  }

  /// As runs.
  var markup: Markup {
    .joined(
      pieces.map { piece in
        tag("w:r") {
          switch piece {
          case .text(let text, let look):
            // Quotation marks and dashes are of either script: the hint says which.
            let hint = language == .zh && !text.utf8.allSatisfy { $0 < 0x80 }
            if look != WordLook() || hint { look.properties(hint: hint) }
            tag("w:t", ["xml:space": "preserve"]) { text }
          case .lineBreak: leaf("w:br")
          case .blank:
            tag("w:rPr") { leaf("w:u", ["w:val": "single"]) }
            leaf("w:tab")
          case .tab: leaf("w:tab")
          case .drawing(let drawing): drawing
          }
        }
      })
  }
}

/// An element with nothing in it, with its end, as XML has it.
func leaf(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:]) -> Markup {
  tag(name, attributes) {}
}
