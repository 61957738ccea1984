import Foundation
import TestSupport
import Testing

@testable import Walking

/// Small networks with the walks that another project expects of them.
@Suite(
  "Scenarios of walking",
  .enabled(if: TestData.has("reference/osrm-foot"), TestData.advice))
struct FootScenarioTests {
  static func scenarios(_ file: String) throws -> [FeatureFile.Scenario] {
    FeatureFile(try TestData.text("reference/osrm-foot/\(file).feature")).scenarios
  }

  // MARK: One way at a time

  @Test(
    "one way is walked as the table says",
    arguments: ["access", "access_node", "barrier", "oneway", "way", "surface", "maxspeed"])
  func routability(file: String) async throws {
    let tables = try Self.scenarios(file).flatMap(\.tables)
      .filter { $0.step.contains("routability") }.map(\.table)
    #expect(!tables.isEmpty)
    for table in tables {
      for row in table.records {
        let walk = try await Self.fiveNodes(row)
        let isForward = walk.route(from: (0, 0), to: (400, 0)) != nil
        let isBackward = walk.route(from: (400, 0), to: (0, 0)) != nil
        if table.header.contains("bothw") {
          #expect(isForward == (row["bothw"] != nil), "\(file): \(row)")
          #expect(isBackward == (row["bothw"] != nil), "\(file): \(row)")
        } else {
          #expect(isForward == (row["forw"] != nil), "\(file): \(row)")
          guard table.header.contains("backw") else { continue }
          #expect(isBackward == (row["backw"] != nil), "\(file): \(row)")
        }
      }
    }
  }

  /// A straight way of 400 m; what a row says of the node is said of the middle one.
  private static func fiveNodes(_ row: [String: String]) async throws -> PlainWalk {
    var tags = row.filter { !["forw", "backw", "bothw"].contains($0.key) }
    var map = TinyMap()
    for node in 0..<5 {
      map.nodes.append(.init(id: Int64(node + 1), x: Double(node) * 100, y: 0))
    }
    for (key, value) in tags where key.hasPrefix("node/") {
      map.nodes[2].tags[String(key.dropFirst(5))] = value
      tags[key] = nil
    }
    map.ways = [.init(id: 1, nodes: [1, 2, 3, 4, 5], tags: withDefault(tags))]
    if tags.values.contains("separate") {
      // The sidewalk that the tag speaks of; without it the street would have to stand for it.
      map.nodes += [.init(id: 6, x: 0, y: 10), .init(id: 7, x: 400, y: 10)]
      map.ways.append(.init(id: 2, nodes: [6, 7], tags: ["highway": "footway"]))
    }
    return PlainWalk(try await map.streets().lines.of(1))
  }

  // MARK: Networks

  /// Why a scenario is not expected of a planner's network; by file and part of its name.
  static let exceptions: [(file: String, scenario: String, reason: String)] = [
    ("ferry", "", "a ferry is no walk: it leaves by a timetable, at no walking speed")
  ]
  /// Where the expected names are those of instructions, which leave out or rename what is walked.
  static let instructions: Set<String> = ["roundabout", "sidepath_names", "use_sidepath"]

  @Test(
    "networks are walked as expected",
    arguments: [
      "area", "area_mesh", "barrier", "conveying", "distance", "ferry", "intersection", "oneway",
      "restrictions", "roundabout", "sidepath_names", "startpoint", "use_sidepath",
    ])
  func routes(file: String) async throws {
    for scenario in try Self.scenarios(file) where !scenario.map.isEmpty {
      let isException = Self.exceptions.contains {
        $0.file == file && ($0.scenario.isEmpty || scenario.name.contains($0.scenario))
      }
      if isException { continue }
      let network = try await ScenarioNetwork(scenario)
      for row in scenario.records("I route I should get") {
        network.check(
          row, namesCount: !Self.instructions.contains(file),
          "\(file): \(scenario.name): \(row)")
      }
    }
  }

  /// A way without a class is a primary road in these tables; `(nil)` is no tag.
  static func withDefault(_ tags: [String: String]) -> [String: String] {
    var tags = tags.filter { !["nodes", "#"].contains($0.key) }
    if tags["highway"] == nil && tags["route"] == nil && tags["railway"] == nil {
      tags["highway"] = "primary"
    }
    return tags.filter { $0.value != "(nil)" }
  }
}

extension FootScenarioTests {
  @Test("nobody walks on a ferry")
  func ferries() async throws {
    for scenario in try Self.scenarios("ferry") {
      let network = try await ScenarioNetwork(scenario)
      let ferries = scenario.records("the ways").filter { $0["route"] == "ferry" }
      #expect(!ferries.isEmpty)
      for ferry in ferries { #expect(!network.isWalked(ferry["nodes"] ?? "")) }
    }
  }

  /// Who is inside an open area is expected to walk straight to what is in sight. A network of
  /// lines begins at the nearest line, here the edge of the area: the way is as long or longer, and
  /// never shorter, which is the error that lets nothing pass that should fail.
  @Test(
    "from inside an area no way is shorter than expected",
    arguments: ["area_snapping", "area_table_trip"])
  func insideAreas(file: String) async throws {
    for scenario in try Self.scenarios(file) {
      let network = try await ScenarioNetwork(scenario)
      for row in scenario.records("I route I should get") where row["from"] != nil {
        let metres = try #require(network.metres(row), "\(row)")
        let words = (row["distance"] ?? "0m").split { $0 == "m" || $0 == " " || $0 == "-" }
        let tolerance = words.count > 2 ? Double(words[2]) ?? 0 : 1
        #expect(metres >= (Double(words[0]) ?? .infinity) - tolerance, "\(row)")
      }
    }
  }
}

/// The network of a scenario, to walk on.
private struct ScenarioNetwork {
  private var positions: [String: (x: Double, y: Double)] = [:]
  private var names: [Int64: String] = [:]
  private let walk: PlainWalk

  init(_ scenario: FeatureFile.Scenario) async throws {
    var map = TinyMap()
    var ids: [String: Int64] = [:]
    for (index, node) in scenario.map.enumerated() {
      let position = (
        x: Double(node.column) * scenario.grid / 2, y: -Double(node.row) * scenario.grid
      )
      ids[node.name] = Int64(index + 1)
      positions[node.name] = position
      map.nodes.append(.init(id: Int64(index + 1), x: position.x, y: position.y))
    }
    var waysByName: [String: Int64] = [:]
    for (index, row) in scenario.records("the ways").enumerated() {
      let nodes = row["nodes"] ?? ""
      let tags = FootScenarioTests.withDefault(row)
      waysByName[nodes] = Int64(index + 1)
      names[Int64(index + 1)] = row["name"] ?? nodes
      map.ways.append(
        .init(id: Int64(index + 1), nodes: nodes.compactMap { ids[String($0)] }, tags: tags))
    }
    for (index, row) in scenario.records("the relations").enumerated()
    where row["type"] == "multipolygon" {
      let members = ["way:outer", "way:inner"].compactMap { row[$0] }.joined(separator: ",")
      let id = Int64(1000 + index)
      names[id] = row["name"] ?? "relation"
      map.relations.append(
        .init(
          id: id, ways: members.split(separator: ",").compactMap { waysByName[String($0)] },
          tags: row.filter { !$0.key.contains(":") }))
    }
    walk = PlainWalk(try await map.streets().lines)
  }

  func isWalked(_ way: String) -> Bool {
    names.contains { $0.value == way && walk.sources.contains($0.key) }
  }

  /// With the ways to the nearest lines at both ends.
  func metres(_ row: [String: String]) -> Double? {
    guard let from = row["from"].flatMap({ positions[$0] }),
      let to = row["to"].flatMap({ positions[$0] }), let route = walk.route(from: from, to: to)
    else { return nil }
    return walk.metresToLine(from) + route.metres + walk.metresToLine(to)
  }

  func check(_ row: [String: String], namesCount: Bool, _ comment: String) {
    guard let from = row["from"].flatMap({ positions[$0] }),
      let to = row["to"].flatMap({ positions[$0] })
    else {
      Issue.record("no such node: \(comment)")
      return
    }
    let route = walk.route(from: from, to: to)
    guard row["status"] != "400" else {
      #expect(route == nil, "\(comment)")
      return
    }
    guard let route else {
      Issue.record("no way: \(comment)")
      return
    }
    if let distance = row["distance"]?.split(separator: "m").first.flatMap({ Double($0) }) {
      #expect(abs(route.metres - distance) <= 2, "\(route) \(comment)")
    }
    if let nodes = row["a:nodes"] {
      let path = nodes.compactMap { positions[String($0)] }
      let metres = zip(path, path.dropFirst()).reduce(0) {
        $0 + hypot($1.0.x - $1.1.x, $1.0.y - $1.1.y)
      }
      #expect(abs(route.metres - metres) < 0.1, "\(route) \(metres) \(comment)")
    }
    // Who is at both places already walks along nothing.
    if namesCount, route.metres > 0.1, let expected = row["route"] {
      var ways = expected.split(separator: ",").map(String.init)
      if ways.count > 1, ways[ways.count - 1] == ways[ways.count - 2] { ways.removeLast() }
      #expect(route.sources.compactMap { names[$0] } == ways, "\(comment)")
    }
  }
}
