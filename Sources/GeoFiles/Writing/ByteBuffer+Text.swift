extension ByteBuffer {
  /// A text with the quotes and escapes that its style asks for.
  func appendText(_ text: UnsafeBufferPointer<UInt8>, style: CellStyle) {
    switch style {
    case .json: appendJSONString(text)
    case .csv: appendField(text)
    }
  }

  private func appendJSONString(_ text: UnsafeBufferPointer<UInt8>) {
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

  /// A field of RFC 4180, in quotes where it must be: also if it is empty, since an empty field
  /// without them is a missing value.
  private func appendField(_ text: UnsafeBufferPointer<UInt8>) {
    let needsQuotes =
      text.isEmpty
      || text.contains { byte in
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
      } || text[0] == UInt8(ascii: " ") || text[text.count - 1] == UInt8(ascii: " ")
    guard needsQuotes else { return append(text) }
    append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
