import Planar
import Planning
import Rules
import TestSupport

/// A plan that lacks one thing or another, in a city where some do, and the clauses to judge it by.
struct RemedyCase {
  var host = SmallCity()
  var plan = SmallCity()
  let rules: [String]
  let pack: RulePack

  private static let pool = [
    provision("area-new", "elder_service_room", "floor_area", "households", 100, 30, "new"),
    provision(
      "area-existing", "elder_service_room", "floor_area", "households", 100, 20, "existing"),
    provision("places-new", "childcare_facility_any", "places", "population", 1000, 10, "new"),
    provision(
      "places-existing", "childcare_facility_any", "places", "population", 1000, 8, "existing"),
    """
    id: childcare-200
    check: provision
    subject: parcel
    when: {status: new}
    supply: {facility: [childcare_facility_any], measure: floor_area}
    demand: {measure: parcel}
    at_least: 200
    unit: m2
    attribution: on_site
    """,
    """
    id: least-floor
    check: size
    subject: facility
    kinds: [childcare]
    when: {status: new}
    measure: floor_area
    at_least: 200
    unit: m2
    """,
    """
    id: per-place
    check: size
    subject: facility
    kinds: [childcare_facility_any]
    when: {status: new}
    measure: floor_area
    per: places
    at_least: 12
    unit: m2/place
    """,
    """
    id: land
    check: provision
    subject: plan
    supply: {facility: [elder_facility_any], measure: land_area}
    demand: {measure: population, per: 1}
    at_least: 0.2
    unit: m2/person
    """,
    """
    id: circle
    check: coverage
    subject: parcel
    facility: [elder_day_care]
    within: {radius: 300 m}
    at_least: 100
    unit: percent
    """,
    """
    id: walk
    check: coverage
    subject: parcel
    facility: [childcare_facility_any]
    within: {walk: 5 min}
    at_least: 100
    unit: percent
    """,
    """
    id: day-care-size
    check: size
    subject: facility
    kinds: [elder_day_care]
    measure: floor_area
    between: [350, 750]
    unit: m2
    """,
    """
    id: station
    check: presence
    subject: parcel
    facility: [community_elder_station]
    at_least: 1
    unit: count
    """,
    """
    id: together
    check: size
    subject: parcel
    kinds: [childcare_facility_any]
    when: {status: new}
    has: {delivered: with_housing}
    unit: none
    """,
  ]

  private static func provision(
    _ id: String, _ kind: String, _ measure: String, _ people: String, _ per: Int, _ figure: Int,
    _ status: String
  ) -> String {
    let unit =
      (measure == "places" ? "places" : "m2") + "/\(per) "
      + (people == "population" ? "persons" : people)
    return """
      id: \(id)
      check: provision
      subject: parcel
      when: {status: \(status)}
      supply: {facility: [\(kind)], measure: \(measure)}
      demand: {measure: \(people), per: \(per)}
      at_least: \(figure)
      unit: \(unit)
      within: {radius: 350 m}
      attribution: fair
      """
  }

  init(_ seed: UInt64) throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    let share = dice.pick([30, 50, 80])
    var chosen = Self.pool.filter { _ in dice.chance(share) }
    if chosen.isEmpty { chosen = [dice.pick(Self.pool)] }
    rules = chosen.map { String($0.split(separator: "\n")[0].dropFirst(4)) }
    pack = try Self.pack(chosen)
    let kinds = [
      "elder_service_room", "elder_service_room", "childcare", "nursery", "elder_day_care",
      "community_elder_station",
    ]
    func place(_ dice: inout Dice) -> (x: Double, y: Double) {
      (Double(dice.whole(0...4) * 150), Double(dice.whole(0...4) * 150))
    }
    func parcels(_ count: Int, _ name: String, _ dice: inout Dice) -> [SmallCity.Parcel] {
      (0..<count).map { index in
        let (x, y) = place(&dice)
        let households = dice.pick([50, 120, 333, 800])
        return SmallCity.Parcel(
          id: "\(name)\(index)", x: x, y: y, side: dice.pick([60, 100, 140]),
          households: "\(households)", population: "\(households * 264 / 100)",
          status: name == "N" ? .new : dice.pick([.existing, .existing, .new]),
          delivered: dice.pick(["2025-06-30", "2026-12-31"]))
      }
    }
    func facilities(_ count: Int, _ name: String, _ dice: inout Dice) -> [SmallCity.Facility] {
      (0..<count).map { index in
        let (x, y) = place(&dice)
        return SmallCity.Facility(
          id: "\(name)\(index)", kind: dice.pick(kinds), x: x + dice.pick([0, 20, 75]), y: y,
          floorArea: dice.pick(["0", "36", "150", "240.5", "700"]),
          landArea: dice.pick(["0", "100", "264"]), places: dice.pick(["0", "5", "26", "60"]),
          beds: "0", nursingBeds: "0", status: name == "G" ? .new : dice.pick([.new, .existing]),
          delivered: dice.pick(["2025-06-30", "2026-12-31"]))
      }
    }
    host.parcels = parcels(dice.whole(0...4), "P", &dice)
    host.facilities = facilities(dice.whole(0...3), "F", &dice)
    plan.parcels = parcels(dice.whole(1...3), "N", &dice)
    plan.facilities = facilities(dice.whole(0...3), "G", &dice)
    if dice.chance(20), let id = (host.parcels + plan.parcels).map(\.id).first {
      for index in plan.facilities.indices where dice.chance(50) {
        plan.facilities[index].serves = Array(Set([id, plan.parcels[0].id])).sorted()
      }
    }
    if dice.chance(25) {
      for index in plan.parcels.indices { plan.parcels[index].phase = dice.mostly(80, [1, 2]) }
      for index in plan.facilities.indices {
        plan.facilities[index].phase = dice.mostly(80, [1, 2])
      }
    }
  }

  private static func pack(_ rules: [String]) throws -> RulePack {
    let filled = rules.map { rule in
      let lines =
        rule.split(separator: "\n").map(String.init)
        + ["clause: \"1\"", "says: {en: A., zh: 某。}", "means: elder-circle", "force: binding"]
      return "  - " + lines.joined(separator: "\n    ")
    }
    return try RulePack(
      yaml: """
        schema: 1
        id: small
        title: {en: Small, zh: 小}
        document: {number: null, issuer: {en: Nobody, zh: 无}, issued: 2025-01-01, status: issued}
        rules:

        """ + filled.joined(separator: "\n"), file: "small.yaml",
      vocabulary: SmallCity.library.vocabulary, topics: SmallCity.library.topics)
  }
}
