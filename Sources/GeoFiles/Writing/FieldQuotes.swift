/// Which fields of CSV (RFC 4180) are in quotes.
package enum FieldQuotes: Sendable {
  /// Those that a reader would take for something else: also an empty text, since an empty field
  /// without quotes is a missing value, and one with a space at an end, which some readers drop.
  case faithful
  /// Those that would break the row. An empty text and a missing value are the same.
  case sparing

  func areNeeded(for text: UnsafeBufferPointer<UInt8>) -> Bool {
    let breaksRow = text.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard self == .faithful, !breaksRow else { return breaksRow }
    let space = UInt8(ascii: " ")
    return text.isEmpty || text[0] == space || text[text.count - 1] == space
  }
}
