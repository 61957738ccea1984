import Testing

@testable import Pages

@Suite("Markup")
struct MarkupTests {
  @Test("a text stays a text")
  func escaping() {
    #expect(
      Markup("<a href='x' title=\"y\">&\u{0}").source
        == "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;\u{FFFD}")
    #expect(
      tag("p", ["class": "\"><b>"]) { "<" }.source == "<p class=\"&quot;&gt;&lt;b&gt;\">&lt;</p>\n")
  }
}
