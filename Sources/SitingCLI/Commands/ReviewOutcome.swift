import Compliance
import Documents
import Foundation
import Planning
import Publishing
import Rules

/// What became of the plans of one run.
struct ReviewOutcome {
  let console: Console
  private var reviews: [ReviewSummary] = []
  private var errors: [any Error] = []
  private var hasFailure = false
  private var lacksData = false

  init(console: Console) { self.console = console }

  /// Publishes one opinion, or keeps the reason why there is none.
  mutating func add(
    _ result: Result<PlanReview, any Error>, _ submission: PlanSubmission, to folder: String,
    _ command: ReviewCommand
  ) async throws {
    switch result {
    case .failure(let error):
      errors.append(error)
      Console.explain(error)
    case .success(let review):
      if review.verdict == .fail { hasFailure = true }
      if review.lacksData { lacksData = true }
      let options = OpinionPublication.Options(
        language: console.language, reviewed: command.options,
        workers: command.computing.workers, engineVersion: engineVersion, pdf: command.pdf)
      let isMade = try folder != command.out && Self.makeFolder(command.out)
      // It stays if it holds anything.
      defer { if isMade { rmdir(command.out) } }
      let published = try await OpinionPublication.publish(review, to: folder, options: options)
      for note in published.notes { console.note(note[console.language]) }
      let summary = ReviewSummary(review, out: folder, console.language)
      reviews.append(summary)
      if !command.json, !command.shared.quiet {
        Console.write(ReviewText(review, console).text)
      }
    }
  }

  /// Makes the folder that holds one opinion for each of several plans.
  ///
  /// - Returns: Whether it was not there.
  private static func makeFolder(_ path: String) throws -> Bool {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue else { throw PublishingError.notAFolder(path: path) }
      guard !FileManager.default.fileExists(atPath: "\(path)/manifest.json") else {
        throw PublishingError.cannotWrite(path: path, reason: "it is a result of its own")
      }
      return false
    }
    guard mkdir(path, 0o777) != 0 else { return true }
    if errno == ENOENT { throw PublishingError.noParent(path: path) }
    throw PublishingError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
  }

  /// Ends the run with its status.
  func finish(isSingle: Bool, json: Bool) throws {
    if json {
      if isSingle, let only = reviews.first {
        Console.write(try Console.json(only))
      } else if !isSingle {
        Console.write(try Console.json(reviews))
      }
    }
    console.note(
      console.say("wrote \(reviews.count) opinions", "已写出审查意见 \(reviews.count) 份")
        + reviews.prefix(3).map { " \($0.out)/opinion.html" }.joined()
        + (reviews.count > 3 ? " …" : "") + " (\(console.elapsed))")
    if hasFailure { throw ExitStatus.doesNotComply }
    if isSingle, let error = errors.first { throw ExitStatus(of: error) ?? .fault }
    if !errors.isEmpty || lacksData { throw ExitStatus.badData }
  }
}
