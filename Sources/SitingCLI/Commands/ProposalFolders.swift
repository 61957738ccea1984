import Documents
import Foundation
import GeoData
import Locating
import Publishing
import Wording

/// Where a proposal and its results are.
struct ProposalFolders {
  private let out: String
  private let results: ScenarioFolders

  init(_ out: String) {
    self.out = out
    results = ScenarioFolders(out)
  }

  var proposal: String { "\(out)/proposal" }

  /// Makes sure, before the work is done, that all can be written.
  func check(_ options: Publication.Options) throws {
    try results.check(options)
    if FileManager.default.fileExists(atPath: out) { try Publication.check(proposal) }
  }

  /// Writes the proposal, the results without and with it, and what changes.
  ///
  /// - Returns: How many files there are.
  func publish(
    _ proposal: Proposal, kinds: FacilityKinds, _ options: Publication.Options
  ) async throws -> Int {
    try results.make()
    var count = try await ProposalPublication.publish(
      proposal, kinds: kinds, to: self.proposal,
      options: ProposalPublication.Options(
        language: options.language, workers: options.workers, engineVersion: engineVersion)
    ).count
    count += try await Publication.publish(proposal.before, to: results.before, options: options)
      .count
    count += try await Publication.publish(proposal.after, to: results.after, options: options)
      .count
    let comparison = try await RunComparison.compare(
      results.before, with: results.after, between: [], workers: options.workers)
    count += try await ComparisonPublication.publish(
      comparison, to: results.changes,
      options: ComparisonPublication.Options(
        language: options.language, workers: options.workers, engineVersion: engineVersion)
    ).count
    return count
  }
}
