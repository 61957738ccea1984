import PackSupport
import Rules
import Testing
import Wording

/// How rules are shown in short.
@Suite("Rules as packs write them")
struct RuleWordsTests {
  private static func rule(_ lines: String) throws -> Rule {
    let pack = """
      schema: 1
      id: test
      title: Test
      document: {number: null, issuer: I, issued: 2025-01-01, status: issued}
      rules:
        - id: circle
          clause: 一
          says: Says.
          means: nursery-circle
          force: binding
          check: coverage
          subject: parcel
          facility: [nursery]
          within: {walk: 5 min}
          at_least: 95
          unit: percent
        - id: r
          clause: 一
          says: Says.
          means: childcare-places-new
          force: binding
      """
    let own = lines.split(separator: "\n").map { "\n    " + $0 }.joined()
    return try TestPacks.pack(pack + own).rules[1]
  }

  @Test(
    "what is required",
    arguments: [
      (
        "check: coverage\nsubject: parcel\nfacility: [nursery]\nwithin: {radius: 30 m}\nat_least: 90\n"
          + "unit: percent", "radius 30 m ≥ 90 percent"
      ),
      (
        "check: coverage\nsubject: parcel\nfacility: [nursery]\nbeyond: {radius: 30 m}\nat_least: 90\n"
          + "unit: percent", "beyond radius 30 m ≥ 90 percent"
      ),
      (
        "check: coverage\nsubject: facility\nkinds: [nursery]\nother: parcel\nbeyond: {radius: 50 m}\n"
          + "at_least: 100\nunit: percent", "beyond radius 50 m from parcels ≥ 100 percent"
      ),
      (
        "check: coverage\nsubject: parcel\nat_least_of: {2: [library, primary_medical, [park, nursery]]}\n"
          + "within: {walk: 15 min}\nat_least: 100\nunit: percent",
        "2 of library, primary_medical, park/nursery walk 15 min ≥ 100 percent"
      ),
      (
        "check: presence\nsubject: street\nat_least_of: {2: [library, park, nursery]}\nunit: count",
        "2 of library, park, nursery"
      ),
      (
        "check: presence\nsubject: city\nat_least_of: {1: [library, park]}\nunit: percent\n"
          + "counting: {units: community}\nat_least: 90", "1 of library, park ≥ 90 percent"
      ),
      (
        "check: size\nsubject: facility\nkinds: [nursery]\nunit: none\n"
          + "has: {delivered: {before_share_of_housing: 50}}",
        "delivered before_share_of_housing 50 percent"
      ),
      (
        "check: size\nsubject: facility\nkinds: [nursery]\nunit: none\nhas: {delivered: with_housing}",
        "delivered = with_housing"
      ),
      (
        "check: size\nsubject: facility\nkinds: [nursery]\nunit: none\n"
          + "has: {equipment: camera, places: {between: [10, 20]}}",
        "equipment = camera; places in 10–20"
      ),
      (
        "check: coverage\nsubject: parcel\nfacility: [nursery]\nreport_only: true\nunit: m",
        "(report only, m)"
      ),
    ])
  func requirements(lines: String, requirement: String) throws {
    #expect(try Self.rule(lines).requirement == requirement)
  }

  @Test("of whom it speaks")
  func applicability() throws {
    let rule =
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 1\nunit: count\n"
    #expect(try Self.rule(rule).applicability == "")
    #expect(
      try Self.rule(rule + "when: {status: new, measured: {circle: {less_than: 80}}}").applicability
        == "status = new; circle < 80")
    #expect(
      try Self.rule(rule + "when: {measured: {circle: {at_least: 20, less_than: 80}}}")
        .applicability == "circle ≥ 20; circle < 80")
  }
}
