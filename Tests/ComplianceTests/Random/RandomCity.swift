import Planar
import Planning
import Quantities
import TestSupport

/// Cities on a lattice of 50 m, so that distances tie and limits are met exactly.
extension SmallCity {
  static let randomKinds = [
    "elder_service_room", "community_elder_station", "elder_day_care", "nursing_home", "childcare",
    "nursery", "childcare_comprehensive_centre", "elder_facility_any",
  ]

  static func random(using dice: inout Dice) -> SmallCity {
    var city = SmallCity()
    // In half of the cities nothing is missing, so that verdicts are not mostly unknown.
    let known = dice.pick([100, 100, 96, 85])
    for index in 0..<dice.whole(0...dice.pick([2, 8, 30])) {
      city.parcels.append(parcel(index, known, &dice))
    }
    for index in 0..<dice.whole(0...dice.pick([1, 5, 15])) {
      city.facilities.append(facility(index, known, city.parcels.map(\.id), &dice))
    }
    city.units = units(known, &dice)
    city.project = project(city, &dice)
    return city
  }

  private static func parcel(_ index: Int, _ known: Int, _ dice: inout Dice) -> Parcel {
    var parcel = Parcel(
      id: "P\(10 + index)", x: Double(dice.whole(0...20) * 50), y: Double(dice.whole(0...20) * 50))
    parcel.side = dice.pick([0, 60, 100, 100, 200])
    parcel.households = dice.mostly(known, ["0", "100", "120", "200", "850", "1000"])
    parcel.population = dice.mostly(known - 15, ["0", "250", "317", "500", "2200", "2640"])
    parcel.elders = dice.mostly(known, ["0", "40", "100", "250"])
    parcel.infants = dice.mostly(known, ["0", "5", "20"])
    parcel.pupils = dice.mostly(known, ["0", "12", "60", "250"])
    parcel.status = dice.mostly(known, [.new, .existing])
    parcel.urban = dice.mostly(known, [true, true, false])
    parcel.delivered = dice.mostly(known, ["2020-06-30", "2022-01-01", "2024-12-31"])
    if dice.chance(20) {
      for _ in 0..<dice.whole(1...3) {
        let half = parcel.side / 2
        parcel.entrances.append(
          Point(x: parcel.x + dice.pick([-half, half]), y: parcel.y + dice.pick([-half, 0, half])))
      }
    }
    return parcel
  }

  private static func facility(
    _ index: Int, _ known: Int, _ parcels: [String], _ dice: inout Dice
  ) -> Facility {
    var facility = Facility(
      id: "F\(10 + index)", kind: dice.pick(randomKinds), x: Double(dice.whole(0...20) * 50),
      y: Double(dice.whole(0...20) * 50))
    facility.floorArea = dice.mostly(known, ["0", "150", "250", "300", "340.5", "7000"])
    facility.landArea = dice.mostly(known, ["264", "1000", "4000"])
    facility.places = dice.mostly(known, ["0", "10", "17", "26", "60"])
    facility.beds = dice.mostly(known, ["0", "20", "100", "300"])
    facility.nursingBeds = dice.mostly(known, ["0", "10", "55", "200"])
    facility.residents = dice.mostly(known, ["0", "49", "50", "230"])
    facility.doctors = dice.mostly(known, ["0", "1", "2"])
    facility.nurses = dice.mostly(known, ["0", "1", "5"])
    facility.inclusive = dice.mostly(known, [true, false])
    facility.ownership = dice.mostly(known, ["public", "private", "public_private"])
    facility.status = dice.mostly(known, FacilityStatus.allCases)
    facility.delivered = dice.mostly(known, ["2020-06-30", "2021-01-01", "2024-12-31"])
    facility.equipment = dice.mostly(
      known, [[], ["medical_unit"], ["full_time", "day"], ["full_time", "day", "home_visit"]])
    if dice.chance(25) { facility.side = dice.pick([40, 100, 100, 300]) }
    if dice.chance(10) {
      let half = facility.side / 2
      for _ in 0..<dice.whole(1...2) {
        facility.entrances.append(
          Point(
            x: facility.x + dice.pick([-half, half]), y: facility.y + dice.pick([-half, half])))
      }
    }
    if dice.chance(15), !parcels.isEmpty {
      facility.serves = Array(Set((0..<dice.whole(1...3)).map { _ in dice.pick(parcels) })).sorted()
    }
    return facility
  }

  private static func units(_ known: Int, _ dice: inout Dice) -> [Unit] {
    var units: [Unit] = []
    func add(_ id: String, _ level: UnitLevel, _ box: Envelope) {
      var unit = Unit(id: id, level: level, box: box)
      unit.type = dice.mostly(known, ["municipal_district", "functional_zone"])
      unit.urban = dice.mostly(known, [true, true, false])
      unit.population = dice.mostly(40, ["0", "1000", "2640", "10000"])
      unit.elders = dice.mostly(40, ["0", "400", "2000"])
      units.append(unit)
    }
    if dice.chance(85) {
      // Off the lattice, so that nothing lies on a border; some land is left over.
      for line in 0..<2 {
        for column in 0..<dice.whole(1...3) {
          let left = Double(column) * 400 - 10
          let bottom = Double(line) * 500 - 10
          add(
            "C\(line)\(column)", .community,
            Envelope(minX: left, minY: bottom, maxX: left + 400, maxY: bottom + 500))
        }
      }
    }
    if dice.chance(75) {
      add("S1", .street, Envelope(minX: -10, minY: -10, maxX: 1010, maxY: 490))
      let level: UnitLevel = dice.pick([.street, .township])
      add("S2", level, Envelope(minX: -10, minY: 490, maxX: 790, maxY: 1010))
    }
    if dice.chance(50) {
      add("D1", .district, Envelope(minX: -10, minY: -10, maxX: 1010, maxY: 1010))
    }
    if dice.chance(40) {
      // Across the others' borders, and one of them in the other.
      let block = UnitLevel.planning("block")
      add("B1", block, Envelope(minX: 210, minY: -10, maxX: 610, maxY: 810))
      if dice.chance(60) {
        add("B2", block, Envelope(minX: 310, minY: 110, maxX: 510, maxY: 410))
      }
    }
    if dice.chance(20) {
      add("X1", .city, Envelope(minX: -20, minY: -20, maxX: 1020, maxY: 1020))
    }
    return units
  }

  private static func project(_ city: SmallCity, _ dice: inout Dice) -> Project {
    var project = Project()
    project.isComplete = dice.chance(75)
    project.level = dice.pick([.city, .city, .city, .district, .province])
    if dice.chance(50) { project.assumptions.personsPerHousehold = Amount(micros: 2_620_000) }
    project.assumptions.detour = dice.mostly(50, [Amount(1), Amount(micros: 1_250_000)])
    if dice.chance(20) { project.assumptions.status = .existing }
    if dice.chance(20) { project.assumptions.urban = true }
    if dice.chance(40) { project.parameters["floor"] = Amount(300) }
    if dice.chance(15) { project.attribution = dice.pick(["on_site", "pooled", "in_reach"]) }
    for subject in statisticsSubjects(city, &dice) {
      var figures: [String: Amount] = [:]
      for name in [
        "population", "elders", "households", "beds", "places", "nursing_beds", "have", "units",
        "beds_before", "social_workers", "elder_land",
      ] where dice.chance(45) {
        figures[name] = Amount(dice.pick([0, 7, 9, 40, 100, 900, 1000, 2640]))
      }
      var declared = DeclaredStatistics(subject: subject, figures: figures)
      if dice.chance(50), case .territory = subject {
        declared.words["type"] = dice.pick(["new_district", "old_town"])
      }
      project.statistics.append(declared)
    }
    return project
  }

  private static func statisticsSubjects(
    _ city: SmallCity, _ dice: inout Dice
  ) -> [DeclaredStatistics.Subject] {
    var subjects: [DeclaredStatistics.Subject] = []
    for level in ["city", "plan", "district", "province"] where dice.chance(30) {
      subjects.append(.territory(level))
    }
    for unit in city.units where dice.chance(15) {
      subjects.append(.unit(unit.level, id: unit.id))
    }
    return subjects
  }
}

extension SmallCity {
  /// Gives the city a day, and its facilities words and dates about it.
  mutating func scatterDays(using dice: inout Dice) {
    project.asOf = dice.pick(["2021-01-01", "2022-06-15", "2025-12-31", nil])
      .flatMap { CalendarDate($0) }
    project.countsPlanned = dice.chance(15)
    for row in facilities.indices where dice.chance(50) {
      facilities[row].operating = dice.mostly(60, OperatingState.allCases)
      facilities[row].opened = dice.mostly(30, ["2020-06-30", "2022-06-15", "2022-06-16", "2022"])
      facilities[row].closed = dice.mostly(25, ["2020-12-31", "2022-06-15", "2026-01-01", "2025"])
    }
  }
}
