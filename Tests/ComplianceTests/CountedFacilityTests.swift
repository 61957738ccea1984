import Compliance
import GeoData
import Planar
import Planning
import Rules
import TestSupport
import Testing

/// Findings about areas, parcels and facilities name what they counted.
@Suite("Named facilities")
struct CountedFacilityTests {
  private static let rules = [
    "id: presence\ncheck: presence\nsubject: community\nfacility: [childcare]\nat_least: 1\n"
      + "unit: count",
    "id: presence-if\ncheck: presence\nsubject: street\nfacility: [nursery]\n"
      + "where: {inclusive: true}\nat_least: 1\nunit: count",
    "id: total\ncheck: total\nsubject: street\nsum: {facility: [childcare], measure: places}\n"
      + "at_least: 5\nunit: places",
    "id: share\ncheck: share\nsubject: community\n"
      + "part: {facility: [nursery], measure: places}\n"
      + "whole: {facility: [childcare], measure: places}\nat_least: 50\nunit: percent",
    "id: size\ncheck: size\nsubject: facility\nkinds: [childcare]\nmeasure: places\nat_least: 5\n"
      + "unit: places",
    "id: own\ncheck: presence\nsubject: parcel\nfacility: [childcare]\nat_least: 1\nunit: count",
  ]

  /// Two streets of two communities each, with facilities anywhere.
  private func city(_ dice: inout Dice) -> SmallCity {
    var city = SmallCity()
    for street in 0..<2 {
      let x = Double(street) * 1000
      city.units.append(
        .init(
          id: "s\(street)", level: .street,
          box: Envelope(minX: x, minY: 0, maxX: x + 1000, maxY: 1000)))
      for half in 0..<2 {
        let y = Double(half) * 500
        city.units.append(
          .init(
            id: "c\(street)\(half)", level: .community,
            box: Envelope(minX: x, minY: y, maxX: x + 1000, maxY: y + 500)))
      }
    }
    for index in 0..<6 {
      city.parcels.append(
        .init(
          id: "p\(index)", x: Double(dice.whole(1...19)) * 100 + 50,
          y: Double(dice.whole(1...9)) * 100 + 50,
          side: 60, population: "100"))
    }
    for index in 0..<12 {
      var facility = SmallCity.Facility(
        id: "f\(index)", kind: dice.pick(["nursery", "childcare", "school"]),
        x: Double(dice.whole(1...39)) * 50 + 7, y: Double(dice.whole(1...19)) * 50 + 7)
      facility.places = dice.mostly(80, ["0", "4", "9"])
      facility.inclusive = dice.mostly(60, [true, false])
      city.facilities.append(facility)
    }
    return city
  }

  @Test(
    "are those of the kinds that lie in the area, or are the parcel's own",
    arguments: UInt64(0)..<40)
  func naive(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    let small = city(&dice)
    let result = try await small.check([SmallPack.make(Self.rules)])
    let vocabulary = SmallCity.library.vocabulary
    func isKind(_ facility: SmallCity.Facility, _ kinds: [String]) -> Bool {
      guard let index = vocabulary.index(ofID: facility.kind) else { return false }
      return vocabulary.descendants(of: kinds).contains(index)
    }
    let ids = result.city.facilities.rows.ids
    for findings in result.findings {
      let (kinds, onlyInclusive) =
        switch findings.rule.id {
        case "presence-if": (["nursery"], true)
        case "share": (["nursery", "childcare"], false)
        default: (["childcare"], false)
        }
      for (subject, row) in findings.rows.enumerated()
      where findings.verdicts[subject] != .notApplicable {
        let named = findings.facilities(of: subject).map { ids[Int($0)] }
        let counted = small.facilities.filter { facility in
          guard isKind(facility, kinds), !onlyInclusive || facility.inclusive == true else {
            return false
          }
          switch findings.table {
          case .facilities: return result.city.facilities.rows.ids[Int(row)] == facility.id
          case .units:
            let box = small.units.first { $0.id == result.city.units.rows.ids[Int(row)] }?.box
            return box.map {
              (($0.minX)..<($0.maxX)).contains(facility.x)
                && (($0.minY)..<($0.maxY)).contains(facility.y)
            } ?? false
          case .parcels:
            return result.city.facilities.insideParcel[ids.firstIndex(of: facility.id) ?? 0] == row
          case .territory: return true
          }
        }
        #expect(
          Set(named) == Set(counted.map(\.id)), "\(findings.rule.id) \(row) seed \(seed)")
      }
    }
  }

  @Test("are a hundred at most, and the number of the others")
  func bounded() async throws {
    var city = SmallCity()
    city.units = [
      .init(
        id: "c", level: .community, box: Envelope(minX: 0, minY: 0, maxX: 9000, maxY: 1000))
    ]
    city.parcels = [.init(id: "p", x: 50, y: 50, side: 20, population: "10")]
    city.facilities = (0..<130).map {
      SmallCity.Facility(id: "f\(1000 + $0)", kind: "childcare", x: Double($0) * 50 + 10, y: 500)
    }
    let findings = try #require(
      try await city.check([SmallPack.make(Self.rules[0])]).findings.first)
    #expect(findings.measured == [130])
    #expect(findings.facilities(of: 0).count == CountedFindings.most)
    #expect(findings.countedFacilities?.more == [30])
  }
}
