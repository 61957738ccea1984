import Documents
import Foundation
import TestSupport
import Testing

@testable import Conformance
@testable import SitingCLI

@Suite("The program agrees with the cases")
struct AgreementTests {
  @Test("all that come with it, but for those listed as not yet so")
  func bundled() async throws {
    let run = try await BundledCases.shared
    #expect(run.cases.count >= 164)
    for (one, outcome) in zip(run.cases, run.outcomes) {
      check(one, outcome)
    }
    let ids = Set(run.cases.map(\.id))
    #expect(notYet.subtracting(ids).isEmpty, "the list names cases that there are not")
  }

  @Test(
    "all in the test data",
    .enabled(if: TestData.has("conformance/cases"), TestData.advice))
  func elsewhere() async throws {
    let suite = try ConformanceSuite(at: TestData.path("conformance/cases"))
    let run = try ConformanceRun(atATime: 2) { await Siting.ending(of: ["check"] + $0) }
    for (one, outcome) in zip(suite.cases, try await run.outcomes(of: suite.cases)) {
      check(one, outcome)
    }
  }

  private func check(_ one: ConformanceCase, _ outcome: CaseOutcome) {
    let isListed = notYet.contains(one.id)
    switch outcome {
    case .pass:
      #expect(!isListed, "\(one.id) agrees; take it off the list in NotYet.swift")
    case .fail(let differences):
      let text = differences.map(\.sentence.en).joined(separator: "\n")
      #expect(isListed, "\(one.group)/\(one.id): \(one.says)\n\(text)")
    case .notRun(let reason): Issue.record("\(one.id): \(reason)")
    }
  }

  @Test("cases that run side by side give what they give one by one")
  func sideBySide() async throws {
    let cases = Array(try ConformanceSuite.builtIn().only("presence").cases)
    var outcomes: [[CaseOutcome]] = []
    for atATime in [1, 2, 7] {
      let run = try ConformanceRun(atATime: atATime) { await Siting.ending(of: ["check"] + $0) }
      outcomes.append(try await run.outcomes(of: cases))
    }
    #expect(outcomes[0] == outcomes[1] && outcomes[1] == outcomes[2])
  }
}
