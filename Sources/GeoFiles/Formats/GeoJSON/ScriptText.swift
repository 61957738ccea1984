/// Scripts that assign a JSON text, as map libraries load them: `var json_1 = {…};`, `callback({…})`,
/// `echarts.registerMap('henan', {…});`.
enum ScriptText {
  /// The JSON text in a script; the whole where it is none.
  static func json(in text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let head = afterComments(text)
    guard head < text.count else { return text }
    let rest = UnsafeBufferPointer(rebasing: text[head...])
    // What is JSON but for a comment in front.
    let isBare = head > 0 && rest[0] == UInt8(ascii: "{")
    guard isBare || isLetter(rest[0]),
      let start = rest.prefix(400).firstIndex(of: UInt8(ascii: "{")),
      isBare || isHead(rest[..<start])
    else { return text }
    var end = rest.count
    let tail: Set<UInt8> = [UInt8(ascii: ";"), UInt8(ascii: ")"), 0x20, 0x09, 0x0A, 0x0D]
    while end > start, tail.contains(rest[end - 1]) { end -= 1 }
    return UnsafeBufferPointer(rebasing: rest[start..<end])
  }

  /// Where the text starts behind white space and comments of scripts; 0 where there is no comment and it
  /// starts with something else than a letter.
  private static func afterComments(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let (slash, star) = (UInt8(ascii: "/"), UInt8(ascii: "*"))
    var at = 0
    var hasComment = false
    while at < text.count {
      if text[at].isJSONSpace {
        at += 1
      } else if text[at] == slash, at + 1 < text.count, text[at + 1] == slash {
        hasComment = true
        while at < text.count, text[at] != 0x0A { at += 1 }
      } else if text[at] == slash, at + 1 < text.count, text[at + 1] == star {
        hasComment = true
        at += 2
        while at + 1 < text.count, !(text[at] == star && text[at + 1] == slash) { at += 1 }
        at = min(at + 2, text.count)
      } else {
        break
      }
    }
    return hasComment || (at < text.count && isLetter(text[at])) ? at : 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }

  /// Names, then what assigns or calls.
  private static func isHead(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let head = String(decoding: bytes, as: UTF8.self)
    let isPlain = head.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.isWhitespace
        || "0123456789_-$.=([]'\",;".unicodeScalars.contains(scalar)
    }
    let last = head.last { !$0.isWhitespace }
    let isLaterArgument = last == "," && head.contains("(")
    return isPlain && (last == "=" || last == "(" || isLaterArgument || head.hasSuffix("default "))
  }
}
