public import Documents
internal import GeoData

/// What clauses are about, so that packs can be compared and inherited.
public struct Topics: Sendable {
  private let names: [String: LocalizedText]

  /// Reads the list, a map from topic to its name.
  public init(yaml: String, file: String) throws(DocumentFaults) {
    let root = try DocumentNode(yaml: yaml, file: file)
    let reader = DocumentReader(file: file)
    var names: [String: LocalizedText] = [:]
    for pair in reader.anyFields(root, of: "topics")?.pairs ?? [] {
      if let id = pair.key.scalar { names[id] = reader.localized(pair.value, "topic '\(id)'") }
    }
    try reader.finish()
    self.names = names
  }

  /// The topics that come with the program.
  public static func builtIn() throws -> Topics {
    try Topics(yaml: GeoData.text("rules/topics.yaml"), file: "topics.yaml")
  }

  /// All topics, sorted.
  public var ids: [String] { names.keys.sorted() }

  /// Whether there is such a topic.
  public func contains(_ id: String) -> Bool { names[id] != nil }

  /// What a topic is called.
  public func name(_ id: String) -> LocalizedText { names[id] ?? LocalizedText(en: id, zh: id) }
}
