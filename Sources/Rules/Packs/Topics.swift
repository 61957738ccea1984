public import Documents
internal import GeoData

/// What clauses are about, so that packs can be compared and inherited.
public struct Topics: Sendable {
  private var names: [String: LocalizedText] = [:]
  /// The files of the packs that add topics.
  private var origins: [String: String] = [:]

  private init() {}

  /// Reads the list, a map from topic to its name.
  public init(yaml: String, file: String) throws(DocumentFaults) {
    let root = try DocumentNode(yaml: yaml, file: file)
    let reader = DocumentReader(file: file)
    self = Topics().adding(root, of: "topics", reader)
    origins = [:]
    try reader.finish()
  }

  /// With topics that a document adds; one that there is keeps its name.
  ///
  /// - Parameter reader: Takes the faults.
  func adding(_ node: DocumentNode, of what: String, _ reader: DocumentReader) -> Topics {
    var result = self
    for pair in reader.anyFields(node, of: what)?.pairs ?? [] {
      guard let id = pair.key.scalar,
        let name = reader.localized(pair.value, "topic '\(id)'" as FaultText)
      else { continue }
      guard let known = result.names[id] else {
        result.names[id] = name
        result.origins[id] = reader.file
        continue
      }
      if let both = known.completed(by: name) {
        result.names[id] = both
      } else if let other = origins[id], other != reader.file {
        reader.report(
          pair.key,
          "'\(id)' is another topic in \(other); rename one of the two, or state it once in a pack"
            + " that both extend")
      } else {
        reader.report(pair.key, "'\(id)' is a topic already: \(known.en)")
      }
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
