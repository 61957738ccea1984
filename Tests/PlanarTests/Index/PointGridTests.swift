import TestSupport
import Testing

@testable import Planar

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
