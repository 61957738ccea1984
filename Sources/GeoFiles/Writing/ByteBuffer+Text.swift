extension String {
  /// The text in JSON, quotes included.
  package var json: String {
    let bytes = ByteBuffer(capacity: utf8.count + 2)
    bytes.append(json: self)
    return bytes.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}

extension ByteBuffer {
  /// A text in JSON, quotes included.
  package func append(json text: String) {
    var text = text
    text.withUTF8 { appendJSON($0) }
  }

  /// A text in JSON, quotes included.
  func appendJSON(_ text: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    var plainStart = 0
    for (index, byte) in text.enumerated()
    where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
      append(UnsafeBufferPointer(rebasing: text[plainStart..<index]))
      plainStart = index + 1
      appendEscape(byte)
    }
    append(UnsafeBufferPointer(rebasing: text[plainStart...]))
    append(UInt8(ascii: "\""))
  }

  private func appendEscape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): append("\\\"")
    case UInt8(ascii: "\\"): append("\\\\")
    case 0x08: append("\\b")
    case 0x09: append("\\t")
    case 0x0A: append("\\n")
    case 0x0C: append("\\f")
    case 0x0D: append("\\r")
    default:
      append("\\u00")
      append(UInt8(ascii: "0") + byte >> 4)
      let low = byte & 0xF
      append(low < 10 ? UInt8(ascii: "0") + low : UInt8(ascii: "a") + low - 10)
    }
  }

  /// A field of CSV (RFC 4180), in quotes only where it would break the row: an empty text and a
  /// missing value are the same.
  package func append(csv text: String) {
    var text = text
    text.withUTF8 { utf8 in
      let comma = UInt8(ascii: ",")
      let quote = UInt8(ascii: "\"")
      let breaksRow = utf8.contains { $0 == comma || $0 == quote || $0 == 0x0A || $0 == 0x0D }
      guard breaksRow else { return append(utf8) }
      append(quote)
      for byte in utf8 {
        if byte == quote { append(byte) }
        append(byte)
      }
      append(quote)
    }
  }
}
