internal import Documents
internal import Foundation
internal import Quantities

/// What a cell says about a number.
enum NumberReading: Hashable {
  /// Nothing.
  case missing
  /// A number, in the unit that the column is kept in.
  case amount(Amount)
  /// Something that is not one number for certain.
  case unreadable

  /// Reads `3005`, `1,200`, `3005户`, `1.2万`, `350㎡`; not `约500`, `500-600` or `1,2`.
  ///
  /// - Parameters:
  ///   - text: The cell.
  ///   - units: What may stand behind the number, folded, with its factor.
  ///   - missing: Folded words that say that there is no value.
  init(_ text: String, units: [String: UnitFactor], missing: Set<String>) {
    if let amount = Amount(exactly: text) {
      self = .amount(amount)
      return
    }
    let plain = FoldedText.halfWidth(text).trimmingCharacters(in: .whitespacesAndNewlines)
    if let amount = Amount(exactly: plain) {
      self = .amount(amount)
      return
    }
    let (digits, rest) = Self.split(plain)
    if !digits.contains(where: \.isNumber) {
      self = missing.contains(FoldedText.fold(plain)) ? .missing : .unreadable
      return
    }
    self = .unreadable
    if let amount = Self.scientific(plain) {
      self = .amount(amount)
    } else if let number = Self.decimal(digits) {
      if rest.isEmpty {
        self = .amount(number)
      } else if let amount = units[FoldedText.fold(String(rest))]?.applied(to: number) {
        self = .amount(amount)
      }
    }
  }

  /// Whether a cell names the unit of its number itself, whatever its column says.
  static func namesUnit(_ text: String) -> Bool {
    let plain = FoldedText.halfWidth(text).trimmingCharacters(in: .whitespacesAndNewlines)
    return !split(plain).rest.isEmpty && scientific(plain) == nil
  }

  /// The nearest amount to a number of a file; binary digits behind the sixth decimal are noise.
  init(_ number: Double) {
    self = Amount(rounding: number).map { .amount($0) } ?? .unreadable
  }

  /// The number at the start, and what follows it.
  private static func split(_ text: String) -> (digits: Substring, rest: Substring) {
    let end = text.firstIndex { !($0.isASCII && ($0.isNumber || "+-.,".contains($0))) }
    let digits = text[..<(end ?? text.endIndex)]
    return (digits, text[digits.endIndex...])
  }

  /// A decimal, commas between groups of three allowed; `0,123` may be a decimal comma and is not.
  private static func decimal(_ text: Substring) -> Amount? {
    guard text.contains(",") else { return rounded(text) }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    let first = groups[0].drop { $0 == "-" || $0 == "+" }
    guard (1...3).contains(first.count), first != "0", groups.dropFirst().allSatisfy(isThreeDigits),
      parts.count == 1 || !parts[1].contains(",")
    else { return nil }
    return rounded(Substring(text.filter { $0 != "," }))
  }

  private static func isThreeDigits(_ group: Substring) -> Bool {
    group.count == 3 && group.allSatisfy(\.isNumber)
  }

  private static func rounded(_ text: Substring) -> Amount? {
    if let amount = Amount(exactly: text) { return amount }
    guard text.contains(where: \.isNumber), let number = Double(text) else { return nil }
    return Amount(rounding: number)
  }

  /// `1.2E+04`, as spreadsheets write large numbers.
  private static func scientific(_ text: String) -> Amount? {
    guard let mark = text.firstIndex(where: { $0 == "e" || $0 == "E" }),
      text[..<mark].last?.isNumber == true, text.last?.isNumber == true,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || "+-.eE".contains($0)) }),
      let number = Double(text)
    else { return nil }
    return Amount(rounding: number)
  }
}
