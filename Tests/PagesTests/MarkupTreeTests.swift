import Testing

@testable import Pages

@Suite("The tree of markup")
struct MarkupTreeTests {
  @Test("reads what was put together")
  func reading() {
    let hostile = "</p> & \"x\" 'y'\n> &amp; ]]>"
    let page =
      Markup.own("<!DOCTYPE html>\n")
      + tag("html", ["lang": "en"]) {
        void("meta", ["content": hostile])
        tag("p", ["class": "a b", "data-l": hostile]) {
          hostile
          tag("b") {}
          "end"
        }
      }
    let tree = page.tree
    #expect(tree.name == "html")
    #expect(tree.attributes == ["lang": "en"])
    #expect(tree.elements.map(\.name) == ["meta", "p"])
    #expect(tree.first("meta")?.attributes["content"] == hostile)
    #expect(tree.first("p")?.classes == ["a", "b"])
    #expect(tree.first("p")?.attributes["data-l"] == hostile)
    #expect(tree.first("p")?.text == hostile + "end")
    #expect(tree.first("b")?.children == [])
  }

  @Test("what is no character is none in the tree")
  func noncharacters() {
    let page = tag("p", ["class": "\u{FFFF}"]) { "a\u{FFFE}b\u{1FFFF}" }
    #expect(page.tree.text == "a\u{FFFD}b\u{FFFD}")
    #expect(page.tree.attributes == ["class": "\u{FFFD}"])
  }
}
