public import Documents
public import GeoData
public import Locating
internal import Rules
public import Workers

/// Turns a proposal into a folder: a page, the sites as a layer that can be fed back, whom they serve, and the proof.
public enum ProposalPublication {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let outputs: [any PublishedOutput.Type] = writable

  static let writable: [any WritableOutput<ProposalEdition>.Type] = [
    ProposalPageOutput.self, ProposalsOutput.self, ProposalLinksOutput.self,
    ProposalCandidatesOutput.self, ProposalJSONOutput.self, ProposalProblemOutput.self,
    ProposalCertificateOutput.self,
    ProposalManifestOutput.self,
  ]

  /// How it is written.
  public struct Options: Sendable {
    /// Of labels and sentences.
    public var language: Language
    /// How many rows are formatted at a time.
    public var workers: Workers
    /// Goes into the manifest.
    public var engineVersion: String

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
  /// - Throws: `PublishingError`, or `CancellationError`; the folder is then as it was.
  public static func publish(
    _ proposal: Proposal, kinds: FacilityKinds, to directory: String, options: Options
  ) async throws -> [PublishedFile] {
    try await OutputFolder.publish(
      to: directory, Set(writable.map { $0.fileName }), from: writable, workers: options.workers
    ) {
      ProposalEdition(
        proposal: proposal, kinds: kinds, language: options.language,
        engineVersion: options.engineVersion)
    }.written
  }
}

/// What all outputs of one proposal share.
struct ProposalEdition: Sendable {
  let proposal: Proposal
  let kinds: FacilityKinds
  let language: Language
  let engineVersion: String
}
