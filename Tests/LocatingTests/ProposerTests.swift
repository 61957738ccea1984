import Compliance
import Locating
import Optimizing
import Planning
import Quantities
import Rules
import Testing
import Workers

@Suite("Proposals for little cities")
struct ProposerTests {
  private func propose(_ little: LittleCity, _ before: ComplianceResult) async throws -> Proposal {
    let request = ProposalRequest(
      options: [little.option], candidates: little.candidates,
      limits: SearchLimits(iterations: 2_000))
    return try await Proposer(
      city: little.city, packs: little.packs, vocabulary: little.vocabulary.kinds,
      workers: Workers(count: 1)
    ).propose(request, after: before, judge: { city, _ in try await little.judge(city) })
  }

  @Test("cost as little as anything that makes all pass, as the batch says", arguments: 1...24)
  func exhaustive(seed: Int) async throws {
    let little = try await LittleCity(seed: UInt64(seed))
    let before = try await little.judge(little.city)
    guard before.findings.contains(where: { $0.verdicts.contains(.fail) }) else { return }
    let least = try await little.leastCost()
    let proposal = try await propose(little, before)
    if let least {
      #expect(proposal.cost == least)
      #expect(proposal.proof.stop == .proven)
      #expect(proposal.outcomes.allSatisfy { $0.failing == 0 && $0.beyond.isEmpty })
      #expect(!proposal.after.findings.contains { $0.verdicts.contains(.fail) })
    } else {
      #expect(proposal.outcomes.contains { !$0.beyond.isEmpty })
      // What is not beyond all sites passes.
      for outcome in proposal.outcomes {
        #expect(outcome.failing <= outcome.beyond.count)
      }
    }
  }
}
