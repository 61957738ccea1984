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
  private let byName: [String: Int]

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
    for pair in reader.anyFields(root, of: "the vocabulary")?.pairs ?? [] {
      guard let id = pair.key.scalar,
        let fields = reader.fields(
          pair.value, of: "kind '\(id)'", allowed: ["zh", "en", "domain", "broader", "aliases"]),
        let zh = fields.text("zh"), let en = fields.text("en"), let domain = fields.text("domain")
      else { continue }
      let kind = Kind(
        id: id, name: LocalizedText(en: en, zh: zh), domain: domain,
        broader: fields.optionalText("broader"), aliases: fields.texts("aliases"))
      for name in Set(([id, zh, en] + kind.aliases).map(Self.normalised)) {
        if let other = byName[name], kinds[other].id != id {
          reader.report(
            pair.key, "'\(name)' is a name of '\(kinds[other].id)' already; names must be unique")
        }
        byName[name] = kinds.count
      }
      byID[id] = kinds.count
      kinds.append(kind)
    }
    for pair in reader.anyFields(root, of: "the vocabulary")?.pairs ?? [] {
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
    try reader.finish()
    all = kinds
    lineages = Self.lineages(kinds, byID)
    self.byID = byID
    self.byName = byName
  }

  /// The vocabulary that comes with the program.
  public static func builtIn() throws -> FacilityKinds { try known.get() }

  /// Read once: every publication asks for it.
  private static let known = Result {
    try FacilityKinds(yaml: GeoData.text("kinds.yaml"), file: "kinds.yaml")
  }

  /// The position of a kind in `all`, by its id.
  public func index(ofID id: String) -> Int? { byID[id] }

  /// The position of a kind in `all`, by its id or any of its names, whatever the case, and whatever
  /// stands behind it in brackets.
  public func index(named name: String) -> Int? {
    byName[Self.normalised(name)]
      ?? Self.withoutBracket(name).flatMap { byName[Self.normalised($0)] }
  }

  /// `老年人日间照料中心` of `老年人日间照料中心（托老所）`; `nil` where no bracket ends it, or nothing stands
  /// before that.
  public static func withoutBracket(_ name: String) -> String? {
    let trimmed = name.reversed().drop { $0.isWhitespace }
    guard let last = trimmed.first, let bracket = brackets.first(where: { $0.close == last }),
      let open = trimmed.firstIndex(of: bracket.open)
    else { return nil }
    let rest = String(trimmed[trimmed.index(after: open)...].reversed())
    return rest.contains { !$0.isWhitespace } ? rest : nil
  }

  private static let brackets: [(open: Character, close: Character)] = [
    ("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"), ("〔", "〕"),
  ]

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

  private static func normalised(_ name: String) -> String {
    String(
      name.lowercased().filter { !$0.isWhitespace && $0 != "_" && $0 != "-" })
  }
}
