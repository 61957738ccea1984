import Documents
import PackSupport
import Rules
import Testing

@Suite("Mistaken packs")
struct MistakenPackTests {
  @Test("the pack that mistakes are made in has none, nor what only looks like one")
  func good() {
    #expect(TestPacks.faults(MistakenPacks.good).map(\.description) == [])
    for pack in MistakenPacks.harmlessPacks {
      #expect(TestPacks.faults(pack).map(\.description) == [], "\(pack)")
    }
  }

  @Test("each mistake is told at its place, with the way out", arguments: MistakenPacks.kinds)
  func mistakes(of kind: [MistakenPacks.Mistake]) {
    for mistake in kind {
      #expect(MistakenPacks.good.ranges(of: mistake.from).count == 1, "\(mistake)")
      let found = TestPacks.faults(mistake.pack).map(\.description)
      let told = "p.yaml:\(mistake.place): \(mistake.says)"
      #expect(found.contains { $0.hasPrefix(told) }, "\(mistake): \(found)")
      #expect(found.count <= 4, "\(mistake): \(found)")
    }
  }

  @Test(
    "a pack has rules, its own or inherited",
    arguments: [
      (
        "",
        "1:1: the pack has no 'rules'; state rules, or 'rules: []' where it has none of its own"
      ),
      (
        "rules:\n",
        "7:7: 'rules' has no value; state rules, or 'rules: []' where it has none of its own"
      ),
      ("rules: []\n", "7:8: the pack has no rule; state one, or 'extends' a pack that has some"),
      ("rules: {a: 1}\n", "7:8: rules must be a list"),
    ])
  func withoutRules(rules: String, complaint: String) {
    let head = MistakenPacks.good.split(separator: "\n").prefix(4)
    let pack = head.joined(separator: "\n") + "\n\n\n" + rules
    #expect(TestPacks.faults(pack).map(\.description).contains("p.yaml:\(complaint)"))
  }
}
