import Compliance
import GeoFiles
import Measuring
import Planar
import Planning
import Quantities
import Rules
import Testing
import Workers

/// Subjects by the facilities that they lie in.
@Suite("Inside a facility")
struct InsideFacilityTests {
  private static let mall =
    "{inside: {facility: {kind: public_place, floor_area: {at_least: 9000}}}}"

  /// A large mall, one whose size nobody knows, a small one, and open land; nurseries in each.
  private static func city() -> SmallCity {
    var city = SmallCity()
    for (index, area) in ["10000", nil, "500"].enumerated() {
      city.facilities.append(
        .init(
          id: "m\(index)", kind: "public_place", x: Double(index) * 2000, y: 0, side: 100,
          floorArea: area))
    }
    for index in 0..<4 {
      city.facilities.append(
        .init(id: "n\(index)", kind: "nursery", x: Double(index) * 2000 + 20, y: 0, places: "10"))
      city.parcels.append(.init(id: "p\(index)", x: Double(index) * 2000 - 20, y: 0, side: 10))
    }
    return city
  }

  private static let size =
    "check: size\nsubject: facility\nkinds: [nursery]\nmeasure: places\nat_least: 10\n"
    + "unit: places\nwhen: "

  @Test("an area holds what lies in it, of facilities and of parcels")
  func areas() async throws {
    let pack = try SmallPack.make(
      Self.size + Self.mall,
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_most: 9\nunit: count\n"
        + "when: \(Self.mall)",
      Self.size + "{not: \(Self.mall)}",
      "check: presence\nsubject: city\nfacility: [nursery]\nwhere: \(Self.mall)\nat_least: 1\n"
        + "unit: count")
    var city = Self.city()
    city.project.isComplete = true
    let result = try await city.check([pack])
    #expect(result.findings[0].verdicts == [.pass, .unknown, .notApplicable, .notApplicable])
    #expect(result.findings[1].verdicts == [.pass, .unknown, .notApplicable, .notApplicable])
    #expect(result.findings[2].verdicts == [.notApplicable, .unknown, .pass, .pass])
    #expect(result.findings[3].verdicts == [.pass])
  }

  @Test("on its border it is inside, and nothing lies in itself")
  func border() async throws {
    let pack = try SmallPack.make(
      Self.size + Self.mall,
      "check: size\nsubject: facility\nkinds: [public_place]\nmeasure: floor_area\nat_least: 1\n"
        + "unit: m2\nwhen: {inside: {facility: {kind: public_place}}}")
    for (x, verdict) in [(50.0, Verdict.pass), (50.01, .notApplicable)] {
      var city = Self.city()
      city.facilities[3].x = x
      let result = try await city.check([pack])
      #expect(result.found("small/r0", "n0")?.verdict == verdict, "\(x)")
      #expect(result.findings[1].verdicts.allSatisfy { $0 == .notApplicable })
    }
  }

  @Test("of a mall that is but a point nobody knows what lies in it, if it is near")
  func points() async throws {
    let pack = try SmallPack.make(Self.size + Self.mall)
    var city = Self.city()
    city.facilities[0].side = 0
    #expect(
      try await city.check([pack]).findings[0].verdicts == [
        .unknown, .unknown, .notApplicable, .notApplicable,
      ])
    city.facilities[3].x = 301
    #expect(try await city.check([pack]).found("small/r0", "n0")?.verdict == .notApplicable)
  }

  @Test("that there is none does not follow from data without the kind, or without facilities")
  func missing() async throws {
    let pack = try SmallPack.make(
      Self.size + Self.mall,
      "check: presence\nsubject: parcel\nfacility: [nursery]\nat_most: 9\nunit: count\n"
        + "when: \(Self.mall)")
    var city = Self.city()
    city.facilities.removeFirst(3)
    for findings in try await city.check([pack]).findings {
      #expect(findings.verdicts.allSatisfy { $0 == .unknown }, "\(findings.key)")
    }
    city.facilities = []
    #expect(try await city.check([pack]).findings[1].verdicts.allSatisfy { $0 == .unknown })
  }

  @Test("a facility is part of what it is declared to be part of, wherever they are drawn")
  func declared() async throws {
    let pack = try SmallPack.make(Self.size + Self.mall)
    // n0 in the small one, n1 in the large one by its name, n2 in what there is not, n3 in none.
    for header in ["host", "所在设施", "part_of"] {
      let result = try await Self.city().check([pack]) { city in
        city.words = ConditionWords(try FieldAliases.builtIn())
        city.facilities.rows.names[0] = "万象城"
        var hosts = TextColumn()
        for host in [nil, nil, nil, "m2", "万象城", "m9", nil] { hosts.append(host) }
        city.facilities.rows.attributes.set(header, .text(hosts))
      }
      // That it lies in the one does not take it out of the other.
      #expect(
        result.findings[0].verdicts == [.pass, .pass, .unknown, .notApplicable], "\(header)")
    }
  }

  @Test("rejected rows may hold it")
  func rejected() async throws {
    let pack = try SmallPack.make(Self.size + Self.mall)
    var city = Self.city()
    city.rejectedFacilities = [.init(id: "r", kind: "public_place", x: 6000, y: 0, side: 100)]
    #expect(try await city.check([pack]).found("small/r0", "n3")?.verdict == .unknown)
    city.rejectedFacilities[0].floorArea = "100"
    #expect(try await city.check([pack]).found("small/r0", "n3")?.verdict == .notApplicable)
  }

  @Test("places in places, in parts as in one piece")
  func parts() async throws {
    let pack = try SmallPack.make(
      Self.size
        + "{inside: {facility: {kind: hospital, inside: {facility: {kind: public_place}}}}}",
      "check: coverage\nsubject: parcel\nfacility: [nursery]\nwhere: \(Self.mall)\n"
        + "within: {radius: 100 m}\nat: centroid\nat_least: 100\nunit: percent")
    var small = Self.city()
    small.facilities.append(.init(id: "h", kind: "hospital", x: 10, y: 0, side: 60))
    small.facilities.append(.init(id: "h2", kind: "hospital", x: 6000, y: 0, side: 60))
    let city = try small.city()
    let engine = ComplianceEngine(
      city: city, packs: [pack], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 2))
    let whole = try await engine.run()
    #expect(
      whole.findings[0].verdicts == [.pass, .notApplicable, .notApplicable, .notApplicable])
    #expect(whole.findings[1].verdicts == [.pass, .unknown, .fail, .fail])
    let cut = CityCut(
      parts: 4, ofParcel: [0, 1, 2, 3],
      ofFacility: (0..<Int32(city.facilities.count)).map { $0 % 4 })
    var parts: [PartMeasurement] = []
    for part in 0..<4 { parts.append(try await engine.measure(part: part, of: cut)) }
    #expect(ResultBits(try await engine.run(merging: parts)) == ResultBits(whole))
  }
}
