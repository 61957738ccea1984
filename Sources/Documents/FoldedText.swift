internal import Foundation

/// Text with everything taken out in which two spellings of one word differ: how headers, words of
/// cells and names of kinds are compared.
package enum FoldedText {
  /// Lower case, half-width, simplified, and without white space, dashes, brackets, slashes, quotes,
  /// dots between words and commas; `0至3周岁` is `0-3岁`.
  package static func fold(_ text: some StringProtocol) -> String {
    plain(text) ?? foldScalars(text)
  }

  /// The same for ASCII, where nothing has two forms but letters; `nil` where the text is not ASCII.
  private static func plain(_ text: some StringProtocol) -> String? {
    text.utf8.withContiguousStorageIfAvailable { bytes -> String? in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { folded in
        var count = 0
        for byte in bytes where !isFoldedASCII[Int(byte)] {
          folded[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          count += 1
        }
        return count
      }
    } ?? nil
  }

  private static func foldScalars(_ text: some StringProtocol) -> String {
    var folded = String.UnicodeScalarView()
    var isPending = false
    for scalar in halfWidth(String(text)).lowercased().unicodeScalars where !isFolded(scalar) {
      let scalar = simplified[scalar] ?? scalar
      if isPending {
        // 至 is a dash between two figures, and a word of its own elsewhere.
        if !isDigit(scalar) { folded.append(to) }
        isPending = false
      }
      if scalar == to, let last = folded.last, isDigit(last) || last == year {
        isPending = true
        continue
      }
      if scalar == year, folded.last == whole { folded.removeLast() }
      folded.append(scalar)
    }
    if isPending { folded.append(to) }
    return String(folded)
  }

  /// `（㎡）` becomes `(m2)`, `３５` becomes `35`.
  package static func halfWidth(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCompatibilityMapping
  }

  private static let to: Unicode.Scalar = "至"
  private static let year: Unicode.Scalar = "岁"
  private static let whole: Unicode.Scalar = "周"

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x80: isFoldedASCII[Int(scalar.value)]
    // The most of what is read, and neither white space nor a separator.
    case 0x3400...0x9FFF: false
    default: separators.contains(scalar) || scalar.properties.isWhitespace
    }
  }

  private static let isFoldedASCII = (0..<0x80).map { value -> Bool in
    let scalar = Unicode.Scalar(UInt8(value))
    return separators.contains(scalar) || scalar.properties.isWhitespace
  }

  private static let separators = Set(
    "_-‐‑‒–—―−~〜()[]{}【】〔〕〖〗「」『』《》〈〉<>\"'“”‘’/\\|·・•‧、,;*\u{FE0F}\u{FEFF}\u{200B}".unicodeScalars)
}
