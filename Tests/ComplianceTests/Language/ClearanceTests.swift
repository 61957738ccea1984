import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

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
}
