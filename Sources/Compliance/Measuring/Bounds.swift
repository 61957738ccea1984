internal import Quantities

/// What is known about an amount: it lies between two figures, in millionths.
///
/// Unknown data is carried as its best and its worst case, so that a verdict that does not depend
/// on it is still given.
struct Bounds: Hashable, Sendable {
  var low: Int64
  /// `unlimited` where nothing is known.
  var high: Int64

  static let unlimited = Int64.max
  static let zero = Bounds(low: 0, high: 0)
  static let unknown = Bounds(low: 0, high: unlimited)

  init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }

  init(_ amount: Amount) {
    low = amount.micros
    high = amount.micros
  }

  /// Unknown where there is no amount.
  init(_ amount: Amount?) {
    if let amount { self.init(amount) } else { self = .unknown }
  }

  init(count: Int) {
    low = Int64(count) * Amount.scale
    high = low
  }

  var isExact: Bool { low == high }

  static func + (a: Bounds, b: Bounds) -> Bounds {
    Bounds(low: saturated(a.low, b.low), high: saturated(a.high, b.high))
  }

  static func += (a: inout Bounds, b: Bounds) { a = a + b }

  /// May or may not be added.
  mutating func addPossibly(_ other: Bounds) {
    high = Self.saturated(high, other.high)
  }

  private static func saturated(_ a: Int64, _ b: Int64) -> Int64 {
    if a == unlimited || b == unlimited { return unlimited }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? unlimited : sum
  }
}

/// Yes, no, or not known.
enum Truth: UInt8, Sendable, Hashable {
  case no
  case unknown
  case yes

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  static func && (a: Truth, b: Truth) -> Truth { Truth(rawValue: min(a.rawValue, b.rawValue)) ?? a }
  static func || (a: Truth, b: Truth) -> Truth { Truth(rawValue: max(a.rawValue, b.rawValue)) ?? a }
  static prefix func ! (a: Truth) -> Truth { Truth(rawValue: 2 - a.rawValue) ?? a }
}
