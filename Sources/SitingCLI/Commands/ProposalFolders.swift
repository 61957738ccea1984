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
    let own = try await results.publish(proposal.before, proposal.after, options).count
    return try await own
      + ProposalPublication.publish(
        proposal, kinds: kinds, to: self.proposal,
        options: ProposalPublication.Options(
          language: options.language, workers: options.workers, engineVersion: engineVersion)
      ).count
  }
}
