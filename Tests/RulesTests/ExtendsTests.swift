import Documents
import Foundation
import Rules
import Testing

@Suite("What a pack extends")
struct ExtendsTests {
  private let known =
    "Built-in packs: anhui-elder-2022, gb50180-2018, gb50437-2018, ireland-childcare-2001,"
    + " korea-housing-55-2, liaoning-2022, mengzi-2023, new-zealand-childcare-2008,"
    + " shangqiu-2022, singapore-childcare-2015, xiamen-childcare-2022, xuchang-2023,"
    + " yinzhou-2023. A path to a .yaml file works too."

  private func rule(_ id: String) -> String {
    PackFolder.rule(id, means: "childcare-places-new")
  }

  @Test("a built-in pack by its id")
  func builtIn() throws {
    let packs = try PackFolder()
    try packs.write("child.yaml", extends: "[shangqiu-2022]")
    let child = try packs.pack("child.yaml")
    let parent = try packs.library.pack("shangqiu-2022")
    #expect(child.rules.map(\.id) == parent.rules.map(\.id))
    #expect(child.appliedRules.filter(\.isDraft).count == child.rules.count)
    #expect(child.document.status == .issued)
    #expect(child.parents.map(\.file) == ["shangqiu-2022.yaml"])
  }

  @Test("a file by its path from the pack's own file, wherever that is named from")
  func relative() throws {
    let packs = try PackFolder()
    try packs.write("base.yaml", rules: [rule("places")])
    try packs.write("packs/child.yaml", extends: "../base.yaml")
    try packs.write("packs/grandchild.yaml", extends: "[./child.yaml]")
    for (name, folder) in [
      ("packs/grandchild.yaml", packs.folder),
      ("grandchild.yaml", packs.folder.appendingPathComponent("packs", isDirectory: true)),
      (packs.folder.appendingPathComponent("packs/grandchild.yaml").path, nil),
    ] {
      let pack = try packs.library.pack(name, relativeTo: folder)
      #expect(pack.rules.map(\.id) == ["places"])
      #expect(pack.ancestors.map(\.id) == ["child", "base"])
    }
    #expect(
      try packs.pack("packs/grandchild.yaml").ancestors.map(\.file)
        == ["packs/child.yaml", "base.yaml"])
  }

  @Test("an unknown pack is told at its place, with what may be meant")
  func unknown() throws {
    let packs = try PackFolder()
    try packs.write("child.yaml", extends: "[shangqiu-2023, basis.yaml, base]")
    try packs.write("base.yaml")
    #expect(
      try packs.complaints("child.yaml") == [
        "child.yaml:5:11: no rule pack 'shangqiu-2023'; did you mean 'shangqiu-2022'? \(known)",
        "child.yaml:5:26: no rule pack 'basis.yaml'; did you mean 'base.yaml'? \(known)",
        "child.yaml:5:38: no rule pack 'base'; did you mean 'base.yaml'? \(known)",
      ])
    try packs.write("child.yaml", extends: "nothing")
    #expect(
      try packs.complaints("child.yaml") == ["child.yaml:5:10: no rule pack 'nothing'. \(known)"])
  }

  @Test("what cannot be read is told where it is named")
  func unreadable() throws {
    let packs = try PackFolder()
    try Data([0xFF, 0xFE, 0x00]).write(to: packs.folder.appendingPathComponent("base.yaml"))
    try packs.write("child.yaml", extends: "[base.yaml]")
    #expect(
      try packs.complaints("child.yaml") == [
        "child.yaml:5:11: base.yaml: cannot be read as UTF-8 text; save it as UTF-8"
      ])
  }

  @Test("a circle is told where it closes")
  func circle() throws {
    let packs = try PackFolder()
    try packs.write("packs/a.yaml", extends: "[../b.yaml]")
    try packs.write("b.yaml", extends: "[packs/a.yaml]")
    #expect(
      try packs.complaints("packs/a.yaml") == [
        "b.yaml:5:11: rule packs extend each other in a circle:"
          + " packs/a.yaml → b.yaml → packs/a.yaml"
      ])
    try packs.write("self.yaml", extends: "self.yaml")
    #expect(
      try packs.complaints("self.yaml") == [
        "self.yaml:5:10: rule packs extend each other in a circle: self.yaml → self.yaml"
      ])
  }

  @Test("faults of a parent are told once, with its file, and those of the child with its own")
  func faultyParent() throws {
    let packs = try PackFolder()
    try packs.write("base.yaml", rules: [rule("places").replacing("childcare]", with: "nusery]")])
    try packs.write("left.yaml", extends: "base.yaml")
    try packs.write("right.yaml", extends: "base.yaml")
    try packs.write(
      "child.yaml", extends: "[left.yaml, right.yaml]",
      rules: [
        PackFolder.rule(
          "land", means: "elder-lnd", "conflicts_with: [places]")
      ])
    #expect(
      try packs.complaints("child.yaml") == [
        "child.yaml:11:12: unknown topic 'elder-lnd'; did you mean 'elder-land'?",
        "base.yaml:14:25: unknown facility kind 'nusery'; did you mean 'nursery'?",
      ])
  }

  @Test("a rule that an own rule replaces is not named any more")
  func namesReplaced() throws {
    let packs = try PackFolder()
    try packs.write("base.yaml", rules: [rule("places")])
    try packs.write(
      "child.yaml", extends: "base.yaml",
      rules: [
        rule("own-places"),
        PackFolder.rule("land", means: "elder-land", "conflicts_with: [places, plases, land]"),
      ])
    #expect(
      try packs.complaints("child.yaml") == [
        "child.yaml:30:21: rule 'places' of base is replaced here by 'own-places'",
        "child.yaml:30:21: no rule 'plases' in this pack",
        "child.yaml:30:21: rule 'land' cannot contradict itself",
      ])
  }

  @Test("two parents with a rule of one id are refused, until an own rule replaces both")
  func clash() throws {
    let packs = try PackFolder()
    try packs.write("left.yaml", rules: [rule("places")])
    try packs.write("right.yaml", rules: [PackFolder.rule("places", means: "elder-land")])
    try packs.write("child.yaml", extends: "[left.yaml, right.yaml]")
    #expect(
      try packs.complaints("child.yaml") == [
        "child.yaml:5:10: rule 'places' comes from left and from right;"
          + " a rule 'places' of this pack would replace both"
      ])
    try packs.write("child.yaml", extends: "[left.yaml, right.yaml]", rules: [rule("places")])
    #expect(try packs.complaints("child.yaml") == [])
  }

  @Test("packs have ids of their own")
  func ids() throws {
    let packs = try PackFolder()
    try packs.write("base.yaml", rules: [rule("places")])
    try packs.write("child.yaml", id: "base", extends: "base.yaml")
    #expect(
      try packs.complaints("child.yaml") == [
        "child.yaml:2:5: the id 'base' is that of a pack that it extends, base.yaml; give it its own"
      ])
    try packs.write("packs/base.yaml", id: "base", rules: [rule("others")])
    try packs.write("child.yaml", extends: "[base.yaml, packs/base.yaml]")
    #expect(
      try packs.complaints("child.yaml") == [
        "child.yaml:5:10: base.yaml and packs/base.yaml both have the id 'base'; give each its own"
      ])
  }
}
