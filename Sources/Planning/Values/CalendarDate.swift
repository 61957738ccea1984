internal import Documents
internal import Quantities

/// A day in the Gregorian calendar, or the month or year that is all that is known of one.
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// How much is known of a day.
  public enum Precision: UInt8, Sendable, Hashable {
    /// The year.
    case year
    /// Year and month.
    case month
    /// The day itself.
    case day
  }

  /// Such as 2025.
  public let year: Int
  /// 1 to 12.
  public let month: Int
  /// 1 to 31.
  public let day: Int
  /// Of a month or a year the day stated here is its first.
  public let precision: Precision

  /// A day; `nil` when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    self.init(year: year, month: month, day: day, .day)
  }

  private init?(year: Int, month: Int, day: Int, _ precision: Precision) {
    guard (1...9999).contains(year), day >= 1, day <= GregorianMonth.days(month, of: year) else {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
    self.precision = precision
  }

  /// `2025年12月31日` and no more than that.
  init?(chinese text: String) {
    guard let date = CalendarDate(text), date.precision == .day,
      text.wholeMatch(of: /\d{4}年\d{1,2}月\d{1,2}日/) != nil
    else { return nil }
    self = date
  }

  /// `2025-12-31`, `2025/12/31`, `2025.12.31`, `2025年12月31日`, `20251231`, or a month (also `202512`)
  /// or a year, in digits of any width; a time behind the date is ignored. A decade is none.
  public init?(_ text: some StringProtocol) {
    if let (year, month, day) = Self.plainNumbers(text.utf8) {
      self.init(year: year, month: month, day: day)
      return
    }
    let text = FoldedText.halfWidth(String(text))
    if text.contains("年代") { return nil }
    var numbers: [Int] = []
    var digits = ""
    for character in text {
      if let digit = character.wholeNumberValue, character.isASCII {
        digits.append(String(digit))
      } else {
        if !digits.isEmpty { numbers.append(Int(digits) ?? -1) }
        digits = ""
        if numbers.count == 3 || character == "T" { break }
      }
    }
    if !digits.isEmpty { numbers.append(Int(digits) ?? -1) }
    if numbers.count == 1, digits.count == 8 || String(numbers[0]).count == 8 {
      let number = numbers[0]
      numbers = [number / 10_000, number / 100 % 100, number % 100]
    } else if numbers.count == 1, (100_000...999_999).contains(numbers[0]) {
      numbers = [numbers[0] / 100, numbers[0] % 100]
    }
    guard let year = numbers.first, year >= 1000 else { return nil }
    let precision: Precision = numbers.count > 2 ? .day : numbers.count == 2 ? .month : .year
    self.init(
      year: year, month: numbers.count > 1 ? numbers[1] : 1,
      day: numbers.count > 2 ? numbers[2] : 1,
      precision)
  }

  /// Earlier days first; a year comes before its first month, and a month before its first day.
  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day, a.precision.rawValue) < (b.year, b.month, b.day, b.precision.rawValue)
  }

  /// Of a month or a year its first day.
  public var firstDay: CalendarDate {
    CalendarDate(year: year, month: month, day: day, .day) ?? self
  }

  /// Whether it lies before another date; `nil`: not known, since the one lies in the month or year
  /// that is all that is known of the other. A date is not before itself, and a bare year neither
  /// before nor after one of its days.
  public func isBefore(_ other: CalendarDate) -> Bool? {
    let shared = min(precision.rawValue, other.precision.rawValue)
    let (own, its) = ([year, month, day], [other.year, other.month, other.day])
    for (place, (a, b)) in zip(own, its).enumerated() where place <= shared && a != b {
      return a < b
    }
    return shared == Precision.day.rawValue ? false : nil
  }

  /// `2025-12-31`, `2025-12`, `2025`.
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.count)) + text
    }
    let parts = [padded(year, 4), padded(month, 2), padded(day, 2)]
    return parts.prefix(Int(precision.rawValue) + 1).joined(separator: "-")
  }

  /// The numbers of `2025-12-31`, the form of nearly all dates; reading the others is slow.
  private static func plainNumbers(_ utf8: some Collection<UInt8>) -> (Int, Int, Int)? {
    guard utf8.count == 10 else { return nil }
    var number = 0
    var numbers: [Int] = []
    numbers.reserveCapacity(3)
    for (place, byte) in utf8.enumerated() {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        numbers.append(number)
        number = 0
      } else {
        guard byte >= 48, byte <= 57 else { return nil }
        number = number * 10 + Int(byte - 48)
      }
    }
    guard numbers[0] >= 1000 else { return nil }
    return (numbers[0], numbers[1], number)
  }
}
