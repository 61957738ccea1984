import Documents
import Rules
import TestSupport
import Testing
import Wording

@Suite("Faults in words")
struct FaultWordsTests {
  @Test("whatever is wrong with a pack is told in Chinese, too", arguments: MistakenPacks.kinds)
  func chinese(kind: [MistakenPacks.Mistake]) throws {
    let library = try PackLibrary()
    var missing = Set<String>()
    for mistake in kind {
      do {
        _ = try RulePack(
          yaml: mistake.pack, file: "p.yaml", vocabulary: library.vocabulary,
          topics: library.topics)
      } catch {
        for sentence in error.faults.flatMap(\.text.sentences) where sentence.contains(" ") {
          if FaultWords.chinese[sentence] == nil { missing.insert(sentence) }
        }
      }
    }
    #expect(missing.sorted() == [])
  }

  @Test("what is put into a sentence stands in it in both languages")
  func insertions() {
    for (english, chinese) in FaultWords.chinese {
      for number in 1...9 where chinese.contains("%\(number)") {
        #expect(english.contains("%\(number)"), "\(english)")
      }
    }
  }

  @Test("a fault is said in the language asked for")
  func said() throws {
    let library = try PackLibrary()
    let yaml = MistakenPacks.good.replacing("check: total", with: "check: totals")
      .replacing("unit: none", with: "unit: nnoe")
    let faults = #expect(throws: DocumentFaults.self) {
      _ = try RulePack(
        yaml: yaml, file: "p.yaml", vocabulary: library.vocabulary, topics: library.topics)
    }
    #expect(
      faults?.sentences(.zh) == """
        p.yaml:99:11: 单位“nnoe”与检查不符，应为“none”
        p.yaml:116:12: 没有检查类型“totals”；是否应为“total”？
        """)
    #expect(faults?.sentences(.en) == faults?.description)
  }
}
