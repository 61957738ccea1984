import Documents
import Rules
import TestSupport
import Testing

@Suite("Mistaken packs")
struct MistakenPackTests {
  private func faults(_ yaml: String) throws -> [DocumentFault] {
    let library = try PackLibrary()
    do {
      _ = try RulePack(
        yaml: yaml, file: "p.yaml", vocabulary: library.vocabulary, topics: library.topics)
      return []
    } catch {
      return error.faults
    }
  }

  @Test("the pack that mistakes are made in has none, nor what only looks like one")
  func good() throws {
    #expect(try faults(MistakenPacks.good).map(\.description) == [])
    for pack in MistakenPacks.harmlessPacks {
      #expect(try faults(pack).map(\.description) == [], "\(pack)")
    }
  }

  @Test("each mistake is told at its place, with the way out", arguments: MistakenPacks.kinds)
  func mistakes(of kind: [MistakenPacks.Mistake]) throws {
    for mistake in kind {
      #expect(MistakenPacks.good.ranges(of: mistake.from).count == 1, "\(mistake)")
      let found = try faults(mistake.pack).map(\.description)
      let told = "p.yaml:\(mistake.place): \(mistake.says)"
      #expect(found.contains { $0.hasPrefix(told) }, "\(mistake): \(found)")
      #expect(found.count <= 4, "\(mistake): \(found)")
    }
  }

  @Test(
    "a pack has rules, its own or inherited",
    arguments: [
      ("", "1:1: the pack has no 'rules'"), ("rules:\n", "7:7: 'rules' has no value"),
      ("rules: []\n", "7:8: the pack has no rule; state one, or 'extends' a pack that has some"),
      ("rules: {a: 1}\n", "7:8: rules must be a list"),
    ])
  func withoutRules(rules: String, complaint: String) throws {
    let head = MistakenPacks.good.split(separator: "\n").prefix(4)
    let pack = head.joined(separator: "\n") + "\n\n\n" + rules
    #expect(try faults(pack).map(\.description).contains("p.yaml:\(complaint)"))
  }
}
