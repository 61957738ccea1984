import Documents
import Testing

/// What holds for every sentence.
func expectSentence(
  _ text: LocalizedText, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let en = Comment(rawValue: "\(what): \(text.en)")
  let zh = Comment(rawValue: "\(what): \(text.zh)")
  #expect(!text.en.isEmpty, en, sourceLocation: sourceLocation)
  #expect(hasChinese(text.zh), zh, sourceLocation: sourceLocation)
  for (text, comment) in [(text.en, en), (text.zh, zh)] {
    for slip in ["nil", "Optional", "\\(", "  "] {
      #expect(!text.contains(slip), comment, sourceLocation: sourceLocation)
    }
    #expect(text == text.trimmingPrefix(" "), comment, sourceLocation: sourceLocation)
    #expect(text.last != ".", comment, sourceLocation: sourceLocation)
  }
}

func hasChinese(_ text: String) -> Bool {
  text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
}
