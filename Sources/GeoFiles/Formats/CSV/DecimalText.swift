/// Decimal numbers in UTF-8, read without making strings of them.
enum DecimalText {
  /// Powers of ten that a real holds exactly.
  private static let powers: [Double] = (0...22).map { exponent in
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }

  /// The number that a text is, as a whole; `nil`: it is none.
  static func number(_ bytes: ArraySlice<UInt8>) -> Double? {
    guard let (value, end) = scan(bytes, from: bytes.startIndex), end == bytes.endIndex else {
      return nil
    }
    return value
  }

  /// The number that starts at a byte, and where it ends; `nil`: none does.
  static func scan(_ bytes: ArraySlice<UInt8>, from start: Int) -> (value: Double, end: Int)? {
    var at = start
    var isNegative = false
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      isNegative = bytes[at] == UInt8(ascii: "-")
      at += 1
    }
    var mantissa: UInt64 = 0
    var digits = 0
    var decimals = 0
    var isBehindPoint = false
    while at < bytes.endIndex {
      let byte = bytes[at]
      if byte == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else if (0x30...0x39).contains(byte) {
        digits += 1
        if digits <= 18 { mantissa = mantissa * 10 + UInt64(byte - 0x30) }
        if isBehindPoint { decimals += 1 }
      } else {
        break
      }
      at += 1
    }
    guard digits > 0 else { return nil }
    if let end = exponentEnd(bytes, at) { return slow(bytes, start, end) }
    // A quotient of two numbers that are exact is rounded once, as it should be.
    guard digits <= 18, mantissa <= 1 << 53, decimals < powers.count else {
      return slow(bytes, start, at)
    }
    let value = Double(mantissa) / powers[decimals]
    return (isNegative ? -value : value, at)
  }

  /// Where an exponent that starts at a byte ends; `nil`: none does.
  private static func exponentEnd(_ bytes: ArraySlice<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.endIndex, bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var at = start + 1
    if at < bytes.endIndex, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
      at += 1
    }
    let first = at
    while at < bytes.endIndex, (0x30...0x39).contains(bytes[at]) { at += 1 }
    return at > first ? at : nil
  }

  private static func slow(
    _ bytes: ArraySlice<UInt8>, _ start: Int, _ end: Int
  ) -> (value: Double, end: Int)? {
    guard let value = Double(String(decoding: bytes[start..<end], as: UTF8.self)), value.isFinite
    else { return nil }
    return (value, end)
  }
}
