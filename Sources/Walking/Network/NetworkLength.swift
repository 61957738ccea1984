/// How lengths on the network are kept: whole ticks of 1/16,384 m (0.06 mm).
///
/// Sums of whole numbers are the same in every order. So a chain of pieces is exactly as long as
/// its pieces one by one, a walk there as long as the walk back, and a result the same for any
/// number of workers, which sums of floating-point metres would not be. 16,384 is a power of two:
/// a tick count in metres, and a limit in ticks, are exact.
///
/// A length is cut down to whole ticks, never up, and so is a limit: what lies exactly at a limit
/// (7 pieces of 100.1 m, and 700.7 m) is then within it. Along a line what is cut off one piece is added
/// to the next, so that a line of a thousand pieces is short by less than a tick as well (`LengthChain`).
enum NetworkLength {
  static let ticksPerMetre = 16_384.0
  /// The longest edge; longer chains are cut, longer pieces divided. 16,384 m.
  static let longestEdge: Int32 = 1 << 28
  /// The longest limit; two of them and an edge fit an `Int32`. 49,152 m.
  static let longestLimit: Int32 = 3 << 28

  /// Whole ticks of a length of at most `longestLimit`.
  ///
  /// A length less than 1/1,024 tick (60 nm) below a tick is taken to be that tick: 100 m between
  /// coordinates of seven digits before the point are 99.999 999 999 9 m after a subtraction.
  @inline(__always)
  static func ticks(_ metres: Double) -> Int32 {
    Int32(metres * ticksPerMetre + 1 / 1024)
  }

  /// Exact.
  @inline(__always)
  static func metres(_ ticks: Int32) -> Double { Double(ticks) / ticksPerMetre }

  /// The most ticks that are at most `limit` metres; -1 for a negative limit, which nothing meets.
  static func limit(_ metres: Double) throws(NetworkError) -> Int32 {
    guard metres <= self.metres(longestLimit) else { throw .limitTooLong(metres) }
    return metres < 0 ? -1 : Int32(metres * ticksPerMetre)
  }
}

/// Whole ticks of the pieces of a line, one after the other: all of them together are as long as the
/// line, cut down once.
struct LengthChain {
  /// What is cut off so far, ticks.
  private var rest = 0.0

  /// - Parameter metres: At most as long as `NetworkLength.longestEdge`.
  mutating func ticks(ofNext metres: Double) -> Int32 {
    let exact = metres * NetworkLength.ticksPerMetre + rest
    let ticks = min(NetworkLength.longestEdge, Int32(exact + 1 / 1024))
    rest = exact - Double(ticks)
    return ticks
  }
}
