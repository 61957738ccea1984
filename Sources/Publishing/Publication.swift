public import Compliance
public import Documents
public import Workers

/// Turns a result into a folder of layers, tables, a report and a manifest.
public enum Publication {
  /// What is written, and how.
  public struct Options: Sendable {
    /// Of labels and sentences; the names of columns are the same in all languages.
    public var language: Language
    /// Names of the files to write. The manifest is always written: it marks the folder as ours.
    public var outputs: Set<String>
    /// How many rows are formatted at a time; the bytes do not depend on it.
    public var workers: Workers
    /// Goes into the manifest and the report.
    public var engineVersion: String

    /// All outputs unless some are named, but for those that are written on request only.
    public init(
      language: Language,
      outputs: Set<String> = Set(
        OutputRegistry.all.filter { !$0.isOnRequest }.map { $0.fileName }),
      workers: Workers = Workers(count: 1), engineVersion: String
    ) {
      self.language = language
      self.outputs = outputs
      self.workers = workers
      self.engineVersion = engineVersion
    }
  }

  /// Writes all outputs or nothing: into a new folder beside `directory`, which then takes its
  /// place in one rename.
  ///
  /// - Parameters:
  ///   - result: What was found.
  ///   - directory: Path of the folder. One that exists is replaced if it is empty or an earlier
  ///     publication, that is, holds nothing but what its `manifest.json` lists.
  ///   - options: What is written, and how.
  /// - Returns: The files, in the order of the registry.
  /// - Throws: `PublishingError`, or `CancellationError`; the folder is then as it was.
  public static func publish(
    _ result: ComplianceResult, to directory: String, options: Options
  ) async throws -> [PublishedFile] {
    try await publish(result, to: directory, options: options, from: OutputRegistry.writable)
  }

  /// As above, with outputs of a caller's choice, so that tests can let one fail.
  static func publish(
    _ result: ComplianceResult, to directory: String, options: Options,
    from registry: [any WritableOutput.Type]
  ) async throws -> [PublishedFile] {
    let known = registry.map { $0.fileName }
    for name in options.outputs.sorted() where !known.contains(name) {
      throw PublishingError.unknownOutput(name: name, known: known)
    }
    let folder = try OutputFolder(replacing: directory)
    var edition = try await Edition(result, options: options)
    for output in registry
    where options.outputs.contains(output.fileName) || output.fileName == OutputFolder.mark {
      try Task.checkCancellation()
      let snapshot = edition
      edition.written.append(
        try await folder.write(output.fileName) { try await output.write(snapshot, to: $0) })
    }
    try folder.takePlace()
    return edition.written
  }
}

/// A file of a publication.
public struct PublishedFile: Sendable, Hashable {
  /// Name within the folder.
  public let name: String
  /// Its length.
  public let byteCount: Int
  /// In hexadecimal.
  public let sha256: String
}
