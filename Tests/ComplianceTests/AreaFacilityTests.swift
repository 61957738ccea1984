import Compliance
import Planar
import Planning
import TestSupport
import Testing

/// Facilities that are areas, or have entrances: they count by these, not by their middle.
@Suite("Facilities with an extent")
struct AreaFacilityTests {
  private static func coverage(_ metres: Double, place: String = "area_share") -> String {
    "check: coverage\nsubject: parcel\nfacility: [nursery]\nwithin: {radius: \(metres) m}\n"
      + "at: \(place)\nat_least: 100\nunit: percent"
  }

  private static let count =
    "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: count}\n"
    + "demand: {measure: parcel}\nwithin: {radius: 100 m}\nattribution: in_reach\n"
    + "at_least: 1\nunit: count"

  @Test("a district and its parks, in closed form")
  func district() async throws {
    var city = SmallCity()
    // 16 parks of 400 m a side, 1,400 m apart: what is within 300 m of each is apart from the others.
    city.parcels = [.init(id: "D", x: 2_800, y: 2_800, side: 5_600)]
    for index in 0..<16 {
      city.facilities.append(
        .init(
          id: "F\(10 + index)", kind: "nursery", x: 700 + 1_400 * Double(index % 4),
          y: 700 + 1_400 * Double(index / 4), side: 400))
    }
    let pack = try SmallPack.make(Self.coverage(300), Self.coverage(500))
    let areas = try await city.check([pack])
    let each: Double = 400 * 400 + 4 * 400 * 300 + Double.pi * 300 * 300
    #expect(abs(areas.findings[0].measured[0] - 16 * each / (5_600 * 5_600) * 100) < 1e-9)
    // By 500 m they meet: what is left of a cell of 1,400 m are four corners, each a square of
    // 500 m without a quarter of a circle.
    let left: Double = 4 * (500 * 500 - Double.pi * 500 * 500 / 4)
    #expect(abs(areas.findings[1].measured[0] - (1 - left / (1_400 * 1_400)) * 100) < 1e-9)
    for index in city.facilities.indices { city.facilities[index].side = 0 }
    let middles = try await city.check([pack])
    let circle: Double = Double.pi * 300 * 300
    #expect(abs(middles.findings[0].measured[0] - 16 * circle / (5_600 * 5_600) * 100) < 1e-9)
    #expect(middles.findings[1].measured[0] < areas.findings[1].measured[0])
  }

  @Test("as far as the boundary, and inside not at all", arguments: [0.0, 300])
  func nearest(side: Double) async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "A", x: 250, y: 0), .init(id: "B", x: 100, y: 100),
      .init(id: "C", x: 190, y: 180),
    ]
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 0, y: 0, side: side),
      .init(id: "G", kind: "nursery", x: 1_000, y: 0),
    ]
    let result = try await city.check([
      SmallPack.make(Self.coverage(100, place: "centroid"), Self.count)
    ])
    #expect(result.findings[0].nearest == [0, 0, 0])
    if side == 0 {
      #expect(result.findings[0].verdicts == [.fail, .fail, .fail])
      #expect(result.findings[1].measured == [0, 0, 0])
    } else {
      #expect(result.findings[0].distance == [100, 0, 50])
      #expect(result.findings[0].verdicts == [.pass, .pass, .pass])
      #expect(result.findings[1].measured == [1, 1, 1])
    }
  }

  @Test("entrances stand for the area")
  func entrances() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 250, y: 0), .init(id: "B", x: -250, y: 0)]
    city.facilities = [
      .init(
        id: "F", kind: "nursery", x: 0, y: 0, side: 300,
        entrances: [.init(x: -150, y: 0), .init(x: -150, y: 50)])
    ]
    let result = try await city.check([
      SmallPack.make(Self.coverage(100, place: "centroid"), Self.coverage(100), Self.count)
    ])
    #expect(result.findings[0].distance == [400, 100])
    for findings in result.findings { #expect(findings.verdicts == [.fail, .pass]) }
  }

  @Test("how far a facility is from the next one")
  func otherFacility() async throws {
    var city = SmallCity()
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 0, y: 0, side: 200),
      .init(id: "G", kind: "elder_day_care", x: 250, y: 0),
    ]
    let rule =
      "check: coverage\nsubject: facility\nkinds: [elder_day_care]\nfacility: [nursery]\n"
      + "within: {radius: 150 m}\nat_least: 100\nunit: percent"
    let result = try await city.check([SmallPack.make(rule)])
    #expect(result.findings[0].distance == [150])
    #expect(result.findings[0].verdicts == [.pass])
  }

  @Test("tiny squares are as good as points", arguments: UInt64(0)..<30)
  func tinySquares(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed &+ 90_000))
    var city = SmallCity.random(using: &dice)
    for index in city.facilities.indices {
      city.facilities[index].entrances = []
      city.facilities[index].side = 0
    }
    let pack = try SmallPack.make(Self.coverage(260), Self.coverage(260, place: "centroid"))
    let points = try await city.check([pack])
    for index in city.facilities.indices { city.facilities[index].side = 1e-6 }
    let squares = try await city.check([pack])
    for (one, other) in zip(points.findings, squares.findings) {
      for (a, b) in zip(one.measured, other.measured) { #expect(abs(a - b) < 1e-3 || a.isNaN) }
      for (a, b) in zip(one.distance, other.distance) { #expect(a == b || abs(a - b) < 1e-5) }
    }
  }

  @Test("growing a facility lowers nothing", arguments: UInt64(0)..<40)
  func growing(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed &+ 80_000))
    var city = SmallCity.random(using: &dice)
    for index in city.facilities.indices { city.facilities[index].entrances = [] }
    let pack = try SmallPack.make(
      Self.coverage(150), Self.coverage(150, place: "centroid"), Self.count)
    let before = try await city.check([pack])
    for index in city.facilities.indices where dice.chance(60) {
      city.facilities[index].side += dice.pick([1, 40, 250])
    }
    let after = try await city.check([pack])
    for (old, new) in zip(before.findings, after.findings) {
      for index in old.rows.indices where old.measured[index].isFinite {
        #expect(new.measured[index] >= old.measured[index] - 1e-9)
        if old.verdicts[index] == .pass { #expect(new.verdicts[index] == .pass) }
      }
      for (a, b) in zip(old.distance, new.distance) { #expect(b <= a) }
    }
  }

  @Test("on the network an area is reached wherever its boundary comes to a street")
  func network() async throws {
    // Streets on both sides of a park, which meet far away.
    let streets = SmallStreets([(0, 0), (1_000, 0), (1_000, 220), (0, 220)])
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 300, y: 0), .init(id: "B", x: 300, y: 220)]
    city.facilities = [.init(id: "F", kind: "nursery", x: 500, y: 110, side: 200)]
    let pack = try WalkRules.pack(
      WalkRules.coverage("walk: 110 m"), WalkRules.count("walk: 110 m"))
    var result = try await city.check([pack], on: streets)
    // 100 m along the street, and 10 m to the boundary.
    #expect(result.findings[0].distance == [110, 110])
    for findings in result.findings { #expect(findings.verdicts == [.pass, .pass]) }
    city.facilities[0].entrances = [.init(x: 400, y: 10)]
    result = try await city.check([pack], on: streets)
    #expect(result.findings[0].verdicts == [.pass, .fail])
  }
}
