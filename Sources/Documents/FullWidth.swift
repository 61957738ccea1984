/// Chinese punctuation and full-width signs, which YAML takes for letters.
package enum FullWidth {
  /// Each that may be meant for a sign of YAML, with that sign.
  static let signs: [Character: Character] = [
    "：": ":", "，": ",", "、": ",", "；": ";", "｛": "{", "｝": "}", "［": "[", "］": "]", "【": "[",
    "】": "]", "“": "\"", "”": "\"", "‘": "'", "’": "'", "＃": "#", "－": "-", "\u{3000}": " ",
    "\u{A0}": " ",
  ]

  /// The text with what is full-width as YAML knows it.
  package static func narrowed(_ text: String) -> String {
    String(
      text.map { character in
        if let sign = signs[character] { return sign }
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
          (0xFF01...0xFF5E).contains(scalar.value),
          let narrow = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(narrow)
      })
  }

  /// `; '：' is a Chinese sign: write ':'`, or nothing.
  package static func hint(in text: String) -> FaultHint {
    guard let found = text.first(where: { signs[$0] != nil }), let meant = signs[found] else {
      return FaultHint()
    }
    return FaultHint("; '\(found)' is a Chinese sign: write '\(meant)'")
  }
}
