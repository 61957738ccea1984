import Compliance
import Documents
import Foundation
import GeoData
import Locating
import Measuring
import Optimizing
import PackSupport
import Planning
import Quantities
import Rules
import TestSupport
import Testing
import Workers

/// A city of a few compounds with too little childcare, and a few sites, made up from a seed: small enough to try
/// all that may be built.
struct LittleCity {
  static let metresPerDegree = (x: 91_800.0, y: 110_900.0)

  let city: City
  let packs: [RulePack]
  let vocabulary: Vocabulary
  let candidates: SiteCandidates
  let option: BuildOption

  /// With a network where streets are.
  let network: CityNetwork?

  /// - Parameter isWalked: On streets a hundred metres apart, everything where two meet.
  init(seed: UInt64, sites: Int = 4, isWalked: Bool = false) async throws {
    var dice = Dice(random: SplitMix64(seed: seed))
    let folder = try ScratchFolder()
    func place() -> String {
      let step = isWalked ? 100 : 1
      let (x, y) = (dice.whole(0...1_200 / step) * step, dice.whole(0...1_200 / step) * step)
      return "[\(115.65 + Double(x) / Self.metresPerDegree.x),"
        + "\(34.44 + Double(y) / Self.metresPerDegree.y)]"
    }
    func points(_ rows: [String]) -> String {
      let features = rows.map {
        "{\"type\":\"Feature\",\"properties\":{\($0)},\"geometry\":"
          + "{\"type\":\"Point\",\"coordinates\":\(place())}}"
      }
      return "{\"type\":\"FeatureCollection\",\"features\":[\(features.joined(separator: ","))]}"
    }
    func write(_ name: String, _ text: String) throws -> LayerSource {
      let path = folder.path(name)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return LayerSource(path: path, resolvedPath: path)
    }
    var project = Project()
    project.isComplete = true
    project.asOf = CalendarDate(year: 2025, month: 12, day: 31)
    project.layers.parcels = [
      try write(
        "parcels.geojson",
        points(
          (0..<dice.whole(3...6)).map {
            "\"id\":\"P\($0)\",\"population\":\(dice.whole(2...30) * 100),\"status\":\"existing\""
          }))
    ]
    project.layers.facilities = [
      try write(
        "facilities.geojson",
        points(
          (0..<dice.whole(1...2)).map {
            "\"id\":\"F\($0)\",\"kind\":\"childcare\",\"places\":\(dice.whole(1...20)),"
              + "\"status\":\"existing\""
          }))
    ]
    let half = 700 / Self.metresPerDegree.x
    project.layers.units = [
      try write(
        "units.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":["
          + (0..<2).map { number in
            let (west, east) = (
              115.65 + Double(number) * half - (number == 0 ? 0.01 : 0),
              115.65 + Double(number + 1) * half + (number == 1 ? 0.01 : 0)
            )
            return "{\"type\":\"Feature\",\"properties\":{\"id\":\"C\(number)\",\"level\":"
              + "\"community\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[\(west),34.42],"
              + "[\(east),34.42],[\(east),34.47],[\(west),34.47],[\(west),34.42]]]}}"
          }.joined(separator: ",") + "]}")
    ]
    if isWalked {
      project.layers.network = NetworkSource(try write("streets.geojson", Self.streets))
    }
    vocabulary = try .builtIn()
    packs = [try TestPacks.pack(Self.pack)]
    let workers = Workers(count: 1)
    city = try await CityLoader.load(project, vocabulary: vocabulary, workers: workers)
    network = try await CityNetwork.load(for: city, workers: workers)
    let rows = (0..<sites).map { "\"id\":\"S\($0)\",\"cost\":\(dice.whole(0...9) * 5)" }
    candidates = try await CandidateLoader.load(
      try write("sites.geojson", points(rows)), for: city, vocabulary: vocabulary,
      workers: workers)
    let kind = try #require(vocabulary.kinds.index(ofID: "childcare"))
    option = BuildOption(
      kind: kind,
      sizes: [(20, 60), (45, 90)].map {
        BuildSize(amounts: [.places: Amount($0.0)], cost: Amount($0.1))
      })
  }

  /// Every hundred metres, both ways across the city.
  private static var streets: String {
    func place(_ x: Int, _ y: Int) -> String {
      "[\(115.65 + Double(x) / metresPerDegree.x),\(34.44 + Double(y) / metresPerDegree.y)]"
    }
    let steps = stride(from: 0, through: 1_200, by: 100)
    let lines = steps.flatMap { line in
      [steps.map { place($0, line) }, steps.map { place(line, $0) }]
    }
    return "{\"type\":\"FeatureCollection\",\"features\":["
      + lines.map {
        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"LineString\","
          + "\"coordinates\":[\($0.joined(separator: ","))]}}"
      }.joined(separator: ",") + "]}"
  }

  private static let pack = """
    schema: 1
    id: little
    title: {en: Little, zh: 小}
    document: {number: null, issuer: {en: Test, zh: 测试}, issued: 2025-01-01, status: issued}
    rules:
      - id: places
        clause: a
        says: {en: Ten places a thousand., zh: 每千人十个托位。}
        means: childcare-places-existing
        check: provision
        subject: parcel
        supply: {facility: [childcare], measure: places}
        demand: {measure: population, per: 1000}
        within: {radius: 700 m}
        attribution: fair
        at_least: 10
        unit: places/1000 persons
        force: binding
      - id: circle
        clause: b
        says: {en: Childcare near., zh: 就近托育。}
        means: childcare-circle
        check: coverage
        subject: parcel
        facility: [childcare]
        within: {radius: 800 m}
        at_least: 100
        unit: percent
        force: binding
      - id: each
        clause: c
        says: {en: One each., zh: 每社区一处。}
        means: childcare-presence
        check: presence
        subject: community
        facility: [childcare]
        at_least: 1
        unit: count
        force: binding
    """

  /// The findings of a city with facilities of it.
  func judge(_ city: City) async throws -> ComplianceResult {
    try await ComplianceEngine(
      city: city, packs: packs, vocabulary: vocabulary.kinds, workers: Workers(count: 1)
    ).run()
  }

  /// The least that makes everything pass, by trying all; `nil`: nothing does.
  func leastCost() async throws -> Amount? {
    let sizes = option.sizes
    var prototypes = SiteCandidates.prototypes(of: sizes.map { _ in option.kind })
    for (row, size) in sizes.enumerated() { prototypes.places[row] = size.amounts[.places] }
    var best: Amount?
    let ways = Int(pow(Double(sizes.count + 1), Double(candidates.count)))
    for way in 0..<ways {
      var (rest, cost) = (way, Amount.zero)
      var built: [SitedFacility] = []
      for place in 0..<candidates.count {
        let size = rest % (sizes.count + 1)
        rest /= sizes.count + 1
        guard size > 0 else { continue }
        cost += (sizes[size - 1].cost ?? .zero) + (candidates.costs[place] ?? .zero)
        built.append(
          SitedFacility(id: "new-\(place)", name: nil, place: place, prototype: size - 1))
      }
      if let best, cost >= best { continue }
      let plan = candidates.plan(of: built, from: prototypes, name: "all")
      let result = try await judge(city.with(plan))
      if !result.findings.contains(where: { $0.verdicts.contains(.fail) }) { best = cost }
    }
    return best
  }
}
