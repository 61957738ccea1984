internal import Documents
internal import Foundation
internal import Quantities

/// What a cell says about a number.
enum NumberReading: Hashable {
  /// Nothing.
  case missing
  /// A number, in the unit that the column is kept in, and what stands in brackets behind it.
  case amount(Amount, remark: String? = nil)
  /// Something that is not one number for certain.
  case unreadable

  /// Reads `3005`, `1,200`, `1 200`, `3005户`, `1.2万`, `350㎡`, `1500（规划）`; not `约500`,
  /// `500-600` or `1,2`.
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
    if !plain.contains(where: { $0.isASCII && $0.isNumber }) {
      self = missing.contains(FoldedText.fold(plain)) ? .missing : .unreadable
    } else if let amount = Self.amount(plain, units) {
      self = .amount(amount)
    } else if let bracket = TrailingBracket(plain) {
      self = Self.reading(bracket, units)
    } else {
      self = .unreadable
    }
  }

  /// A number with its unit, if there is one.
  private static func amount(_ text: String, _ units: [String: UnitFactor]) -> Amount? {
    if let amount = scientific(text) { return amount }
    let (digits, rest) = split(text)
    guard let number = decimal(digits) else { return nil }
    return rest.isEmpty ? number : units[FoldedText.fold(rest)]?.applied(to: number)
  }

  /// `1.2（万人）` has its unit in the brackets, `80张（护理型60）` a remark; one that takes the figure
  /// back, widens it or may scale it leaves no number.
  private static func reading(
    _ bracket: TrailingBracket, _ units: [String: UnitFactor]
  ) -> NumberReading {
    let rest = bracket.rest.trimmingCharacters(in: .whitespaces)
    guard let number = amount(rest, units) else { return .unreadable }
    let remark = FoldedText.fold(bracket.content)
    if let factor = units[remark] {
      if factor != .one, !split(rest).rest.isEmpty { return .unreadable }
      return factor.applied(to: number).map { .amount($0) } ?? .unreadable
    }
    let isVague = remark.isEmpty || vagueWords.contains { bracket.content.contains($0) }
    return isVague ? .unreadable : .amount(number, remark: bracket.content)
  }

  /// In a remark: the number is about what there is, or of something larger, or another one may hold.
  private static let vagueWords = [
    "约", "估", "左右", "上下", "以上", "以下", "不足", "不到", "大概", "暂", "待", "不详", "存疑", "或", "万", "千", "百",
    "亿", "亩",
    "顷", "坪", "尺", "ft", "acre", "?", "+", "~", "-", "–", "—", "×", "*", "%",
  ]

  /// Whether a cell names the unit of its number itself, whatever its column says.
  static func namesUnit(_ text: String, _ units: [String: UnitFactor]) -> Bool {
    var plain = FoldedText.halfWidth(text).trimmingCharacters(in: .whitespacesAndNewlines)
    if let bracket = TrailingBracket(plain), units[FoldedText.fold(bracket.content)] == nil {
      plain = bracket.rest.trimmingCharacters(in: .whitespaces)
    }
    return !split(plain).rest.isEmpty && scientific(plain) == nil
  }

  /// The nearest amount to a number of a file; binary digits behind the sixth decimal are noise.
  init(_ number: Double) {
    self = Amount(rounding: number).map { .amount($0) } ?? .unreadable
  }

  /// The number at the start, and what follows it; a blank between two digits is part of the number.
  private static func split(_ text: String) -> (digits: Substring, rest: Substring) {
    func isDigit(_ character: Character?) -> Bool {
      character.map { $0.isASCII && $0.isNumber } ?? false
    }
    var end = text.startIndex
    while end < text.endIndex {
      let next = text.index(after: end)
      let isBetween =
        text[end] == " " && end > text.startIndex && isDigit(text[text.index(before: end)])
        && next < text.endIndex && isDigit(text[next])
      guard isDigit(text[end]) || "+-.,".contains(text[end]) || isBetween else { break }
      end = next
    }
    return (text[..<end], text[end...])
  }

  /// A decimal, with commas or blanks (GB/T 15835) between groups of three; `0,123` may be a decimal
  /// comma and is not.
  private static func decimal(_ text: Substring) -> Amount? {
    guard let mark = text.first(where: { $0 == "," || $0 == " " }) else { return rounded(text) }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: mark, omittingEmptySubsequences: false)
    let first = groups[0].drop { $0 == "-" || $0 == "+" }
    guard (1...3).contains(first.count), first.allSatisfy(\.isNumber), first != "0",
      groups.dropFirst().allSatisfy(isThreeDigits),
      parts.count == 1 || parts[1].allSatisfy(\.isNumber)
    else { return nil }
    return rounded(Substring(text.filter { $0 != mark }))
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
