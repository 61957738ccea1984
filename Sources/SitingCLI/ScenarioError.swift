import Documents
import Planning
import Wording

/// A scenario has rows that cannot be used.
struct ScenarioError: Error, CustomStringConvertible {
  private let path: String
  private let rejected: [RejectedRow]

  init(_ path: String, _ scenario: Scenario) {
    self.path = path
    rejected = scenario.rejected
  }

  var description: String { sentences(.en) }

  /// What is wrong with each row.
  func sentences(_ language: Language) -> String {
    rejected.map { row in
      TerminalWords.scenarioRow(row, of: path)[language]
    }.joined(separator: "\n")
  }
}
