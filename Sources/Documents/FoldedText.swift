internal import Foundation

/// Text with everything taken out in which two spellings of one word differ.
package enum FoldedText {
  /// Lower case, half-width, and without white space, underscores, hyphens and brackets.
  package static func fold(_ text: String) -> String {
    var folded = ""
    for scalar in halfWidth(text).lowercased().unicodeScalars where !isFolded(scalar) {
      folded.unicodeScalars.append(scalar)
    }
    return folded
  }

  /// `（㎡）` becomes `(m2)`, `３５` becomes `35`.
  package static func halfWidth(_ text: String) -> String {
    text.utf8.allSatisfy { $0 < 0x80 } ? text : text.precomposedStringWithCompatibilityMapping
  }

  private static func isFolded(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "_", "-", "(", ")", "[", "]", "{", "}", "【", "】", "〔", "〕", "\u{FEFF}", "\u{200B}": true
    default: scalar.properties.isWhitespace
    }
  }
}
