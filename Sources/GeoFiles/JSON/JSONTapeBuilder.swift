import Documents

/// Where and why a text is not JSON.
struct JSONSyntaxError: Error, Hashable {
  /// In bytes from the start of the text.
  let offset: Int
  let message: FaultText

  /// Of a text that is one, with more behind it.
  static let surplus: FaultText = "something follows the end of the document"
}

/// Parses JSON in plain Swift into the layout of `JSONTape`.
///
/// Slower than simdjson by an order of magnitude and used where that gives up: it says where the
/// error is, keeps the place of each token, and takes what JSON's grammar allows and simdjson
/// refuses: numbers of any size and lone surrogates (which become U+FFFD).
final class JSONTapeBuilder {
  /// As in simdjson: enough for any geometry.
  static let depthLimit = 1024

  // Room for the worst text of a length is set aside beforehand, so that no append has to look;
  // memory that is never written costs nothing.
  private var words: UnsafeMutablePointer<UInt64>
  private var offsets: UnsafeMutablePointer<UInt32>
  private var strings: UnsafeMutablePointer<UInt8>
  private var capacity = 0
  private var wordCount = 0
  private var stringCount = 0
  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var at = 0

  init() {
    words = .allocate(capacity: 0)
    offsets = .allocate(capacity: 0)
    strings = .allocate(capacity: 0)
  }

  deinit {
    words.deallocate()
    offsets.deallocate()
    strings.deallocate()
  }

  /// Parses one document; the tape lives until the next one.
  ///
  /// - Precondition: The text is shorter than 4 GB.
  func build(_ text: UnsafeBufferPointer<UInt8>) throws(JSONSyntaxError) -> JSONTape {
    precondition(text.count < Int(UInt32.max), "\(text.count) bytes")
    reserve(text.count)
    self.text = text
    at = 0
    wordCount = 0
    stringCount = 0
    append(JSONTape.Tag.root, 0, at: 0)
    try buildValues()
    append(JSONTape.Tag.root, 0, at: at)
    return JSONTape(words: words, strings: strings, source: text, offsets: offsets)
  }

  private func reserve(_ length: Int) {
    guard length > capacity else { return }
    words.deallocate()
    offsets.deallocate()
    strings.deallocate()
    // A number has two words and at least two bytes with what ends it; an empty string has five
    // bytes in the buffer and at least three in the text.
    words = .allocate(capacity: length + 4)
    offsets = .allocate(capacity: length + 4)
    strings = .allocate(capacity: 5 * (length / 2 + 2))
    capacity = length
  }

  private func append(_ tag: UInt8, _ payload: UInt64, at offset: Int) {
    words[wordCount] = UInt64(tag) << 56 | payload
    offsets[wordCount] = UInt32(truncatingIfNeeded: offset)
    wordCount += 1
  }

  private func appendNumber(_ tag: UInt8, _ bits: UInt64, at offset: Int) {
    append(tag, 0, at: offset)
    words[wordCount] = bits
    offsets[wordCount] = UInt32(truncatingIfNeeded: offset)
    wordCount += 1
  }

  // MARK: Structure

  private struct Container {
    let index: Int
    let isObject: Bool
  }

  /// An explicit stack: a recursive parser would fall over 100,000 brackets.
  private func buildValues() throws(JSONSyntaxError) {
    var open: [Container] = []
    while true {
      skipSpace()
      let start = at
      switch peek {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard open.count < Self.depthLimit else {
          throw fail("brackets are nested deeper than \(Self.depthLimit) levels")
        }
        let isObject = text[at] == UInt8(ascii: "{")
        open.append(Container(index: wordCount, isObject: isObject))
        append(text[at], 0, at: at)
        at += 1
        skipSpace()
        if peek == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          close(open.removeLast())
        } else {
          if isObject { try buildKey() }
          continue
        }
      case UInt8(ascii: "\""): try buildString()
      case UInt8(ascii: "t"): try buildWord("true", JSONTape.Tag.yes)
      case UInt8(ascii: "f"): try buildWord("false", JSONTape.Tag.no)
      case UInt8(ascii: "n"): try buildWord("null", JSONTape.Tag.null)
      case let byte? where byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte):
        try buildNumber()
      case nil:
        throw fail(open.isEmpty ? "there is no value" : "the text ends inside \(name(open.last))")
      default: throw fail("unexpected \(byteName(at: start)) where a value should be")
      }
      if try buildEnds(&open) { return }
    }
  }

  /// What follows a value: the ends of containers, then a comma; or the end of the text.
  private func buildEnds(_ open: inout [Container]) throws(JSONSyntaxError) -> Bool {
    while let innermost = open.last {
      skipSpace()
      switch peek {
      case UInt8(ascii: ","):
        at += 1
        if innermost.isObject {
          skipSpace()
          try buildKey()
        }
        return false
      case UInt8(ascii: "}") where innermost.isObject,
        UInt8(ascii: "]") where !innermost.isObject:
        close(open.removeLast())
      case nil: throw fail("the text ends inside \(name(innermost))")
      default:
        let end = innermost.isObject ? "}" : "]"
        throw fail("expected , or \(end) in \(name(innermost)), found \(byteName(at: at))")
      }
    }
    skipSpace()
    guard at == text.count else { throw fail(JSONSyntaxError.surplus) }
    return true
  }

  private func close(_ container: Container) {
    append(text[at], UInt64(container.index), at: at)
    at += 1
    words[container.index] |= UInt64(wordCount)
  }

  private func buildKey() throws(JSONSyntaxError) {
    guard let byte = peek else { throw fail("the text ends inside an object") }
    guard byte == UInt8(ascii: "\"") else {
      throw fail("expected a member's name in quotes, found \(byteName(at: at))")
    }
    try buildString()
    skipSpace()
    guard peek == UInt8(ascii: ":") else {
      throw fail(
        at == text.count
          ? "the text ends inside an object"
          : "expected : after a member's name, found \(byteName(at: at))")
    }
    at += 1
  }

  private func buildWord(_ word: StaticString, _ tag: UInt8) throws(JSONSyntaxError) {
    let end = at + word.utf8CodeUnitCount
    guard end <= text.count,
      UnsafeBufferPointer(rebasing: text[at..<end]).equals(word)
    else { throw fail("unexpected \(byteName(at: at)) where a value should be") }
    append(tag, 0, at: at)
    at = end
  }

  // MARK: Numbers

  private func skipDigits() -> Int {
    let start = at
    while let byte = peek, byte >= 0x30, byte <= 0x39 { at += 1 }
    return at - start
  }

  private func buildNumber() throws(JSONSyntaxError) {
    let start = at
    if peek == UInt8(ascii: "-") { at += 1 }
    let first = at
    guard skipDigits() > 0 else { throw fail("a number has no digits") }
    guard text[first] != UInt8(ascii: "0") || at == first + 1 else {
      throw fail("a number starts with 0")
    }
    var isInteger = true
    if peek == UInt8(ascii: ".") {
      isInteger = false
      at += 1
      guard skipDigits() > 0 else { throw fail("a number has no digits after its point") }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      isInteger = false
      at += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { at += 1 }
      guard skipDigits() > 0 else { throw fail("a number has no digits in its exponent") }
    }
    let digits = String(decoding: text[start..<at], as: UTF8.self)
    if isInteger, let value = Int64(digits) {
      appendNumber(JSONTape.Tag.integer, UInt64(bitPattern: value), at: start)
    } else if isInteger, let value = UInt64(digits) {
      appendNumber(JSONTape.Tag.unsigned, value, at: start)
    } else {
      let value = Double(digits) ?? .infinity
      appendNumber(
        isInteger ? JSONTape.Tag.huge : JSONTape.Tag.real, value.bitPattern, at: start)
    }
  }

  // MARK: Strings

  private func buildString() throws(JSONSyntaxError) {
    append(JSONTape.Tag.string, UInt64(stringCount), at: at)
    let start = stringCount
    stringCount += 4
    at += 1
    while true {
      guard let byte = peek else { throw fail("the text ends inside a string") }
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        let length = UInt32(truncatingIfNeeded: stringCount - start - 4)
        UnsafeMutableRawPointer(strings + start).storeBytes(of: length, as: UInt32.self)
        strings[stringCount] = 0
        stringCount += 1
        return
      case UInt8(ascii: "\\"): try buildEscape()
      case 0..<0x20:
        throw fail("a string has a line break or control character; write it as \\n or \\u00XX")
      case 0x80...: try copyScalar()
      default:
        strings[stringCount] = byte
        stringCount += 1
        at += 1
      }
    }
  }

  private func buildEscape() throws(JSONSyntaxError) {
    at += 1
    guard let byte = peek else { throw fail("the text ends inside a string") }
    let plain: UInt8
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): plain = byte
    case UInt8(ascii: "b"): plain = 0x08
    case UInt8(ascii: "f"): plain = 0x0C
    case UInt8(ascii: "n"): plain = 0x0A
    case UInt8(ascii: "r"): plain = 0x0D
    case UInt8(ascii: "t"): plain = 0x09
    case UInt8(ascii: "u"):
      at += 1
      appendScalar(try hexEscape())
      return
    default: throw fail("unknown escape \\\(byteName(at: at)) in a string")
    }
    strings[stringCount] = plain
    stringCount += 1
    at += 1
  }

  /// Reads what follows `\u`, and the second half of a pair of surrogates where there is one.
  private func hexEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let replacement: Unicode.Scalar = "\u{FFFD}"
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, at + 1 < text.count, text[at] == UInt8(ascii: "\\"),
      text[at + 1] == UInt8(ascii: "u")
    else { return replacement }
    let place = at
    at += 2
    let second = try fourHexDigits()
    guard (0xDC00...0xDFFF).contains(second) else {
      at = place  // not the other half: it stands for itself
      return replacement
    }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00)) ?? replacement
  }

  private func fourHexDigits() throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw fail("\\u needs four hexadecimal digits")
      }
      value = value << 4 | UInt32(digit)
      at += 1
    }
    return value
  }

  private func appendScalar(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
      strings[stringCount] = byte
      stringCount += 1
    }
  }

  private func copyScalar() throws(JSONSyntaxError) {
    let length = UTF8Check.scalarLength(text, at: at)
    guard length > 0 else {
      throw fail("the text is not UTF-8; convert it with: iconv -f GB18030 -t UTF-8")
    }
    for _ in 0..<length {
      strings[stringCount] = text[at]
      stringCount += 1
      at += 1
    }
  }

  // MARK: Bytes

  @inline(__always)
  private var peek: UInt8? { at < text.count ? text[at] : nil }

  @inline(__always)
  private func skipSpace() {
    while at < text.count, text[at].isJSONSpace { at += 1 }
  }

  private func fail(_ message: FaultText) -> JSONSyntaxError {
    JSONSyntaxError(offset: at, message: message)
  }

  private func name(_ container: Container?) -> FaultText {
    container?.isObject == true ? "an object" : "an array"
  }

  private func byteName(at index: Int) -> FaultText {
    guard index < text.count else { return "the end" }
    let length = UTF8Check.scalarLength(text, at: index)
    guard length > 0, text[index] >= 0x20 else {
      return "byte 0x\(String(text[index], radix: 16, uppercase: true))"
    }
    return FaultText(verbatim: String(decoding: text[index..<index + length], as: UTF8.self))
  }
}
