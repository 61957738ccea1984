import Foundation
import TestSupport
import Testing

@testable import Planar

/// The files that GEOS and JTS test themselves with, through this module's own face.
@Suite("GEOS test files")
struct GEOSCorpusTests {
  @Test(
    "every operation that is offered gives the expected result",
    .enabled(if: GEOSCorpus.folder != nil, TestData.advice))
  func corpus() throws {
    var runner = GEOSCorpusRunner()
    for test in try GEOSCorpus.tests() { runner.run(test) }
    print(runner.summary)
    #expect(runner.passed.count > 0)
    for (name, fault) in runner.failed.sorted(by: { $0.key < $1.key }) {
      #expect(GEOSCorpusRunner.explained[name] != nil, "\(name): \(fault)")
    }
    for name in GEOSCorpusRunner.explained.keys.sorted() {
      #expect(runner.failed[name] != nil, "\(name) passes by now: take it off the list")
    }
  }
}

struct GEOSCorpusRunner {
  /// Tests that cannot pass here, each with the reason.
  static let explained: [String: String] = [
    "TestCentroid.xml 23.1": mixed,
    "TestCentroid.xml 24.1": mixed,
    "TestCentroid.xml 25.1": mixed,
    "TestCentroid.xml 26.1": mixed,
    "TestDistance.xml 16.1": mixed,
    "TestDistance.xml 16.2": mixed,
    "TestValid.xml 45.1": """
    a linear ring is read as a line, and a line may cross itself and be valid
    """,
  ]

  private static let mixed = """
    a row has one dimension: of a collection of areas and lines only the areas are read
    """

  private let engine = GeometryEngine()
  private(set) var passed: [String] = []
  private(set) var failed: [String: String] = [:]
  private(set) var notOffered: [String: Int] = [:]

  var summary: String {
    let run = passed.count + failed.count
    let skipped = notOffered.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return """
      GEOS test files: \(passed.count) of \(run) passed, \(failed.count) explained; \
      not offered: \(skipped.joined(separator: ", "))
      """
  }

  mutating func run(_ test: GEOSCorpus.Test) {
    do {
      guard let fault = try fault(of: test) else {
        notOffered[test.operation, default: 0] += 1
        return
      }
      if fault.isEmpty { passed.append(test.name) } else { failed[test.name] = fault }
    } catch {
      failed[test.name] = "\(test.operation): \(error)"
    }
  }

  /// What is wrong, empty if nothing; `nil` if the operation is not offered.
  private func fault(of test: GEOSCorpus.Test) throws -> String? {
    let operands = GEOSCorpusOperands(test, engine)
    if let answer = try predicate(test.operation, operands) {
      return answer == (test.expected == "true") ? "" : "\(test.operation) is \(answer)"
    }
    if let result = try shape(test.operation, operands) {
      let expected = try engine.geometry(wkt: test.expected)
      if try isClose(result, expected) { return "" }
      return "\(test.operation) is \(try engine.wkt(of: result)), not \(test.expected)"
    }
    switch test.operation {
    case "distance": return try distanceFault(test, operands)
    case "buffer": return try bufferFault(test, operands)
    case "getcentroid": return try centroidFault(test, operands)
    case "getinteriorpoint":
      let geometry = try operands.geometry(0)
      guard let point = geometry.interiorPoint else {
        return geometry.isEmpty ? "" : "no interior point"
      }
      // Any point inside will do: theirs is on a scan line, ours is the centroid where it can be.
      return geometry.column.contains(geometry.row, x: point.x, y: point.y)
        ? "" : "\(point) is outside"
    default: return nil
    }
  }

  private func predicate(_ operation: String, _ operands: GEOSCorpusOperands) throws -> Bool? {
    switch operation {
    case "isvalid": return try engine.validity(of: operands.geometry(0)) == .valid
    case "issimple": return try engine.isSimple(operands.geometry(0))
    case "iswithindistance":
      let limit = try operands.number(2)
      return try agreed(
        engine.isWithinDistance(operands.geometry(0), operands.geometry(1), limit),
        operands.prepared(0).isWithinDistance(operands.geometry(1), limit))
    case "intersects", "disjoint":
      let intersects = try agreed(
        engine.intersects(operands.geometry(0), operands.geometry(1)),
        operands.prepared(0).intersects(operands.geometry(1)))
      return intersects == (operation == "intersects")
    case "contains", "within":
      let (outer, inner) = operation == "contains" ? (0, 1) : (1, 0)
      return try agreed(
        engine.contains(operands.geometry(outer), operands.geometry(inner)),
        operands.prepared(outer).contains(operands.geometry(inner)))
    case "covers", "coveredby":
      let (outer, inner) = operation == "covers" ? (0, 1) : (1, 0)
      return try agreed(
        engine.covers(operands.geometry(outer), operands.geometry(inner)),
        operands.prepared(outer).covers(operands.geometry(inner)))
    case "touches": return try engine.touches(operands.geometry(0), operands.geometry(1))
    case "equalstopo": return try engine.isSameShape(operands.geometry(0), operands.geometry(1))
    default: return nil
    }
  }

  /// Two ways to one answer.
  private func agreed(_ plain: Bool, _ prepared: Bool) throws -> Bool {
    #expect(plain == prepared)
    return plain
  }

  private func shape(_ operation: String, _ operands: GEOSCorpusOperands) throws -> Geometry? {
    let grid = try operation.hasSuffix("sr") ? 1 / operands.number(2) : operands.test.gridSize
    switch operation {
    case "intersection", "intersectionng", "intersectionsr":
      return try engine.intersection(operands.geometry(0), operands.geometry(1), gridSize: grid)
    case "difference", "differenceng", "differencesr":
      return try engine.difference(operands.geometry(0), operands.geometry(1), gridSize: grid)
    case "symdifference", "symdifferenceng", "symdifferencesr":
      return try engine.symmetricDifference(
        operands.geometry(0), operands.geometry(1), gridSize: grid)
    case "union", "unionng", "unionsr":
      if operands.test.arguments.count == 1 {
        return try engine.union(of: operands.geometry(0).column)
      }
      return try engine.union(operands.geometry(0), operands.geometry(1), gridSize: grid)
    default: return nil
    }
  }

  private func distanceFault(
    _ test: GEOSCorpus.Test, _ operands: GEOSCorpusOperands
  ) throws -> String {
    let a = try operands.geometry(0)
    let b = try operands.geometry(1)
    guard let expected = Double(test.expected) else { return "expects \(test.expected)" }
    var distances = [
      try engine.distance(a, b), try PreparedGeometry(a, in: engine).distance(to: b),
    ]
    for (geometry, other) in [(a, b), (b, a)] where other.kind == .point {
      distances.append(
        geometry.column.distance(0, toX: other.column.x[0], y: other.column.y[0]))
    }
    let isRight = distances.allSatisfy { $0 == expected || ($0 - expected).magnitude < 1e-12 }
    return isRight ? "" : "distances \(distances), not \(expected)"
  }

  private func centroidFault(
    _ test: GEOSCorpus.Test, _ operands: GEOSCorpusOperands
  ) throws -> String {
    let expected = try engine.geometry(wkt: test.expected).centroid
    let centroid = try operands.geometry(0).centroid
    guard let expected, let centroid else { return expected == centroid ? "" : "only one is empty" }
    let scale = max(1, expected.x.magnitude, expected.y.magnitude)
    return centroid.distance(to: expected) < 1e-9 * scale ? "" : "\(centroid), not \(expected)"
  }

  /// As the files' own matcher does: the areas differ by a thousandth at most.
  private func bufferFault(
    _ test: GEOSCorpus.Test, _ operands: GEOSCorpusOperands
  ) throws -> String {
    let expected = try engine.geometry(wkt: test.expected)
    let result = try engine.buffer(
      operands.geometry(0), by: operands.number(1), segmentsPerQuadrant: 8)
    if expected.isEmpty || result.isEmpty {
      return expected.isEmpty == result.isEmpty ? "" : "only one is empty"
    }
    let difference = try engine.symmetricDifference(result, expected).area
    return difference <= 1e-3 * expected.area ? "" : "differs by \(difference)"
  }

  /// The same points, but for the last digits that files are written with.
  private func isClose(_ result: Geometry, _ expected: Geometry) throws -> Bool {
    if result.isEmpty || expected.isEmpty { return result.isEmpty == expected.isEmpty }
    if try engine.isSameShape(result, expected) { return true }
    let isSameDimension =
      result.kind.isPolygon == expected.kind.isPolygon && result.kind.isLine == expected.kind.isLine
    let tolerance = 1e-9 * max(1, expected.envelope.width, expected.envelope.height)
    return try isSameDimension
      && engine.covers(engine.buffer(result, by: tolerance), expected)
      && engine.covers(engine.buffer(expected, by: tolerance), result)
  }
}

/// The arguments of one test.
struct GEOSCorpusOperands {
  let test: GEOSCorpus.Test
  private let engine: GeometryEngine

  init(_ test: GEOSCorpus.Test, _ engine: GeometryEngine) {
    self.test = test
    self.engine = engine
  }

  func geometry(_ argument: Int) throws -> Geometry {
    try engine.geometry(wkt: try text(argument).lowercased() == "a" ? test.a : test.b)
  }

  func prepared(_ argument: Int) throws -> PreparedGeometry {
    try PreparedGeometry(geometry(argument), in: engine)
  }

  func number(_ argument: Int) throws -> Double {
    try #require(Double(text(argument)))
  }

  private func text(_ argument: Int) throws -> String {
    try #require(argument < test.arguments.count ? test.arguments[argument] : nil)
  }
}
