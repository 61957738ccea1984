import Planning
import Quantities
import Rules
import TestSupport
import Testing

@testable import Compliance
@testable import Measuring

/// What is not known of parcels and facilities: every verdict that is given holds for whatever the
/// missing values turn out to be.
@Suite("Fair share: doubts")
struct FairShareDoubtTests {
  /// New compounds need 30 m² per 100 households, existing ones 20 and urban ones 24.
  private func pack(
    existing force: String = "binding", urban: Bool = false
  ) throws -> RulePack {
    func rule(_ id: String, _ when: String, _ figure: Int, _ force: String) -> String {
      """
      id: \(id)
      check: provision
      subject: parcel
      when: {\(when)}
      force: \(force)
      attribution: fair
      within: {radius: 1000 m}
      supply: {facility: [childcare], measure: floor_area}
      demand: {measure: households, per: 100}
      at_least: \(figure)
      unit: m2/100 households
      """
    }
    return try SmallPack.make(
      [rule("new", "status: new", 30, "binding"), rule("existing", "status: existing", 20, force)]
        + (urban ? [rule("urban", "urban: true", 24, "expected")] : []))
  }

  private static func town(using random: inout SplitMix64) -> SmallCity {
    var city = SmallCity()
    // Distances are multiples of 400 m, to which at most 30 m come.
    func place() -> Double { Double(Int.random(in: 0..<5, using: &random)) * 400 }
    let statuses: [ParcelStatus?] = [.new, .existing, nil]
    let flags: [Bool?] = [true, false, nil]
    var taken = Set<[Double]>()
    for index in 0..<Int.random(in: 2...5, using: &random) {
      let (x, y) = (place(), place())
      guard taken.insert([x, y]).inserted else { continue }
      city.parcels.append(
        .init(
          id: "p\(index)", x: x, y: y, side: 50,
          households: "\(Int.random(in: 1...6, using: &random) * 100)",
          status: statuses.randomElement(using: &random) ?? nil,
          urban: flags.randomElement(using: &random) ?? nil))
    }
    for index in 0..<Int.random(in: 1...3, using: &random) {
      let isBeside = Bool.random(using: &random)
      city.facilities.append(
        .init(
          id: "f\(index)", kind: "childcare", x: place() + (isBeside ? 30 : 10), y: place(),
          floorArea: "\(Int.random(in: 0...8, using: &random) * 25)"))
    }
    return city
  }

  /// All that a town may be.
  private func completions(of town: SmallCity, urban: Bool) -> [SmallCity] {
    var found = [town]
    for parcel in town.parcels.indices {
      if town.parcels[parcel].status == nil {
        found = found.flatMap { city in
          [ParcelStatus.new, .existing].map {
            var city = city
            city.parcels[parcel].status = $0
            return city
          }
        }
      }
      if urban, town.parcels[parcel].urban == nil {
        found = found.flatMap { city in
          [true, false].map {
            var city = city
            city.parcels[parcel].urban = $0
            return city
          }
        }
      }
    }
    return found
  }

  @Test("a verdict holds whatever the missing statuses are", arguments: 0..<40)
  func statuses(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(300 + seed))
    let urban = seed % 4 == 3
    let pack = try pack(existing: seed % 2 == 0 ? "binding" : "advisory", urban: urban)
    var town = Self.town(using: &random)
    while completions(of: town, urban: urban).count > 32 { town = Self.town(using: &random) }
    let doubtful = try await town.check([pack])
    for completion in completions(of: town, urban: urban) {
      let known = try await completion.check([pack])
      for (before, after) in zip(doubtful.findings, known.findings) {
        for row in before.verdicts.indices {
          let verdict = before.verdicts[row]
          guard verdict == .pass || verdict == .fail else { continue }
          #expect(
            after.verdicts[row] == verdict,
            "\(before.rule.id) on \(town.parcels[row].id): \(town.parcels) \(town.facilities)")
        }
        // A group is told only where all in it lack something for certain.
        for group in before.shortageGroups {
          for parcel in group.parcels { #expect(after.verdicts[Int(parcel)] == .fail) }
        }
      }
    }
  }

  @Test(
    "groups hold parcels of their clause, each once, and name what they share", arguments: 0..<40)
  func groups(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(900 + seed))
    let town = Self.town(using: &random)
    let result = try await town.check([pack(existing: seed % 2 == 0 ? "binding" : "advisory")])
    var seen = Set<Int32>()
    for findings in result.findings {
      for group in findings.shortageGroups {
        #expect(!group.facilities.isEmpty)
        #expect(group.need > group.supply && group.shortfall >= group.need - group.supply)
        for parcel in group.parcels {
          #expect(seen.insert(parcel).inserted)
          #expect(findings.verdicts[Int(parcel)] == .fail)
        }
      }
      for (row, measured) in findings.measured.enumerated() where measured.isFinite {
        #expect(measured <= findings.required?.double ?? .infinity, "row \(row)")
      }
    }
  }

  @Test("a parcel without a status may need what either clause asks")
  func either() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "E", x: 0, y: 0, side: 50, households: "400", status: .existing),
      .init(id: "X", x: 400, y: 0, side: 50, households: "100"),
    ]
    // E needs 80 m², X 20 or 30.
    for (area, verdict) in [
      ("79", Verdict.fail), ("100", .unknown), ("109.999999", .unknown), ("110", .pass),
    ] {
      city.facilities = [.init(id: "f", kind: "childcare", x: 200, y: 0, floorArea: area)]
      let result = try await city.check([pack()])
      #expect(result.found("small/existing", "E")?.verdict == verdict, "\(area) m²")
      #expect(result.found("small/new", "X")?.verdict == .unknown, "\(area) m²")
    }
    // X takes at least 20: with less than 100 E lacks something whatever X is.
    city.facilities = [.init(id: "f", kind: "childcare", x: 200, y: 0, floorArea: "99")]
    let result = try await city.check([pack()])
    #expect(result.found("small/existing", "E")?.verdict == .fail)
    let group = try #require(result.findings[1].shortageGroups.first)
    #expect(group.parcels == [0])
    #expect(group.facilities == [0])
  }

  @Test("advisory clauses get what is left, and take nothing of their own from others")
  func force() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "N", x: 0, y: 0, side: 50, households: "100", status: .new),
      .init(id: "O", x: 400, y: 0, side: 50, households: "100", status: .existing),
    ]
    for (area, new, existing, load) in [
      ("20", 20.0, 0.0, 20), ("30", 30, 0, 30), ("44", 30, 14, 44), ("60", 30, 20, 50),
    ] {
      // In O itself: what binds comes first all the same.
      for x in [200.0, 410] {
        city.facilities = [.init(id: "f", kind: "childcare", x: x, y: 0, floorArea: area)]
        let result = try await city.check([pack(existing: "advisory")])
        #expect(result.found("small/new", "N")?.measured == new, "\(area) m² at \(x)")
        #expect(result.found("small/existing", "O")?.measured == existing, "\(area) m² at \(x)")
        let micros = Int64(load) * 1_000_000
        #expect(result.findings.map(\.facilityNeed) == [[micros], [micros]])
      }
    }
  }

  @Test("equal ratios are equal to the last digit, whatever the size of a parcel")
  func equalRatios() async throws {
    var city = SmallCity()
    for (index, households) in ["1", "7", "100", "12345"].enumerated() {
      city.parcels.append(
        .init(
          id: "p\(index)", x: Double(index) * 100, y: 0, side: 50, households: households,
          status: .existing))
    }
    city.facilities = [.init(id: "f", kind: "childcare", x: 150, y: 60, floorArea: "1000")]
    let result = try await city.check([pack()])
    #expect(Set(result.findings[1].measured).count == 1)
  }

  @Test("a group is not made of what is not known")
  func unknownDemand() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "E", x: 0, y: 0, side: 50, households: "200", status: .existing),
      .init(id: "U", x: 400, y: 0, side: 50, status: .existing),
    ]
    city.facilities = [.init(id: "f", kind: "childcare", x: 200, y: 0, floorArea: "500")]
    var result = try await city.check([pack()])
    #expect(result.found("small/existing", "E")?.verdict == .unknown)
    #expect(result.findings[1].shortageGroups.isEmpty)
    #expect(result.findings[1].facilityNeed == [RuleFindings.noAmount])
    // E lacks something without U: that much is known.
    city.facilities[0].floorArea = "30"
    result = try await city.check([pack()])
    #expect(result.found("small/existing", "E")?.verdict == .fail)
    let group = try #require(result.findings[1].shortageGroups.first)
    #expect(group.parcels == [0] && group.supply == 30_000_000 && group.need == 40_000_000)
  }
}
