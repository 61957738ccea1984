public import Documents
internal import GeoData

/// What clauses are about, so that packs can be compared and inherited.
public struct Topics: Sendable {
  private var names: [String: LocalizedText] = [:]

  private init() {}

  /// Reads the list, a map from topic to its name.
  public init(yaml: String, file: String) throws(DocumentFaults) {
    let root = try DocumentNode(yaml: yaml, file: file)
    let reader = DocumentReader(file: file)
    self = Topics().adding(root, of: "topics", reader)
    try reader.finish()
  }

  /// With topics that a document adds; one that there is keeps its name.
  ///
  /// - Parameter reader: Takes the faults.
  func adding(_ node: DocumentNode, of what: String, _ reader: DocumentReader) -> Topics {
    var result = self
    for pair in reader.anyFields(node, of: what)?.pairs ?? [] {
      guard let id = pair.key.scalar, let name = reader.localized(pair.value, "topic '\(id)'")
      else { continue }
      if let known = names[id], known != name {
        reader.report(pair.key, "'\(id)' is a topic already: \(known.en)")
      }
      result.names[id] = name
    }
    return result
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
