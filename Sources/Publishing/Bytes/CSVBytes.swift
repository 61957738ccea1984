extension [UInt8] {
  /// A cell of a CSV table (RFC 4180): quoted where it must be.
  mutating func append(csv text: String) {
    var text = text
    text.withUTF8 { append(csv: $0) }
  }

  private mutating func append(csv utf8: UnsafeBufferPointer<UInt8>) {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = utf8.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == 10 || $0 == 13
    }
    guard needsQuotes else {
      append(contentsOf: utf8)
      return
    }
    append(quote)
    for byte in utf8 {
      if byte == quote { append(quote) }
      append(byte)
    }
    append(quote)
  }
}
