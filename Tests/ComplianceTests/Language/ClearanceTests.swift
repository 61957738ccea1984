import Compliance
import Measuring
import Planar
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

/// How far away something must be.
@Suite("Distances to be kept")
struct ClearanceTests {
  private static func rule(_ reach: String, subject: String = "parcel") -> String {
    let kinds = subject == "facility" ? "\nkinds: [nursery]" : ""
    return "check: coverage\nsubject: \(subject)\nfacility: [hospital]\nunit: percent\n\(reach)"
      + kinds
  }

  static let away = "beyond: {radius: 50 m}\nat_least: 100"

  @Test(
    "a parcel keeps away with all of its outline",
    arguments: [away, "within: {radius: 50 m}\nat_most: 0"])
  func outline(reach: String) async throws {
    let pack = try SmallPack.make(Self.rule(reach))
    for (x, verdict) in [(100.0, Verdict.pass), (100.001, .pass), (99.999, .fail), (0, .fail)] {
      var city = SmallCity()
      city.parcels = [.init(id: "p", x: 0, y: 0, side: 100)]
      city.facilities = [.init(id: "h", kind: "hospital", x: x, y: 0)]
      let found = try await city.check([pack]).found("small/r0", "p")
      #expect(found?.verdict == verdict, "\(x)")
    }
  }

  @Test("a point that is just as far away passes", arguments: ["parcel", "facility"])
  func point(subject: String) async throws {
    let pack = try SmallPack.make(Self.rule(Self.away, subject: subject))
    let inclusive = try SmallPack.make(
      Self.rule("within: {radius: 50 m}\nat_most: 0", subject: subject))
    for (x, verdict) in [(50.0, Verdict.pass), (50.000001, .pass), (49.999999, .fail)] {
      var city = SmallCity()
      city.parcels = [.init(id: "s", x: 0, y: 0)]
      city.facilities = [
        .init(id: "h", kind: "hospital", x: x, y: 0), .init(id: "s", kind: "nursery", x: 0, y: 0),
      ]
      let found = try await city.check([pack]).found("small/r0", "s")
      #expect(found?.verdict == verdict, "\(x)")
      #expect(found?.measured == (verdict == .pass ? 100 : 0), "\(x)")
      let other = try await city.check([inclusive]).found("small/r0", "s")
      #expect(other?.verdict == (x > 50 ? .pass : .fail), "\(x)")
    }
  }

  @Test(
    "that there is none does not follow from data without the kind",
    arguments: [
      away, "within: {radius: 50 m}\nat_most: 0", "within: {radius: 50 m}\nless_than: 10",
    ])
  func noRow(reach: String) async throws {
    let pack = try SmallPack.make(
      Self.rule(reach),
      Self.rule(reach).replacing("subject: parcel", with: "subject: community\nof: parcels"))
    var city = SmallCity()
    city.parcels = [.init(id: "p", x: 0, y: 0, side: 100)]
    city.units = [
      .init(
        id: "p", level: .community, box: Envelope(minX: -400, minY: -400, maxX: 400, maxY: 400))
    ]
    for rule in ["r0", "r1"] {
      #expect(try await city.check([pack]).found("small/\(rule)", "p")?.verdict == .unknown)
    }
    // One that is closed tells that the data has the kind, and is not near.
    city.facilities = [
      .init(id: "h", kind: "hospital", x: 0, y: 0, operating: .closed)
    ]
    for rule in ["r0", "r1"] {
      #expect(try await city.check([pack]).found("small/\(rule)", "p")?.verdict == .pass)
    }
  }

  @Test("of an area so much of its people")
  func areas() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "a", x: 0, y: 0, population: "30"), .init(id: "b", x: 200, y: 0, population: "70"),
    ]
    city.facilities = [.init(id: "h", kind: "hospital", x: 0, y: 0)]
    city.units = [
      .init(
        id: "c", level: .community, box: Envelope(minX: -400, minY: -400, maxX: 400, maxY: 400))
    ]
    let rule = Self.rule("beyond: {radius: 50 m}\nat_least: 70", subject: "community")
    let found = try await city.check([SmallPack.make(rule)]).found("small/r0", "c")
    #expect(found?.verdict == .pass)
    #expect(found?.measured == 70)
  }

  private static let fromHomes =
    "check: coverage\nsubject: facility\nkinds: [hospital]\nother: parcel\nunit: percent\n" + away

  @Test("a facility keeps away from homes, by their outlines")
  func homes() async throws {
    let pack = try SmallPack.make(Self.fromHomes)
    for side in [0.0, 100] {
      for (x, verdict) in [
        (50.0, Verdict.pass), (50.000001, .pass), (49.999999, .fail), (0, .fail),
      ] {
        var city = SmallCity()
        city.parcels = [.init(id: "p", x: -side / 2, y: 0, side: side)]
        city.facilities = [.init(id: "h", kind: "hospital", x: x, y: 0)]
        let found = try await city.check([pack]).found("small/r0", "h")
        #expect(found?.verdict == verdict, "\(x)")
        #expect(found?.measured == (verdict == .pass ? 100 : 0), "\(x)")
      }
    }
  }

  @Test("that nobody lives near does not follow from data without parcels")
  func noHomes() async throws {
    let pack = try SmallPack.make(Self.fromHomes)
    var city = SmallCity()
    city.facilities = [.init(id: "h", kind: "hospital", x: 0, y: 0)]
    let found = try await city.check([pack]).found("small/r0", "h")
    #expect(found?.verdict == .unknown)
    #expect(found?.reason.contains("parcels") ?? false)
    city.parcels = [.init(id: "p", x: 9000, y: 0)]
    #expect(try await city.check([pack]).found("small/r0", "h")?.verdict == .pass)
  }

  @Test(
    "the nearest home by going through all, in parts as in one piece", arguments: UInt64(0)..<20)
  func nearestHome(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    var small = SmallCity()
    for index in 0..<dice.whole(1...20) {
      small.parcels.append(
        .init(
          id: "p\(10 + index)", x: Double(dice.whole(0...40) * 10),
          y: Double(dice.whole(0...40) * 10),
          side: dice.pick([0, 20, 100])))
    }
    for index in 0..<12 {
      small.facilities.append(
        .init(
          id: "h\(10 + index)", kind: "hospital", x: Double(dice.whole(0...40) * 10),
          y: Double(dice.whole(0...40) * 10)))
    }
    let pack = try SmallPack.make(Self.fromHomes)
    let city = try small.city()
    let engine = ComplianceEngine(
      city: city, packs: [pack], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 2))
    let whole = try await engine.run()
    let wanted = small.facilities.sorted { $0.id < $1.id }.map { facility in
      let isNear = small.parcels.contains { parcel in
        let x = max(0, abs(facility.x - parcel.x) - parcel.side / 2)
        let y = max(0, abs(facility.y - parcel.y) - parcel.side / 2)
        return x * x + y * y < 2500
      }
      return isNear ? Verdict.fail : .pass
    }
    #expect(whole.findings[0].verdicts == wanted)
    let cut = CityCut(
      parts: 3, ofParcel: small.parcels.indices.map { _ in Int32(dice.whole(0...2)) },
      ofFacility: small.facilities.indices.map { _ in Int32(dice.whole(0...2)) })
    var parts: [PartMeasurement] = []
    for part in 0..<3 { parts.append(try await engine.measure(part: part, of: cut)) }
    #expect(ResultBits(try await engine.run(merging: parts)) == ResultBits(whole))
  }
}
