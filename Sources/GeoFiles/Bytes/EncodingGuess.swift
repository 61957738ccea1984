/// Which encoding a text without UTF-8 is in, by what its pairs of bytes would be in each.
///
/// All encodings of East Asia share their bytes, so that any of them can be read as any other, as
/// nonsense. Each keeps its frequent characters in a region of its own.
enum EncodingGuess: Hashable {
  case gb18030
  case big5
  case shiftJIS
  /// Japanese of Unix.
  case eucJP
  /// Korean, also known as CP949.
  case uhc
  /// UTF-8 in which some characters are cut in two; the offset of the first.
  case cutUTF8(Int)

  /// As iconv knows it.
  var name: String {
    switch self {
    case .gb18030: "GB18030"
    case .big5: "BIG5"
    case .shiftJIS: "SHIFT_JIS"
    case .eucJP: "EUC-JP"
    case .uhc: "CP949"
    case .cutUTF8: "UTF-8"
    }
  }

  private static let sampleBytes = 1 << 18

  /// - Parameter fault: Where the text stops being UTF-8.
  init(_ text: UnsafeBufferPointer<UInt8>, fault: Int) {
    if Self.isCutUTF8(text) {
      self = .cutUTF8(fault)
      return
    }
    let sample = UnsafeBufferPointer(rebasing: text.prefix(Self.sampleBytes))
    var counts = PairCounts()
    counts.count(sample)
    self = KnownWords.guess(sample) ?? (Self.isHalfWidthKana(sample) ? .shiftJIS : counts.guess)
  }

  /// Whether nearly all that is not ASCII are the kana of one byte, which in other encodings are halves
  /// of rare characters.
  private static func isHalfWidthKana(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var (kana, other, at) = (0, 0, 0)
    var hasRun = false
    var run = 0
    while at < text.count {
      let byte = text[at]
      at += 1
      if byte < 0x80 {
        run = 0
        continue
      }
      if (0xA6...0xDF).contains(byte) {
        kana += 1
        run += 1
        // Of an odd number is none of pairs.
        if run % 2 == 1, at == text.count || text[at] < 0x40 { hasRun = true }
      } else {
        other += 1
        run = 0
        if (0x81...0x9F).contains(byte) || byte >= 0xE0 { at += 1 }
      }
    }
    return hasRun && kana >= 6 && kana > 20 * other
  }

  /// Whether there are far more characters of three bytes than bytes that are none: what is cut at a
  /// number of bytes, as fields of old formats are, and files that were not copied to their end.
  private static func isCutUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = min(text.count, sampleBytes)
    var whole = 0
    var faults = 0
    var isInFault = false
    var at = 0
    func look(until end: Int) {
      while at < end {
        let length = UTF8Check.scalarLength(text, at: at)
        if length >= 3 { whole += 1 }
        // The bytes of one character that is cut are one fault.
        if length == 0, !isInFault { faults += 1 }
        isInFault = length == 0
        at += max(1, length)
      }
    }
    look(until: end)
    if faults == 0, end < text.count { look(until: text.count) }
    return whole >= 3 && whole >= 2 * faults
  }
}

/// How many pairs of bytes are frequent characters of each encoding.
private struct PairCounts {
  private var pairs = 0
  private var simplified = 0
  private var traditional = 0
  private var japanese = 0
  private var korean = 0
  /// Of the tables that people make of compounds and facilities, in GB18030.
  private var usual = 0

  /// 编号名称类型经纬度床位数养老院社区街道地址面积户人口小中心服务所在市县镇村.
  private static let usualPairs: Set<UInt16> = [
    0xB1E0, 0xBAC5, 0xC3FB, 0xB3C6, 0xC0E0, 0xD0CD, 0xBEAD, 0xCEB3, 0xB6C8, 0xB4B2, 0xCEBB, 0xCAFD,
    0xD1F8, 0xC0CF, 0xD4BA, 0xC9E7, 0xC7F8, 0xBDD6, 0xB5C0, 0xB5D8, 0xD6B7, 0xC3E6, 0xBBFD, 0xBBA7,
    0xC8CB, 0xBFDA, 0xD0A1, 0xD6D0, 0xD0C4, 0xB7FE, 0xCEF1, 0xCBF9, 0xD4DA, 0xCAD0, 0xCFD8, 0xD5F2,
    0xB4E5,
  ]

  mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at + 1 < text.count {
      let (first, second) = (text[at], text[at + 1])
      if first < 0x80 {
        at += 1
        continue
      }
      at += 2
      pairs += 1
      let isHigh = second >= 0xA1
      switch first {
      case 0xA1...0xA3:
        simplified += isHigh ? 1 : 0
        traditional += 1
        korean += isHigh ? 1 : 0
      default: break
      }
      if isHigh, (0xB0...0xD7).contains(first) { simplified += 1 }
      if isHigh, (0xB0...0xC8).contains(first) { korean += 1 }
      if (0xA4...0xC6).contains(first), (0x40...0x7E).contains(second) || isHigh {
        traditional += 1
      }
      if first == 0x82 || first == 0x83 || first == 0x81 || (0x88...0x97).contains(first) {
        japanese += 1
      }
      if Self.usualPairs.contains(UInt16(first) << 8 | UInt16(second)) { usual += 1 }
    }
  }

  /// GB18030, unless another explains nearly all and GB18030 does not, or what it explains is nothing
  /// that stands in such tables.
  var guess: EncodingGuess {
    func explains(_ count: Int) -> Bool { pairs >= 4 && count * 10 >= pairs * 9 }
    func isFarFrom(_ count: Int) -> Bool { count * 4 < pairs * 3 }
    if isFarFrom(simplified) {
      if explains(japanese) { return .shiftJIS }
      if explains(traditional) { return .big5 }
    }
    // Korean syllables fill what in GB18030 is the first half of the usual characters.
    if pairs >= 12, explains(korean), usual * 25 < pairs { return .uhc }
    return .gb18030
  }
}
