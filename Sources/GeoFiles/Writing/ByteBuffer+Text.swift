extension ByteBuffer {
  /// A text with the quotes and escapes that its style asks for.
  func appendText(_ text: UnsafeBufferPointer<UInt8>, style: CellStyle) {
    switch style {
    case .json: appendJSONString(text)
    case .csv: appendField(text, quotes: .faithful)
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

  /// A field of CSV.
  package func append(field text: String, quotes: FieldQuotes) {
    var text = text
    text.withUTF8 { appendField($0, quotes: quotes) }
  }

  private func appendField(_ text: UnsafeBufferPointer<UInt8>, quotes: FieldQuotes) {
    guard quotes.areNeeded(for: text) else { return append(text) }
    append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { append(byte) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
