import Documents
import Testing

@Suite("Texts as they are shown")
struct ShownTextTests {
  @Test(
    "what does something and shows nothing is marked; everything else stays",
    arguments: [
      ("商丘\t\n👩‍👧", "商丘\t\n👩‍👧"), ("\u{1B}[2Ja", "\u{FFFD}[2Ja"),
      ("a\u{202E}b\u{2069}", "a\u{FFFD}b\u{FFFD}"), ("\r\u{7}\u{85}", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ])
  func shown(text: String, expected: String) {
    #expect(ShownText.shown(text) == expected)
  }

  @Test("JSON keeps its values")
  func json() {
    #expect(ShownText.escaped(json: "{\"a\":\"东\u{202E}\u{7F}\"}") == "{\"a\":\"东\\u202e\\u007f\"}")
  }
}
