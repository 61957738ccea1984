import Compliance
import Documents
import Planning
import Rules
import TestSupport
import Testing
import Wording

/// A facility that does not stand on the day is as good as not there, whatever is asked.
@Suite("What stands on the day: laws")
struct DayLawTests {
  private struct Scene {
    var dice: Dice
    var city: SmallCity
    let pack: RulePack

    /// A city, and a pack of which no rule says itself what stands.
    ///
    /// - Parameter comparesDates: Whether rules may be about deliveries, which an opening tells of.
    init(seed: UInt64, comparesDates: Bool = true) throws {
      dice = Dice(random: SplitMix64(seed: seed &+ 52_000))
      city = SmallCity.random(using: &dice)
      city.project.asOf = CalendarDate("2025-06-30")
      var random = RandomPack("random", rules: dice.whole(6...14), using: &dice)
      while random.yaml.contains("operating")
        || (!comparesDates && random.yaml.contains("with_housing"))
      {
        random = RandomPack("random", rules: dice.whole(6...14), using: &dice)
      }
      pack = try random.read()
    }

    /// Some rows of the facilities.
    mutating func someFacilities() -> Set<Int> {
      Set(city.facilities.indices.filter { _ in dice.chance(40) })
    }
  }

  /// Each of them keeps a facility from standing on 2025-06-30.
  private static let absences: [@Sendable (inout SmallCity.Facility) -> Void] = [
    { $0.operating = .closed }, { $0.operating = .underConstruction }, { $0.operating = .planned },
    { $0.opened = "2025-07-01" }, { $0.opened = "2026" }, { $0.delivered = "2025-07-01" },
    { $0.closed = "2025-06-30" }, { $0.closed = "2024" },
    {
      $0.operating = .closed
      $0.closed = "2025-06-30"
    },
    {
      $0.operating = .unknown
      $0.opened = "2025-07"
    },
  ]

  /// Each of them leaves open whether a facility stands on that day.
  private static let doubts: [@Sendable (inout SmallCity.Facility) -> Void] = [
    { $0.operating = .unknown }, { $0.opened = "2025" }, { $0.closed = "2025-06" },
  ]

  @Test("one that does not stand changes nothing", arguments: UInt64(0)..<150)
  func asIfDeleted(seed: UInt64) async throws {
    var scene = try Scene(seed: seed)
    var absent = scene.someFacilities()
    // That it is there at all tells that the data has its kind: one of each stays.
    let staying = Set(
      scene.city.facilities.indices.filter { !absent.contains($0) }
        .map { scene.city.facilities[$0].kind })
    absent = absent.filter { staying.contains(scene.city.facilities[$0].kind) }
    var there = scene.city
    for row in absent { scene.dice.pick(Self.absences)(&there.facilities[row]) }
    var without = scene.city
    without.facilities = scene.city.facilities.indices.filter { !absent.contains($0) }
      .map { scene.city.facilities[$0] }
    let found = Told(try await there.check([scene.pack])).lines
    let wanted = Told(try await without.check([scene.pack])).lines
    #expect(found == wanted, "\(zip(found, wanted).first { $0 != $1 } ?? ("", ""))")
  }

  @Test("it comes and goes on its very days", arguments: UInt64(0)..<40)
  func itsDays(seed: UInt64) async throws {
    var scene = try Scene(seed: seed, comparesDates: false)
    // That it is there at all tells that the data has its kind: another one of it stays.
    let facilities = scene.city.facilities
    let rows = facilities.indices.filter { row in
      facilities.count { $0.kind == facilities[row].kind } > 1
    }
    guard !rows.isEmpty else { return }
    let row = scene.dice.pick(rows)
    scene.city.facilities[row].delivered = nil
    var dated = scene.city
    dated.facilities[row].opened = "2024-03-01"
    dated.facilities[row].closed = "2025-05-01"
    if scene.dice.chance(50) { dated.facilities[row].operating = .closed }
    var without = scene.city
    without.facilities.remove(at: row)
    for (day, stands) in [
      ("2024-02-29", false), ("2024-03-01", true), ("2025-04-30", true), ("2025-05-01", false),
    ] {
      func told(_ city: SmallCity) async throws -> [String] {
        var city = city
        city.project.asOf = CalendarDate(day)
        return Told(try await city.check([scene.pack])).lines
      }
      let (found, wanted) = (
        try await told(dated), try await told(stands ? scene.city : without)
      )
      #expect(found == wanted, "on \(day)")
    }
  }

  @Test("what is not known decides only what both cases agree on", arguments: UInt64(0)..<150)
  func unknownIsBoth(seed: UInt64) async throws {
    var scene = try Scene(seed: seed)
    let doubtful = scene.someFacilities()
    var unclear = scene.city
    for row in doubtful {
      scene.dice.pick(Self.doubts)(&unclear.facilities[row])
    }
    let found = try await unclear.check([scene.pack])
    for keeps in [true, false] {
      var settled = scene.city
      if !keeps {
        settled.facilities = scene.city.facilities.indices.filter { !doubtful.contains($0) }
          .map { scene.city.facilities[$0] }
      }
      // What keeps its distance from a kind is unknown where the data has no row of it.
      let losesKind = !Set(scene.city.facilities.map(\.kind))
        .isSubset(of: settled.facilities.map(\.kind))
      let other = try await settled.check([scene.pack])
      for (mine, theirs) in zip(found.findings, other.findings) where mine.table != .facilities {
        for entry in mine.rows.indices {
          let verdict = mine.verdicts[entry]
          guard verdict == .pass || verdict == .fail else { continue }
          if losesKind, theirs.reason(of: entry) == .nothingInData { continue }
          #expect(
            theirs.verdicts[entry] == verdict,
            "\(mine.key) \(mine.rows[entry]) of seed \(seed), there: \(keeps)")
        }
      }
    }
  }
}

/// What a result says, subject by subject, whatever the rows are numbered.
private struct Told {
  private(set) var lines: [String] = []

  init(_ result: ComplianceResult) {
    let city = result.city
    for findings in result.findings {
      let ids: [String] =
        switch findings.table {
        case .parcels: city.parcels.rows.ids
        case .facilities: city.facilities.rows.ids
        case .units: city.units.rows.ids
        case .territory: [findings.rule.subject.rawValue]
        }
      for (entry, row) in findings.rows.enumerated() {
        let nearest = findings.nearest.isEmpty ? -1 : findings.nearest[entry]
        lines.append(
          """
          \(findings.key) \(ids[Int(row)]) \(findings.verdicts[entry]) \
          \(findings.flags[entry].text) \(findings.measured[entry]) \(findings.shortfall[entry]) \
          \(nearest < 0 ? "" : city.facilities.rows.ids[Int(nearest)]) \
          \(findings.reason(of: entry)?.sentence(.exact).en ?? "")
          """)
      }
    }
    for (id, verdict) in zip(city.parcels.rows.ids, result.parcelVerdicts) {
      lines.append("overall \(id) \(verdict)")
    }
  }
}
