import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// A reason names what is missing, and nothing that is there.
@Suite("Doubts")
struct DoubtTests {
  private func reasons(_ rule: String, _ city: SmallCity) async throws -> [Reason?] {
    let findings = try #require(try await city.check([SmallPack.make(rule)]).findings.first)
    return findings.rows.indices.map { findings.reason(of: $0) }
  }

  @Test("about parcels: only the columns that a parcel lacks")
  func parcels() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "a", x: 0, y: 0, side: 50, population: "10", urban: true),
      .init(id: "b", x: 900, y: 0, side: 50, population: "10", status: .new),
      .init(id: "c", x: 1800, y: 0, side: 50, population: "10"),
      .init(id: "d", x: 2700, y: 0, side: 50, population: "10", urban: false),
    ]
    city.facilities = [.init(id: "f", kind: "nursery", x: 0, y: 0, places: "1")]
    let rule =
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 1\nunit: count\n"
      + "when: {all: [{status: new}, {urban: true}]}"
    #expect(
      try await reasons(rule, city) == [
        .applicabilityUnknown(columns: ["status"]), .applicabilityUnknown(columns: ["urban"]),
        .applicabilityUnknown(columns: ["status", "urban"]), nil,
      ])
  }

  @Test("about units, and about what a facility has")
  func others() async throws {
    var city = SmallCity()
    city.units = [
      .init(
        id: "u", level: .community, box: Envelope(minX: -9, minY: -9, maxX: 9, maxY: 9), urban: true
      )
    ]
    city.parcels = [.init(id: "p", x: 0, y: 0, side: 2, population: "10")]
    city.facilities = [.init(id: "f", kind: "nursery", x: 0, y: 0, places: "1", inclusive: true)]
    let unit =
      "check: presence\nsubject: community\nfacility: [nursery]\nat_least: 1\nunit: count\n"
      + "when: {urban: true, elders: {at_least: 5}}"
    #expect(
      try await reasons(unit, city) == [.applicabilityUnknown(columns: ["elders"])])
    let size =
      "check: size\nsubject: facility\nkinds: [nursery]\n"
      + "has: {inclusive: true, ownership: public}\nunit: none"
    #expect(
      try await reasons(size, city) == [.contentsNotStated(columns: ["ownership"])])
  }

  @Test("what is unknown has no figure 0")
  func zeros() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "a", x: 0, y: 0, side: 50, population: "10"),
      .init(id: "b", x: 900, y: 0, side: 50),
    ]
    city.facilities = [.init(id: "f", kind: "nursery", x: 0, y: 0)]
    let rules = [
      "check: presence\nsubject: parcel\nfacility: [nursery]\nwhere: {inclusive: true}\n"
        + "at_least: 1\nunit: count",
      "check: coverage\nsubject: parcel\nfacility: [nursery]\nwhere: {inclusive: true}\n"
        + "within: {radius: 300 m}\nat_least: 100\nunit: percent",
      "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: places}\n"
        + "demand: {measure: population, per: 100}\nattribution: on_site\nat_least: 1\n"
        + "unit: places/100 persons",
    ]
    for findings in try await city.check([SmallPack.make(rules)]).findings {
      #expect(findings.verdicts.contains(.unknown), "\(findings.rule.id)")
      for subject in findings.rows.indices where findings.verdicts[subject] == .unknown {
        #expect(findings.measured[subject] != 0, "\(findings.rule.id) \(subject)")
      }
    }
  }

  @Test("a clause that only reports says what it counted")
  func reports() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "a", x: 0, y: 0, side: 50, population: "10")]
    city.facilities = [.init(id: "f", kind: "nursery", x: 100, y: 0, places: "3")]
    let rule =
      "check: provision\nsubject: parcel\n"
      + "supply: {facility: [nursery], measure: places}\n"
      + "demand: {measure: population, per: 100}\nreport_only: true\nunit: places/100 persons"
    let findings = try #require(try await city.check([SmallPack.make(rule)]).findings.first)
    #expect(findings.verdicts == [.notApplicable] && findings.measured == [30])
    #expect(findings.facilities(of: 0) == [0])
    guard case .counted(let count, verdict: .notApplicable)? = findings.reason(of: 0) else {
      Issue.record("\(String(describing: findings.reason(of: 0)))")
      return
    }
    #expect(count.isBound && count.defaultReach != nil)
  }

  @Test("what the parcels of a unit came to leaves out those that a clause does not speak of")
  func rollUps() async throws {
    var city = SmallCity()
    city.units = [
      .init(
        id: "u", level: .community, box: Envelope(minX: -99, minY: -99, maxX: 999, maxY: 99))
    ]
    city.parcels = [
      .init(id: "a", x: 0, y: 0, side: 50, population: "10", status: .new),
      .init(id: "b", x: 200, y: 0, side: 50, population: "70", status: .existing),
      .init(id: "c", x: 800, y: 0, side: 50, population: "5", status: .new),
    ]
    city.facilities = [.init(id: "f", kind: "nursery", x: 0, y: 0, places: "1")]
    let rule =
      "check: coverage\nsubject: parcel\nfacility: [nursery]\nunit: percent\n"
      + "within: {radius: 300 m}\nwhen: {status: new}\n"
    for more in ["at_least: 100", "report_only: true"] {
      let result = try await city.check([SmallPack.make(rule + more)])
      let summary = try #require(result.unitSummaries.first)
      #expect(summary.people.reduce(.zero, +) == Amount(15), "\(more)")
      #expect(summary.peopleCovered == Amount(10), "\(more)")
    }
  }
}
