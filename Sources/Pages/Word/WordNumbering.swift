internal import Documents

/// The numbers of sections, and the bullets of notes.
struct WordNumbering: Sendable {
  let language: Language

  /// `一、` or `1.` before each section.
  static let sections = 1
  /// A bullet before each note.
  static let bullets = 2

  var markup: Markup {
    WordNamespaces.prolog
      + tag("w:numbering", ["xmlns:w": WordNamespaces.main]) {
        list(Self.sections) {
          leaf("w:numFmt", ["w:val": language == .zh ? "chineseCounting" : "decimal"])
          leaf("w:pStyle", ["w:val": WordParagraph.Style.heading1.rawValue])
          leaf("w:suff", ["w:val": language == .zh ? "nothing" : "space"])
          leaf("w:lvlText", ["w:val": language == .zh ? "%1、" : "%1."])
          leaf("w:lvlJc", ["w:val": "left"])
          tag("w:pPr") { leaf("w:ind", ["w:left": "0", "w:firstLine": "0"]) }
        }
        list(Self.bullets) {
          leaf("w:numFmt", ["w:val": "bullet"])
          leaf("w:pStyle", ["w:val": WordParagraph.Style.bullet.rawValue])
          leaf("w:lvlText", ["w:val": "•"])
          leaf("w:lvlJc", ["w:val": "left"])
          tag("w:pPr") { leaf("w:ind", ["w:left": "284", "w:hanging": "284"]) }
        }
        for list in [Self.sections, Self.bullets] {
          tag("w:num", ["w:numId": "\(list)"]) {
            leaf("w:abstractNumId", ["w:val": "\(list)"])
          }
        }
      }
  }

  private func list(_ id: Int, @MarkupBuilder _ level: () -> Markup) -> Markup {
    tag("w:abstractNum", ["w:abstractNumId": "\(id)"]) {
      leaf("w:multiLevelType", ["w:val": "singleLevel"])
      tag("w:lvl", ["w:ilvl": "0"]) {
        leaf("w:start", ["w:val": "1"])
        level()
      }
    }
  }
}
