internal import Documents
internal import GeoData

/// The columns that conditions may name, layer by layer, and what each holds: from `aliases.yaml`.
///
/// Data may have others, which nobody knows before they are read.
struct ConditionColumns: Sendable {
  /// Whose columns they are.
  enum Layer: String, CaseIterable {
    case parcels
    case facilities
    case units
  }

  /// What a column holds.
  enum Content: Sendable {
    case number
    case day
    /// Yes or no, in these words, folded.
    case flag(Set<String>)
    /// One of a few words, each with what it is called; folded.
    case word([String: String])
    /// Any word; those that are known, folded, with ours.
    case openWord([String: String])
    case kind
    case text
  }

  private let layers: [Layer: [String: Content]]
  /// By layer: our column for each name that data have for it, folded.
  private let aliases: [Layer: [String: String]]

  /// Our columns of a layer, sorted, without what every layer has.
  func names(_ layer: Layer) -> [String] { (layers[layer] ?? [:]).keys.sorted() }

  /// What a column of ours holds; `nil` for one of the data's own.
  func content(_ name: String, _ layer: Layer) -> Content? { layers[layer]?[name] }

  /// Our column that data call so, where that is another name.
  func meaning(of name: String, _ layer: Layer) -> String? {
    aliases[layer]?[FoldedText.fold(name)].flatMap { $0 == name ? nil : $0 }
  }

  /// The columns that come with the program; read once.
  static func builtIn() throws -> ConditionColumns { try known.get() }

  private static let known = Result {
    try ConditionColumns(
      DocumentNode(yaml: GeoData.text("aliases.yaml"), file: "aliases.yaml"))
  }

  private static let days = ["opened", "closed", "delivered"]
  private static let numbers =
    FacilityMeasure.named.map(\.name) + [
      "households", "population", "elders", "infants", "phase", "daily_visitors",
    ]
  private static let fewWords = [
    "status", "operating", "level", "ownership", "size_class", "tier",
  ]
  /// What a parcel's `status` may be.
  private static let parcelStates = ["new", "existing"]

  private init(_ aliases: DocumentNode) {
    let families = Self.families(aliases["words"])
    var layers: [Layer: [String: Content]] = [:]
    for layer in Layer.allCases {
      for name in Self.keys(aliases["columns"]?[layer.rawValue]) {
        var words = families[name == "type" ? "unit_type" : name]
        if layer == .parcels, name == "status" {
          words = words?.filter { Self.parcelStates.contains($0.value) }
        }
        layers[layer, default: [:]][name] = Self.content(of: name, words)
      }
      for level in RuleSubject.levels {
        layers[layer, default: [:]][level.rawValue] = .text
      }
      layers[layer, default: [:]]["id"] = .text
      layers[layer, default: [:]]["name"] = .text
    }
    layers[.facilities]?["type"] = families["facility_type"].map { .openWord($0) }
    self.layers = layers
    self.aliases = Self.families(aliases["columns"]).reduce(into: [:]) { aliases, layer in
      if let key = Layer(rawValue: layer.key) { aliases[key] = layer.value }
    }
  }

  private static func content(of name: String, _ words: [String: String]?) -> Content {
    if let words {
      if Set(words.values) == ["yes", "no"] { return .flag(Set(words.keys)) }
      return fewWords.contains(name) ? .word(words) : .openWord(words)
    }
    if name == "kind" { return .kind }
    if days.contains(name) { return .day }
    return numbers.contains(name) ? .number : .text
  }

  /// Family, then word, folded, to ours.
  private static func families(_ node: DocumentNode?) -> [String: [String: String]] {
    var families: [String: [String: String]] = [:]
    for family in keys(node) {
      for value in keys(node?[family]) {
        var words = [value]
        if case .sequence(let items)? = node?[family]?[value]?.content {
          words += items.compactMap(\.scalar)
        }
        for word in words { families[family, default: [:]][FoldedText.fold(word)] = value }
      }
    }
    // Yes and no are words of every column of either; of operation they say open and closed.
    let flags = families["flag"] ?? [:]
    for (family, words) in families {
      if Set(words.values) == ["yes", "no"] {
        families[family] = words.merging(flags) { own, _ in own }
      } else if family == "operating" {
        let states = flags.mapValues { $0 == "yes" ? "open" : "closed" }
        families[family] = words.merging(states) { own, _ in own }
      }
    }
    return families
  }

  private static func keys(_ node: DocumentNode?) -> [String] {
    guard case .mapping(let pairs)? = node?.content else { return [] }
    return pairs.compactMap(\.key.scalar)
  }
}
