/// Whole numbers and decimals as text, in memory that somebody else has made room in.
package enum DecimalDigits {
  /// No text is longer, in bytes.
  package static let most = 32

  /// Powers of ten.
  @usableFromInline static let powers: [UInt64] = (0..<19).map { exponent in
    (0..<exponent).reduce(UInt64(1)) { power, _ in power * 10 }
  }

  /// How many of a thing are one with so many decimals, of which there are at most 18.
  @inlinable
  package static func scale(ofDecimals decimals: Int) -> UInt64 { powers[decimals] }

  /// Writes a whole number.
  ///
  /// - Returns: How many bytes that took.
  @inlinable
  @inline(__always)
  package static func write(_ value: Int64, to place: UnsafeMutablePointer<UInt8>) -> Int {
    guard value < 0 else { return write(value.magnitude, to: place) }
    place[0] = UInt8(ascii: "-")
    return 1 + write(value.magnitude, to: place + 1)
  }

  /// Writes a decimal that is given as a whole number of its last place; zeros at the end are left out.
  ///
  /// - Returns: How many bytes that took.
  @inlinable
  @inline(__always)
  package static func write(
    _ value: Int64, decimals: Int, to place: UnsafeMutablePointer<UInt8>
  ) -> Int {
    let (whole, fraction) = value.magnitude.quotientAndRemainder(dividingBy: powers[decimals])
    var count = 0
    if value < 0 {
      place[0] = UInt8(ascii: "-")
      count = 1
    }
    count += write(whole, to: place + count)
    guard fraction > 0 else { return count }
    place[count] = UInt8(ascii: ".")
    count += 1
    var rest = fraction
    var next = count + decimals
    var end = count
    // From the right; the first digit that is not zero ends the number.
    while next > count {
      next -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      place[next] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
      if digit != 0, end == count { end = next + 1 }
      rest = quotient
    }
    return end
  }

  @inlinable
  @inline(__always)
  static func write(_ magnitude: UInt64, to place: UnsafeMutablePointer<UInt8>) -> Int {
    var digits = 1
    while digits < powers.count, magnitude >= powers[digits] { digits += 1 }
    var rest = magnitude
    var next = digits
    while next > 0 {
      next -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      place[next] = 0x30 &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    return digits
  }
}
