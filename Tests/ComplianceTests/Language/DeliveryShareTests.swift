import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// Facilities handed over before so much of the housing.
@Suite("Before a share of the housing")
struct DeliveryShareTests {
  private static func verdict(
    _ housing: [(day: String?, households: String?)], _ delivered: String?, share: String = "50"
  ) async throws -> Verdict? {
    var city = SmallCity()
    for (index, phase) in housing.enumerated() {
      city.parcels.append(
        .init(
          id: "p\(index)", x: Double(index) * 1000, y: 0, side: 100, households: phase.households,
          delivered: phase.day))
    }
    city.facilities = [
      .init(
        id: "f", kind: "nursery", x: 0, y: 0, delivered: delivered, serves: city.parcels.map(\.id))
    ]
    let pack = try SmallPack.make(
      "check: size\nsubject: facility\nkinds: [nursery]\nunit: none\n"
        + "has: {delivered: {before_share_of_housing: \(share)}}")
    return try await city.check([pack]).found("small/r0", "f")?.verdict
  }

  @Test("so many dwellings before it, and no more")
  func limit() async throws {
    let half: [(String?, String?)] = [("2024-01-01", "50"), ("2025-01-01", "50")]
    #expect(try await Self.verdict(half, "2024-01-01") == .pass)
    #expect(try await Self.verdict(half, "2024-01-02") == .fail)
    #expect(try await Self.verdict(half, "2024-01-02", share: "50.1") == .pass)
    let less: [(String?, String?)] = [("2024-01-01", "49"), ("2025-01-01", "51")]
    #expect(try await Self.verdict(less, "2025-01-01") == .pass)
    #expect(try await Self.verdict(less, "2025-01-02") == .fail)
  }

  @Test("one compound is before it or not, however many dwellings it has")
  func single() async throws {
    #expect(try await Self.verdict([("2024-01-01", nil)], "2024-01-01") == .pass)
    #expect(try await Self.verdict([("2024-01-01", nil)], "2024-01-02") == .fail)
  }

  @Test("what is missing leaves it open, where it could change it")
  func missing() async throws {
    #expect(
      try await Self.verdict([("2024-01-01", nil), ("2025-01-01", "50")], "2024-06-01") == .unknown)
    #expect(
      try await Self.verdict([("2024-01-01", "10"), (nil, "50")], "2024-06-01") == .unknown)
    #expect(
      try await Self.verdict([("2024-01-01", "60"), (nil, "50")], "2024-06-01") == .fail)
    #expect(try await Self.verdict([("2024-01-01", "60")], nil) == .unknown)
  }
}
