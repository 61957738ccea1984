import Quantities
import Testing

@testable import Documents

@Suite("Documents with places")
struct DocumentReaderTests {
  private func faults(_ yaml: String, _ body: (DocumentReader, DocumentNode) -> Void) -> [String] {
    do {
      let node = try DocumentNode(yaml: yaml, file: "f.yaml")
      let reader = DocumentReader(file: "f.yaml")
      body(reader, node)
      try reader.finish()
      return []
    } catch {
      return error.faults.map(\.description)
    }
  }

  @Test("unknown keys are named with line, column and a suggestion; all at once")
  func unknownKeys() {
    let yaml = "schema: 1\nlayres: {}\nnmae: x\n"
    #expect(
      faults(yaml) { reader, node in
        _ = reader.fields(node, of: "the project", allowed: ["schema", "layers", "name"])
      } == [
        "f.yaml:2:1: unknown key 'layres' in the project; did you mean 'layers'?",
        "f.yaml:3:1: unknown key 'nmae' in the project; did you mean 'name'?",
      ])
  }

  @Test("a text in one language, or a text alone, stands for both")
  func oneLanguage() throws {
    let node = try DocumentNode(
      yaml: "a: {en: Plan, zh: 方案}\nb: {zh: 方案}\nc: {en: Plan}\nd: 方案\ne: {en: null, zh: 方案}",
      file: "f.yaml")
    let reader = DocumentReader(file: "f.yaml")
    let texts = ["a", "b", "c", "d", "e"].map { key in
      node[key].flatMap { reader.localized($0, key) }.map { "\($0.en)/\($0.zh)" }
    }
    try reader.finish()
    #expect(texts == ["Plan/方案", "方案/方案", "Plan/Plan", "方案/方案", "方案/方案"])
    #expect(
      faults("a: {}\nb: {fr: x}\nc: [x]\n") { reader, node in
        for key in ["a", "b", "c"] { _ = node[key].map { reader.localized($0, key) } }
      } == [
        "f.yaml:1:4: a has neither 'en' nor 'zh'; one is enough",
        "f.yaml:2:4: b has neither 'en' nor 'zh'; one is enough",
        "f.yaml:2:5: unknown key 'fr' in b; one of: en, zh",
        "f.yaml:3:4: c must be a mapping of keys to values",
      ])
  }

  @Test("values of the wrong type say what they must be")
  func wrongTypes() {
    let yaml = "a: x\nb: [1]\nc: 1.5\nd: {}\ne: 2e3\n"
    #expect(
      faults(yaml) { reader, node in
        _ = node["a"].map { reader.amount($0, "a") }
        _ = node["b"].map { reader.text($0, "b") }
        _ = node["c"].map { reader.integer($0, "c") }
        _ = node["d"].map { reader.list($0, "d") }
        _ = node["e"].map { reader.amount($0, "e") }
        _ = node["a"].map { reader.flag($0, "a") }
      } == [
        "f.yaml:1:4: a must be a number, with at most six decimals, not 'x'",
        "f.yaml:1:4: a must be true or false",
        "f.yaml:2:4: b must be a text",
        "f.yaml:3:4: c must be a whole number, not '1.5'; write 1.5",
        "f.yaml:4:4: d must be a list",
        "f.yaml:5:4: e must be a number, with at most six decimals, not '2e3'",
      ])
  }

  @Test(
    "what is not YAML is a fault with its place, never a crash",
    arguments: ["a: [1, 2", "a: b: c", "\t- x", "a: 1\na: 2", "", "&a [*a]", "\"\\x", "%YAML 9"])
  func notYAML(yaml: String) {
    let found = faults(yaml) { reader, node in
      if node.scalar == nil { _ = reader.fields(node, of: "it", allowed: []) }
    }
    #expect(found.first?.hasPrefix("f.yaml:") == true || yaml == "&a [*a]")
  }

  @Test(
    "an alias of a list is no key, however the key is written",
    arguments: [
      "a: &a [x, x]\n? *a\n: 1\n", "a: &a {x: 1}\nb: {*a : 1}\n", "a: &a\n  - x\n?   *a\n: 2\n",
      "- &a [&b [x], *b]\n- ? *b\n  : 1\n",
    ])
  func aliasKeys(yaml: String) {
    let faults = #expect(throws: DocumentFaults.self) {
      try DocumentNode(yaml: yaml, file: "p.yaml")
    }
    let said = faults?.description ?? ""
    #expect(said.contains("no key; write the key out"), "\(said)")
  }

  /// Nines of nines of nines: 10²⁴ nodes, of which nobody could write out any part worth mentioning,
  /// so that a reader that returns has not tried to.
  @Test(
    "aliases that grow without bound are refused where they pass a million nodes",
    arguments: [
      "? *z\n: 1\n? *y\n: 2\n", "? [*z]\n: 1\n", "xx: {? {yy: *z} : 1}\n", "[*z, *y]: 1\n",
      "xx: *z\n", "",
    ])
  func bombs(keys: String) {
    let faults = #expect(throws: DocumentFaults.self) {
      try DocumentNode(yaml: Self.bomb + keys, file: "p.yaml")
    }
    // 9⁷ nodes are the first above a million: those of the seventh line.
    #expect(faults?.faults.map(\.line) == [7])
    let said = faults?.description ?? ""
    #expect(said.contains("is more than a million nodes with its aliases written out"), "\(said)")
  }

  private static let bomb: String = {
    var yaml = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    let names = "abcdefghijklmnopqrstuvwxyz"
    for (name, below) in zip(names.dropFirst(), names) {
      let items = Array(repeating: "*\(below)", count: 9).joined(separator: ",")
      yaml += "\(name): &\(name) [\(items)]\n"
    }
    return yaml
  }()

  @Test(
    "what else is wrong with a text whose aliases grow without bound is said without writing them out",
    arguments: [
      ("x: {? {y: *z} : 1}\n", "key given twice: x"),
      ("xx: {? *z : 1, ? *z : 2}\n", "key given twice: *z"),
      ("xx: {? *z : 1, b: [}\n", "not valid YAML"),
      ("? *z\n: 1\n---\nb: 1\n", "a file holds one"),
      ("? *z\n: 1\n\tb: 1\n", "a tab stands where"),
    ])
  func bombsBesideMistakes(keys: String, says: String) {
    let faults = #expect(throws: DocumentFaults.self) {
      try DocumentNode(yaml: Self.bomb + keys, file: "p.yaml")
    }
    let said = faults?.description ?? ""
    #expect(said.contains(says), "\(said)")
  }

  @Test(
    "aliases of values, and asterisks that are none, are read",
    arguments: [
      "a: &s text\nb: *s\n", "a: &l [1, 2]\nb: *l\nc: [*l, *l]\n", "*: &x 1\n'&*': \"*x\"\n",
      "a: &k key\n*k : 1\n", "says: '* & *'\nkinds: {'*': &c childcare, x: *c}\n",
    ])
  func aliasValues(yaml: String) {
    // Whatever the YAML reader says of it, it is not we who refuse it.
    do {
      _ = try DocumentNode(yaml: yaml, file: "p.yaml")
    } catch {
      #expect(error.description.contains("not valid YAML"))
    }
  }

  @Test("deep nesting and exploding aliases are refused")
  func hostile() {
    let deep = String(repeating: "[", count: 5_000) + String(repeating: "]", count: 5_000)
    #expect(!faults(deep) { _, _ in }.isEmpty)
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<9 {
      let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(!faults(bomb) { _, _ in }.isEmpty)
  }

  @Test(
    "suggestions are for words that are near",
    arguments: [
      ("provison", "provision"), ("coverge", "coverage"), ("szie", "size"), ("xyz", nil),
    ])
  func suggestions(word: String, meant: String?) {
    #expect(Spelling.nearest(to: word, among: ["provision", "coverage", "size"]) == meant)
  }

  @Test("null and quoted null are different")
  func nulls() throws {
    let node = try DocumentNode(yaml: "a: null\nb: 'null'\nc:\n", file: "f.yaml")
    #expect(node["a"]?.isNull == true)
    #expect(node["b"]?.scalar == "null")
    #expect(node["c"]?.isNull == true)
  }
}
