import Compliance
import Documents
import Foundation
import Planning
import Publishing
import Rules
import Wording

/// One plan, reviewed and published.
struct Opinion: Sendable {
  let review: PlanReview
  let folder: String
  /// What is printed of it; `nil`: not asked for.
  let document: OpinionDocument?
  /// What was left out of it.
  let notes: [LocalizedText]
}

/// What became of the plans of one run.
struct ReviewOutcome {
  let console: Console
  private var opinions: [Opinion] = []
  private var errors: [(name: String, error: any Error)] = []
  private var hasFailure = false
  private var lacksData = false

  init(console: Console) { self.console = console }

  /// Tells of one plan, or keeps the reason why there is nothing to tell.
  mutating func add(
    _ result: Result<Opinion, any Error>, of name: String, _ command: ReviewCommand
  ) {
    switch result {
    case .failure(let error):
      errors.append((name, error))
      Console.explain(error, in: console.language)
    case .success(let opinion):
      let review = opinion.review
      switch review.conclusion(on: command.duties).word {
      case .doesNotComply: hasFailure = true
      case .needsData: lacksData = true
      case .complies, .compliesInTheMain, .nothingApplies: break
      }
      for note in opinion.notes { console.note(note[console.language]) }
      opinions.append(opinion)
      if !command.json, !command.shared.quiet {
        Console.write(ReviewText(review, on: command.duties, console).text)
      }
    }
  }

  /// Makes the folder that holds one opinion for each of several plans.
  ///
  /// - Returns: Whether it was not there.
  static func makeFolder(_ path: String) throws -> Bool {
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

  /// Writes the page over several opinions.
  func summarise(in directory: String, _ command: ReviewCommand) async throws {
    let options = OpinionPublication.Options(
      language: console.language, reviewed: command.options, engineVersion: engineVersion)
    let entries = opinions.map { opinion in
      OpinionSummary.Entry(
        opinion.review, folder: String(opinion.folder.dropFirst(directory.count + 1)))
    }
    try await OpinionSummary.publish(
      entries, failures: errors.map { ($0.name, Console.sentence($0.error, in: console.language)) },
      in: directory,
      options: options)
  }

  /// Ends the run with its status.
  func finish(isSingle: Bool, json: Bool) throws {
    if json {
      let documents = opinions.compactMap(\.document)
      if !isSingle {
        Console.write(OpinionDocument.text(of: documents))
      } else if let only = documents.first {
        Console.write(only.text)
      }
    }
    console.note(
      console.say(TerminalWords.wroteOpinions(opinions.count))
        + opinions.prefix(3).map { " \($0.folder)/opinion.html" }.joined()
        + (opinions.count > 3 ? " …" : "") + " (\(console.elapsed))")
    if hasFailure { throw ExitStatus.doesNotComply }
    if isSingle, let error = errors.first?.error { throw ExitStatus(of: error) ?? .fault }
    if !errors.isEmpty || lacksData { throw ExitStatus.badData }
  }
}
