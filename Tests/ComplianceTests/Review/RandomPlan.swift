import Planar
import Planning
import Rules
import TestSupport

/// Plans by seed, on the lattice of random cities.
extension SmallCity {
  /// - Parameter host: Whose parcels its facilities may be declared for.
  static func randomPlan(for host: SmallCity, using dice: inout Dice) -> SmallCity {
    var plan = SmallCity()
    let known = dice.pick([100, 100, 90])
    let (x, y) = (Double(dice.whole(2...18) * 50), Double(dice.whole(2...18) * 50))
    func near(_ dice: inout Dice) -> (x: Double, y: Double) {
      (x + Double(dice.whole(-4...4) * 25), y + Double(dice.whole(-4...4) * 25))
    }
    for index in 0..<dice.whole(1...3) {
      let (x, y) = near(&dice)
      plan.parcels.append(
        .init(
          id: "N\(index)", x: x, y: y, side: dice.pick([0, 60, 100, 200]),
          households: dice.mostly(known, ["0", "100", "120", "850"]),
          population: dice.mostly(known, ["0", "317", "2200"]),
          elders: dice.mostly(known, ["0", "40", "250"]),
          infants: dice.mostly(known, ["0", "20"]),
          status: dice.mostly(50, [.new, .new, .existing]),
          urban: dice.mostly(known, [true, true, false]),
          delivered: dice.mostly(known, ["2022-01-01", "2024-12-31"])))
    }
    for index in 0..<dice.whole(0...3) {
      let (x, y) = near(&dice)
      var facility = Facility(id: "NF\(index)", kind: dice.pick(randomKinds), x: x, y: y)
      if dice.chance(25) { facility.side = dice.pick([40, 200]) }
      facility.floorArea = dice.mostly(known, ["0", "150", "250", "340.5", "7000"])
      facility.landArea = dice.mostly(known, ["264", "4000"])
      facility.places = dice.mostly(known, ["0", "10", "26", "60"])
      facility.beds = dice.mostly(known, ["0", "20", "300"])
      facility.nursingBeds = dice.mostly(known, ["0", "10", "200"])
      facility.residents = dice.mostly(known, ["0", "50"])
      facility.doctors = dice.mostly(known, ["0", "1"])
      facility.nurses = dice.mostly(known, ["0", "5"])
      facility.inclusive = dice.mostly(known, [true, false])
      facility.ownership = dice.mostly(known, ["public", "private"])
      facility.status = dice.mostly(50, FacilityStatus.allCases)
      facility.delivered = dice.mostly(known, ["2020-06-30", "2024-12-31"])
      facility.equipment = dice.mostly(known, [[], ["medical_unit"], ["full_time", "day"]])
      if dice.chance(25) {
        let ids = (host.parcels + plan.parcels).map(\.id) + plan.parcels.map(\.id)
        facility.serves = Set((0..<dice.whole(1...3)).map { _ in dice.pick(ids) }).sorted()
      }
      plan.facilities.append(facility)
    }
    return plan
  }
}

extension RandomPack {
  /// A pack in which shared supply is also divided fairly.
  static func withFairShare(_ count: ClosedRange<Int>, using dice: inout Dice) throws -> RulePack {
    var random = RandomPack("random", rules: dice.whole(count), using: &dice)
    random.isDraft = false
    let text = random.yaml
      .replacing("attribution: in_reach", with: "attribution: fair")
      .replacing(
        "attribution: pooled", with: dice.pick(["attribution: fair", "attribution: pooled"]))
    return try RulePack(
      yaml: text, file: "random.yaml", vocabulary: SmallCity.library.vocabulary,
      topics: SmallCity.library.topics, isLinted: false)
  }
}
