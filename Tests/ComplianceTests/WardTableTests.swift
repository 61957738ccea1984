import Compliance
import Planning
import Rules
import TestSupport
import Testing
import Workers

/// A table of wards as an office publishes it, and a register of nurseries, some without
/// coordinates: every figure is computed here once more from the plain numbers.
@Suite("Wards of a published table")
struct WardTableTests {
  private struct Ward {
    let id: String
    let name: String
    /// Persons; `nil`: the cell is empty.
    let population: Int?
    let infants: Int?
    /// Persons of the ward's communities, where the table goes into them.
    var communities: [Int] = []
  }

  private struct Nursery {
    let id: String
    let ward: String
    let places: Int?
    var isInclusive = true
    /// Whether the register has coordinates.
    var isPlaced = true
  }

  private static let wards = [
    Ward(id: "3101", name: "东浦", population: 48_200, infants: 1_310),
    Ward(id: "3102", name: "西陵", population: 31_750, infants: 905),
    Ward(id: "3103", name: "南渡", population: nil, infants: 640, communities: [9_120, 11_480]),
    Ward(id: "3104", name: "北岸", population: 12_040, infants: nil),
    Ward(id: "3105", name: "新桥", population: 7_300, infants: 180),
  ]

  private static let nurseries = [
    Nursery(id: "N1", ward: "3101", places: 120),
    Nursery(id: "N2", ward: "3101", places: 96, isInclusive: false),
    Nursery(id: "N3", ward: "3101", places: 60, isPlaced: false),
    Nursery(id: "N4", ward: "3102", places: 90),
    Nursery(id: "N5", ward: "3102", places: nil),
    Nursery(id: "N6", ward: "3103", places: 100, isPlaced: false),
    Nursery(id: "N7", ward: "3103", places: 64, isInclusive: false),
    Nursery(id: "N8", ward: "3104", places: 60),
  ]

  private static let rules = [
    """
    id: rate
    check: provision
    subject: district
    supply: {facility: [childcare], measure: places}
    demand: {measure: population, per: 1000}
    at_least: 4.5
    unit: places/1000 persons
    """,
    """
    id: infants
    check: provision
    subject: district
    supply: {facility: [childcare], measure: places}
    demand: {measure: infants, per: 100}
    at_least: 20
    unit: places/100 infants
    """,
    """
    id: inclusive
    check: share
    subject: district
    part: {facility: [childcare], where: {inclusive: true}, measure: places}
    whole: {facility: [childcare], measure: places}
    at_least: 60
    unit: percent
    """,
    """
    id: one
    check: presence
    subject: district
    facility: [childcare]
    at_least: 1
    unit: count
    """,
    """
    id: wards
    check: presence
    subject: city
    counting: {units: [district]}
    facility: [childcare]
    at_least: 80
    unit: percent
    """,
    """
    id: city
    check: provision
    subject: city
    supply: {facility: [childcare], measure: places}
    demand: {measure: population, per: 1000}
    at_least: 4.5
    unit: places/1000 persons
    """,
  ]

  private static func city() async throws -> City {
    let folder = try ScratchFolder()
    var units = "代码,名称,级别,上级,常住人口（万人）,婴幼儿数\n"
    for ward in wards {
      let tenThousands = ward.population.map { "\(Double($0) / 10_000)" } ?? ""
      units +=
        "\(ward.id),\(ward.name),district,,\(tenThousands),\(ward.infants.map(String.init) ?? "")\n"
      for (index, people) in ward.communities.enumerated() {
        units +=
          "\(ward.id)0\(index),社区\(index),community,\(ward.id),\(Double(people) / 10_000),\n"
      }
    }
    var register = "id,kind,托位数,普惠,district,lon,lat\n"
    for (index, nursery) in nurseries.enumerated() {
      let place = nursery.isPlaced ? "120.\(index),30.\(index)" : ","
      register +=
        "\(nursery.id),childcare,\(nursery.places.map(String.init) ?? ""),"
        + "\(nursery.isInclusive ? "是" : "否"),\(nursery.ward),\(place)\n"
    }
    try folder.write(units, to: "wards.csv")
    try folder.write(register, to: "register.csv")
    let project = try folder.write(
      """
      schema: 1
      name: 示例市
      packs: []
      scope: complete
      layers:
        facilities: {file: register.csv, crs: EPSG:4326}
        units: {file: wards.csv}
      """, to: "project.yaml")
    return try await CityLoader.load(
      ProjectFile.read(project), vocabulary: .builtIn(), workers: Workers(count: 2))
  }

  private static func result() async throws -> ComplianceResult {
    try await ComplianceEngine(
      city: city(), packs: [SmallPack.make(rules)], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 2)
    ).run()
  }

  private static func people(_ ward: Ward) -> Int {
    ward.population ?? ward.communities.reduce(0, +)
  }

  private static func nurseries(in ward: Ward) -> [Nursery] {
    nurseries.filter { $0.ward == ward.id }
  }

  /// At least so much, of which what is missing may be anything.
  private static func verdict(_ known: Double, isWhole: Bool, atLeast figure: Double) -> Verdict {
    known >= figure ? .pass : isWhole ? .fail : .unknown
  }

  @Test("rates, counts and shares are those of the plain numbers")
  func wards() async throws {
    let result = try await Self.result()
    for ward in Self.wards {
      let own = Self.nurseries(in: ward)
      let isWhole = own.allSatisfy { $0.places != nil }
      let places = own.reduce(0) { $0 + ($1.places ?? 0) }
      let rate = try #require(result.found("small/rate", ward.id))
      let perThousand = Double(places * 1000) / Double(Self.people(ward))
      let wanted = Self.verdict(perThousand, isWhole: isWhole, atLeast: 4.5)
      #expect(rate.verdict == wanted, "\(ward.name)")
      if isWhole { #expect(abs(rate.measured - perThousand) < 1e-9, "\(ward.name)") }
      let infants = try #require(result.found("small/infants", ward.id))
      if let count = ward.infants {
        let perHundred = Double(places * 100) / Double(count)
        #expect(
          infants.verdict == Self.verdict(perHundred, isWhole: isWhole, atLeast: 20),
          "\(ward.name)")
      } else {
        #expect(infants.verdict == .unknown)
        #expect(infants.reason.contains("infants missing"))
      }
      let one = try #require(result.found("small/one", ward.id))
      #expect(one.verdict == (own.isEmpty ? .fail : .pass), "\(ward.name)")
      #expect(one.measured == Double(own.count))
      let inclusive = try #require(result.found("small/inclusive", ward.id))
      if own.isEmpty {
        #expect(inclusive.verdict == .notApplicable)
      } else if isWhole {
        let part = own.filter(\.isInclusive).reduce(0) { $0 + ($1.places ?? 0) }
        #expect(inclusive.verdict == (part * 100 >= 60 * places ? .pass : .fail), "\(ward.name)")
      }
    }
  }

  @Test("the city is the sum of its wards, and of the communities of one that has no figure")
  func city() async throws {
    let result = try await Self.result()
    let people = Self.wards.reduce(0) { $0 + Self.people($1) }
    let places = Self.nurseries.reduce(0) { $0 + ($1.places ?? 0) }
    let rate = try #require(result.found("small/city"))
    #expect(people == 119_890)
    #expect(
      rate.verdict
        == Self.verdict(Double(places * 1000) / Double(people), isWhole: false, atLeast: 4.5))
    let wards = try #require(result.found("small/wards"))
    let served = Self.wards.filter { !Self.nurseries(in: $0).isEmpty }.count
    #expect(wards.measured == Double(served * 100) / Double(Self.wards.count))
    #expect(wards.verdict == .pass)
  }

  @Test("what was converted and what has no place is told")
  func told() async throws {
    let city = try await Self.city()
    #expect(city.inputs.first { $0.role == "units" }?.conversions == ["population": "×10000"])
    let unplaced = city.notes.filter { $0.code == .noPlace && $0.layer == "facilities" }
    #expect(unplaced.compactMap(\.id) == ["N3", "N6"])
    #expect(city.rejected.isEmpty)
  }
}
