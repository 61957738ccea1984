internal import GeoFiles
public import Workers

/// One file of a comparison.
protocol ComparisonOutput: PublishedOutput {
  /// Writes the whole file; its bytes must not depend on the workers.
  static func write(
    _ comparison: RunComparison, _ options: ComparisonPublication.Options, to path: String
  ) async throws
}

/// Turns a comparison into a folder: a layer, a table and a manifest.
public enum ComparisonPublication {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let outputs: [any PublishedOutput.Type] = writable

  private static let writable: [any ComparisonOutput.Type] = [
    ChangesLayer.self, ChangesTable.self, ComparisonManifest.self,
  ]

  /// How it is written.
  public struct Options: Sendable {
    /// How many rows are formatted at a time.
    public var workers: Workers
    /// Goes into the manifest.
    public var engineVersion: String
    /// The files so far.
    var written: [PublishedFile] = []

    /// Options; see the properties.
    public init(workers: Workers = Workers(count: 1), engineVersion: String) {
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
    let folder = try OutputFolder(replacing: directory)
    var options = options
    for output in writable {
      try Task.checkCancellation()
      let name = output.fileName
      let path = "\(folder.partialPath)/\(name)"
      do {
        try await output.write(comparison, options, to: path)
      } catch let error as LayerWriteError {
        throw PublishingError(error, at: "\(folder.path)/\(name)")
      } catch let error as PublishingError {
        throw error.moved(from: path, to: "\(folder.path)/\(name)")
      }
      let (byteCount, digest) = try SHA256Digest.ofFile(path, named: name)
      options.written.append(PublishedFile(name: name, byteCount: byteCount, sha256: digest))
    }
    try folder.takePlace()
    return options.written
  }
}
