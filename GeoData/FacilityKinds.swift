public import Documents

/// The vocabulary of facility kinds, `kinds.yaml`: what each is called, and what it is a kind of.
public struct FacilityKinds: Sendable {
  /// One kind of facility.
  public struct Kind: Sendable, Hashable {
    /// Stable name, `snake_case`.
    public let id: String
    /// What people call it.
    public let name: LocalizedText
    /// `elder`, `childcare`, `medical`, `education`, `life_circle` or `other`.
    public let domain: String
    /// The kind that this one counts as, too.
    public let broader: String?
    /// Further names in data, Chinese and English.
    public let aliases: [String]
  }

  /// In the order of the file.
  public let all: [Kind]
  /// By kind: its id and those of everything that it is a kind of.
  public let lineages: [[String]]
  private let byID: [String: Int]
  /// By name as `FoldedText.fold` makes it.
  private let byName: [String: Int]
  /// By word, likewise: why it names no facility.
  private let refusals: [String: LocalizedText]

  /// Reads the vocabulary.
  ///
  /// - Throws: Every fault with its line: unknown keys, a broader kind that does not exist or
  ///   leads back to its start, a name that stands for two kinds.
  public init(yaml: String, file: String) throws(DocumentFaults) {
    let root = try DocumentNode(yaml: yaml, file: file)
    let reader = DocumentReader(file: file)
    var kinds: [Kind] = []
    var byID: [String: Int] = [:]
    var byName: [String: Int] = [:]
    let pairs = reader.anyFields(root, of: "the vocabulary")?.pairs ?? []
    let entries = pairs.filter { $0.key.scalar != Self.refusalKey }
    for pair in entries {
      guard let id = pair.key.scalar,
        let fields = reader.fields(
          pair.value, of: "kind '\(id)'", allowed: ["zh", "en", "domain", "broader", "aliases"]),
        let zh = fields.text("zh"), let en = fields.text("en"), let domain = fields.text("domain")
      else { continue }
      let kind = Kind(
        id: id, name: LocalizedText(en: en, zh: zh), domain: domain,
        broader: fields.optionalText("broader"), aliases: fields.texts("aliases"))
      for name in Set(([id, zh, en] + kind.aliases).map { FoldedText.fold($0) }) {
        if let other = byName[name], kinds[other].id != id {
          reader.report(
            pair.key, "'\(name)' is a name of '\(kinds[other].id)' already; names must be unique")
        }
        byName[name] = kinds.count
      }
      byID[id] = kinds.count
      kinds.append(kind)
    }
    for pair in entries {
      guard let id = pair.key.scalar, let broader = pair.value["broader"]?.scalar else { continue }
      if byID[broader] == nil {
        reader.report(
          pair.value,
          "'\(id)' has the unknown broader kind '\(broader)'"
            + Spelling.hint(for: broader, among: byID.keys))
      }
      var steps = 0
      var next: String? = broader
      while let current = next, steps <= kinds.count {
        next = byID[current].flatMap { kinds[$0].broader }
        steps += 1
      }
      if steps > kinds.count { reader.report(pair.value, "'\(id)' is broader than itself") }
    }
    refusals = Self.refusals(root[Self.refusalKey], byName, reader)
    try reader.finish()
    all = kinds
    lineages = Self.lineages(kinds, byID)
    self.byID = byID
    self.byName = byName
  }

  private static let refusalKey = "not_facilities"

  /// Words of what is no facility, with the reason.
  private static func refusals(
    _ node: DocumentNode?, _ kinds: [String: Int], _ reader: DocumentReader
  ) -> [String: LocalizedText] {
    var result: [String: LocalizedText] = [:]
    for item in node.flatMap({ reader.list($0, refusalKey) }) ?? [] {
      guard
        let fields = reader.fields(item, of: "what is no facility", allowed: ["words", "because"]),
        let because = fields.required("because").flatMap({ reader.localized($0, "because") })
      else { continue }
      for word in fields.texts("words").map({ FoldedText.fold($0) }) {
        if kinds[word] != nil { reader.report(item, "'\(word)' is a name of a kind") }
        result[word] = because
      }
    }
    return result
  }

  /// The vocabulary that comes with the program.
  public static func builtIn() throws -> FacilityKinds { try known.get() }

  /// Read once: every publication asks for it.
  private static let known = Result {
    try FacilityKinds(yaml: GeoData.text("kinds.yaml"), file: "kinds.yaml")
  }

  /// The position of a kind in `all`, by its id.
  public func index(ofID id: String) -> Int? { byID[id] }

  /// The position of a kind in `all`, by its id or any of its names, however it is spelt, and whatever
  /// stands behind it in brackets; what does tells a kind of that kind more closely: `养老机构（养老院）`.
  public func index(named name: String) -> Int? {
    if let index = byName[name] ?? byName[FoldedText.fold(name)] { return index }
    guard let bracket = TrailingBracket(name), let index = byName[FoldedText.fold(bracket.rest)]
    else { return nil }
    guard let closer = byName[FoldedText.fold(bracket.content)],
      lineages[closer].contains(all[index].id)
    else { return index }
    return closer
  }

  /// Why what a word names is no facility; `nil`: it is not known as such.
  public func refusal(of word: String) -> LocalizedText? {
    refusals[FoldedText.fold(word)]
      ?? TrailingBracket(word).flatMap { refusals[FoldedText.fold($0.rest)] }
  }

  /// The positions of the listed kinds and all their descendants.
  public func descendants(of ids: some Sequence<String>) -> Set<Int> {
    let roots = Set(ids)
    return Set(all.indices.filter { lineages[$0].contains(where: roots.contains) })
  }

  private static func lineages(_ kinds: [Kind], _ byID: [String: Int]) -> [[String]] {
    kinds.map { kind in
      var names = [kind.id]
      var next = kind.broader
      while let id = next {
        names.append(id)
        next = byID[id].flatMap { kinds[$0].broader }
      }
      return names
    }
  }
}
