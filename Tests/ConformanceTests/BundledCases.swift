import Foundation
import Synchronization
import TestSupport

@testable import Conformance
@testable import SitingCLI

/// The cases that come with the program, run once for all tests, with their results in a folder.
struct BundledCases: Sendable {
  let cases: [ConformanceCase]
  let outcomes: [CaseOutcome]
  let scratch: ScratchFolder
  /// What the runs came to, by id.
  private let endings: [String: ProgramEnding]

  private static let run = Task { try await BundledCases(ConformanceSuite.builtIn().cases) }

  static var shared: BundledCases { get async throws { try await run.value } }

  init(_ cases: [ConformanceCase]) async throws {
    self.cases = cases
    let scratch = try ScratchFolder()
    self.scratch = scratch
    let noted = Notebook()
    let run = try ConformanceRun(atATime: 2, keepingIn: scratch.path) { arguments in
      let ending = await Siting.ending(of: ["check"] + arguments)
      let folder = URL(fileURLWithPath: arguments[0]).deletingLastPathComponent()
      noted.endings.withLock { $0[folder.lastPathComponent] = ending }
      return ending
    }
    outcomes = try await run.outcomes(of: cases)
    endings = noted.endings.withLock { $0 }
  }

  private final class Notebook: Sendable {
    let endings = Mutex<[String: ProgramEnding]>([:])
  }

  /// Where the results of a run are not what a case expects that has its id.
  func differences(_ one: ConformanceCase) -> [Difference] {
    guard let ending = endings[one.id] else { return [] }
    return one.differences(ending, results: scratch.path("\(one.id)/out"))
  }
}
