import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// What is missing is taken at its best and at its worst, and only what differs is unknown.
@Suite("Missing data")
struct MissingDataTests {
  private let square = SmallCity.Parcel(
    id: "A", x: 0, y: 0, side: 100, households: "100", status: .existing)

  @Test("a rule that only reports is never unknown")
  func reportOnly() async throws {
    var city = SmallCity()
    city.parcels = [square]
    let pack = try SmallPack.make(
      """
      check: total
      subject: city
      sum: {statistic: layout_plan}
      report_only: true
      unit: count
      """,
      """
      check: coverage
      subject: parcel
      when: {urban: true}
      facility: [nursery]
      within: {radius: 300 m}
      report_only: true
      unit: percent
      """)
    let result = try await city.check([pack])
    #expect(result.found("small/r0")?.verdict == .notApplicable)
    #expect(result.found("small/r1", "A")?.verdict == .notApplicable)
    #expect(result.parcelVerdicts == [.notApplicable])
  }

  @Test("whoever may be part of a plan makes its rate unknown")
  func planOfUnknownParcels() async throws {
    var city = SmallCity()
    city.parcels = [
      .init(id: "A", x: 0, y: 0, side: 100, households: "100", status: .new),
      .init(id: "B", x: 500, y: 0, side: 100, households: "900"),
    ]
    city.facilities = [
      .init(id: "F", kind: "elder_service_room", x: 0, y: 0, floorArea: "30")
    ]
    let pack = try SmallPack.make(
      """
      check: provision
      subject: plan
      supply: {facility: [elder_service_room], measure: floor_area}
      demand: {measure: households, per: 100}
      at_least: 30
      unit: m2/100 households
      """)
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .unknown)
    city.parcels[1].status = .existing
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .pass)
    city.parcels[1].status = .new
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .fail)
  }

  @Test("a facility that may count and came late gives no pass")
  func lateFacilityThatMayCount() async throws {
    var city = SmallCity()
    city.parcels = [square]
    city.parcels[0].delivered = "2022-01-01"
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 0, y: 0, delivered: "2021-12-31", equipment: ["kitchen"]),
      .init(id: "G", kind: "nursery", x: 0, y: 0, delivered: "2022-01-02"),
    ]
    let pack = try SmallPack.make(
      """
      check: size
      subject: parcel
      kinds: [nursery]
      where: {equipment: kitchen}
      has: {delivered: with_housing}
      unit: none
      """)
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .unknown)
    city.facilities[1].delivered = "2022-01-01"
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .pass)
    city.facilities[0].delivered = "2022-01-02"
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .fail)
  }

  @Test("a missing population does not matter where everybody is covered, or nobody")
  func coveredWhoeverLivesThere() async throws {
    var city = SmallCity()
    city.project.isComplete = true
    city.parcels = [square, square]
    city.parcels[1].id = "B"
    city.parcels[0].population = "260"
    city.facilities = [.init(id: "F", kind: "nursery", x: 0, y: 0)]
    let pack = try SmallPack.make(
      """
      check: coverage
      subject: city
      facility: [nursery]
      within: {radius: 300 m}
      of: people
      at_least: 60
      unit: percent
      """)
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .pass)
    city.parcels[1].x = 1000
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .unknown)
    city.facilities[0].x = -900
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .fail)
  }

  @Test("units that may or may not be meant are no pass when none is meant for sure")
  func noUnitMeantForSure() async throws {
    var city = SmallCity()
    city.project.isComplete = true
    city.units = [
      .init(id: "C", level: .community, box: Envelope(minX: 0, minY: 0, maxX: 100, maxY: 100))
    ]
    city.facilities = [.init(id: "F", kind: "nursery", x: 50, y: 50)]
    let pack = try SmallPack.make(
      """
      check: presence
      subject: city
      facility: [nursery]
      counting: {units: community, when: {urban: true}}
      at_least: 100
      unit: percent
      """)
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .unknown)
    city.units[0].urban = true
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .pass)
    city.units[0].urban = false
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .notApplicable)
  }

  @Test("units that no layer holds are not zero units")
  func noUnitsLayer() async throws {
    var city = SmallCity()
    city.project.isComplete = true
    let pack = try SmallPack.make(
      """
      check: total
      subject: city
      sum: {units: community, where: {urban: true}}
      at_most: 3
      unit: count
      """)
    #expect(try await city.check([pack]).found("small/r0")?.verdict == .unknown)
  }

  @Test("where there may be nobody, a rate is neither met nor missed")
  func perhapsNobody() async throws {
    var city = SmallCity()
    city.parcels = [square]
    city.parcels[0].households = nil
    let pack = try SmallPack.make(
      """
      check: provision
      subject: parcel
      supply: {facility: [elder_service_room], measure: floor_area}
      demand: {measure: households, per: 100}
      attribution: on_site
      at_least: 30
      unit: m2/100 households
      """)
    #expect(try await city.check([pack]).found("small/r0", "A")?.verdict == .unknown)
    city.parcels[0].households = "0"
    #expect(try await city.check([pack]).found("small/r0", "A")?.verdict == .notApplicable)
    city.parcels[0].households = "1"
    #expect(try await city.check([pack]).found("small/r0", "A")?.verdict == .fail)
  }

  @Test("a missing standard is flagged whatever else is missing")
  func missingStandard() async throws {
    var city = SmallCity()
    city.facilities = [
      .init(id: "F", kind: "nursery", x: 0, y: 0), .init(id: "G", kind: "nursery", x: 0, y: 0),
    ]
    city.facilities[1].floorArea = "200"
    let pack = try SmallPack.make(
      """
      check: size
      subject: facility
      kinds: [nursery]
      measure: floor_area
      at_least: {parameter: floor}
      unit: m2
      """, parameters: ["floor: {value: null, unit: m2}"])
    let result = try await city.check([pack])
    for id in ["F", "G"] {
      #expect(result.found("small/r0", id)?.verdict == .unknown)
      #expect(result.found("small/r0", id)?.flags.contains(.noStandard) == true)
    }
    city.project.parameters = ["small.floor": Amount(200)]
    #expect(try await city.check([pack]).found("small/r0", "G")?.verdict == .pass)
  }

  @Test("what a single parcel is held against is not declared for the plan")
  func noStatisticOfAParcel() async throws {
    var city = SmallCity()
    city.parcels = [square]
    city.project.statistics = [
      DeclaredStatistics(subject: .territory("plan"), figures: ["before": Amount(0)])
    ]
    let pack = try SmallPack.make(
      """
      check: presence
      subject: parcel
      facility: [nursery]
      at_least: {statistic: before}
      unit: count
      """)
    #expect(try await city.check([pack]).found("small/r0", "A")?.verdict == .unknown)
  }

  @Test("an estimate of a neighbour's people is flagged where it is shared")
  func sharedEstimates() async throws {
    var city = SmallCity()
    city.project.assumptions.personsPerHousehold = Amount(3)
    city.parcels = [
      .init(id: "A", x: 0, y: 0, households: "100", population: "250"),
      .init(id: "B", x: 100, y: 0, households: "100"),
      .init(id: "C", x: 900, y: 0, households: "100", population: "250"),
    ]
    for attribution in ["pooled", "on_site"] {
      city.facilities = [
        .init(
          id: "F", kind: "nursery", x: 50, y: 0, places: "10",
          serves: attribution == "pooled" ? [] : ["A", "B"])
      ]
      let pack = try SmallPack.make(
        """
        check: provision
        subject: parcel
        supply: {facility: [nursery], measure: places}
        demand: {measure: population, per: 1000}
        within: {radius: 200 m}
        attribution: \(attribution)
        at_least: 10
        unit: places/1000 persons
        """)
      let result = try await city.check([pack])
      #expect(result.found("small/r0", "A")?.flags.contains(.estimated) == true)
      #expect(result.found("small/r0", "C")?.flags.contains(.estimated) == false)
    }
  }
}
