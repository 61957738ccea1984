import Compliance
import Planar
import Planning
import Quantities
import Rules
import TestSupport
import Testing

/// Laws that hold for all cities with streets.
@Suite("Laws of walks")
struct NetworkLawTests {
  /// A comb of streets, which join everything, and some of the streets that make it a grid; gates
  /// at nodes, facilities anywhere along the streets.
  private struct Scene {
    var dice: Dice
    var city = SmallCity()
    var streets: SmallStreets
    /// Blocks of cross streets that are not there yet.
    var missing: [(column: Int, row: Int)] = []
    static let spacing = 80.0

    init(seed: UInt64) {
      dice = Dice(random: SplitMix64(seed: seed &+ 70_000))
      let columns = 7
      let rows = 6
      streets = SmallStreets()
      for row in 0..<rows {
        streets.lines.append((0..<columns).map { Self.node($0, row) })
      }
      streets.lines.append((0..<rows).map { Self.node(0, $0) })
      for column in 1..<columns {
        for row in 0..<rows - 1 {
          if dice.whole(0...3) == 0 { add((column, row)) } else { missing.append((column, row)) }
        }
      }
      city.project.isComplete = true
      for number in 0..<dice.whole(6...20) {
        let gates = (0..<dice.whole(1...3)).map { _ in
          Self.node(dice.whole(0...columns - 1), dice.whole(0...rows - 1))
        }
        city.parcels.append(
          .init(
            id: "P\(100 + number)", x: gates[0].x, y: gates[0].y, side: 20,
            households: "\(dice.whole(1...50))", population: "\(dice.whole(1...99))",
            entrances: gates))
      }
      for number in 0..<dice.whole(1...6) { addFacility("F\(100 + number)") }
    }

    private static func node(_ column: Int, _ row: Int) -> Point {
      Point(x: Double(column) * spacing, y: Double(row) * spacing)
    }

    mutating func add(_ block: (column: Int, row: Int)) {
      streets.lines.append([
        Self.node(block.column, block.row), Self.node(block.column, block.row + 1),
      ])
    }

    /// On a street that is always there. One beside its street may be nearer to a new one, be
    /// reached through that, and from some sides by a longer way: the law would not hold.
    mutating func addFacility(_ id: String) {
      city.facilities.append(
        .init(
          id: id, kind: "nursery", x: Double(dice.whole(0...480)),
          y: Double(dice.whole(0...5)) * Self.spacing,
          places: "\(dice.whole(1...60))"))
    }

    func check(_ metres: Int, workers: Int = 2) async throws -> ComplianceResult {
      try await city.check([Self.pack(metres)], on: streets, workers: workers)
    }

    static func pack(_ metres: Int) throws -> RulePack {
      try WalkRules.pack(
        WalkRules.coverage("walk: \(metres) m", atLeast: "60"),
        WalkRules.people("walk: \(metres) m"), WalkRules.count("walk: \(metres) m"),
        "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: places}\n"
          + "demand: {measure: households, per: 100}\nwithin: {walk: \(metres) m}\n"
          + "at_least: 40\nunit: places/100 households")
    }
  }

  /// What is measured and reached may only grow; what passed, passes. Shared supply is left out: a
  /// facility that more people reach has less for each.
  private func expectNoLoss(
    _ before: ComplianceResult, _ after: ComplianceResult, _ seed: UInt64
  ) {
    for (old, new) in zip(before.findings, after.findings).prefix(3) {
      for index in old.rows.indices {
        #expect(new.measured[index] >= old.measured[index] - 1e-9, "\(old.rule.id) of \(seed)")
        if old.verdicts[index] == .pass {
          #expect(new.verdicts[index] == .pass, "\(old.rule.id) of seed \(seed)")
        }
        if !old.distance.isEmpty {
          #expect(new.distance[index] <= old.distance[index], "\(old.rule.id) of \(seed)")
        }
      }
    }
  }

  @Test(
    "one more street between places that streets serve lowers no reach", arguments: UInt64(0)..<40)
  func moreStreets(seed: UInt64) async throws {
    var scene = Scene(seed: seed)
    let before = try await scene.check(200)
    for block in scene.missing where scene.dice.whole(0...2) == 0 { scene.add(block) }
    expectNoLoss(before, try await scene.check(200), seed)
  }

  @Test("one more facility lowers no reach", arguments: UInt64(0)..<40)
  func moreFacilities(seed: UInt64) async throws {
    var scene = Scene(seed: seed)
    let before = try await scene.check(200)
    scene.addFacility("F900")
    expectNoLoss(before, try await scene.check(200), seed)
  }

  @Test("a larger limit lowers no reach", arguments: UInt64(0)..<40)
  func largerLimit(seed: UInt64) async throws {
    var scene = Scene(seed: seed)
    let metres = scene.dice.whole(0...400)
    let before = try await scene.check(metres)
    expectNoLoss(before, try await scene.check(metres + scene.dice.whole(0...60)), seed)
  }

  @Test("no facilities, no coverage")
  func noFacilities() async throws {
    var scene = Scene(seed: 1)
    scene.city.facilities = []
    let result = try await scene.check(400)
    #expect(result.findings[0].measured.allSatisfy { $0 == 0 })
    #expect(result.findings[0].verdicts.allSatisfy { $0 == .fail })
    #expect(result.findings[1].measured == [0] && result.findings[1].verdicts == [.fail])
    #expect(result.findings[2].measured.allSatisfy { $0 == 0 })
    #expect(result.findings[3].verdicts.allSatisfy { $0 == .fail })
  }

  @Test("no streets: all is unknown, nothing passes or fails")
  func noStreets() async throws {
    var scene = Scene(seed: 2)
    scene.streets.lines = []
    let result = try await scene.check(400)
    for findings in result.findings {
      #expect(findings.verdicts.allSatisfy { $0 == .unknown }, "\(findings.rule.id)")
    }
  }

  @Test(
    "again, with one worker, and with rows and streets in another order, all is the same",
    arguments: UInt64(0)..<20)
  func same(seed: UInt64) async throws {
    var scene = Scene(seed: seed)
    let first = Answers(try await scene.check(200))
    #expect(Answers(try await scene.check(200)) == first)
    #expect(Answers(try await scene.check(200, workers: 1)) == first)
    #expect(Answers(try await scene.check(200, workers: 5)) == first)
    scene.city.parcels.shuffle(using: &scene.dice.random)
    scene.city.facilities.shuffle(using: &scene.dice.random)
    scene.streets.lines.shuffle(using: &scene.dice.random)
    scene.streets.lines = scene.streets.lines.map {
      scene.dice.whole(0...1) == 0 ? $0 : $0.reversed()
    }
    #expect(Answers(try await scene.check(200)) == first)
  }
}
