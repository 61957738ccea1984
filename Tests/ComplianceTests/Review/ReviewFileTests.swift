import Foundation
import Locating
import Planar
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

@testable import Compliance
@testable import Measuring

/// Plans from files, as they are handed in.
@Suite("Reviews: files")
struct ReviewFileTests {
  private func load(_ features: [String], for city: City) async throws -> Plan {
    let folder = try ScratchFolder()
    let path = try folder.write(GeoJSONText.collection(features), to: "plan.geojson")
    return try await PlanLoader.load(
      [LayerSource(path: "plan.geojson", resolvedPath: path)], name: "plan", for: city,
      vocabulary: .builtIn(), workers: Workers(count: 2))
  }

  private func square(_ properties: String, x: Double = 120, y: Double = 30) -> String {
    GeoJSONText.feature(properties, GeoJSONText.square(x, y, half: 0.001))
  }

  private func point(_ properties: String, x: Double = 120, y: Double = 30) -> String {
    GeoJSONText.feature(properties, GeoJSONText.point(x, y))
  }

  private let compound = "\"id\":\"A\",\"households\":1000,\"population\":2640,\"urban\":true"
  private let nursery = "\"id\":\"n\",\"kind\":\"childcare\",\"floor_area\":260,\"places\":26"

  @Test("W1 as a file")
  func w1() async throws {
    let host = SmallCity()
    let plan = try await load([square(compound), point(nursery)], for: host.city())
    #expect(plan.parcels.status == [.new])
    #expect(plan.facilities.insideParcel == [0])
    let pack = try SmallCity.library.pack("yinzhou-2023")
    let review = try await host.reviewer([pack]).review(plan, workers: Workers(count: 2))
    let rule = "yinzhou-2023/childcare-places-new-community"
    #expect(review.subject(rule, "A")?.shortfall == Amount(1))
    #expect(review.remedy?.isVerified == true)
    #expect(review.remedy?.amount("places")?.to == Amount(27))
    #expect(review.remedy?.amount("floor_area")?.to == Amount(324))
  }

  @Test("a row that cannot be read leaves the plan unknown at best")
  func rejected() async throws {
    let host = SmallCity()
    let pack = try SmallPack.make(
      """
      id: circle
      check: coverage
      subject: parcel
      facility: [childcare]
      within: {radius: 1000 m}
      at_least: 100
      unit: percent
      """)
    let reviewer = try await host.reviewer([pack])
    let good = try await load([square(compound), point(nursery)], for: host.city())
    #expect(try await reviewer.review(good, workers: Workers(count: 1)).verdict == .pass)
    let bad = try await load(
      [square(compound), point(nursery), square("\"id\":\"B\",\"households\":-5")],
      for: host.city())
    #expect(bad.rejected.map(\.layer) == ["plan_parcels"])
    let review = try await reviewer.review(bad, workers: Workers(count: 1))
    #expect(review.verdict == .unknown)
    #expect(review.lacksData)
    let none = try await load([square("\"id\":\"B\",\"households\":-5")], for: host.city())
    await #expect(throws: PlanReviewError.self) {
      try await reviewer.review(none, workers: Workers(count: 1))
    }
  }

  @Test("stages are read")
  func stages() async throws {
    let plan = try await load(
      [square(compound + ",\"phase\":1"), point(nursery + ",\"phase\":2")],
      for: SmallCity().city())
    #expect(plan.phases == [1, 2])
    #expect(plan.standing(after: 1).facilities.count == 0)
  }
}
