import Compliance
import Documents
import Foundation
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Wording

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

  @Test("every undecided finding hangs on a datum, the heaviest first")
  func missing() async throws {
    let library = try PackLibrary()
    let result = try SmallResult.make(
      side: 6, packs: [library.pack("shangqiu-2022"), library.pack("liaoning-2022")])
    let data = MissingDatum.ranked(result)
    var undecided = 0
    for findings in result.findings where findings.rule.force != .advisory {
      undecided += findings.rows.indices.count { subject in
        findings.verdicts[subject] == .unknown && findings.reason(of: subject) != nil
      }
    }
    #expect(data.reduce(0) { $0 + $1.findings } == undecided)
    #expect(data.map(\.findings) == data.map(\.findings).sorted(by: >))
    for datum in data {
      #expect(datum.subjects.count <= datum.findings && !datum.clauses.isEmpty)
      #expect(
        datum.clauses == datum.clauses.sorted() && Set(datum.clauses).count == datum.clauses.count)
    }
  }

  @Test("what is missing is told with the line to write")
  func mending() {
    #expect(
      Reason.applicabilityUnknown(columns: ["urban", "status"]).mending?.line
        == "assumptions: {status: existing, urban: true}")
    #expect(
      Reason.peopleMissing(.population).mending?.line == "assumptions: {persons_per_household: …}")
    #expect(Reason.peopleMissing(.households).mending?.fill?.en == "fill in households of parcels")
    #expect(Reason.figureNotStated(parameter: "x").mending?.line == "parameters: {x: …}")
    #expect(Reason.noLayer(.units).mending?.line == "layers: {units: …}")
    #expect(Reason.dataDecides.mending == nil)
  }
}
