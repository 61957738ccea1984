import Compliance
import Planar
import Planning
import Quantities
import Rules
import TestSupport
import Testing

/// Laws that hold for all cities.
@Suite("Laws")
struct LawTests {
  private struct Scene {
    /// Seeds of their own, apart from those of the oracle.
    var dice: Dice
    var city: SmallCity
    var pack: RulePack

    init(seed: UInt64) throws {
      dice = Dice(random: SplitMix64(seed: seed &+ 10_000))
      city = SmallCity.random(using: &dice)
      // More facilities in a larger circle with more people may well be a worse rate.
      if city.project.attribution == "pooled" { city.project.attribution = nil }
      var random = RandomPack("random", rules: 10, using: &dice)
      random.isDraft = false
      random.parameters["walking_speed"] = "{value: 1.0, unit: m/s}"
      pack = try random.read()
    }
  }

  private func monotone(_ metres: Int) throws -> RulePack {
    let coverage =
      "check: coverage\nfacility: [elder_facility_any]\nwithin: {radius: \(metres) m}\n"
      + "at_least: 50\nunit: percent\n"
    return try SmallPack.make(
      coverage + "subject: parcel", coverage + "subject: facility\nkinds: [childcare_facility_any]",
      coverage + "subject: city\nof: area", coverage + "subject: community\nof: parcels",
      "check: provision\nsubject: parcel\nattribution: in_reach\nwithin: {radius: \(metres) m}\n"
        + "supply: {facility: [elder_facility_any], measure: beds}\nat_least: 10\n"
        + "demand: {measure: households, per: 100}\nunit: beds/100 households")
  }

  private func expectNoLoss(_ before: ComplianceResult, _ after: ComplianceResult, seed: UInt64) {
    for (old, new) in zip(before.findings, after.findings) {
      for index in old.rows.indices {
        // Facilities are in another order when one is added; their findings are found by id.
        guard let other = place(of: old.rows[index], old.table, before.city, after.city),
          let entry = new.rows.firstIndex(of: other)
        else { continue }
        if old.verdicts[index] == .pass {
          #expect(new.verdicts[entry] == .pass, "\(old.rule.id) of seed \(seed)")
        }
        if old.measured[index].isFinite, new.measured[entry].isFinite {
          #expect(new.measured[entry] >= old.measured[index] - 1e-9)
        }
        if !old.distance.isEmpty { #expect(new.distance[entry] <= old.distance[index]) }
      }
    }
  }

  private func place(
    of row: Int32, _ table: SubjectTable, _ before: City, _ after: City
  ) -> Int32? {
    guard table == .facilities else { return row }
    return after.facilities.rows.ids.firstIndex(of: before.facilities.rows.ids[Int(row)])
      .map(Int32.init)
  }

  @Test("one more facility lowers no coverage and fails nobody", arguments: UInt64(0)..<60)
  func moreFacilities(seed: UInt64) async throws {
    var scene = try Scene(seed: seed)
    let pack = try monotone(250)
    let before = try await scene.city.check([pack])
    scene.city.facilities.append(
      .init(
        id: "F00", kind: "elder_day_care", x: Double(scene.dice.whole(0...20) * 50),
        y: Double(scene.dice.whole(0...20) * 50), beds: "20"))
    expectNoLoss(before, try await scene.city.check([pack]), seed: seed)
  }

  @Test("a larger radius lowers no coverage and fails nobody", arguments: UInt64(0)..<60)
  func largerRadius(seed: UInt64) async throws {
    let scene = try Scene(seed: seed)
    let results = [
      try await scene.city.check([monotone(100)]), try await scene.city.check([monotone(101)]),
      try await scene.city.check([monotone(250)]), try await scene.city.check([monotone(500)]),
    ]
    for (small, large) in zip(results, results.dropFirst()) {
      expectNoLoss(small, large, seed: seed)
    }
  }

  @Test("units and the land outside them add up to the city", arguments: UInt64(0)..<60)
  func unitsAddUp(seed: UInt64) async throws {
    let scene = try Scene(seed: seed)
    let result = try await scene.city.check([scene.pack])
    let city = result.city
    let people = (0..<city.parcels.count).map { row -> Amount in
      if let known = city.parcels.population[row] { return known }
      guard let households = city.parcels.households[row],
        let each = city.project.assumptions.personsPerHousehold
      else { return .zero }
      return Amount(micros: households.micros / Amount.scale * each.micros)
    }
    for (index, finding) in result.findings.enumerated() where finding.table == .parcels {
      for level in Set(city.units.level) {
        let summaries = result.unitSummaries.filter { $0.finding == index && $0.level == level }
        for verdict in Verdict.allCases {
          let place = Int(verdict.rawValue)
          let rows = finding.verdicts.indices.filter { finding.verdicts[$0] == verdict }
          #expect(summaries.map { $0.parcels[place] }.reduce(0, +) == rows.count)
          let counted: Amount = summaries.reduce(.zero) { $0 + $1.people[place] }
          let spokenOf: Amount = rows.filter(finding.speaks).reduce(.zero) { $0 + people[$1] }
          #expect(counted == spokenOf)
        }
        for summary in summaries {
          #expect(summary.peopleCovered <= summary.people.reduce(.zero, +))
          let rows = (0..<city.parcels.count).filter {
            city.parcels.units[$0, level].map(Int32.init) ?? -1 == summary.unit
          }
          #expect(summary.parcels.reduce(0, +) == rows.count)
        }
      }
    }
  }

  @Test("neither the order of rows nor the number of workers matters", arguments: UInt64(0)..<60)
  func orderAndWorkers(seed: UInt64) async throws {
    var scene = try Scene(seed: seed)
    let packs = [scene.pack, try monotone(250)]
    let wanted = ResultBits(try await scene.city.check(packs, workers: 1))
    for workers in [2, 3, 7] {
      scene.city.parcels.shuffle(using: &scene.dice.random)
      scene.city.facilities.shuffle(using: &scene.dice.random)
      scene.city.units.shuffle(using: &scene.dice.random)
      let found = ResultBits(try await scene.city.check(packs, workers: workers))
      #expect(found == wanted)
    }
  }
}
