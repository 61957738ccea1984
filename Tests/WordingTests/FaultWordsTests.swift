import Documents
import PackSupport
import Rules
import Testing
import Wording

@Suite("Faults in words")
struct FaultWordsTests {
  @Test("whatever is wrong with a pack is told in Chinese, too", arguments: MistakenPacks.kinds)
  func chinese(kind: [MistakenPacks.Mistake]) {
    var missing = Set<String>()
    for fault in kind.flatMap({ TestPacks.faults($0.pack) }) {
      for sentence in fault.text.sentences where sentence.contains(" ") {
        if FaultWords.chinese[sentence] == nil { missing.insert(sentence) }
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
  func said() {
    let yaml = MistakenPacks.good.replacing("check: total", with: "check: totals")
      .replacing("unit: none", with: "unit: nnoe")
    let faults = DocumentFaults(TestPacks.faults(yaml))
    #expect(
      faults.sentences(.zh) == """
        p.yaml:99:11: 单位“nnoe”与检查不符，应为“none”
        p.yaml:116:12: 没有检查类型“totals”；是否应为“total”？
        """)
    #expect(faults.sentences(.en) == faults.description)
  }
}
