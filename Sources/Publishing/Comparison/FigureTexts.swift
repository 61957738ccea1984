internal import Foundation
internal import GeoFiles
internal import Quantities

/// Texts of figures as one number each, so that millions of them cost little: a decimal as it is
/// written by us is its millionths, any other text its place in a list.
struct FigureTexts: Sendable {
  /// No text at all.
  static let none = Int64.min
  /// Decimals lie within this of zero; places count up from `none`.
  private static let limit: Int64 = 1 << 62

  private var others: [String] = []
  private var places: [String: Int64] = [:]

  /// The number of a text, the same for the same text.
  mutating func code(of text: Span<UInt8>) -> Int64 {
    if text.isEmpty { return Self.none }
    if let micros = Self.micros(text) { return micros }
    let other = text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    if let place = places[other] { return place }
    others.append(other)
    let place = Self.none + Int64(others.count)
    places[other] = place
    return place
  }

  /// Whether a number is the millionths of a decimal.
  static func isDecimal(_ code: Int64) -> Bool { code > -limit }

  /// The amount that a number is the millionths of, if it is.
  static func decimal(_ code: Int64) -> Amount? {
    code != none && isDecimal(code) ? Amount(micros: code) : nil
  }

  /// A text that is no decimal of ours.
  func other(_ code: Int64) -> String { others[Int(code - Self.none) - 1] }

  /// Whether two numbers, each of its own list, are the same text.
  static func isSame(_ a: Int64, in first: FigureTexts, _ b: Int64, in second: FigureTexts) -> Bool
  {
    guard a != none, b != none, !isDecimal(a), !isDecimal(b) else { return a == b }
    return first.other(a).utf8.elementsEqual(second.other(b).utf8)
  }

  /// Appends the text to a row of CSV.
  func append(_ code: Int64, to bytes: ByteBuffer) {
    if code == Self.none { return }
    if Self.isDecimal(code) {
      bytes.append(code, decimals: 6)
    } else {
      bytes.append(csv: other(code))
    }
  }

  /// The millionths, where they are written back as the very same text.
  private static func micros(_ text: Span<UInt8>) -> Int64? {
    let zero = UInt8(ascii: "0")
    func digit(_ place: Int) -> Int64? {
      guard place < text.count, text[place] >= zero, text[place] <= zero + 9 else { return nil }
      return Int64(text[place] - zero)
    }
    let isNegative = text[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var at = start
    var value: Int64 = 0
    while let next = digit(at) {
      value = value * 10 + next
      at += 1
      if at - start > 12 { return nil }
    }
    guard at > start, text[start] != zero || at - start == 1 else { return nil }
    var decimals = 0
    if at < text.count {
      guard text[at] == UInt8(ascii: ".") else { return nil }
      at += 1
      while let next = digit(at) {
        value = value * 10 + next
        at += 1
        decimals += 1
        if decimals > 6 { return nil }
      }
      guard decimals > 0, at == text.count, text[at - 1] != zero else { return nil }
    }
    for _ in decimals..<6 { value *= 10 }
    if isNegative, value == 0 { return nil }
    return isNegative ? -value : value
  }
}
