/// A place in a text as editors show it.
struct TextPlace {
  /// Counted from 1.
  let line: Int
  /// Counted from 1, in characters.
  let column: Int

  /// The place of a byte.
  init(offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    var line = 1
    var lineStart = 0
    for index in 0..<min(offset, bytes.count) where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    self.line = line
    // Bytes that continue a scalar are no characters.
    let before = bytes[lineStart..<max(lineStart, min(offset, bytes.count))]
    column = 1 + before.count { $0 & 0xC0 != 0x80 }
  }
}
