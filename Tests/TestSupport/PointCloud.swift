public import Testing

/// Clouds of points that break indexes.
public enum PointCloud: String, CaseIterable, Sendable, CustomTestStringConvertible {
  /// Anywhere in a square.
  case scattered
  /// A few heaps far from each other.
  case clusters
  /// On a lattice, some on the same place.
  case lattice
  /// All on one place.
  case onePlace
  /// On a diagonal.
  case line
  /// On a line along an axis.
  case column
  /// One very far from the others.
  case outlier
  /// Far from the origin.
  case farAway
  /// One.
  case single
  /// None.
  case empty

  /// Its name.
  public var testDescription: String { rawValue }

  /// Some points; the same for the same dice.
  public func points(using dice: inout Dice) -> (x: [Double], y: [Double]) {
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
  public static func places(
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
