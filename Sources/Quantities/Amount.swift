/// An exact decimal with six digits behind the point: square metres, places, people, percent.
///
/// Sums and comparisons are exact, so 29 of 50 is 58 % and 10.1 m² + 9.9 m² is 20 m², which binary
/// floats miss. The range is ±9.2 × 10¹².
public struct Amount: Hashable, Sendable, Comparable {
  /// Millionths.
  public let micros: Int64

  /// An amount from millionths.
  public init(micros: Int64) { self.micros = micros }

  /// - Precondition: `whole` is within ±9.2 × 10¹².
  public init(_ whole: Int) { micros = Int64(whole) * Self.scale }

  /// The nearest amount; `nil` when the number is not finite or out of range.
  public init?(rounding number: Double) {
    let scaled = (number * Double(Self.scale)).rounded()
    guard scaled.isFinite, abs(scaled) < 9.2e18 else { return nil }
    micros = Int64(scaled)
  }

  /// A plain decimal such as `-12.50`, `1e3` not included; digits behind the sixth must be zero.
  public init?(exactly text: some StringProtocol) {
    guard let decimal = Self.parse(text.utf8) else { return nil }
    micros = decimal
  }

  /// Millionths in one.
  public static let scale: Int64 = 1_000_000
  /// Nothing.
  public static let zero = Amount(micros: 0)

  /// Smaller amounts first.
  public static func < (a: Amount, b: Amount) -> Bool { a.micros < b.micros }
  /// The sum; at the ends of the range it stops.
  public static func + (a: Amount, b: Amount) -> Amount {
    let (sum, overflow) = a.micros.addingReportingOverflow(b.micros)
    return Amount(micros: overflow ? (a.micros < 0 ? .min : .max) : sum)
  }
  /// The difference; at the ends of the range it stops.
  public static func - (a: Amount, b: Amount) -> Amount {
    let (difference, overflow) = a.micros.subtractingReportingOverflow(b.micros)
    return Amount(micros: overflow ? (a.micros < 0 ? .min : .max) : difference)
  }
  /// Adds to an amount.
  public static func += (a: inout Amount, b: Amount) { a = a + b }

  /// The nearest binary number, for display and geometry only.
  public var double: Double { Double(micros) / Double(Self.scale) }

  /// The next whole number up: what is needed of things that come whole.
  public var roundedUp: Amount {
    let rest = micros % Self.scale
    guard rest != 0 else { return self }
    return Amount(micros: micros - rest + (rest > 0 ? Self.scale : 0))
  }

  /// Whether there is nothing behind the point.
  public var isWhole: Bool { micros % Self.scale == 0 }

  private static func parse(_ text: some Collection<UInt8>) -> Int64? {
    var digits = text[...]
    let negative = digits.first == UInt8(ascii: "-")
    if negative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    var value: Int64 = 0
    var decimals = -1
    var seen = false
    for byte in digits {
      if byte == UInt8(ascii: ".") {
        guard decimals < 0 else { return nil }
        decimals = 0
        continue
      }
      guard byte >= 48, byte <= 57 else { return nil }
      seen = true
      if decimals >= 6 {
        guard byte == 48 else { return nil }
        continue
      }
      let (times, high) = value.multipliedReportingOverflow(by: 10)
      let (sum, low) = times.addingReportingOverflow(Int64(byte - 48))
      guard !high, !low else { return nil }
      value = sum
      if decimals >= 0 { decimals += 1 }
    }
    guard seen else { return nil }
    for _ in max(0, decimals)..<6 {
      let (times, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      value = times
    }
    return negative ? -value : value
  }
}

extension Amount: CustomStringConvertible {
  /// The shortest decimal that is this amount.
  public var description: String {
    String(unsafeUninitializedCapacity: DecimalDigits.most) { text in
      text.baseAddress.map { DecimalDigits.write(micros, decimals: 6, to: $0) } ?? 0
    }
  }
}
