import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// So many of several things.
@Suite("At least so many of")
struct AtLeastOfTests {
  private static func city(_ kinds: [(kind: String, x: Double)]) -> SmallCity {
    var city = SmallCity()
    city.parcels = [.init(id: "s", x: 0, y: 0, side: 100)]
    city.facilities = kinds.enumerated().map { index, facility in
      .init(id: "f\(index)", kind: facility.kind, x: facility.x, y: 0)
    }
    city.units = [
      .init(
        id: "s", level: .community, box: Envelope(minX: -400, minY: -400, maxX: 400, maxY: 400))
    ]
    return city
  }

  private static let groups = "at_least_of: {2: [hospital, nursery, [park, kindergarten]]}"

  @Test("kinds in a unit or a parcel", arguments: ["parcel", "community"])
  func presence(subject: String) async throws {
    let pack = try SmallPack.make(
      "check: presence\nsubject: \(subject)\nunit: count\n" + Self.groups)
    for (kinds, count, verdict) in [
      (["hospital", "hospital"], 1.0, Verdict.fail), (["park", "kindergarten"], 1, .fail),
      (["park", "nursery"], 2, .pass), (["park", "nursery", "hospital", "park"], 3, .pass),
      ([], 0, .fail),
    ] {
      let result = try await Self.city(kinds.map { ($0, 0) }).check([pack])
      let found = result.found("small/r0", "s")
      #expect(found?.verdict == verdict, "\(kinds)")
      #expect(found?.measured == count, "\(kinds)")
      #expect(result.findings[0].required(of: 0)?.figure == Amount(2))
    }
    var city = Self.city([("nursery", 0), ("hospital", 0)])
    city.facilities[1].status = .new
    let filtered = try SmallPack.make(
      "check: presence\nsubject: \(subject)\nunit: count\nwhere: {inclusive: true}\n"
        + Self.groups)
    city.facilities[0].inclusive = true
    #expect(try await city.check([filtered]).found("small/r0", "s")?.verdict == .unknown)
    city.facilities[1].inclusive = false
    #expect(try await city.check([filtered]).found("small/r0", "s")?.verdict == .fail)
  }

  @Test("units that have so many of them")
  func counting() async throws {
    let pack = try SmallPack.make(
      "check: presence\nsubject: district\nat_least: 100\nunit: percent\n"
        + "counting: {units: community}\n" + Self.groups)
    for (kinds, verdict) in [
      (["park", "nursery"], Verdict.pass), (["park", "kindergarten"], .fail),
    ] {
      var city = Self.city(kinds.map { ($0, 0) })
      city.units.append(
        .init(
          id: "d", level: .district, box: Envelope(minX: -500, minY: -500, maxX: 500, maxY: 500)))
      #expect(try await city.check([pack]).found("small/r0", "d")?.verdict == verdict, "\(kinds)")
    }
  }

  @Test("kinds within reach")
  func coverage() async throws {
    let pack = try SmallPack.make(
      "check: coverage\nsubject: parcel\nunit: percent\nat_least: 100\nat: centroid\n"
        + "within: {radius: 300 m}\n" + Self.groups)
    for (kinds, verdict, distance) in [
      ([("nursery", 300.0), ("hospital", 10)], Verdict.pass, 300.0),
      ([("nursery", 300.001), ("hospital", 10)], .fail, 300.001),
      ([("nursery", 10), ("nursery", 20)], .fail, .infinity),
      ([("nursery", 10), ("park", 200), ("hospital", 900)], .pass, 200),
    ] {
      let result = try await Self.city(kinds).check([pack])
      #expect(result.found("small/r0", "s")?.verdict == verdict, "\(kinds)")
      guard case .cover(let cover) = result.findings[0].detail else { continue }
      #expect(cover.distance == [distance], "\(kinds)")
    }
  }

  @Test("conditions")
  func conditions() async throws {
    let pack = try SmallPack.make(
      "check: size\nsubject: facility\nkinds: [nursery]\nunit: none\n"
        + "has: {at_least_of: {2: [{equipment: a}, {equipment: b}, {beds: {at_least: 10}}]}}")
    for (equipment, beds, verdict) in [
      (["a", "b"], nil, Verdict.pass), (["a"], "10", .pass), (["a"], "9", .fail),
      (["a"], nil, .unknown), ([], nil, .fail), (nil, "10", .unknown),
    ] as [([String]?, String?, Verdict)] {
      var city = Self.city([("nursery", 0)])
      city.facilities[0].equipment = equipment
      city.facilities[0].beds = beds
      #expect(
        try await city.check([pack]).found("small/r0", "f0")?.verdict == verdict,
        "\(equipment ?? []) \(beds ?? "")")
    }
  }
}
