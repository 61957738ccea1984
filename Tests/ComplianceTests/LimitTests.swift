import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// Verdicts at limits: exactly at them, and one step to either side.
@Suite("Limits")
struct LimitTests {
  private func radius(_ metres: String, _ threshold: String = "at_least: 100") throws -> RulePack {
    try SmallPack.make(
      "check: coverage\nsubject: parcel\nfacility: [nursery]\nwithin: {radius: \(metres) m}\n"
        + "\(threshold)\nunit: percent",
      "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: count}\n"
        + "demand: {measure: parcel}\nwithin: {radius: \(metres) m}\nattribution: in_reach\n"
        + "at_least: 1\nunit: count",
      "check: coverage\nsubject: facility\nkinds: [hospital]\nfacility: [nursery]\n"
        + "within: {radius: \(metres) m}\nat_least: 100\nunit: percent",
      "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: count}\n"
        + "demand: {measure: parcel}\nwithin: {radius: \(metres) m}\nattribution: pooled\n"
        + "at_least: 1\nunit: count")
  }

  private func verdicts(_ x: Double, _ metres: String = "500") async throws -> [Verdict] {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 0, y: 0)]
    city.facilities = [
      .init(id: "F", kind: "nursery", x: x, y: 400),
      .init(id: "H", kind: "hospital", x: 0, y: 0),
    ]
    return try await city.check([radius(metres)]).findings.map { $0.verdicts[0] }
  }

  @Test("a facility at the limit counts; one step farther it does not")
  func facilityAtTheLimit() async throws {
    // 300, 400, 500; a step of x alone is lost in the square root, two make it.
    #expect(try await verdicts(300) == [.pass, .pass, .pass, .pass])
    #expect(try await verdicts(300.nextDown) == [.pass, .pass, .pass, .pass])
    #expect(try await verdicts(300 + 1e-10) == [.fail, .fail, .fail, .fail])
    #expect(try await verdicts(300, "499.999999") == [.fail, .fail, .fail, .fail])
    #expect(try await verdicts(300, "500.000001") == [.pass, .pass, .pass, .pass])
  }

  @Test("a square compound is covered up to its farthest corner")
  func farthestCorner() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 0, y: 0, side: 80)]
    // The far corners are 300 + 40 and 40 away: with y = 120 they are (340, 160).
    city.facilities = [.init(id: "F", kind: "nursery", x: 260, y: 0)]
    let far = (300.0 * 300 + 40 * 40).squareRoot()
    let at = try #require(Amount(rounding: far))
    let pass = Amount(micros: at.micros + 1).description
    let fail = Amount(micros: at.micros - 1).description
    #expect(try await city.check([radius(pass)]).parcelVerdicts == [.pass])
    let failing = try await city.check([radius(fail)])
    #expect(failing.findings[0].verdicts == [.fail])
    #expect(failing.findings[0].measured[0] < 100)
    #expect(failing.findings[0].measured[0] > 99.99)
  }

  @Test("two facilities at one place cover no more than one, and supply twice")
  func samePlace() async throws {
    var city = SmallCity()
    city.parcels = [.init(id: "A", x: 0, y: 0, side: 200, households: "100")]
    city.facilities = [.init(id: "F", kind: "nursery", x: 50, y: 0, places: "5")]
    let pack = try SmallPack.make(
      "check: coverage\nsubject: parcel\nfacility: [nursery]\nwithin: {radius: 100 m}\n"
        + "at_least: 100\nunit: percent",
      "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: places}\n"
        + "demand: {measure: households, per: 100}\nattribution: on_site\nat_least: 10\n"
        + "unit: places/100 households")
    let one = try await city.check([pack])
    city.facilities.append(city.facilities[0])
    city.facilities[1].id = "G"
    let two = try await city.check([pack])
    #expect(one.findings[0].measured == two.findings[0].measured)
    #expect(two.findings[0].nearest == [0])
    #expect(one.findings[1].measured == [5])
    #expect(two.findings[1].measured == [10])
  }

  @Test("no facility at all is 0 %, not an error")
  func noFacility() async throws {
    var city = SmallCity()
    city.project.isComplete = true
    city.parcels = [.init(id: "A", x: 0, y: 0, side: 200, population: "10")]
    let pack = try SmallPack.make(
      "check: coverage\nsubject: parcel\nfacility: [nursery]\nwithin: {walk: 5 min}\n"
        + "at_least: 100\nunit: percent",
      "check: coverage\nsubject: city\nfacility: [nursery]\nwithin: {walk: 5 min}\n"
        + "at_least: 100\nunit: percent")
    let result = try await city.check([pack])
    for finding in result.findings {
      #expect(finding.verdicts == [.fail])
      #expect(finding.measured == [0])
    }
    #expect(result.findings[0].nearest == [-1])
    #expect(result.findings[0].distance == [.infinity])
  }

  @Test("29 of 50 is 58 %, in every operator")
  func exactPercentage() async throws {
    for (threshold, verdict) in [
      ("at_least: 58", Verdict.pass), ("more_than: 58", .fail), ("at_most: 58", .pass),
      ("less_than: 58", .fail), ("between: [58, 60]", .pass), ("between: [50, 57]", .fail),
      ("between: [59, 60]", .fail), ("at_least: 58.000001", .fail), ("more_than: 57.999999", .pass),
      ("about: 55.238095", .fail), ("about: 55.238096", .pass), ("about: 55", .fail),
    ] {
      let declared = try await share(29, of: 50, threshold)
      #expect(declared.verdict == verdict, "\(threshold)")
      #expect(!declared.flags.contains(.oversized))
      #expect(declared.measured == 58)
    }
  }

  @Test("90 % of 9 means 9, of 10 means 9")
  func smallDenominators() async throws {
    let eight = try await share(8, of: 9, "at_least: 90")
    #expect(eight.verdict == .fail)
    #expect(eight.shortfall == Amount(1))
    #expect(try await share(9, of: 9, "at_least: 90").verdict == .pass)
    #expect(try await share(9, of: 10, "at_least: 90").verdict == .pass)
    let none = try await share(0, of: 9, "at_least: 90")
    #expect(none.shortfall == Amount(9))
    #expect(try await share(0, of: 0, "at_least: 90").verdict == .notApplicable)
    // Of counted units whole ones are needed: two thirds are not 66.7 %.
    #expect(try await share(2, of: 3, "at_least: 66.7").verdict == .fail)
    #expect(try await share(2, of: 3, "at_least: 66.666666").verdict == .pass)
  }

  private func share(_ have: Int, of all: Int, _ threshold: String) async throws -> Found {
    var city = SmallCity()
    city.project.isComplete = true
    city.project.statistics = [
      DeclaredStatistics(
        subject: .territory("city"), figures: ["have": Amount(have), "all": Amount(all)])
    ]
    let declared = try SmallPack.make(
      "check: presence\nsubject: city\nfacility: [nursery]\ncounting: {units: community}\n"
        + "declared: {have: have, of: all}\n\(threshold)\nunit: percent")
    let found = try #require(try await city.check([declared]).found("small/r0"))
    // The same from layers.
    city.project.statistics = []
    for index in 0..<all {
      let left = Double(index) * 100
      let box = Envelope(minX: left, minY: 0, maxX: left + 90, maxY: 90)
      city.units.append(.init(id: "C\(index + 100)", level: .community, box: box))
      if index < have {
        city.facilities.append(
          .init(id: "F\(index + 100)", kind: "nursery", x: left + 45, y: 45))
      }
    }
    if all > 0 {
      let counted = try #require(try await city.check([declared]).found("small/r0"))
      #expect(counted.verdict == found.verdict)
      #expect(counted.measured == found.measured)
      #expect(counted.shortfall == found.shortfall)
    }
    return found
  }
}
