import Documents
import Foundation
import GeoData
import PackSupport
import Rules
import TestSupport
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

  @Test("why two packs do not go together, or one is not read, is told in Chinese, too")
  func packs() throws {
    func pack(_ id: String, _ head: String) throws -> RulePack {
      let yaml = MistakenPacks.good.replacing("id: my-city", with: "id: \(id)\n\(head)")
      return try RulePack(
        yaml: yaml, file: "\(id).yaml", vocabulary: TestPacks.library.vocabulary,
        topics: TestPacks.library.topics)
    }
    func said(_ first: String, _ second: String) throws -> String {
      let packs = try [pack("a", first), pack("b", second)]
      do {
        _ = try (FacilityKinds.known(to: packs), Topics.known(to: packs))
        return ""
      } catch let error as DocumentFaults {
        return error.sentences(.zh)
      }
    }
    #expect(
      try said("kinds: {tea: {zh: 茶室}}", "kinds: {tea: {zh: 茶馆}}")
        == "b.yaml:3:9: “tea”在 a.yaml 中是另一设施类型；请改名，或写在两者共同继承（extends）的规则包中")
    #expect(
      try said("kinds: {tea: {zh: 茶室}}", "kinds: {tea_house: {zh: 茶室}}")
        == "b.yaml:3:9: “茶室”在 a.yaml 中是“tea”的名称；请改名，或把该类型写在两者共同继承（extends）的规则包中")
    #expect(
      try said("topics: {tea: 茶室}", "topics: {tea: 茶馆}")
        == "b.yaml:3:10: “tea”在 a.yaml 中是另一主题；请改名，或写在两者共同继承（extends）的规则包中")
    let scratch = try ScratchFolder()
    let path = scratch.path("p.yaml")
    try Data([0xC9, 0xCC]).write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: PackError.self) { try TestPacks.library.pack(path) }
    #expect(error?.text.said(in: .zh) == "\(path)：不能按 UTF-8 文本读取；请另存为 UTF-8")
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
