import Foundation
import Geodesy
import TestSupport
import Testing
import Workers

@testable import Walking

/// Extracts as their users made them, with the figures that somebody else counted.
@Suite(
  "Real networks",
  .enabled(if: OSMSamples.isPresent, TestData.advice))
struct RealNetworkTests {
  struct Figures: Sendable {
    let kilometres: Double
    let components: Int
    let share: Double
  }

  struct Sample: CustomTestStringConvertible, Sendable {
    let name: String
    let nodes: Int
    let ways: Int
    /// In the description of the data, by its plain rule: see `PlainRule`.
    let described: Figures
    /// By the rules of walkability.
    let walkable: Figures

    var testDescription: String { name }
  }

  static let samples: [Sample] = [
    Sample(
      name: "taichung-xitun-2025.osm.gz", nodes: 6650, ways: 1559,
      described: Figures(kilometres: 49.0, components: 44, share: 0.96),
      walkable: Figures(kilometres: 58.2, components: 31, share: 0.976)),
    Sample(
      name: "shanghai-siping-2026.osm.gz", nodes: 4241, ways: 563,
      described: Figures(kilometres: 33.0, components: 8, share: 0.93),
      walkable: Figures(kilometres: 24.6, components: 22, share: 0.899)),
    Sample(
      name: "beijing-haidian-cau-2026.osm.gz", nodes: 4347, ways: 684,
      described: Figures(kilometres: 64.4, components: 13, share: 0.91),
      walkable: Figures(kilometres: 58.9, components: 13, share: 0.903)),
    Sample(
      name: "beijing-wudaokou-2017.osm.gz", nodes: 7450, ways: 1360,
      described: Figures(kilometres: 123.1, components: 13, share: 0.98),
      walkable: Figures(kilometres: 111.9, components: 31, share: 0.972)),
    Sample(
      name: "nanjing-2021.osm.gz", nodes: 12975, ways: 1920,
      described: Figures(kilometres: 87.0, components: 44, share: 0.94),
      walkable: Figures(kilometres: 86.3, components: 43, share: 0.947)),
    Sample(
      name: "hongkong-central-2025.osm.gz", nodes: 1145, ways: 301,
      described: Figures(kilometres: 8.9, components: 2, share: 0.99),
      walkable: Figures(kilometres: 8.8, components: 1, share: 1)),
    Sample(
      name: "helsinki-centre-2019.osm.pbf", nodes: 24260, ways: 5130,
      described: Figures(kilometres: 80.0, components: 57, share: 0.98),
      walkable: Figures(kilometres: 124.0, components: 28, share: 0.993)),
    Sample(
      name: "monaco-2016.osm.pbf", nodes: 180118, ways: 27377,
      described: Figures(kilometres: 464.4, components: 34, share: 0.98),
      walkable: Figures(kilometres: 469.9, components: 46, share: 0.977)),
    Sample(
      name: "heidelberg.osm.pbf", nodes: 221009, ways: 31619,
      described: Figures(kilometres: 3580.6, components: 220, share: 0.97),
      walkable: Figures(kilometres: 3602.0, components: 354, share: 0.9685)),
    Sample(
      name: "porto-roads.osm.pbf", nodes: 347944, ways: 51458,
      described: Figures(kilometres: 9754.9, components: 525, share: 0.99),
      walkable: Figures(kilometres: 9747.2, components: 342, share: 0.9895)),
  ]

  /// The rule of the data's description: every highway but motorways and what is not built, without
  /// `foot=no`, `access=no` or `access=private`. By trial it also leaves out areas, platforms and
  /// ways with missing nodes. The rules of walkability differ from it where other tags speak.
  enum PlainRule {
    static func isWalkable(_ tags: OSMTags) -> Bool {
      guard let highway = tags[.highway] else { return false }
      return !["motorway", "motorway_link", "construction", "proposed", "platform"]
        .contains(highway) && tags[.foot] != "no" && !["no", "private"].contains(tags[.access])
    }

    static func lines(_ file: OSMFile) throws -> StreetLines {
      let centre = try #require(file.extent).centre
      let crs = CRS.metric(centredOn: centre.longitude, centre.latitude)
      let transformer = try CoordinateTransform(from: .wgs84, to: crs).makeTransformer()
      var lines = StreetLines()
      for (longitude, latitude) in zip(file.longitudes, file.latitudes) {
        let place = transformer.transform(x: longitude, y: latitude)
        lines.x.append(place?.x ?? .nan)
        lines.y.append(place?.y ?? .nan)
      }
      for way in 0..<file.ways.count where isWalkable(file.tagSets[Int(file.ways.tags[way])]) {
        let nodes = file.ways.references[file.ways.range(of: way)]
        let isArea =
          nodes.first == nodes.last && file.tagSets[Int(file.ways.tags[way])][.area] == "yes"
        if isArea || nodes.count < 2 || nodes.contains(where: { lines.x[Int($0)].isNaN }) {
          continue
        }
        lines.append(nodes, sourceID: file.ways.ids[way])
      }
      return lines
    }
  }

  private static func file(_ sample: Sample) throws -> OSMFile {
    try OSMFile(contentsOf: OSMSamples.path(sample.name), workers: Workers(count: 2))
  }

  @Test("everything is read: lengths and components by the plain rule", arguments: samples)
  func plainRule(sample: Sample) throws {
    let file = try Self.file(sample)
    #expect(file.nodesInFile == sample.nodes)
    #expect(file.waysInFile == sample.ways)
    let lines = try PlainRule.lines(file)
    let components = StreetComponents(of: lines)
    let count = components.lineCounts.count { $0 > 0 }
    let ratio = components.totalMetres / 1000 / sample.described.kilometres
    // Helsinki: what was cut by the box was counted in another way; the rest is rounding, and a
    // sphere.
    #expect(abs(ratio - 1) < (sample.name.hasPrefix("helsinki") ? 0.025 : 0.01), "\(ratio)")
    let difference = abs(Double(count - sample.described.components))
    #expect(difference <= 1 + 0.12 * Double(sample.described.components), "\(count)")
    #expect(abs(components.largestShare - sample.described.share) < 0.01)
  }

  @Test("the rules of walkability give these lengths and components", arguments: samples)
  func walkable(sample: Sample) async throws {
    let streets = try await OSMSamples.streets(Self.file(sample))
    let inspection = StreetInspection(streets)
    let kilometres = streets.summary.walkableMetres / 1000
    #expect(abs(kilometres - sample.walkable.kilometres) <= 0.06, "\(kilometres)")
    #expect(inspection.componentMetres.count == sample.walkable.components)
    #expect(abs(inspection.largestShare - sample.walkable.share) < 0.001)
    let lengths = streets.lines.count == 0 ? 0 : inspection.metres
    let expected = streets.summary.walkableMetres + streets.summary.crossingMetres
    // An edge that two areas have in common, or a multipolygon and a street, is one line only.
    #expect(lengths <= expected + 1e-3 && lengths > 0.98 * expected, "\(lengths) \(expected)")
  }

  @Test("each way that the two rules judge differently has its reason", arguments: samples)
  func differences(sample: Sample) throws {
    let file = try Self.file(sample)
    let plain = Set(try PlainRule.lines(file).sourceIDs)
    for way in 0..<file.ways.count {
      let tags = file.tagSets[Int(file.ways.tags[way])]
      let walk = Walkability(tags, .table)
      let isWalkable = walk.map { $0.exclusion == nil } ?? false
      let isPlain = plain.contains(file.ways.ids[way])
      guard isWalkable != isPlain else { continue }
      let nodes = file.ways.references[file.ways.range(of: way)]
      #expect(
        isPlain ? Self.isLeftOut(tags, walk) : Self.isAdded(tags, nodes, file),
        "way \(file.ways.ids[way]): \(tags)")
    }
  }

  /// Whether a rule beyond the plain one leaves it out.
  private static func isLeftOut(_ tags: OSMTags, _ walk: Walkability?) -> Bool {
    switch walk?.exclusion {
    case .fastRoad: tags[.highway]?.hasPrefix("trunk") == true || tags[.motorroad] == "yes"
    case .otherUsers, .unknownClass: tags[.foot] == nil
    case .notBuilt:
      tags[.construction] != nil || tags[.highway] == "abandoned" || tags[.abandoned] == "yes"
        || tags[.disused] == "yes"
    case .sidewalkApart, .reserved, .private, .forbidden, .hardGoing: true
    case .ferry, .isolatedArea, .chosen: false
    case nil: walk == nil
    }
  }

  /// Whether it is one of what the plain rule knows nothing of, or drops.
  private static func isAdded(
    _ tags: OSMTags, _ nodes: ArraySlice<Int32>, _ file: OSMFile
  ) -> Bool {
    let isPlatform = tags[.highway] == nil || tags[.highway] == "platform"
    let isArea = nodes.first == nodes.last && tags[.area] == "yes"
    let isCut = nodes.contains { file.longitudes[Int($0)].isNaN } || nodes.count < 2
    let isOpened = Walkability(tags, .table)?.exclusion == nil && tags[.foot] != nil
    return isPlatform || isArea || isCut || isOpened
  }

  @Test(
    "the result does not depend on the number of workers", arguments: samples.suffix(4).prefix(2))
  func workers(sample: Sample) async throws {
    let one = try OSMFile(contentsOf: OSMSamples.path(sample.name), workers: Workers(count: 1))
    let four = try OSMFile(contentsOf: OSMSamples.path(sample.name), workers: Workers(count: 4))
    #expect(one.nodeIDs == four.nodeIDs)
    let first = try await OSMSamples.streets(one, workers: 1)
    let second = try await OSMSamples.streets(four, workers: 4)
    #expect(first.summary == second.summary)
    #expect(first.lines.x == second.lines.x && first.lines.y == second.lines.y)
    #expect(first.lines.vertices == second.lines.vertices)
    #expect(first.lines.offsets == second.lines.offsets)
    #expect(first.lines.directions == second.lines.directions)
    #expect(first.lines.sourceIDs == second.lines.sourceIDs)
  }
}
