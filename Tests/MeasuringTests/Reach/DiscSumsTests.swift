import Planar
import TestSupport
import Testing

@testable import Measuring

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
      let found = sums.sums(
        in: places.map { Disc(x: $0.x, y: $0.y, radius: radius) })
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
