/// The order of places along a space-filling curve: near on it is near in the plane.
public enum HilbertCurve {
  /// The place on the curve through 65,536 x 65,536 cells; 0 through 2^32 - 1.
  static func index(column: UInt32, line: UInt32) -> UInt32 {
    var x = column
    var y = line
    var result: UInt32 = 0
    var side: UInt32 = 1 << 15
    while side > 0 {
      let right: UInt32 = x & side > 0 ? 1 : 0
      let upper: UInt32 = y & side > 0 ? 1 : 0
      result += side &* side &* ((3 &* right) ^ upper)
      // Turn the quarter so that its curve starts where the last one ended.
      if upper == 0 {
        if right == 1 {
          x = 65_535 &- x
          y = 65_535 &- y
        }
        swap(&x, &y)
      }
      side >>= 1
    }
    return result
  }

  /// The indices for which `isWanted` is true, in the order of the curve; ties in their own.
  public static func order(x: [Double], y: [Double], where isWanted: [Bool]) -> [Int32] {
    var box = Envelope.empty
    for index in x.indices where isWanted[index] { box.expand(toInclude: x[index], y[index]) }
    let side = max(box.width, box.height)
    let scale = side > 0 ? 65_535 / side : 0
    var keys: [UInt64] = []
    keys.reserveCapacity(x.count)
    for index in x.indices where isWanted[index] {
      let column = UInt32(min(65_535, (x[index] - box.minX) * scale))
      let line = UInt32(min(65_535, (y[index] - box.minY) * scale))
      keys.append(UInt64(Self.index(column: column, line: line)) << 32 | UInt64(index))
    }
    keys.sort()
    return keys.map { Int32(truncatingIfNeeded: $0 & 0xffff_ffff) }
  }

  /// The place on the curve of a position in a rectangle.
  static func key(of point: Point, in extent: Envelope) -> UInt32 {
    index(
      column: cell(point.x - extent.minX, extent.width),
      line: cell(point.y - extent.minY, extent.height))
  }

  private static func cell(_ offset: Double, _ width: Double) -> UInt32 {
    guard width > 0, width.isFinite else { return 0 }
    return UInt32(max(0, min(65_535, offset / width * 65_535)))
  }
}
