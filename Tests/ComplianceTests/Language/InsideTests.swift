import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// Subjects and facilities by the units that they lie in.
@Suite("Inside a unit")
struct InsideTests {
  @Test("by what the unit says of itself; of no unit nothing is known")
  func parcelsAndFacilities() async throws {
    var city = SmallCity()
    for (index, type) in ["old_town", "suburb", nil].enumerated() {
      let x = Double(index) * 1000
      city.units.append(
        .init(
          id: "u\(index)", level: .street,
          box: Envelope(minX: x - 400, minY: -400, maxX: x + 400, maxY: 400), type: type))
    }
    for index in 0..<4 {
      let x = Double(index) * 1000
      city.parcels.append(.init(id: "p\(index)", x: x, y: 0, side: 100))
      city.facilities.append(.init(id: "f\(index)", kind: "nursery", x: x, y: 0, places: "10"))
    }
    let inside = "{inside: {street: {type: old_town}}}"
    let pack = try SmallPack.make(
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 1\nunit: count\n"
        + "when: \(inside)",
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 1\nunit: count\n"
        + "where: \(inside)",
      "check: size\nsubject: facility\nkinds: [nursery]\nmeasure: places\nat_least: 10\n"
        + "unit: places\nwhen: {not: \(inside)}")
    let result = try await city.check([pack])
    #expect(result.findings[0].verdicts == [.pass, .notApplicable, .unknown, .unknown])
    #expect(result.findings[1].verdicts == [.pass, .fail, .unknown, .unknown])
    #expect(result.findings[2].verdicts == [.notApplicable, .pass, .unknown, .unknown])
    #expect(result.found("small/r0", "p3")?.reason.contains("street") ?? false)
  }
}
