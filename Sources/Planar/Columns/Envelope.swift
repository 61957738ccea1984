/// An axis-parallel rectangle; empty when `minX > maxX`.
public struct Envelope: Hashable, Sendable {
  /// The western border.
  public var minX: Double
  /// The southern border.
  public var minY: Double
  /// The eastern border.
  public var maxX: Double
  /// The northern border.
  public var maxY: Double

  /// A rectangle from its borders.
  public init(minX: Double, minY: Double, maxX: Double, maxY: Double) {
    self.minX = minX
    self.minY = minY
    self.maxX = maxX
    self.maxY = maxY
  }

  /// Contains nothing; the neutral element of `formUnion`.
  public static let empty = Envelope(
    minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)

  /// Contains nothing; also when a border is NaN.
  public var isEmpty: Bool { !(minX <= maxX && minY <= maxY) }
  /// From west to east; negative for an empty rectangle.
  public var width: Double { maxX - minX }
  /// From south to north; negative for an empty rectangle.
  public var height: Double { maxY - minY }
  /// The middle.
  public var centre: Point { Point(x: (minX + maxX) / 2, y: (minY + maxY) / 2) }

  /// Grows just enough to contain a position; NaN changes nothing.
  public mutating func expand(toInclude x: Double, _ y: Double) {
    minX = min(minX, x)
    minY = min(minY, y)
    maxX = max(maxX, x)
    maxY = max(maxY, y)
  }

  /// Grows just enough to contain another rectangle.
  public mutating func formUnion(_ other: Envelope) {
    minX = min(minX, other.minX)
    minY = min(minY, other.minY)
    maxX = max(maxX, other.maxX)
    maxY = max(maxY, other.maxY)
  }

  /// Touching counts.
  public func intersects(_ other: Envelope) -> Bool {
    minX <= other.maxX && other.minX <= maxX && minY <= other.maxY && other.minY <= maxY
  }

  /// The border counts.
  public func contains(x: Double, y: Double) -> Bool {
    minX <= x && x <= maxX && minY <= y && y <= maxY
  }

  /// The rectangle with `margin` added on every side.
  public func expanded(by margin: Double) -> Envelope {
    Envelope(
      minX: minX - margin, minY: minY - margin, maxX: maxX + margin, maxY: maxY + margin)
  }
}
