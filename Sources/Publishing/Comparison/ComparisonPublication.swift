public import Documents
public import Planning
public import Workers

/// Turns a comparison into a folder: a page, a layer, a table and a manifest.
public enum ComparisonPublication {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let outputs: [any PublishedOutput.Type] = writable

  private static let writable: [any WritableOutput<ComparisonEdition>.Type] = [
    ChangesPageOutput.self, ChangesLayer.self, ChangesTable.self, ComparisonManifest.self,
  ]

  /// How it is written.
  public struct Options: Sendable {
    /// How many rows are formatted at a time.
    public var workers: Workers
    /// Goes into the manifest.
    public var engineVersion: String
    /// Of the legend of the layer.
    public var language: Language

    /// What the later run supposes, where it has a scenario.
    public var supposed: [Scenario.Step] = []

    /// Options; see the properties.
    public init(
      language: Language = .en, workers: Workers = Workers(count: 1), engineVersion: String
    ) {
      self.language = language
      self.workers = workers
      self.engineVersion = engineVersion
    }
  }

  /// Writes all files or nothing, as `Publication` does.
  ///
  /// - Parameter directory: Path of the folder; one that exists is replaced if it is empty or was
  ///   written by siting, so the caller sees to it that it is not one of the two runs.
  /// - Returns: The files, in the order of `outputs`.
  /// - Throws: `PublishingError`, or `CancellationError`; the folder is then as it was.
  public static func publish(
    _ comparison: RunComparison, to directory: String, options: Options
  ) async throws -> [PublishedFile] {
    try await OutputFolder.publish(
      to: directory, Set(writable.map { $0.fileName }), from: writable, workers: options.workers
    ) {
      ComparisonEdition(
        comparison: comparison, engineVersion: options.engineVersion, language: options.language,
        supposed: options.supposed)
    }.written
  }
}

/// What all outputs of one comparison share.
struct ComparisonEdition: Sendable {
  let comparison: RunComparison
  let engineVersion: String
  let language: Language
  let supposed: [Scenario.Step]
}
