public import Documents

/// The vocabulary of facility kinds, `kinds.yaml`: what each is called, and what it is a kind of.
public struct FacilityKinds: Sendable {
  /// One kind of facility.
  public struct Kind: Sendable, Hashable {
    /// Stable name, `snake_case`.
    public let id: String
    /// What people call it.
    public fileprivate(set) var name: LocalizedText
    /// `elder`, `childcare`, `medical`, `education`, `life_circle` or `other`.
    public fileprivate(set) var domain: String
    /// The kind that this one counts as, too.
    public let broader: String?
    /// Further names in data, Chinese and English.
    public fileprivate(set) var aliases: [String]
  }

  /// In the order of the file; those that were added last.
  public private(set) var all: [Kind] = []
  /// By kind: its id and those of everything that it is a kind of.
  public private(set) var lineages: [[String]] = []
  private var byID: [String: Int] = [:]
  /// By name as `FoldedText.fold` makes it.
  private var byName: [String: Int] = [:]
  /// By word, likewise: why it names no facility.
  private var refusals: [String: LocalizedText] = [:]
  /// The files of the packs that add kinds, by their ids.
  private var origins: [String: String] = [:]

  private init() {}

  /// Reads the vocabulary.
  ///
  /// - Throws: Every fault with its line: unknown keys, a broader kind that does not exist or
  ///   leads back to its start, a name that stands for two kinds.
  public init(yaml: String, file: String) throws(DocumentFaults) {
    let root = try DocumentNode(yaml: yaml, file: file)
    let reader = DocumentReader(file: file)
    let pairs = reader.anyFields(root, of: "the vocabulary")?.pairs ?? []
    self = FacilityKinds().adding(pairs.filter { $0.key.scalar != Self.refusalKey }, reader)
    refusals = Self.refusals(root[Self.refusalKey], byName, reader)
    origins = [:]
    try reader.finish()
  }

  /// With kinds that a document adds, behind those that there are, and names that it adds to these.
  ///
  /// - Parameters:
  ///   - node: A map from ids to what is said of each: its names (one language stands for both), its
  ///     domain (else that of the kind above it) and its aliases; of a kind that there is, aliases alone.
  ///   - reader: Takes the faults.
  public func adding(
    _ node: DocumentNode, of what: String, _ reader: DocumentReader
  ) -> FacilityKinds {
    adding(reader.anyFields(node, of: what)?.pairs ?? [], reader)
  }

  private func adding(_ pairs: [DocumentNode.Pair], _ reader: DocumentReader) -> FacilityKinds {
    let known = reader.faults.count
    var result = self
    for pair in pairs { result.add(pair, reader) }
    for pair in pairs { result.checkBroader(pair, reader) }
    guard reader.faults.count == known else { return self }
    for index in result.all.indices where result.all[index].domain.isEmpty {
      result.all[index].domain = result.inheritedDomain(of: index)
    }
    result.lineages = Self.lineages(result.all, result.byID)
    return result
  }

  private mutating func add(_ pair: DocumentNode.Pair, _ reader: DocumentReader) {
    guard let id = pair.key.scalar,
      let fields = reader.fields(
        pair.value, of: "kind '\(id)'" as FaultText,
        allowed: ["zh", "en", "domain", "broader", "aliases"])
    else { return }
    if let known = byID[id] { return extend(known, by: fields, at: pair.key) }
    if !id.allSatisfy({ ($0.isLetter && !$0.isUppercase) || $0.isNumber || $0 == "_" }) {
      reader.report(pair.key, "the kind '\(id)' must be of small letters, digits and '_'")
    }
    guard let name = fields.optionalText("zh") ?? fields.text("en") else { return }
    let kind = Kind(
      id: id,
      name: LocalizedText(
        en: fields.optionalText("en") ?? name, zh: fields.optionalText("zh") ?? name),
      domain: fields.optionalText("domain") ?? "", broader: fields.optionalText("broader"),
      aliases: fields.texts("aliases"))
    byID[id] = all.count
    origins[id] = reader.file
    all.append(kind)
    addNames([id, kind.name.zh, kind.name.en] + kind.aliases, of: all.count - 1, pair.key, reader)
  }

  /// A kind that there is may get more names, and may be said once more as it is.
  private mutating func extend(_ index: Int, by fields: Fields, at place: DocumentNode) {
    let kind = all[index]
    let (zh, en) = (fields.optionalText("zh"), fields.optionalText("en"))
    // Where neither is said, the name is that which it has.
    let name = (zh ?? en).map { LocalizedText(en: en ?? $0, zh: zh ?? $0) } ?? kind.name
    let both = kind.name.completed(by: name)
    let said = ["domain": kind.domain, "broader": kind.broader]
    let isOther = said.contains { key, known in
      fields.optionalText(key).map { $0 != known } ?? false
    }
    if isOther || both == nil { reportOther(kind, at: place, fields.reader) }
    all[index].name = both ?? kind.name
    var more = fields.texts("aliases").filter { !kind.aliases.contains($0) }
    all[index].aliases += more
    more += [all[index].name.en, all[index].name.zh]
    addNames(more, of: index, place, fields.reader)
  }

  private func reportOther(_ kind: Kind, at place: DocumentNode, _ reader: DocumentReader) {
    if let other = origins[kind.id], other != reader.file {
      reader.report(
        place,
        "'\(kind.id)' is another kind in \(other); rename one of the two, or state it once in a pack"
          + " that both extend")
    } else {
      reader.report(
        place, "'\(kind.id)' is a kind already; it may get more 'aliases' here, and nothing else")
    }
  }

  private mutating func addNames(
    _ names: [String], of index: Int, _ place: DocumentNode, _ reader: DocumentReader
  ) {
    for name in Set(names.map { FoldedText.fold($0) }).sorted() {
      if let other = byName[name], other != index {
        let id = all[other].id
        if let file = origins[id], file != reader.file {
          reader.report(
            place,
            "'\(name)' is a name of '\(id)' in \(file); rename one of the two, or state the kind once"
              + " in a pack that both extend")
        } else {
          reader.report(place, "'\(name)' is a name of '\(id)' already; names must be unique")
        }
      }
      byName[name] = index
      refusals[name] = nil
    }
  }

  private func checkBroader(_ pair: DocumentNode.Pair, _ reader: DocumentReader) {
    guard let id = pair.key.scalar, let broader = pair.value["broader"]?.scalar else { return }
    if byID[broader] == nil {
      reader.report(
        pair.value,
        "'\(id)' has the unknown broader kind '\(broader)'"
          + Spelling.hint(for: broader, among: byID.keys.sorted()))
    }
    var steps = 0
    var next: String? = broader
    while let current = next, steps <= all.count {
      next = byID[current].flatMap { all[$0].broader }
      steps += 1
    }
    if steps > all.count { reader.report(pair.value, "'\(id)' is broader than itself") }
  }

  /// That of the nearest kind above it that has one.
  private func inheritedDomain(of index: Int) -> String {
    var next = all[index].broader
    while let id = next, let above = byID[id] {
      if !all[above].domain.isEmpty { return all[above].domain }
      next = all[above].broader
    }
    return "other"
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
