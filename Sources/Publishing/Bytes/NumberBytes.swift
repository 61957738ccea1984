internal import Quantities

extension [UInt8] {
  /// ASCII or other UTF-8 that needs no escaping.
  mutating func append(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A whole number in decimal.
  mutating func append(integer: some FixedWidthInteger & Sendable) {
    if integer < 0 { append(UInt8(ascii: "-")) }
    append(magnitude: UInt64(integer.magnitude), digits: 1)
  }

  /// Millionths as the shortest decimal, as `Amount` prints them.
  mutating func append(micros: Int64) {
    if micros < 0 { append(UInt8(ascii: "-")) }
    let magnitude = micros.magnitude
    append(magnitude: magnitude / 1_000_000, digits: 1)
    var rest = magnitude % 1_000_000
    guard rest != 0 else { return }
    var digits = 6
    while rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    append(UInt8(ascii: "."))
    append(magnitude: rest, digits: digits)
  }

  /// A number at six decimals without zeros at the end; nothing where it is not finite.
  mutating func append(number: Double) {
    if let amount = Amount(rounding: number) {
      append(micros: amount.micros)
    } else if number.isFinite {
      append(contentsOf: "\(number)".utf8)
    }
  }

  /// A number in so many digits, zeros in front.
  private mutating func append(magnitude: UInt64, digits: Int) {
    let start = count
    var rest = magnitude
    while rest > 0 || count - start < digits {
      append(48 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    self[start...].reverse()
  }
}
