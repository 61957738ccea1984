public import Compliance
public import Documents
internal import Pages
public import Workers

/// Turns the review of a plan into an opinion: a sheet for readers, the same for machines, layers
/// and a manifest.
public enum OpinionPublication {
  /// What is written, and how.
  public struct Options: Sendable {
    /// Of labels and sentences; the names of columns and keys are the same in all languages.
    public var language: Language
    /// Names of the files to write. The manifest is always written: it marks the folder as ours.
    public var outputs: Set<String>
    /// What the review was asked to contain: what was not looked at is not called empty.
    public var reviewed: PlanReviewer.Options
    /// How many rows are formatted at a time; the bytes do not depend on it.
    public var workers: Workers
    /// Goes into the manifest and the sheet.
    public var engineVersion: String
    /// To be shared by the opinions of one run, which rest on the same city.
    public var hashes = FileHashes()

    /// All outputs but the PDF unless some are named.
    ///
    /// - Parameter pdf: Whether to print the sheet to `opinion.pdf` too, where there is a browser.
    public init(
      language: Language, outputs: Set<String> = OpinionRegistry.withoutPDF,
      reviewed: PlanReviewer.Options = PlanReviewer.Options(),
      workers: Workers = Workers(count: 1), engineVersion: String, pdf: Bool = false
    ) {
      self.language = language
      self.outputs = pdf ? outputs.union([OpinionPDFOutput.fileName]) : outputs
      self.reviewed = reviewed
      self.workers = workers
      self.engineVersion = engineVersion
    }
  }

  /// Writes all outputs or nothing: into a new folder beside `directory`, which then takes its
  /// place in one rename. The same inputs give the same bytes, but for those of `opinion.pdf`.
  ///
  /// - Parameters:
  ///   - review: What was found.
  ///   - directory: Path of the folder. One that exists is replaced if it is empty or an earlier
  ///     publication, that is, holds nothing but what its `manifest.json` lists.
  ///   - options: What is written, and how.
  /// - Throws: `PublishingError`, or `CancellationError`; the folder is then as it was.
  public static func publish(
    _ review: PlanReview, to directory: String, options: Options
  ) async throws -> PublishedOpinion {
    try await publish(review, to: directory, options: options, from: OpinionRegistry.writable)
  }

  /// As above, with outputs of a caller's choice, so that tests can let one fail.
  static func publish(
    _ review: PlanReview, to directory: String, options: Options,
    from registry: [any WritableOutput<OpinionEdition>.Type]
  ) async throws -> PublishedOpinion {
    let press = try await OutputFolder.publish(
      to: directory, options.outputs, from: registry, workers: options.workers
    ) {
      try await OpinionEdition(review, options: options)
    }
    return PublishedOpinion(files: press.written, notes: press.notes)
  }
}

/// What was written of an opinion.
public struct PublishedOpinion: Sendable, Hashable {
  /// The files, in the order of the registry.
  public let files: [PublishedFile]
  /// What was left out, and why: no browser was there to print with.
  public let notes: [LocalizedText]
}
