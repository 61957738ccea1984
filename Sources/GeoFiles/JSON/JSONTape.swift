import Documents

/// A parsed JSON document in simdjson's layout: one word per token, in the order of the text.
///
/// The top byte of a word says what it is. A number has its value in the word behind it; a string
/// has its place in the string buffer, where its length precedes it; an opening bracket has the
/// index of the word behind its closing one. Word 0 is the root, the value begins at 1.
///
/// The pointers belong to the parser that made the tape and live until it parses again.
struct JSONTape {
  let words: UnsafePointer<UInt64>
  let strings: UnsafePointer<UInt8>
  /// The text that was parsed.
  let source: UnsafeBufferPointer<UInt8>
  /// For each word where its token starts in the text; simdjson does not tell.
  let offsets: UnsafePointer<UInt32>?

  static let rootIndex = 1

  /// What a token is, as its top byte.
  enum Tag {
    static var openArray: UInt8 { UInt8(ascii: "[") }
    static var closeArray: UInt8 { UInt8(ascii: "]") }
    static var openObject: UInt8 { UInt8(ascii: "{") }
    static var closeObject: UInt8 { UInt8(ascii: "}") }
    static var string: UInt8 { UInt8(ascii: "\"") }
    static var integer: UInt8 { UInt8(ascii: "l") }
    /// Too large for `Int64`.
    static var unsigned: UInt8 { UInt8(ascii: "u") }
    static var real: UInt8 { UInt8(ascii: "d") }
    /// Too large for `UInt64`, as a real; only our own builder makes it.
    static var huge: UInt8 { UInt8(ascii: "b") }
    static var yes: UInt8 { UInt8(ascii: "t") }
    static var no: UInt8 { UInt8(ascii: "f") }
    static var null: UInt8 { UInt8(ascii: "n") }
    static var root: UInt8 { UInt8(ascii: "r") }
  }

  @inline(__always)
  func tag(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: words[index] >> 56) }

  /// The index of the word behind the value at `index`.
  @inline(__always)
  func after(_ index: Int) -> Int {
    switch tag(index) {
    case Tag.openArray, Tag.openObject: Int(words[index] & 0xFFFF_FFFF)
    case Tag.integer, Tag.real, Tag.unsigned, Tag.huge: index + 2
    default: index + 1
    }
  }

  /// The bytes of the string at `index`.
  @inline(__always)
  func string(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    let start = strings + Int(words[index] & 0x00FF_FFFF_FFFF_FFFF)
    let length = UnsafeRawPointer(start).loadUnaligned(as: UInt32.self)
    return UnsafeBufferPointer(start: start + 4, count: Int(length))
  }

  func text(_ index: Int) -> String { String(decoding: string(index), as: UTF8.self) }

  func isString(_ index: Int, _ expected: StaticString) -> Bool {
    guard tag(index) == Tag.string else { return false }
    return string(index).equals(expected)
  }

  /// The number at `index`, or `nil` if it is something else.
  @inline(__always)
  func number(_ index: Int) -> Double? {
    switch tag(index) {
    case Tag.real, Tag.huge: Double(bitPattern: words[index + 1])
    case Tag.integer: Double(Int64(bitPattern: words[index + 1]))
    case Tag.unsigned: Double(words[index + 1])
    default: nil
    }
  }

  /// The value at `index` as it stands in the text; needs `offsets`.
  func raw(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard let offsets else { return nil }
    let start = Int(offsets[index])
    var end = start + 1
    switch tag(index) {
    case Tag.openArray, Tag.openObject:
      end = Int(offsets[after(index) - 1]) + 1
    case Tag.string:
      while source[end] != UInt8(ascii: "\"") {
        end += source[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      end += 1
    default:
      while end < source.count, source[end].isJSONWordByte { end += 1 }
    }
    return UnsafeBufferPointer(rebasing: source[start..<end])
  }

  /// The word for a value of this kind, for messages.
  func kindName(_ index: Int) -> FaultText {
    switch tag(index) {
    case Tag.openArray: "an array"
    case Tag.openObject: "an object"
    case Tag.string: "a string"
    case Tag.yes, Tag.no: "a boolean"
    case Tag.null: "null"
    default: "a number"
    }
  }
}

extension UInt8 {
  /// Part of a number, `true`, `false` or `null`.
  fileprivate var isJSONWordByte: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "."):
      true
    default: false
    }
  }

  /// Space, tab, line feed, carriage return.
  @inline(__always)
  var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}

extension UnsafeBufferPointer<UInt8> {
  func equals(_ expected: StaticString) -> Bool {
    guard count == expected.utf8CodeUnitCount else { return false }
    for index in indices where self[index] != expected.utf8Start[index] { return false }
    return true
  }
}
