import Compliance
import TestSupport
import Testing

/// Streets of a drawing that cross without a vertex in common: whether one gets from one to the other is
/// not known until somebody says so.
@Suite("Streets that cross without a vertex")
struct CrossingDoubtTests {
  /// A home on a street to the east, a nursery on one to the north that crosses it so many metres on.
  private static func verdict(
    crossingAt metres: Double, _ network: String, within limit: Int = 300
  ) async throws -> String {
    let home = (113.6, 34.7)
    func at(_ east: Double, _ north: Double) -> (Double, Double) {
      let row = GlobeCity.place(abs(north), north < 0 ? 180 : 0, from: home)
      return GlobeCity.place(abs(east), east < 0 ? 270 : 90, from: row)
    }
    var city = GlobeCity()
    city.network = network
    city.addParcel("H", [at(0, 0)])
    city.addFacility("N", at(metres, 100))
    let (east, north) = (at(700, 0), at(metres, 700))
    // There is a way, and a long one.
    city.streets = [[at(-700, 0), east], [at(metres, -700), north], [east, at(700, 700), north]]
    let pack = try SmallPack.make([WalkRules.coverage("walk: \(limit) m")])
    return try await city.check(pack).answers(0, "H").texts[0]
  }

  @Test("it is not known until the project says what a crossing means")
  func stated() async throws {
    #expect(try await Self.verdict(crossingAt: 100, "streets.geojson") == "unknown")
    let (joined, apart) = ("join: crossings", "join: ends")
    #expect(
      try await Self.verdict(crossingAt: 100, "{file: streets.geojson, \(joined)}") == "pass")
    #expect(try await Self.verdict(crossingAt: 100, "{file: streets.geojson, \(apart)}") == "fail")
  }

  @Test("a crossing by which no walk could be within the limit leaves no doubt")
  func beyond() async throws {
    // 199 m to the crossing and 100 m on are within 300 m, 201 m and 100 m are not.
    #expect(try await Self.verdict(crossingAt: 199, "streets.geojson") == "unknown")
    #expect(try await Self.verdict(crossingAt: 201, "streets.geojson") == "fail")
    #expect(
      try await Self.verdict(crossingAt: 201, "{file: streets.geojson, join: crossings}") == "fail")
  }
}
