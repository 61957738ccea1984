/// Scripts that assign a JSON text, as map libraries load them: `var json_1 = {…};`, `callback({…})`.
enum ScriptText {
  /// The JSON text in a script; the whole where it is none.
  static func json(in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    guard let first = text.first(where: { !$0.isJSONSpace }), isLetter(first),
      let start = text.prefix(400).firstIndex(of: UInt8(ascii: "{")), isHead(text[..<start])
    else { return text }
    var end = text.count
    let tail: Set<UInt8> = [UInt8(ascii: ";"), UInt8(ascii: ")"), 0x20, 0x09, 0x0A, 0x0D]
    while end > start, tail.contains(text[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: text[start..<end])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }

  /// Names, then what assigns or calls.
  private static func isHead(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let head = String(decoding: bytes, as: UTF8.self)
    let isPlain = head.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.isWhitespace
        || "0123456789_$.=([]'\";".unicodeScalars.contains(scalar)
    }
    let last = head.last { !$0.isWhitespace }
    return isPlain && (last == "=" || last == "(" || head.hasSuffix("default "))
  }
}
