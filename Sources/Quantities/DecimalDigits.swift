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
    write(fraction, digits: decimals, to: place + count)
    var end = count + decimals
    while place[end - 1] == 0x30 { end -= 1 }
    return end
  }

  @inlinable
  @inline(__always)
  static func write(_ magnitude: UInt64, to place: UnsafeMutablePointer<UInt8>) -> Int {
    var digits = 1
    var least: UInt64 = 10
    while magnitude >= least {
      digits += 1
      if digits == 20 { break }
      least &*= 10
    }
    write(magnitude, digits: digits, to: place)
    return digits
  }

  /// Writes so many digits, those of a smaller number with zeros in front.
  @inlinable
  @inline(__always)
  static func write(_ magnitude: UInt64, digits: Int, to place: UnsafeMutablePointer<UInt8>) {
    let pairs = pairs.utf8Start
    var rest = magnitude
    var next = digits
    while next > 1 {
      let (quotient, pair) = rest.quotientAndRemainder(dividingBy: 100)
      next -= 2
      place[next] = pairs[2 * Int(truncatingIfNeeded: pair)]
      place[next + 1] = pairs[2 * Int(truncatingIfNeeded: pair) + 1]
      rest = quotient
    }
    if next == 1 { place[0] = 0x30 &+ UInt8(truncatingIfNeeded: rest) }
  }

  /// The two digits of each number below 100.
  @usableFromInline
  static var pairs: StaticString {
    """
    00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748\
    4950515253545556575859606162636465666768697071727374757677787980818283848586878889909192939495\
    96979899
    """
  }
}
