/// How long months are.
package enum GregorianMonth {
  /// The days of a month, 1 to 12, of a year; 0 where there is no such month.
  package static func days(_ month: Int, of year: Int) -> Int {
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
    let days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return days.indices.contains(month - 1) ? days[month - 1] : 0
  }
}
