internal import Documents
internal import Foundation
public import Quantities

/// Numbers as a reader wants them: grouped by thousands, with no more digits than matter.
public enum NumberWords {
  /// `12,345`
  public static func grouped(_ number: Int) -> String {
    (number < 0 ? "−" : "") + grouped(String(number.magnitude))
  }

  /// `1 row`, `2 rows`
  static func many(_ count: Int, _ one: String, _ more: String) -> String {
    "\(grouped(count)) \(count == 1 ? one : more)"
  }

  /// At most so many decimals, rounded to the nearest, without zeros at the end.
  public static func text(_ amount: Amount, decimals: Int = 2) -> String {
    var step: Int64 = 1
    for _ in decimals..<6 { step *= 10 }
    let magnitude = Int64(clamping: amount.micros.magnitude)
    let rounded = magnitude / step + (magnitude % step * 2 >= step ? 1 : 0)
    let text = Amount(micros: rounded.multipliedReportingOverflow(by: step).partialValue)
      .description
    let point = text.firstIndex(of: ".") ?? text.endIndex
    return (amount.micros < 0 && rounded != 0 ? "−" : "") + grouped(String(text[..<point]))
      + text[point...]
  }

  /// A measured figure, with as many decimals as it takes to tell it from the required one.
  public static func measured(_ number: Double, against required: Amount?) -> String {
    guard let amount = Amount(rounding: number) else { return "–" }
    guard let required, amount != required else { return text(amount) }
    for decimals in 2..<6 where text(amount, decimals: decimals) != text(required, decimals: 6) {
      return text(amount, decimals: decimals)
    }
    return text(amount, decimals: 6)
  }

  /// `34.9%`; only nothing is 0 % and only all is 100 %.
  public static func percent(_ part: Double, of whole: Double) -> String {
    guard whole > 0 else { return "–" }
    let share = part / whole
    if share <= 0 { return "0%" }
    if share >= 1 { return "100%" }
    if share < 0.001 { return "<0.1%" }
    if share > 0.999 { return ">99.9%" }
    let tenths = Int((share * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }

  /// `12.5 m`, `1.3 km`
  public static func length(metres: Double) -> String {
    guard metres.isFinite else { return "–" }
    if metres < 999.5 { return "\(Int(metres.rounded()))\u{00A0}m" }
    let hectometres = Int((metres / 100).rounded())
    return hectometres % 10 == 0
      ? "\(grouped(hectometres / 10))\u{00A0}km"
      : "\(grouped(hectometres / 10)).\(hectometres % 10)\u{00A0}km"
  }

  private static func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return result
  }
}
