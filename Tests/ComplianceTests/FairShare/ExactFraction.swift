@testable import Compliance
@testable import Measuring

/// A fraction in lowest terms with a positive denominator; overflow traps, so that no oracle is
/// wrong in silence.
struct ExactFraction: Hashable, Comparable {
  let top: Int128
  let bottom: Int128

  init(_ top: Int128, _ bottom: Int128 = 1) {
    precondition(bottom != 0, "over zero")
    var (a, b) = (top.magnitude, bottom.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = Int128(a) * bottom.signum()
    self.top = top / divisor
    self.bottom = bottom / divisor
  }

  init(_ ratio: FairShare.Ratio) { self.init(ratio.numerator, ratio.denominator) }

  static let zero = ExactFraction(0)
  static let one = ExactFraction(1)

  static func < (a: Self, b: Self) -> Bool {
    a.top.multipliedFullWidth(by: b.bottom) < b.top.multipliedFullWidth(by: a.bottom)
  }
  static func + (a: Self, b: Self) -> Self {
    if a.bottom == b.bottom { return Self(a.top + b.top, a.bottom) }
    return Self(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
  }
  static func - (a: Self, b: Self) -> Self { a + Self(-b.top, b.bottom) }
  static func * (a: Self, b: Self) -> Self {
    if a.top == 0 || b.top == 0 { return .zero }
    // Crosswise first: the products stay as small as they can.
    let (left, right) = (Self(a.top, b.bottom), Self(b.top, a.bottom))
    return Self(left.top * right.top, left.bottom * right.bottom)
  }
  static func / (a: Self, b: Self) -> Self { a * Self(b.bottom, b.top) }
}
