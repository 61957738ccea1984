internal import Foundation
public import Publishing
internal import Synchronization
internal import Workers

/// Runs cases, several side by side.
public struct ConformanceRun: Sendable {
  /// A program that takes the arguments of `siting check`.
  public typealias Program = @Sendable (_ arguments: [String]) async -> ProgramEnding

  private let program: Program
  private let atATime: Int
  private let kept: String?

  /// - Parameters:
  ///   - atATime: How many cases may run side by side.
  ///   - folder: Where the files and results of the cases stay, a folder each; `nil`: nowhere.
  ///   - program: What is held against the cases.
  /// - Throws: `PublishingError` where there can be no such folder.
  public init(
    atATime: Int, keepingIn folder: String? = nil, program: @escaping Program
  ) throws(PublishingError) {
    self.program = program
    self.atATime = max(1, atATime)
    kept = folder
    guard let folder else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder, reason: error.localizedDescription)
    }
  }

  /// What came of each case, in their order.
  ///
  /// - Parameter progress: Called with the number of cases that are done.
  public func outcomes(
    of cases: [ConformanceCase], progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) async throws -> [CaseOutcome] {
    let scratch = FileManager.default.temporaryDirectory
      .appendingPathComponent("siting-conformance-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    let folder = kept ?? scratch
    let tally = Tally()
    return try await Workers(count: atATime).sideBySide(cases) { one in
      try Task.checkCancellation()
      let outcome = await run(one, in: folder)
      progress(tally.next())
      return outcome
    }
  }

  private func run(_ one: ConformanceCase, in folder: String) async -> CaseOutcome {
    let files: CaseFolder
    do {
      files = try CaseFolder(one.inputs, at: "\(folder)/\(one.id)")
    } catch {
      return .notRun(error.localizedDescription)
    }
    // Sentences are looked at in one language; one worker, since cases run side by side.
    var arguments = [files.project, "--out", files.results, "--lang", "en", "--threads", "1"]
    if kept == nil { arguments += ["--outputs", one.outputs.joined(separator: ",")] }
    let ending = await program(arguments + one.inputs.options)
    let differences = one.differences(
      ending.anonymous(of: files.path), results: files.results)
    if kept == nil { try? FileManager.default.removeItem(atPath: files.path) }
    return differences.isEmpty ? .pass : .fail(differences)
  }
}

/// Counts what is done.
private final class Tally: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}

extension ProgramEnding {
  /// Without what differs from run to run: the folder, and seconds.
  fileprivate func anonymous(of folder: String) -> ProgramEnding {
    ProgramEnding(
      status: status,
      said: said.replacing("\(folder)/", with: "").replacing(#/ \(\d+\.\d\d s\)/#, with: ""))
  }
}

extension ConformanceCase {
  /// The files that its expectations look at.
  fileprivate var outputs: [String] {
    let layers = [
      (
        ParcelsOutput.fileName,
        !expected.overall.isEmpty || expected.findings.contains { $0.distance != nil }
      ),
      (RejectedOutput.fileName, !expected.rejected.isEmpty || expected.rejectedCount != nil),
      (ShortageGroupsOutput.fileName, expected.groups != nil),
    ]
    let named = expected.rows.map { "\($0.layer).geojson" }
    return Set([FindingsOutput.fileName] + layers.filter(\.1).map(\.0) + named).sorted()
  }
}
