import Foundation
import TestSupport
import Testing

@testable import Compliance
@testable import Measuring

/// Clouds of points that break indexes.
enum PointCloud: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case scattered
  case clusters
  case lattice
  case onePlace
  case line
  case column
  case outlier
  case farAway
  case single
  case empty

  var testDescription: String { rawValue }

  func points(using dice: inout Dice) -> (x: [Double], y: [Double]) {
    var x: [Double] = []
    var y: [Double] = []
    func add(_ px: Double, _ py: Double) {
      x.append(px)
      y.append(py)
    }
    let count = self == .empty ? 0 : self == .single ? 1 : dice.whole(2...60)
    for index in 0..<count {
      let a = Double.random(in: 0...1000, using: &dice.random)
      let b = Double.random(in: 0...1000, using: &dice.random)
      switch self {
      case .scattered, .single, .empty: add(a, b)
      case .clusters: add(Double(index % 3) * 5000 + a / 100, Double(index % 2) * 3000 + b / 100)
      case .lattice: add(Double(dice.whole(0...6)) * 50, Double(dice.whole(0...6)) * 50)
      case .onePlace: add(123.25, -77.5)
      case .line: add(a, a)
      case .column: add(42, b)
      case .outlier: index == 0 ? add(1e7, -1e7) : add(a / 10, b / 10)
      case .farAway: add(12_345_678.5 + a, 98_765_432.25 - b)
      }
    }
    return (x, y)
  }

  /// Places to ask from: points themselves, places between, and far outside.
  static func places(
    _ x: [Double], _ y: [Double], using dice: inout Dice
  ) -> [(x: Double, y: Double)] {
    var places: [(x: Double, y: Double)] = [(0, 0), (-3e6, 4e6), (2e7, 1)]
    for index in x.indices {
      places.append((x[index], y[index]))
      places.append((x[index] + Double(dice.whole(-4...4)) * 25, y[index] + 50))
    }
    return places
  }
}

@Suite("Point grid")
struct PointGridTests {
  @Test("the nearest point equals that of all pairs", arguments: PointCloud.allCases, 0..<12)
  func nearest(cloud: PointCloud, seed: Int) {
    var dice = Dice(random: SplitMix64(seed: UInt64(seed)))
    let (x, y) = cloud.points(using: &dice)
    let rows = x.indices.filter { _ in dice.chance(80) }.map { Int32($0) }
    let grid = PointGrid(rows: rows, x: x, y: y, perCell: dice.pick([0.5, 2, 40]))
    #expect(grid.isEmpty == rows.isEmpty)
    for place in PointCloud.places(x, y, using: &dice) {
      for excluded in [-1, rows.first ?? -1, rows.last ?? -1] {
        var wanted: (row: Int32, distance: Double)?
        for row in rows where row != excluded {
          let distance = Self.distance(x, y, Int(row), place)
          if wanted.map({ distance < $0.distance }) ?? true { wanted = (row, distance) }
        }
        let found = grid.search { $0.nearest(toX: place.x, y: place.y, excluding: excluded) }
        #expect(found?.row == wanted?.row)
        #expect(found?.distance == wanted?.distance)
      }
    }
  }

  @Test("points within a limit equal those of all pairs", arguments: PointCloud.allCases, 0..<12)
  func within(cloud: PointCloud, seed: Int) {
    var dice = Dice(random: SplitMix64(seed: UInt64(seed)))
    let (x, y) = cloud.points(using: &dice)
    let rows = x.indices.filter { _ in dice.chance(80) }.map { Int32($0) }
    let grid = PointGrid(rows: rows, x: x, y: y, perCell: dice.pick([0.5, 2, 40]))
    for place in PointCloud.places(x, y, using: &dice) {
      var limits = [0, 50, 70.71067811865476, 250, 1e6, 1e9, -1]
      // Exactly as far as some point, and a step to either side.
      if let row = rows.first {
        let distance = Self.distance(x, y, Int(row), place)
        limits += [distance, distance.nextDown, distance.nextUp]
      }
      for limit in limits {
        let wanted = rows.filter { Self.distance(x, y, Int($0), place) <= limit }
        var found: [Int32] = []
        grid.search { view in
          view.forEach(within: limit, ofX: place.x, y: place.y) { row, px, py in
            #expect(px == x[Int(row)] && py == y[Int(row)])
            found.append(row)
          }
        }
        #expect(found.sorted() == wanted)
      }
    }
  }

  private static func distance(
    _ x: [Double], _ y: [Double], _ row: Int, _ place: (x: Double, y: Double)
  ) -> Double {
    let dx = x[row] - place.x
    let dy = y[row] - place.y
    return (dx * dx + dy * dy).squareRoot()
  }
}

@Suite("Sums within circles")
struct DiscSumsTests {
  @Test("sums equal those of all pairs", arguments: PointCloud.allCases, 0..<12)
  func matchesAllPairs(cloud: PointCloud, seed: Int) {
    var dice = Dice(random: SplitMix64(seed: UInt64(seed)))
    let (x, y) = cloud.points(using: &dice)
    let values = x.map { _ in
      let low = Int64(dice.whole(0...1_000_000))
      return Bounds(low: low, high: dice.pick([low, low, low, low + 7, Bounds.unlimited]))
    }
    let places = PointCloud.places(x, y, using: &dice)
    // A circle that is tiny beside the whole extent has a table of millions of cells.
    var radii: [Double] = cloud == .outlier ? [250_000, 3e6] : [50, 250, 500, 3000]
    // Some points lie exactly on the circle around the origin, or just outside or inside it.
    for index in cloud == .outlier ? 0..<1 : 0..<min(3, x.count) {
      let distance = (x[index] * x[index] + y[index] * y[index]).squareRoot()
      if distance > 0 { radii += [distance, distance.nextDown, distance.nextUp] }
    }
    for radius in radii {
      let sums = DiscSums(x: x, y: y, values: values, radius: radius)
      let found = sums.sums(aroundX: places.map(\.x)[...], y: places.map(\.y)[...])
      for (place, sum) in zip(places, found) {
        var wanted = Bounds.zero
        for index in x.indices {
          let dx = x[index] - place.x
          let dy = y[index] - place.y
          if (dx * dx + dy * dy).squareRoot() <= radius { wanted += values[index] }
        }
        #expect(sum == wanted, "radius \(radius) around \(place)")
      }
    }
  }
}
