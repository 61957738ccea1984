internal import Documents

/// The styles of a document: headings are those that Word's navigation knows, sizes those of the printed page.
struct WordStyles: Sendable {
  let language: Language

  /// The id of the one style of tables.
  static let table = "SheetTable"
  /// Twips left and right of the text of a cell.
  static let cellMargin = 90

  var markup: Markup {
    WordNamespaces.prolog
      + tag("w:styles", ["xmlns:w": WordNamespaces.main]) {
        defaults
        for style in WordParagraph.Style.allCases { paragraph(style) }
        tableStyles
      }
  }

  /// Letters of both scripts; names of fonts that every office has.
  private func fonts(heading: Bool) -> Markup {
    let latin = language == .zh && !heading ? "Times New Roman" : "Arial"
    return leaf(
      "w:rFonts",
      [
        "w:ascii": latin, "w:eastAsia": heading ? "SimHei" : "SimSun", "w:hAnsi": latin,
        "w:cs": latin,
      ])
  }

  private var defaults: Markup {
    tag("w:docDefaults") {
      tag("w:rPrDefault") {
        tag("w:rPr") {
          fonts(heading: false)
          leaf("w:sz", ["w:val": "19"]) + leaf("w:szCs", ["w:val": "19"])
          leaf(
            "w:lang",
            [
              "w:val": language == .zh ? "en-US" : "en-GB", "w:eastAsia": "zh-CN",
              "w:bidi": "ar-SA",
            ])
        }
      }
      tag("w:pPrDefault") { tag("w:pPr") { Markup() } }
    }
  }

  // MARK: Paragraphs

  /// What a style changes of the normal one.
  private struct StyleSetting {
    var name: String
    /// Half points.
    var size: Int?
    var isBold = false
    var isHeading = false
    var colour: String?
    /// Twips above and below.
    var before = 40
    var after = 40
    var alignment: String?
    /// Twips from the left, and how far the first line hangs out of it.
    var indent = 0
    var hanging = 0
    /// From 0; only headings have one.
    var level: Int?
    /// Of `WordNumbering`.
    var list: Int?
    var edge: Edge?
    var ground: String?
    var letterSpace: Int?
    /// Whether Word knows it by its name.
    var isBuiltIn: Bool { level != nil || Self.builtIn.contains(name) }

    private static let builtIn: Set<String> = ["Title", "caption", "footer", "List Bullet"]
  }

  private enum Edge {
    case below, left
  }

  private func look(of style: WordParagraph.Style) -> StyleSetting {
    switch style {
    case .normal: StyleSetting(name: "Normal")
    case .title:
      StyleSetting(
        name: "Title", size: language == .zh ? 32 : 28, isBold: true, isHeading: true, before: 0,
        after: 160, alignment: "center")
    case .heading1:
      StyleSetting(
        name: "heading 1", size: 24, isBold: true, isHeading: true, colour: "17425C", before: 200,
        after: 100, level: 0, list: WordNumbering.sections, edge: .below)
    case .heading2:
      StyleSetting(
        name: "heading 2", size: 19, isBold: true, isHeading: true, before: 160, after: 60,
        level: 1)
    case .caption:
      StyleSetting(name: "caption", size: 18, isBold: true, isHeading: true, before: 120, after: 60)
    case .bureau:
      StyleSetting(
        name: "Bureau", size: 26, isBold: true, before: 0, after: 60, alignment: "center",
        letterSpace: 20)
    case .number: StyleSetting(name: "Sheet number", before: 0, after: 100, alignment: "right")
    case .notice:
      StyleSetting(
        name: "Notice", before: 40, after: 100, indent: 120, edge: .left, ground: "FBF3EE")
    case .word: StyleSetting(name: "Conclusion", size: 22, before: 60, after: 40)
    case .closing: StyleSetting(name: "Closing sentence", size: 20, before: 0, after: 80)
    case .lead: StyleSetting(name: "Lead", size: 22, before: 60, after: 120)
    case .small: StyleSetting(name: "Remark", size: 16, colour: WordLook.soft)
    case .bullet:
      StyleSetting(
        name: "List Bullet", before: 20, after: 20, indent: 284, hanging: 284,
        list: WordNumbering.bullets)
    case .entry:
      StyleSetting(
        name: "Entry", size: 16, colour: WordLook.soft, before: 0, after: 40, indent: 284,
        hanging: 284)
    case .term:
      StyleSetting(name: "Term", size: 17, before: 20, after: 20, indent: 1_900, hanging: 1_900)
    case .cell: StyleSetting(name: "Table text", size: 17, before: 0, after: 0)
    case .head: StyleSetting(name: "Table head", size: 17, isHeading: true, before: 0, after: 0)
    case .subject:
      StyleSetting(
        name: "Subject", size: 16, colour: WordLook.soft, before: 0, after: 0, indent: 120,
        edge: .left)
    case .mapText:
      StyleSetting(name: "Map text", size: 15, before: 0, after: 0, alignment: "center")
    case .footer:
      StyleSetting(
        name: "footer", size: 16, colour: WordLook.soft, before: 0, after: 0, alignment: "center")
    }
  }

  private func paragraph(_ style: WordParagraph.Style) -> Markup {
    let setting = look(of: style)
    let isNormal = style == .normal
    var attributes: Markup {
      if isNormal { return leaf("w:qFormat") }
      return leaf("w:basedOn", ["w:val": "Normal"])
        + (setting.level != nil ? leaf("w:next", ["w:val": "Normal"]) : Markup())
        + leaf("w:qFormat")
    }
    let content =
      leaf("w:name", ["w:val": setting.name]) + attributes + lines(setting) + letters(setting)
    return isNormal
      ? tag(
        "w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": style.rawValue]
      ) { content }
      : tag(
        "w:style",
        [
          "w:type": "paragraph", "w:customStyle": setting.isBuiltIn ? "0" : "1",
          "w:styleId": style.rawValue,
        ]
      ) { content }
  }

  private func lines(_ setting: StyleSetting) -> Markup {
    tag("w:pPr") {
      if setting.level != nil || setting.name == "caption" {
        leaf("w:keepNext") + leaf("w:keepLines")
      }
      if let list = setting.list {
        tag("w:numPr") { leaf("w:numId", ["w:val": "\(list)"]) }
      }
      if let edge = setting.edge { self.edge(edge) }
      if let ground = setting.ground {
        leaf("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": ground])
      }
      leaf("w:spacing", ["w:before": "\(setting.before)", "w:after": "\(setting.after)"])
      if setting.indent > 0 {
        leaf("w:ind", ["w:left": "\(setting.indent)", "w:hanging": "\(setting.hanging)"])
      }
      if let alignment = setting.alignment { leaf("w:jc", ["w:val": alignment]) }
      if let level = setting.level { leaf("w:outlineLvl", ["w:val": "\(level)"]) }
    }
  }

  private func edge(_ edge: Edge) -> Markup {
    tag("w:pBdr") {
      switch edge {
      case .below:
        leaf("w:bottom", ["w:val": "single", "w:sz": "8", "w:space": "2", "w:color": "17425C"])
      case .left:
        leaf("w:left", ["w:val": "single", "w:sz": "12", "w:space": "4", "w:color": "C9CDD1"])
      }
    }
  }

  private func letters(_ setting: StyleSetting) -> Markup {
    tag("w:rPr") {
      if setting.isHeading { fonts(heading: true) }
      if setting.isBold { leaf("w:b") + leaf("w:bCs") }
      if let colour = setting.colour { leaf("w:color", ["w:val": colour]) }
      if let space = setting.letterSpace { leaf("w:spacing", ["w:val": "\(space)"]) }
      if let size = setting.size {
        leaf("w:sz", ["w:val": "\(size)"]) + leaf("w:szCs", ["w:val": "\(size)"])
      }
    }
  }

  // MARK: Tables

  private var tableStyles: Markup {
    tag("w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"]) {
      leaf("w:name", ["w:val": "Normal Table"]) + leaf("w:uiPriority", ["w:val": "99"])
      tag("w:tblPr") {
        leaf("w:tblInd", ["w:w": "0", "w:type": "dxa"])
        margins(top: 0)
      }
    }
      + tag("w:style", ["w:type": "table", "w:customStyle": "1", "w:styleId": Self.table]) {
        leaf("w:name", ["w:val": "Sheet table"]) + leaf("w:basedOn", ["w:val": "TableNormal"])
        tag("w:tblPr") {
          tag("w:tblBorders") {
            line("w:top", "55606B") + line("w:left", "55606B") + line("w:bottom", "55606B")
            line("w:right", "55606B") + line("w:insideH", "A3A9AE") + line("w:insideV", "A3A9AE")
          }
          margins(top: 45)
        }
      }
  }

  private func line(_ side: StaticString, _ colour: String) -> Markup {
    leaf(side, ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": colour])
  }

  private func margins(top: Int) -> Markup {
    tag("w:tblCellMar") {
      leaf("w:top", ["w:w": "\(top)", "w:type": "dxa"])
      leaf("w:left", ["w:w": "\(Self.cellMargin)", "w:type": "dxa"])
      leaf("w:bottom", ["w:w": "\(top)", "w:type": "dxa"])
      leaf("w:right", ["w:w": "\(Self.cellMargin)", "w:type": "dxa"])
    }
  }
}
