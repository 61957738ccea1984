/// Finds the narrowest type that holds all texts of a column.
enum TypeInference {
  /// Whole numbers, then numbers, then `true` and `false`, else text.
  ///
  /// A number with a leading zero is a code, and so is its whole column; a number with more digits
  /// than a real can hold stays text. Empty texts count as missing where the others are not texts.
  static func typed(_ texts: TextColumn) -> AttributeColumn {
    integers(texts).map { .integer($0) } ?? reals(texts).map { .real($0) }
      ?? booleans(texts).map { .boolean($0) } ?? .text(texts)
  }

  private static func integers(_ texts: TextColumn) -> ValueColumn<Int64>? {
    column(texts, filler: 0) { bytes in
      let shape = NumberShape(bytes)
      guard shape.isNumber, !shape.isReal else { return nil }
      return Int64(String(decoding: bytes, as: UTF8.self))
    }
  }

  private static func reals(_ texts: TextColumn) -> ValueColumn<Double>? {
    column(texts, filler: .nan) { bytes in
      let shape = NumberShape(bytes)
      guard shape.isNumber, let value = Double(String(decoding: bytes, as: UTF8.self)),
        value.isFinite
      else { return nil }
      // 18 digits of a code are no measurement, and would not survive.
      if !shape.isReal, value.magnitude > 0x1p53 { return nil }
      return value
    }
  }

  private static func booleans(_ texts: TextColumn) -> ValueColumn<Bool>? {
    column(texts, filler: false) { bytes in
      switch String(decoding: bytes, as: UTF8.self).lowercased() {
      case "true": true
      case "false": false
      default: nil
      }
    }
  }

  private static func column<Value>(
    _ texts: TextColumn, filler: Value, _ parse: (ArraySlice<UInt8>) -> Value?
  ) -> ValueColumn<Value>? {
    var result = ValueColumn(filler: filler)
    var hasValue = false
    for row in 0..<texts.count {
      let bytes = trimmed(texts.utf8(of: row))
      if bytes.isEmpty {
        result.append(nil)
        continue
      }
      guard let value = parse(bytes) else { return nil }
      result.append(value)
      hasValue = true
    }
    return hasValue ? result : nil
  }

  /// Without spaces at the ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var bytes = bytes
    while let first = bytes.first, first == 0x20 || first == 0x09 { bytes.removeFirst() }
    while let last = bytes.last, last == 0x20 || last == 0x09 { bytes.removeLast() }
    return bytes
  }

  /// Whether a text is a plain decimal number, without leading zeros, and has a point or exponent.
  private struct NumberShape {
    var isNumber = false
    var isReal = false

    init(_ bytes: ArraySlice<UInt8>) {
      var at = bytes.startIndex
      func isDigit(_ index: Int) -> Bool {
        index < bytes.endIndex && (0x30...0x39).contains(bytes[index])
      }
      if at < bytes.endIndex, bytes[at] == UInt8(ascii: "-") { at += 1 }
      let whole = at
      while isDigit(at) { at += 1 }
      let wholeDigits = at - whole
      if wholeDigits > 1, bytes[whole] == UInt8(ascii: "0") { return }
      var fractionDigits = 0
      if at < bytes.endIndex, bytes[at] == UInt8(ascii: ".") {
        isReal = true
        at += 1
        while isDigit(at) {
          at += 1
          fractionDigits += 1
        }
      }
      guard wholeDigits + fractionDigits > 0 else { return }
      if at < bytes.endIndex, bytes[at] | 0x20 == UInt8(ascii: "e") {
        isReal = true
        at += 1
        if at < bytes.endIndex, bytes[at] == UInt8(ascii: "-") || bytes[at] == UInt8(ascii: "+") {
          at += 1
        }
        guard isDigit(at) else { return }
        while isDigit(at) { at += 1 }
      }
      isNumber = at == bytes.endIndex
    }
  }
}
