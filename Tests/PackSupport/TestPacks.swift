public import Documents
public import Rules

/// Reads packs as `siting rules lint` does, with one library for all tests.
public enum TestPacks {
  /// The built-in packs and their vocabularies, read once.
  public static let library: PackLibrary = {
    do { return try PackLibrary() } catch { preconditionFailure("\(error)") }
  }()

  /// A pack by its text.
  ///
  /// - Throws: All that is wrong with it.
  public static func pack(_ yaml: String) throws(DocumentFaults) -> RulePack {
    try RulePack(
      yaml: yaml, file: "p.yaml", vocabulary: library.vocabulary, topics: library.topics)
  }

  /// All that is wrong with a pack.
  public static func faults(_ yaml: String) -> [DocumentFault] {
    do {
      _ = try pack(yaml)
      return []
    } catch {
      return error.faults
    }
  }
}
