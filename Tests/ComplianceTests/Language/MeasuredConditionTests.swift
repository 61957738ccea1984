import Compliance
import Measuring
import Planar
import Planning
import Quantities
import Rules
import Testing
import Workers

/// Rules that apply only where another rule measured something.
@Suite("Conditions on what was measured")
struct MeasuredConditionTests {
  private static let circle =
    "id: circle\nmeans: elder-circle\ncheck: coverage\nsubject: parcel\nfacility: [nursery]\n"
    + "within: {radius: 100 m}\nat: area_share\nat_least: 100\nunit: percent"

  private static func rooms(_ when: String) -> String {
    "id: rooms\nmeans: elder-floor-area-new\ncheck: presence\nsubject: parcel\n"
      + "facility: [elder_service_room]\nat_least: 1\nunit: count\nwhen: {measured: \(when)}"
  }

  /// Parcels of 100 m that the circle of 100 m covers all, half, and nothing of.
  private static func city() -> SmallCity {
    var city = SmallCity()
    city.parcels = [
      .init(id: "a", x: 0, y: 0, side: 100), .init(id: "b", x: 5000, y: 0),
      .init(id: "c", x: 9000, y: 0, side: 100),
    ]
    city.facilities = [
      .init(id: "f", kind: "nursery", x: 0, y: 0),
      .init(id: "r", kind: "elder_service_room", x: 0, y: 0),
      .init(id: "g", kind: "nursery", x: 9100, y: 0),
    ]
    return city
  }

  @Test(
    "a rule speaks only of whom the other's figure meets the test",
    arguments: [
      ("{circle: {less_than: 100}}", [Verdict.notApplicable, .fail, .fail]),
      ("{circle: {at_least: 100}}", [.pass, .notApplicable, .notApplicable]),
      ("{circle: {at_most: 0}}", [.notApplicable, .fail, .notApplicable]),
      ("{circle: {more_than: 0}}", [.pass, .notApplicable, .fail]),
      ("{circle: {more_than: 0, less_than: 100}}", [.notApplicable, .notApplicable, .fail]),
      ("{circle: {between: [0, 99]}}", [.notApplicable, .fail, .fail]),
      ("{circle: {between: [1, 100]}}", [.pass, .notApplicable, .fail]),
    ])
  func tests(when: String, verdicts: [Verdict]) async throws {
    // Whichever of them stands first.
    for rules in [[Self.circle, Self.rooms(when)], [Self.rooms(when), Self.circle]] {
      let result = try await Self.city().check([SmallPack.make(rules)])
      let found = try #require(result.findings.first { $0.key.rule == "rooms" })
      #expect(found.verdicts == verdicts, "\(when)")
    }
  }

  @Test("one that only reports may be asked, and columns stand beside it")
  func reported() async throws {
    let circle = Self.circle.replacing("at_least: 100\n", with: "report_only: true\n")
    let rooms = Self.rooms("{circle: {less_than: 100}}, status: new")
    var city = Self.city()
    city.parcels[1].status = .new
    city.parcels[2].status = nil
    let result = try await city.check([SmallPack.make(circle, rooms)])
    #expect(result.findings[0].verdicts.allSatisfy { $0 == .notApplicable })
    #expect(result.findings[1].verdicts == [.notApplicable, .fail, .unknown])
    #expect(result.found("small/rooms", "c")?.reason.contains("status") ?? false)
  }

  @Test("what is not known of the one is not known of the other, and it is told which")
  func unknown() async throws {
    var city = Self.city()
    // It may be open or not, so that nobody knows what is covered.
    city.facilities[0].operating = .unknown
    let pack = try SmallPack.make(Self.circle, Self.rooms("{circle: {less_than: 100}}"))
    let result = try await city.check([pack])
    #expect(result.findings[1].verdicts == [.unknown, .fail, .fail])
    #expect(result.found("small/rooms", "a")?.reason.contains("circle") ?? false)
    // Where either figure meets the test, it does not matter which it is.
    let any = try SmallPack.make(Self.circle, Self.rooms("{circle: {at_least: 0}}"))
    #expect(try await city.check([any]).findings[1].verdicts == [.pass, .fail, .fail])
  }

  @Test("whom the other does not speak of, it measures nothing of")
  func whom() async throws {
    var city = Self.city()
    for row in city.parcels.indices { city.parcels[row].status = row == 1 ? .existing : .new }
    let pack = try SmallPack.make(
      Self.circle + "\nwhen: {status: new}", Self.rooms("{circle: {less_than: 100}}"))
    #expect(
      try await city.check([pack]).findings[1].verdicts == [.notApplicable, .notApplicable, .fail])
    city.parcels[1].status = nil
    #expect(
      try await city.check([pack]).findings[1].verdicts == [.notApplicable, .unknown, .fail])
  }

  @Test("rules hang on rules that hang on others")
  func chain() async throws {
    let third =
      "id: third\nmeans: elder-land\ncheck: presence\nsubject: parcel\nfacility: [nursery]\n"
      + "at_least: 1\nunit: count\nwhen: {measured: {rooms: {at_most: 0}}}"
    let pack = try SmallPack.make(third, Self.rooms("{circle: {more_than: 0}}"), Self.circle)
    let result = try await Self.city().check([pack])
    // Of b the rooms are not asked for; a has one.
    #expect(result.findings[0].verdicts == [.notApplicable, .notApplicable, .fail])
  }

  @Test("figures are held against a test exactly, and never rounded")
  func exact() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "p", x: 0, y: 0, side: 10, population: "30001")]
    city.facilities = [.init(id: "f", kind: "nursery", x: 0, y: 0, places: "300")]
    city.project.isComplete = true
    // 9.99967 a thousand, which passes rounded.
    let rate =
      "id: rate\nmeans: elder-circle\ncheck: provision\nsubject: city\n"
      + "supply: {facility: [nursery], measure: places}\n"
      + "demand: {measure: population, per: 1000}\nat_least: 10\nunit: places/1000 persons"
    func count(_ test: String) -> String {
      "id: count\nmeans: elder-land\ncheck: presence\nsubject: city\nfacility: [nursery]\n"
        + "at_least: 1\nunit: count\nwhen: {measured: {rate: {\(test)}}}"
    }
    for (test, verdict) in [
      ("at_least: 10", Verdict.notApplicable), ("less_than: 10", .pass),
      ("at_least: 9.9996", .pass),
    ] {
      let result = try await city.check([SmallPack.make(rate, count(test))])
      #expect(result.findings[0].verdicts == [.pass])
      #expect(result.findings[0].flags[0].contains(.rounded))
      #expect(result.findings[1].verdicts == [verdict], "\(test)")
    }
  }

  @Test("facilities and units, each by its own figure")
  func others() async throws {
    var city = SmallCity()
    for (index, places) in ["10", "30", nil].enumerated() {
      city.facilities.append(
        .init(
          id: "f\(index)", kind: "nursery", x: Double(index) * 1000, y: 0, floorArea: "100",
          places: places))
      city.units.append(
        .init(
          id: "u\(index)", level: .community,
          box: Envelope(
            minX: Double(index) * 1000 - 100, minY: -100, maxX: Double(index) * 1000 + 100,
            maxY: 100)))
    }
    func size(_ id: String, _ measure: String, _ unit: String, _ rest: String) -> String {
      "id: \(id)\nmeans: \(id == "one" ? "elder-circle" : "elder-land")\ncheck: size\n"
        + "subject: facility\nkinds: [nursery]\nmeasure: \(measure)\nunit: \(unit)\n\(rest)"
    }
    func total(_ id: String, _ measure: String, _ unit: String, _ rest: String) -> String {
      "id: \(id)\nmeans: \(id == "one" ? "elder-circle" : "elder-land")\ncheck: total\n"
        + "subject: community\nsum: {facility: [nursery], measure: \(measure)}\nunit: \(unit)\n"
        + rest
    }
    let when = "when: {measured: {one: {more_than: 20}}}\nat_least: 200"
    for make in [size, total] {
      let pack = try SmallPack.make(
        make("one", "places", "places", "report_only: true"),
        make("two", "floor_area", "m2", when))
      let result = try await city.check([pack])
      #expect(result.findings[1].verdicts == [.notApplicable, .fail, .unknown])
    }
  }

  @Test("of a rule that is replaced what takes its place, for those who inherit")
  func inherited() async throws {
    let base = try SmallPack.make(
      Self.circle, Self.rooms("{circle: {less_than: 100}}"), id: "base")
    let wide = Self.circle.replacing("id: circle", with: "id: wide")
      .replacing("100 m}", with: "10 km}")
    let child = try SmallPack.make(wide, id: "child", parents: [base], head: "extends: [base]")
    let result = try await Self.city().check([base, child])
    func verdicts(_ pack: String) -> [Verdict]? {
      result.findings.first { $0.key == RuleKey(pack: pack, rule: "rooms") }?.verdicts
    }
    #expect(verdicts("base") == [.notApplicable, .fail, .fail])
    #expect(verdicts("child") == [.notApplicable, .notApplicable, .notApplicable])
    // Where several take its place, nobody has said which is meant.
    let other = wide.replacing("id: wide", with: "id: other")
    let both = try SmallPack.make(
      wide, other, id: "child", parents: [base], head: "extends: [base]")
    let doubtful = try await Self.city().check([both])
    #expect(doubtful.found("child/rooms", "a")?.verdict == .unknown)
  }

  @Test("shared supply is divided before anything is measured, whoever says that it is shared")
  func shared() async throws {
    let own =
      "id: own\nmeans: elder-circle\ncheck: provision\nsubject: parcel\nattribution: on_site\n"
      + "supply: {facility: [nursery], measure: count}\ndemand: {measure: parcel}\n"
      + "at_least: 1\nunit: count"
    let pack = try SmallPack.make(own, Self.rooms("{own: {at_least: 1}}"))
    var city = Self.city()
    #expect(
      try await city.check([pack]).findings[1].verdicts == [.pass, .notApplicable, .notApplicable])
    city.project.attribution = "fair"
    #expect(try await city.check([pack]).findings[1].verdicts.allSatisfy { $0 == .unknown })
  }

  @Test("in parts as in one piece")
  func parts() async throws {
    let pack = try SmallPack.make(
      Self.rooms("{circle: {less_than: 100}}"), Self.circle)
    let city = try Self.city().city()
    let engine = ComplianceEngine(
      city: city, packs: [pack], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 2))
    let whole = try await engine.run()
    let cut = CityCut(parts: 3, ofParcel: [0, 1, 2], ofFacility: [1, 2, 0])
    var parts: [PartMeasurement] = []
    for part in 0..<3 { parts.append(try await engine.measure(part: part, of: cut)) }
    let merged = try await engine.run(merging: parts)
    #expect(merged.findings.map(\.verdicts) == whole.findings.map(\.verdicts))
    #expect(ResultBits(merged) == ResultBits(whole))
  }
}
