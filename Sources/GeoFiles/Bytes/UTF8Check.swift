/// Whether bytes are UTF-8, and where they stop being it.
enum UTF8Check {
  /// Length of the scalar that starts at `index`; 0 if none does.
  static func scalarLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= bytes.count else { return 0 }
    // The second byte excludes overlong forms, surrogates, and what lies beyond U+10FFFF.
    let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
    let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
    guard (lowest...highest).contains(bytes[index + 1]) else { return 0 }
    for place in index + 2..<max(index + length, index + 2) where bytes[place] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }

  /// Where the first byte is that belongs to no scalar, or `nil` if all is well.
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      let length = scalarLength(bytes, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }
}
