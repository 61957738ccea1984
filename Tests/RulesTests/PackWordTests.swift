import Documents
import GeoData
import Rules
import Testing

/// Kinds and topics of a pack's own.
@Suite("Words that packs add")
struct PackWordTests {
  private static let head = """
    kinds:
      tea_room: {zh: 茶室, en: tea room, broader: community_elder_station, aliases: [茶馆]}
      garden: {zh: 花园}
      rose_garden: {en: rose garden, broader: garden, domain: life_circle}
    topics: {tea-rooms: {zh: 茶室, en: Tea rooms}}
    """

  private static func rule(_ kind: String, means: String = "tea-rooms", id: String = "r") -> String
  {
    """
      - id: \(id)
        clause: 一
        says: S
        means: \(means)
        check: presence
        subject: community
        facility: [\(kind)]
        at_least: 1
        unit: count
        force: binding

    """
  }

  private static func kind(of id: String, in kinds: FacilityKinds) -> FacilityKinds.Kind? {
    kinds.index(ofID: id).map { kinds.all[$0] }
  }

  @Test("rules name them, data is read with them, and they come behind those that there are")
  func known() throws {
    let folder = try PackFolder()
    try folder.write("a.yaml", head: Self.head, rules: [Self.rule("garden")])
    let pack = try folder.pack("a.yaml")
    let kinds = try FacilityKinds.known(to: [pack])
    let builtIn = try FacilityKinds.builtIn()
    #expect(Array(kinds.all.prefix(builtIn.all.count)) == builtIn.all)
    #expect(kinds.all.suffix(3).map(\.id) == ["tea_room", "garden", "rose_garden"])
    #expect(kinds.index(named: "茶馆（社区）") == kinds.index(ofID: "tea_room"))
    #expect(Self.kind(of: "garden", in: kinds)?.name == LocalizedText(en: "花园", zh: "花园"))
    let parent = Self.kind(of: "community_elder_station", in: kinds)
    #expect(Self.kind(of: "tea_room", in: kinds)?.domain == parent?.domain)
    #expect(Self.kind(of: "garden", in: kinds)?.domain == "other")
    #expect(
      kinds.descendants(of: ["garden"]).sorted()
        == [kinds.all.count - 2, kinds.all.count - 1])
    #expect(try Topics.known(to: [pack]).name("tea-rooms").en == "Tea rooms")
  }

  @Test("a kind that there is gets more names, and nothing else")
  func moreNames() throws {
    let folder = try PackFolder()
    try folder.write(
      "a.yaml", head: "kinds: {nursery: {aliases: [小小班]}}",
      rules: [Self.rule("nursery", means: "elder-circle", id: "a")])
    let kinds = try FacilityKinds.known(to: [folder.pack("a.yaml")])
    #expect(kinds.index(named: "小小班") == kinds.index(ofID: "nursery"))
    try folder.write(
      "b.yaml", head: "kinds: {nursery: {zh: 别的}}",
      rules: [Self.rule("nursery", means: "elder-circle", id: "b")])
    #expect(
      try folder.complaints("b.yaml") == [
        "b.yaml:6:9: 'nursery' is a kind already; it may get more 'aliases' here, and nothing else"
      ])
  }

  @Test("they are inherited, and may be said once more as they are")
  func inherited() throws {
    let folder = try PackFolder()
    try folder.write(
      "a.yaml", head: Self.head, rules: [Self.rule("nursery", means: "elder-circle", id: "a")])
    try folder.write(
      "b.yaml", extends: "[a.yaml]", head: "kinds: {garden: {zh: 花园}}",
      rules: [Self.rule("rose_garden")])
    let packs = try [folder.pack("b.yaml"), folder.pack("a.yaml")]
    #expect(try FacilityKinds.known(to: packs).all.suffix(3).map(\.id).last == "rose_garden")
    try folder.write("c.yaml", rules: [Self.rule("rose_garden", means: "elder-circle")])
    #expect(try folder.complaints("c.yaml").count == 1)
  }

  @Test("packs that mean different things by one word do not go together")
  func disagreeing() throws {
    let folder = try PackFolder()
    try folder.write(
      "a.yaml", head: Self.head, rules: [Self.rule("nursery", means: "elder-circle", id: "a")])
    try folder.write(
      "b.yaml", head: "kinds: {orchard: {zh: 果园, aliases: [茶馆]}}",
      rules: [Self.rule("nursery", means: "elder-circle", id: "b")])
    let packs = try [folder.pack("a.yaml"), folder.pack("b.yaml")]
    #expect(throws: DocumentFaults.self) { try FacilityKinds.known(to: packs) }
    try folder.write("c.yaml", extends: "[a.yaml, b.yaml]")
    #expect(
      try folder.complaints("c.yaml") == [
        "c.yaml:5:10: packs that it extends disagree: b.yaml:6:9: '茶馆' is a name of 'tea_room' in"
          + " a.yaml; rename one of the two, or state the kind once in a pack that both extend"
      ])
  }

  /// What a pack adds, what another one adds, and the complaint about the second, of which both
  /// know; `nil`: they go together.
  static let pairs: [(first: String, second: String, complaint: String?)] = [
    ("kinds: {tea: {zh: 茶室}}", "kinds: {tea: {zh: 茶室, en: tea room}}", nil),
    ("kinds: {tea: {zh: 茶室, en: tea room}}", "kinds: {tea: {zh: 茶室}}", nil),
    ("topics: {tea: 茶室}", "topics: {tea: {zh: 茶室, en: tea rooms}}", nil),
    ("topics: {tea: {zh: 茶室, en: tea rooms}}", "topics: {tea: {en: tea rooms}}", nil),
    (
      "kinds: {tea: {zh: 茶室}}", "kinds: {tea: {zh: 茶馆, en: tea house}}",
      "b.yaml:6:9: 'tea' is another kind in a.yaml; rename one of the two, or state it once in a pack"
        + " that both extend"
    ),
    (
      "kinds: {tea: {zh: 茶室, aliases: [茶屋]}}", "kinds: {tea_house: {zh: 茶馆, aliases: [茶屋]}}",
      "b.yaml:6:9: '茶屋' is a name of 'tea' in a.yaml; rename one of the two, or state the kind once"
        + " in a pack that both extend"
    ),
    (
      "topics: {tea: 茶室}", "topics: {tea: {zh: 茶馆}}",
      "b.yaml:6:10: 'tea' is another topic in a.yaml; rename one of the two, or state it once in a"
        + " pack that both extend"
    ),
  ]

  @Test(
    "of two packs that state one word both are named, with the way out", arguments: pairs.indices)
  func stated(index: Int) throws {
    let (first, second, complaint) = Self.pairs[index]
    let folder = try PackFolder()
    for (name, head) in [("a", first), ("b", second)] {
      try folder.write(
        "\(name).yaml", head: head,
        rules: [Self.rule("nursery", means: "elder-circle", id: name)])
    }
    let packs = try [folder.pack("a.yaml"), folder.pack("b.yaml")]
    var found: [String] = []
    do {
      let kinds = try FacilityKinds.known(to: packs)
      #expect(Self.kind(of: "tea", in: kinds)?.name.en != "茶室")
      if first.hasPrefix("topics") {
        #expect(try Topics.known(to: packs).name("tea") == LocalizedText(en: "tea rooms", zh: "茶室"))
      } else {
        #expect(kinds.index(named: "tea room") == kinds.index(ofID: "tea"))
      }
    } catch let error as DocumentFaults {
      found = error.faults.map(\.description)
    }
    #expect(found == (complaint.map { [$0] } ?? []))
  }

  /// The head, and the one complaint about it.
  static let faulty: [(head: String, complaint: String)] = [
    (
      "kinds: {tea_room: {zh: 茶室, broder: garden}}",
      "a.yaml:6:28: unknown key 'broder' in kind 'tea_room'; did you mean 'broader'?"
    ),
    (
      "kinds: {tea_room: {zh: 茶室, broader: gardn}, garden: {zh: 花园}}",
      "a.yaml:6:19: 'tea_room' has the unknown broader kind 'gardn'; did you mean 'garden'?"
    ),
    ("kinds: {tea_room: {aliases: [茶馆]}}", "a.yaml:6:19: kind 'tea_room' has no 'en'"),
    (
      "kinds: {a: {zh: 甲, broader: b}, b: {zh: 乙, broader: a}}",
      "a.yaml:6:12: 'a' is broader than itself"
    ),
    (
      "kinds: {tea_room: {zh: 托儿所}}",
      "a.yaml:6:9: '托儿所' is a name of 'nursery' already; names must be unique"
    ),
    (
      "topics: {elder-circle: {en: Something else}}",
      "a.yaml:6:10: 'elder-circle' is a topic already"
    ),
  ]

  @Test("what cannot be meant is told with its place", arguments: faulty.indices)
  func faults(index: Int) throws {
    let folder = try PackFolder()
    try folder.write("a.yaml", head: Self.faulty[index].head)
    let found = try folder.complaints("a.yaml")
    #expect(found.contains { $0.hasPrefix(Self.faulty[index].complaint) }, "\(found)")
  }
}
