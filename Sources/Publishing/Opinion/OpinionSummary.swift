public import Compliance
internal import Documents
internal import Foundation
internal import GeoFiles
internal import Pages

/// The page over the opinions of one run.
public enum OpinionSummary {
  /// `summary.html`, in the folder that holds those of the opinions.
  public static let fileName = "summary.html"

  /// One plan that was reviewed and published.
  public struct Entry: Sendable {
    let review: PlanReview
    let folder: String

    /// - Parameter folder: The name of its folder, beside the page.
    public init(_ review: PlanReview, folder: String) {
      self.review = review
      self.folder = folder
    }
  }

  /// Writes the page, whole or not at all.
  ///
  /// - Parameters:
  ///   - entries: Those that were reviewed, in their order.
  ///   - failures: Names of those that were not, each with the reason in the reader's language.
  ///   - directory: Path of the folder that holds the opinions.
  ///   - options: As the opinions were published.
  /// - Throws: `PublishingError` where a file of that name is none of ours.
  public static func publish(
    _ entries: [Entry], failures: [(name: String, reason: String)], in directory: String,
    options: OpinionPublication.Options
  ) async throws {
    guard let first = entries.first else { return }
    let path = "\(directory)/\(fileName)"
    if let there = FileManager.default.contents(atPath: path),
      !String(decoding: there.prefix(4_096), as: UTF8.self).contains(mark)
    {
      throw PublishingError.cannotWrite(
        path: path, reason: "a file of that name is there, which is none of ours")
    }
    let imprint = try await OpinionEdition(first.review, options: options).imprint
    let page = PlanSummary(
      entries.map { .init($0.review, sheet: "\(link($0.folder))/opinion.html") },
      failures.map { .init(name: $0.name, reason: $0.reason) }, on: options.reviewed.duties,
      imprint: imprint)
    let partial = "\(directory)/.\(fileName).partial-\(getpid())"
    do {
      try OutputFile.write(Array(page.html.utf8), to: partial)
      guard rename(partial, path) == 0 else {
        throw PublishingError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
      }
    } catch {
      unlink(partial)
      throw error
    }
  }

  /// What every page of ours has in its head.
  private static let mark = #"<meta name="generator" content="siting "#

  /// A folder's name in an address.
  private static func link(_ folder: String) -> String {
    folder.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? folder
  }
}
