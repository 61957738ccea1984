import Compliance
import Documents
import Testing

@testable import Wording

@Suite("Flags in a reader's words")
struct FlagWordsTests {
  @Test("every flag has its words in both languages", arguments: Flags.all.map(\.name))
  func words(name: String) {
    let words = FlagWords.of(name)
    for text in [words.label, words.explanation] {
      #expect(!text.en.isEmpty && !text.en.contains("_"))
      #expect(text.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
  }
}
