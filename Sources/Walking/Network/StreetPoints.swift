/// Places on streets, in columns.
public struct StreetPoints: Sendable, Hashable {
  /// In metres, in the plane of the streets.
  public private(set) var x: [Double] = []
  /// See `x`.
  public private(set) var y: [Double] = []

  /// None.
  public init() {}

  /// From columns that are not trusted yet; `nil`: a place that is none.
  init?(x: [Double], y: [Double]) {
    guard x.allSatisfy({ abs($0) <= 1e9 }), y.allSatisfy({ abs($0) <= 1e9 }) else { return nil }
    self.x = x
    self.y = y
  }

  /// Number of places.
  public var count: Int { x.count }

  /// Adds a place; one with a coordinate that is no number is nowhere.
  public mutating func append(x: Double, y: Double) {
    guard abs(x) <= 1e9, abs(y) <= 1e9 else { return }
    self.x.append(x)
    self.y.append(y)
  }

  /// Those in a box, in their order.
  func within(x boxX: ClosedRange<Double>, y boxY: ClosedRange<Double>) -> StreetPoints {
    var result = StreetPoints()
    for place in x.indices where boxX.contains(x[place]) && boxY.contains(y[place]) {
      result.append(x: x[place], y: y[place])
    }
    return result
  }
}
