import Compliance
import Foundation
import Planning
import Quantities
import Rules
import TestSupport
import Testing

@testable import Pages
@testable import Publishing

@Suite("Results by topic")
struct TopicTests {
  private func report(_ result: ComplianceResult) async throws -> Report {
    Report(try await Edition(result, options: SmallResult.options()))
  }

  @Test("a parcel's verdict on a topic is the worst of its clauses", arguments: [3, 9])
  func worst(side: Int) async throws {
    let library = try PackLibrary()
    let result = try SmallResult.make(
      side: side, packs: [library.pack("shangqiu-2022"), library.pack("gb50180-2018")])
    let report = try await report(result)
    let topics = ParcelTopic.all(report)
    #expect(topics.count > 3)
    for topic in topics {
      let own = result.findings.filter {
        $0.table == .parcels && $0.rule.means == topic.topic && $0.rule.threshold != nil
      }
      let binding = own.filter { $0.rule.force != .advisory }
      #expect(topic.isAdvisory == binding.isEmpty)
      let order: [Verdict] = [.fail, .unknown, .pass, .notApplicable]
      for parcel in 0..<result.city.parcels.count {
        let found = (binding.isEmpty ? own : binding).map { $0.verdicts[parcel] }
        let worst = order.first { found.contains($0) }
        #expect(topic.verdicts[parcel] == worst)
      }
      // Nobody is lost: the people of all verdicts are all people.
      let people = try #require(topic.people(report.people))
      let all = report.people.compactMap { $0 }.reduce(Amount.zero, +)
      #expect(people.reduce(.zero, +) == all)
      #expect(people.shareMet.all + people[Int(Verdict.notApplicable.rawValue)] == all)
    }
    // Each clause about parcels with a figure is in one topic, or left out as advisory beside others.
    let clauses = topics.flatMap(\.findings)
    #expect(Set(clauses).count == clauses.count)
  }

  @Test("targets are the clauses on units and the whole, and the page begins with them")
  func targets() async throws {
    let library = try PackLibrary()
    let result = try SmallResult.make(packs: [library.pack("shangqiu-2022")])
    let report = try await report(result)
    let expected = result.findings.indices.filter { index in
      let findings = result.findings[index]
      return (findings.table == .units || findings.table == .territory)
        && findings.verdicts.contains { $0 != .notApplicable }
    }
    #expect(report.targets == expected)
    let html = report.html
    let sections = ["targets", "topics", "map", "totals", "clauses"].map {
      html.range(of: "<section id=\"\($0)\">")?.lowerBound
    }
    let present = sections.compactMap { $0 }
    #expect(present == present.sorted() && present.count >= 4)
    #expect(html.contains("<select id=\"topic\">"))
    #expect(html.contains("data-t=\""))
  }
}
