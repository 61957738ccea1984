internal import Documents

/// The parts around the body of a document, without hours and names of makers.
struct WordPackage: Sendable {
  let body: Markup
  let title: String
  let language: Language

  /// What the body calls the part with the page numbers.
  static let footerID = "rId4"

  var parts: [(name: String, content: [UInt8])] {
    [
      ("[Content_Types].xml", contentTypes), ("_rels/.rels", roots),
      ("docProps/core.xml", properties), ("word/document.xml", body),
      ("word/_rels/document.xml.rels", relations),
      ("word/styles.xml", WordStyles(language: language).markup),
      ("word/numbering.xml", WordNumbering(language: language).markup),
      ("word/settings.xml", settings), ("word/footer1.xml", footer),
    ].map { name, part in (name, Array(part.source.utf8)) }
  }

  private static let kinds = [
    (name: "styles", file: "styles.xml"), (name: "numbering", file: "numbering.xml"),
    (name: "settings", file: "settings.xml"), (name: "footer", file: "footer1.xml"),
  ]

  private var contentTypes: Markup {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    return WordNamespaces.prolog
      + tag("Types", ["xmlns": "http://schemas.openxmlformats.org/package/2006/content-types"]) {
        leaf(
          "Default",
          [
            "Extension": "rels",
            "ContentType": "application/vnd.openxmlformats-package.relationships+xml",
          ])
        leaf("Default", ["Extension": "xml", "ContentType": "application/xml"])
        leaf(
          "Override",
          ["PartName": "/word/document.xml", "ContentType": "\(word).document.main+xml"])
        for kind in Self.kinds {
          leaf(
            "Override",
            ["PartName": "/word/\(kind.file)", "ContentType": "\(word).\(kind.name)+xml"])
        }
        leaf(
          "Override",
          [
            "PartName": "/docProps/core.xml",
            "ContentType": "application/vnd.openxmlformats-package.core-properties+xml",
          ])
      }
  }

  private func relationships(
    _ relations: [(id: String, type: String, target: String)]
  ) -> Markup {
    WordNamespaces.prolog
      + tag(
        "Relationships",
        ["xmlns": "http://schemas.openxmlformats.org/package/2006/relationships"]
      ) {
        for relation in relations {
          leaf(
            "Relationship",
            ["Id": relation.id, "Type": relation.type, "Target": relation.target])
        }
      }
  }

  private var roots: Markup {
    relationships([
      ("rId1", "\(WordNamespaces.relationships)/officeDocument", "word/document.xml"),
      (
        "rId2",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml"
      ),
    ])
  }

  private var relations: Markup {
    relationships(
      Self.kinds.enumerated().map { place, kind in
        ("rId\(place + 1)", "\(WordNamespaces.relationships)/\(kind.name)", kind.file)
      })
  }

  private var properties: Markup {
    WordNamespaces.prolog
      + tag(
        "cp:coreProperties",
        [
          "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        ]
      ) {
        tag("dc:title") { title }
        tag("dc:language") { language == .zh ? "zh-CN" : "en-GB" }
      }
  }

  private var settings: Markup {
    WordNamespaces.prolog
      + tag("w:settings", ["xmlns:w": WordNamespaces.main]) {
        leaf("w:zoom", ["w:percent": "100"])
        leaf("w:defaultTabStop", ["w:val": "420"])
        leaf("w:characterSpacingControl", ["w:val": "compressPunctuation"])
        tag("w:compat") {
          leaf(
            "w:compatSetting",
            [
              "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
              "w:val": "15",
            ])
        }
        leaf(
          "w:themeFontLang",
          ["w:val": language == .zh ? "en-US" : "en-GB", "w:eastAsia": "zh-CN"])
        leaf("w:decimalSymbol", ["w:val": "."])
        leaf("w:listSeparator", ["w:val": ","])
      }
  }

  /// `1 / 8`
  private var footer: Markup {
    WordNamespaces.prolog
      + tag("w:ftr", ["xmlns:w": WordNamespaces.main]) {
        tag("w:p") {
          WordParagraph(.footer).properties
          tag("w:fldSimple", ["w:instr": " PAGE "]) { number }
          tag("w:r") { tag("w:t", ["xml:space": "preserve"]) { " / " } }
          tag("w:fldSimple", ["w:instr": " NUMPAGES "]) { number }
        }
      }
  }

  private var number: Markup { tag("w:r") { tag("w:t") { "1" } } }
}
