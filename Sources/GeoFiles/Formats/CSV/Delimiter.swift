/// What separates the fields of a table: a character of one byte or, as the Chinese comma, of two or three.
struct Delimiter: Hashable {
  /// Number of bytes: 1 through 3.
  let count: Int
  /// The first byte, by which nearly all others are told from it.
  let first: UInt8
  private let second: UInt8
  private let third: UInt8

  static let comma = Delimiter(character: ",")
  /// Those of the width of a letter, the most usual first.
  static let narrow = [comma] + [";", "\t", "|"].map { Delimiter(character: $0) }
  /// Those of the width of a Chinese character.
  static let wide = ["，", "；", "｜"].map { Delimiter(character: $0) }

  private init(character: Unicode.Scalar) {
    let bytes = Array(String(character).utf8)
    count = bytes.count
    first = bytes[0]
    second = bytes.count > 1 ? bytes[1] : 0
    third = bytes.count > 2 ? bytes[2] : 0
  }

  /// The one that a user states, whatever it is; `nil`: it may be a part of a value, or none is stated.
  init?(stated text: Substring) {
    guard let character = text.unicodeScalars.first, character.value > 0x08,
      character.value < 0x10000, character != "\"", !character.properties.isAlphabetic,
      !("0"..."9").contains(character), !"-+.".unicodeScalars.contains(character)
    else { return nil }
    self.init(character: character)
  }

  /// Whether it stands at a byte of a text.
  @inline(__always)
  func stands(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    guard text[index] == first else { return false }
    return count == 1
      || (index + count <= text.count && text[index + 1] == second
        && (count == 2 || text[index + 2] == third))
  }

  /// What a header has most of, `,` `;` or tab, for tables in which nothing else is guessed.
  static func plain(ofHeader text: UnsafeBufferPointer<UInt8>) -> Delimiter {
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D { break }
      if let index = narrow.prefix(3).firstIndex(where: { $0.first == byte }) { counts[index] += 1 }
    }
    return narrow[counts.firstIndex(of: counts.max() ?? 0) ?? 0]
  }
}
