import Compliance
import Documents
import Foundation
import Measuring
import Planar
import Planning
import Rules
import TestSupport
import Walking
import Wording
import Workers

/// Streets made by hand, in metres; they meet where they have the same vertex.
struct SmallStreets {
  /// Each a row of vertices.
  var lines: [[Point]]
  /// By line, as far as they go; none beyond.
  var traits: [StreetTraits] = []
  var obstacles = StreetObstacles()
  var gates = StreetPoints()

  init(_ lines: [(Double, Double)]...) {
    self.lines = lines.map { $0.map { Point(x: $0.0, y: $0.1) } }
  }

  /// The two streets of a grid of squares through every node, from (0, 0) on.
  static func grid(columns: Int, rows: Int, spacing: Double) -> SmallStreets {
    var streets = SmallStreets()
    let x = (0..<columns).map { Double($0) * spacing }
    let y = (0..<rows).map { Double($0) * spacing }
    streets.lines += y.map { y in x.map { Point(x: $0, y: y) } }
    streets.lines += x.map { x in y.map { Point(x: x, y: $0) } }
    return streets
  }

  mutating func add(_ line: (Double, Double)...) {
    lines.append(line.map { Point(x: $0.0, y: $0.1) })
  }

  /// The lines as the builder of networks takes them.
  var streetLines: StreetLines {
    var numbers: [Point: Int32] = [:]
    var result = StreetLines()
    for (number, line) in lines.enumerated() {
      let vertices = line.map { point in
        if let known = numbers[point] { return known }
        let index = Int32(result.x.count)
        numbers[point] = index
        result.x.append(point.x)
        result.y.append(point.y)
        return index
      }
      result.append(
        vertices, sourceID: Int64(number + 1),
        traits: number < traits.count ? traits[number] : [])
    }
    result.obstacles = obstacles
    result.gates = gates
    return result
  }

  /// A network in the CRS of small cities.
  func network() throws -> WalkNetwork {
    try WalkNetwork(lines: streetLines, crs: "EPSG:4548", fingerprint: "made by hand")
  }

  /// A layer of lines as a text, in metres.
  var geoJSON: String {
    GeoJSONText.collection(
      lines.map { GeoJSONText.feature("", GeoJSONText.line($0.map { ($0.x, $0.y) })) })
  }
}

extension SmallCity {
  /// Runs packs over the city with people walking along streets.
  func check(
    _ packs: [RulePack], on streets: SmallStreets, snapWithin: Double = 200,
    islandsUnder: Double = 0, workers: Int = 2
  ) async throws -> ComplianceResult {
    var source = NetworkSource(LayerSource(path: "streets", resolvedPath: "streets"))
    source.snapWithin = snapWithin
    source.islandsUnder = islandsUnder
    let city = try city()
    let workers = Workers(count: workers)
    let network = try await CityNetwork(
      LoadedNetwork(network: streets.network()), source, city: city,
      workers: workers)
    return try await ComplianceEngine(
      city: city, packs: packs, vocabulary: Self.library.vocabulary, network: network,
      workers: workers
    ).run()
  }

  /// Runs packs over the city with the network that its project names.
  func checkOnNamedNetwork(
    _ packs: [RulePack], workers: Int = 2
  ) async throws -> ComplianceResult {
    let city = try city()
    let workers = Workers(count: workers)
    let network = try await CityNetwork.load(for: city, workers: workers)
    return try await ComplianceEngine(
      city: city, packs: packs, vocabulary: Self.library.vocabulary, network: network,
      workers: workers
    ).run()
  }
}

/// Everything that findings say of subjects, to be compared.
struct Answers: Equatable {
  let verdicts: [[Verdict]]
  let flags: [[Flags]]
  let measured: [[String]]
  let nearest: [[Int32]]
  let distance: [[Double]]
  let reasons: [[String]]

  init(_ result: ComplianceResult) {
    verdicts = result.findings.map(\.verdicts)
    flags = result.findings.map(\.flags)
    measured = result.findings.map { $0.measured.map { "\($0)" } }
    nearest = result.findings.map(\.nearest)
    distance = result.findings.map(\.distance)
    reasons = result.findings.map { finding in
      finding.reasons.map { finding.reasonCases[Int($0)]?.sentence(.exact).en ?? "" }
    }
  }
}

/// Rules about walks and circles.
enum WalkRules {
  /// A parcel's own coverage by nurseries.
  static func coverage(_ within: String, atLeast: String = "100") -> String {
    "check: coverage\nsubject: parcel\nfacility: [nursery]\nwithin: {\(within)}\n"
      + "at_least: \(atLeast)\nunit: percent"
  }

  /// The number of nurseries that a parcel reaches.
  static func count(_ within: String, attribution: String = "in_reach") -> String {
    "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: count}\n"
      + "demand: {measure: parcel}\nwithin: {\(within)}\nattribution: \(attribution)\n"
      + "at_least: 1\nunit: count"
  }

  /// The share of the city's people within reach of a nursery.
  static func people(_ within: String) -> String {
    "check: coverage\nsubject: city\nfacility: [nursery]\nwithin: {\(within)}\nof: people\n"
      + "at_least: 100\nunit: percent"
  }

  static func pack(_ rules: String...) throws -> RulePack {
    try SmallPack.make(rules)
  }
}
