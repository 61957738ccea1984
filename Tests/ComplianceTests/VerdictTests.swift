import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// Every kind of check can come to every verdict.
@Suite("Verdicts")
struct VerdictTests {
  /// By check: the rule, and the subject that comes to each verdict.
  private static let table: [String: String] = [
    "provision":
      "subject: parcel\nsupply: {facility: [nursery], measure: places}\nattribution: on_site\n"
      + "demand: {measure: households, per: 100}\nat_least: 10\nunit: places/100 households",
    "coverage":
      "subject: parcel\nfacility: [nursery]\nwhere: {inclusive: true}\nwhen: {status: existing}\n"
      + "within: {radius: 300 m}\nat_least: 100\nunit: percent",
    "presence":
      "subject: community\nfacility: [nursery]\nwhere: {inclusive: true}\nat_least: 1\n"
      + "when: {urban: true}\nunit: count",
    "size":
      "subject: facility\nkinds: [nursery]\nmeasure: floor_area\nper: places\nat_least: 12\n"
      + "unit: m2/place",
    "share":
      "subject: community\npart: {facility: [nursery], where: {inclusive: true}, measure: places}\n"
      + "whole: {facility: [nursery], measure: places}\nat_least: 100\nunit: percent",
    "total":
      "subject: community\nsum: {facility: [nursery], measure: floor_area}\nat_least: 120\n"
      + "when: {urban: true}\nunit: m2",
  ]

  /// Four communities with a parcel and a nursery each: as it should be, too small, not known, and
  /// nothing to judge.
  private var city: SmallCity {
    var city = SmallCity()
    for (index, verdict) in Verdict.allCases.enumerated() {
      let x = Double(index) * 1000
      let isNothing = verdict == .notApplicable
      city.units.append(
        .init(
          id: verdict.name, level: .community,
          box: Envelope(minX: x - 400, minY: -400, maxX: x + 400, maxY: 400), urban: !isNothing))
      city.parcels.append(
        .init(
          id: verdict.name, x: x, y: 0, side: 100, households: isNothing ? "0" : "100",
          status: isNothing ? .new : .existing))
      var nursery = SmallCity.Facility(id: verdict.name, kind: "nursery", x: x, y: 0)
      switch verdict {
      case .pass: (nursery.places, nursery.floorArea, nursery.inclusive) = ("10", "120", true)
      case .fail: (nursery.places, nursery.floorArea, nursery.inclusive) = ("9", "100", false)
      case .unknown: break
      case .notApplicable: (nursery.places, nursery.floorArea) = ("0", "200")
      }
      city.facilities.append(nursery)
    }
    return city
  }

  @Test("every check has an example of each verdict", arguments: CheckRegistry.all.map { $0.name })
  func examples(check: String) async throws {
    let rule = try #require(Self.table[check], "the check '\(check)' has no example here")
    let pack = try SmallPack.make("check: \(check)\n" + rule)
    let result = try await city.check([pack])
    for verdict in Verdict.allCases {
      let found = try #require(result.found("small/r0", verdict.name))
      #expect(found.verdict == verdict, "\(verdict.name): \(found.measured) \(found.reason)")
    }
    #expect(result.findings[0].verdictCounts == [1, 1, 1, 1])
  }
}
