import Documents
import TestSupport
import Testing

@testable import Pages

@Suite("Pages as documents of Word")
struct WordDocumentTests {
  private func body(_ language: Language = .en, @MarkupBuilder _ content: () -> Markup) throws
    -> XMLTree
  {
    let page = tag("html") {
      tag("head") { tag("title") { "t" } }
      tag("body") { content() }
    }
    return try #require(XMLTree.read(Array(WordDocument(page, language).body.source.utf8)))
  }

  private func lines(_ tree: XMLTree) -> [String] {
    tree.all("w:p").map { $0.text(without: ["mc:AlternateContent"]) }
  }

  @Test("nothing is glued: marks have a space around them, remarks a line of their own")
  func spacing() throws {
    let tree = try body {
      tag("p") {
        "a"
        tag("span", ["class": "force binding"]) { "binding" }
        tag("span", ["class": "label"]) { "late" }
        "b\n  c"
        tag("small") { "remark" }
        tag("small") { "another" }
      }
    }
    #expect(lines(tree) == ["a binding late b cremarkanother"])
    #expect(tree.all("w:br").count == 2)
    #expect(tree.all("w:bdr").count == 1)
  }

  @Test("hostile text is text")
  func hostile() throws {
    let name = "</w:t><w:br/>&#0; \u{202E}x\u{0}\u{FFFE}]]> " + String(repeating: "W", count: 3_000)
    let shown =
      "</w:t><w:br/>&#0; \u{FFFD}x\u{FFFD}\u{FFFD}]]> " + String(repeating: "W", count: 3_000)
    let tree = try body(.zh) {
      tag("p") { name }
      tag("table") { tag("tbody") { tag("tr") { tag("td") { name } } } }
      tag("svg", ["viewBox": "0 0 100 50", "aria-label": name]) {
        tag("g", ["class": "plan"]) {
          tag("path", ["d": "M0 0h5v5z"]) { tag("title") { name } }
        }
        tag("text", ["x": "5", "y": "5"]) { name }
      }
    }
    #expect(lines(tree).filter { !$0.isEmpty }.prefix(2) == [shown, shown])
    #expect(tree.all("wps:cNvPr").contains { $0.attributes["name"] == shown })
    #expect(tree.all("w:br").isEmpty)
  }

  @Test("a table fills its grid, whatever its cells span")
  func grid() throws {
    let tree = try body {
      tag("table") {
        tag("caption") { "c" }
        tag("thead") {
          tag("tr") {
            tag("th", ["class": "t"]) { "a" }
            tag("th", ["class": "n"]) { "b" }
            tag("th", ["class": "n"]) { "c" }
          }
        }
        tag("tbody") {
          tag("tr") { tag("td", ["colspan": "2"]) { "x" } }
          tag("tr") {
            tag("td") {}
            tag("td", ["colspan": "2"]) { "y" }
          }
          tag("tr", ["class": "group"]) { tag("th", ["colspan": "3"]) { "z" } }
        }
      }
      tag("table") { tag("tbody") { tag("tr") { tag("td") { "next" } } } }
    }
    let table = try #require(tree.all("w:tbl").first)
    let rows = table.own("w:tr").map { row in
      row.own("w:tc").map { $0.all("w:gridSpan").first?.attributes["w:val"] ?? "1" }
    }
    #expect(rows == [["1", "1", "1"], ["3"], ["1", "2"], ["3"]])
    let widths = table.all("w:gridCol").compactMap { $0.attributes["w:w"] }.compactMap { Int($0) }
    #expect(widths == [7710, 1361, 1361])
    #expect(table.all("w:tblHeader").count == 1)
    // Two tables side by side would be one.
    let blocks = try #require(tree.own("w:body").first).children.map(\.name)
    #expect(blocks == ["w:p", "w:tbl", "w:p", "w:tbl", "w:p", "w:sectPr"])
  }

  @Test("a blank to fill in is drawn up to a stop")
  func blanks() throws {
    let tree = try body {
      tag("p", ["class": "office"]) {
        "Bureau: "
        tag("i") {}
        " (seal)"
      }
    }
    let runs = tree.all("w:r")
    #expect(runs.count == 3)
    #expect(!runs[1].own("w:tab").isEmpty && !runs[1].all("w:u").isEmpty)
    #expect(tree.all("w:tabs").count == 1)
    #expect(lines(tree) == ["Bureau: (seal)"])
  }

  @Test("circles are circles, what is beyond the frame is not drawn, and ids are all different")
  func drawing() throws {
    let tree = try body {
      tag("svg", ["viewBox": "0 0 1000 500"]) {
        tag("defs") {
          tag("symbol", ["id": "symbol-elder"]) {
            tag("path", ["d": MapSymbol.of("elder").path]) {}
          }
        }
        tag("g", ["class": "around breaks"]) {
          tag("path", ["d": "M-10-10h2000v2000h-2000z"]) {}
          tag("path", ["d": "M2000 0h10v10z"]) {}
        }
        tag("g", ["class": "facilities counted"]) {
          tag("use", ["href": "#symbol-elder", "x": "500", "y": "250"]) {}
        }
        tag("g", ["class": "north", "transform": "translate(900 100)"]) {
          tag("text", ["y": "-20"]) { "N" }
        }
      }
      tag("svg", ["class": "swatch", "viewBox": "-110 -110 220 220"]) {
        tag("g", ["class": "facilities planned"]) {
          tag("path", ["d": MapSymbol.of("other").path]) {}
        }
      }
    }
    #expect(
      tree.all("a:prstGeom").compactMap { $0.attributes["prst"] } == ["ellipse", "rect", "ellipse"])
    // The ground, and one of two areas.
    #expect(tree.all("a:custGeom").count == 2)
    #expect(tree.all("a:pattFill").count == 1)
    #expect(tree.all("w:txbxContent").map { $0.text() } == ["N"])
    let ids = (tree.all("wp:docPr") + tree.all("wps:cNvPr")).compactMap { $0.attributes["id"] }
    #expect(ids.count == 7)
    #expect(Set(ids).count == ids.count)
    // No shape of an area is larger than the drawing.
    let frame = try #require(tree.all("wp:extent").first).attributes
    for shape in tree.all("wps:wsp").prefix(2) {
      let size = try #require(shape.all("a:ext").first).attributes
      #expect(size["cx"] == frame["cx"] && size["cy"] == frame["cy"])
    }
  }

  @Test("every style that a paragraph may have is there", arguments: Language.allCases)
  func styles(language: Language) throws {
    let styles = try #require(
      XMLTree.read(Array(WordStyles(language: language).markup.source.utf8)))
    let ids = styles.all("w:style").compactMap { $0.attributes["w:styleId"] }
    #expect(Set(ids).count == ids.count)
    for style in WordParagraph.Style.allCases { #expect(ids.contains(style.rawValue)) }
    let names = styles.all("w:name").compactMap { $0.attributes["w:val"] }
    // Word's navigation knows headings by these.
    #expect(Set(names).isSuperset(of: ["Normal", "Title", "heading 1", "heading 2", "caption"]))
  }
}
