import Foundation
import Geodesy
import TestSupport
import Workers

@testable import Walking

/// A small map that is written as OpenStreetMap XML; positions in metres around 1 degree, 1 degree.
struct TinyMap {
  static let crs = CRS.metric(centredOn: 1, 1)

  struct Node {
    var id: Int64
    var x: Double
    var y: Double
    var tags: [String: String] = [:]
  }

  struct Way {
    var id: Int64
    var nodes: [Int64]
    var tags: [String: String] = ["highway": "residential"]
  }

  struct Relation {
    var id: Int64
    var ways: [Int64]
    var tags: [String: String]
  }

  var nodes: [Node] = []
  var ways: [Way] = []
  var relations: [Relation] = []

  func xml() throws -> String {
    let transformer = try CoordinateTransform(from: Self.crs, to: .wgs84).makeTransformer()
    var text = "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\" generator=\"tests\">\n"
    func tags(_ tags: [String: String]) -> String {
      tags.sorted { $0.key < $1.key }.map { "<tag k=\"\($0.key)\" v=\"\($0.value)\"/>" }.joined()
    }
    for node in nodes {
      guard let place = transformer.transform(x: node.x, y: node.y) else { continue }
      let position = String(format: "lat=\"%.7f\" lon=\"%.7f\"", place.y, place.x)
      text += "<node id=\"\(node.id)\" \(position)>\(tags(node.tags))</node>\n"
    }
    for way in ways {
      let references = way.nodes.map { "<nd ref=\"\($0)\"/>" }.joined()
      text += "<way id=\"\(way.id)\">\(references)\(tags(way.tags))</way>\n"
    }
    for relation in relations {
      let members = relation.ways.map { "<member type=\"way\" ref=\"\($0)\" role=\"\"/>" }.joined()
      text += "<relation id=\"\(relation.id)\">\(members)\(tags(relation.tags))</relation>\n"
    }
    return text + "</osm>\n"
  }

  func streets(workers: Int = 2, defaults: WalkDefaults = .table) async throws -> Streets {
    let folder = try ScratchFolder()
    let path = try folder.write(xml(), to: "map.osm")
    let workers = Workers(count: workers)
    return try await OSMFile(contentsOf: path, workers: workers)
      .streets(in: Self.crs, on: .plane, defaults: defaults, workers: workers)
  }
}

/// Walks over lines: slow and simple.
struct PlainWalk {
  struct Route {
    var metres: Double
    /// Of the lines walked, in order, repetitions left out.
    var sources: [Int64]
  }

  private struct Edge {
    let to: Int
    let metres: Double
    let source: Int64
  }

  private var edges: [[Edge]]
  private let x: [Double]
  private let y: [Double]
  private var segments: [(from: Int, to: Int, direction: StreetLines.Direction, source: Int64)] = []

  init(_ lines: StreetLines) {
    x = lines.x
    y = lines.y
    edges = Array(repeating: [], count: lines.x.count + 2)
    for line in 0..<lines.count where !lines.traits[line].contains(.residentsOnly) {
      let range = Int(lines.offsets[line])..<Int(lines.offsets[line + 1])
      for place in range.dropFirst() {
        let (from, to) = (Int(lines.vertices[place - 1]), Int(lines.vertices[place]))
        segments.append((from, to, lines.directions[line], lines.sourceIDs[line]))
      }
    }
    for segment in segments { connect(segment, segment.from, segment.to, 1) }
  }

  private mutating func connect(
    _ segment: (from: Int, to: Int, direction: StreetLines.Direction, source: Int64),
    _ from: Int, _ to: Int, _ share: Double
  ) {
    let metres = share * hypot(x[segment.to] - x[segment.from], y[segment.to] - y[segment.from])
    if segment.direction != .backward {
      edges[from].append(Edge(to: to, metres: metres, source: segment.source))
    }
    if segment.direction != .forward {
      edges[to].append(Edge(to: from, metres: metres, source: segment.source))
    }
  }

  /// Of all lines.
  var sources: Set<Int64> { Set(segments.map(\.source)) }

  /// To the nearest place on a line.
  func metresToLine(_ point: (x: Double, y: Double)) -> Double {
    places(point).map(\.metres).min() ?? .infinity
  }

  /// The nearest places on lines: several where lines meet or lie on one another.
  private func snap(_ point: (x: Double, y: Double)) -> [(segment: Int, share: Double)] {
    let places = places(point)
    // Positions in files have 7 decimals of a degree: a centimetre.
    let limit = (places.map(\.metres).min() ?? 0) + 0.05
    return places.filter { $0.metres <= limit }.map { ($0.segment, $0.share) }
  }

  /// The nearest place on each line.
  private func places(
    _ point: (x: Double, y: Double)
  ) -> [(segment: Int, share: Double, metres: Double)] {
    segments.indices.map { index in
      let segment = segments[index]
      let (dx, dy) = (x[segment.to] - x[segment.from], y[segment.to] - y[segment.from])
      let square = dx * dx + dy * dy
      let along = (point.x - x[segment.from]) * dx + (point.y - y[segment.from]) * dy
      let share = square > 0 ? min(1, max(0, along / square)) : 0
      let metres = hypot(
        x[segment.from] + share * dx - point.x, y[segment.from] + share * dy - point.y)
      return (segment: index, share: share, metres: metres)
    }
  }

  /// The way between the nearest places on lines; `nil`: none.
  func route(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double)
  ) -> Route? {
    let (first, last) = (snap(start), snap(end))
    var walk = self
    let (source, target) = (x.count, x.count + 1)
    for (places, vertex) in [(first, source), (last, target)] {
      for place in places {
        let segment = segments[place.segment]
        walk.connect(segment, segment.from, vertex, place.share)
        walk.connect(segment, vertex, segment.to, 1 - place.share)
      }
    }
    for one in first {
      for other in last where one.segment == other.segment {
        let (low, high) = one.share <= other.share ? (source, target) : (target, source)
        walk.connect(segments[one.segment], low, high, abs(other.share - one.share))
      }
    }
    return walk.shortest(from: source, to: target)
  }

  private func shortest(from start: Int, to end: Int) -> Route? {
    var metres = [Double](repeating: .infinity, count: edges.count)
    var previous = [(vertex: Int, source: Int64)?](repeating: nil, count: edges.count)
    var isDone = [Bool](repeating: false, count: edges.count)
    metres[start] = 0
    while let next = metres.indices.filter({ !isDone[$0] && metres[$0] < .infinity })
      .min(by: { metres[$0] < metres[$1] })
    {
      isDone[next] = true
      // A micrometre: of ways as long as one another the first found stays.
      for edge in edges[next] where metres[next] + edge.metres < metres[edge.to] - 1e-6 {
        metres[edge.to] = metres[next] + edge.metres
        previous[edge.to] = (next, edge.source)
      }
    }
    guard metres[end] < .infinity else { return nil }
    var sources: [Int64] = []
    var place = end
    while let step = previous[place] {
      let isWalked = metres[place] - metres[step.vertex] > 0.05
      if isWalked && sources.last != step.source { sources.append(step.source) }
      place = step.vertex
    }
    return Route(metres: metres[end], sources: sources.reversed())
  }
}

extension StreetLines {
  /// The lines of one source.
  func of(_ sourceID: Int64) -> StreetLines {
    var result = StreetLines(on: ground)
    (result.x, result.y) = (x, y)
    for line in 0..<count where sourceIDs[line] == sourceID {
      result.append(
        vertices[Int(offsets[line])..<Int(offsets[line + 1])], direction: directions[line],
        sourceID: sourceID, traits: traits[line])
    }
    return result
  }
}
