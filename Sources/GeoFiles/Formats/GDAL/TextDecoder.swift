import CGDAL
import Documents

/// What a shapefile says of the encoding of its texts.
struct StatedEncoding: Sendable {
  /// By its name for iconv; `nil`: nothing, or what no Chinese text is in.
  let name: String?
  /// Where it says so, for messages.
  let place: FaultText

  init(_ layer: OGRLayerH) {
    func item(_ name: String) -> String? {
      gdal.GDALGetMetadataItem(layer, name, "SHAPEFILE").map { String(cString: $0) }
    }
    if let text = item("CPG_VALUE") {
      name = Self.iconvName(text)
      place = "the .cpg file"
    } else {
      name = item("LDID_VALUE").flatMap { Self.byLanguageDriver[$0] }
      place = "the language driver of the .dbf file"
    }
  }

  /// Language driver ids of dBASE; others are of languages of Europe, or say nothing.
  private static let byLanguageDriver = [
    "77": "GB18030", "78": "CP949", "79": "BIG5", "122": "GB18030", "121": "CP949", "120": "BIG5",
    "19": "SHIFT_JIS", "123": "SHIFT_JIS",
  ]

  /// Names as programs write them: `UTF-8`, `GBK`, `936`, `CP936`, `ANSI 936`, `BIG5`, `950`.
  private static func iconvName(_ text: String) -> String? {
    let key = text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    if key.hasSuffix("UTF8") || key == "65001" { return "UTF-8" }
    if key.hasSuffix("936") || key.hasPrefix("GB") { return "GB18030" }
    if key.hasSuffix("950") || key.hasPrefix("BIG5") { return "BIG5" }
    if key.hasSuffix("949") || key.hasPrefix("EUCKR") { return "CP949" }
    if key.hasSuffix("932") || key.hasPrefix("SHIFTJIS") { return "SHIFT_JIS" }
    return nil
  }
}

/// Finds out in which encoding the texts of a file are: what its user states holds; what the file states is
/// believed where the texts can be in it; else it is guessed, as of tables.
struct TextDecoder {
  private let stated: String?
  private let file: StatedEncoding?
  private var sample: [UInt8] = []

  /// Bytes that are looked at.
  private static let sampleBytes = 1 << 18

  /// - Parameters:
  ///   - file: What the file says; `nil`: its texts are UTF-8.
  ///   - texts: Calls its argument with texts until that has enough.
  init(stated: String?, file: StatedEncoding?, _ texts: ((_ add: ([UInt8]) -> Bool) -> Void)) {
    self.stated = stated
    self.file = file
    guard file != nil, stated == nil else { return }
    var sample: [UInt8] = []
    texts { text in
      // ASCII is the same in all of them.
      if text.contains(where: { $0 >= 0x80 }) {
        sample += text
        sample.append(UInt8(ascii: "\n"))
      }
      return sample.count < Self.sampleBytes
    }
    self.sample = sample
  }

  /// What texts are decoded by, with what is to be said of it.
  func settled(path: String) throws(LayerFileError) -> DecodedTexts {
    if let stated {
      guard file != nil, !TextEncoding.isUTF8(stated) else { return DecodedTexts(mustRepair: true) }
      return try DecodedTexts(stated, path: path)
    }
    guard let file, !sample.isEmpty else { return DecodedTexts(mustRepair: file != nil) }
    let (fault, guess) = sample.withUnsafeBufferPointer { text in
      let fault = UTF8Check.firstFault(in: text)
      return (fault, fault.map { EncodingGuess(text, fault: $0) })
    }
    guard fault != nil, let guess else {
      var texts = DecodedTexts(mustRepair: true)
      if let name = file.name, name != "UTF-8" {
        texts.note("\(file.place) says \(name), but the texts are UTF-8, and were read as that")
      }
      return texts
    }
    if let name = file.name, name != "UTF-8" { return try DecodedTexts(name, path: path) }
    switch guess {
    case .cutUTF8:
      // A field of so many bytes ends where it ends.
      var texts = DecodedTexts(mustRepair: true)
      texts.note("characters that are cut in two at the end of a field are left out")
      return texts
    case .gb18030:
      var texts = try DecodedTexts(guess.name, path: path)
      texts.note(
        file.name == nil
          ? "the file does not say in which encoding its texts are; they were read as \(guess.name); "
            + "state `encoding:` if characters are wrong"
          : "\(file.place) says UTF-8, but the texts are not; they were read as \(guess.name)")
      return texts
    case .big5, .shiftJIS, .eucJP, .uhc: throw .otherEncoding(path: path, name: guess.name)
    }
  }
}

/// Makes UTF-8 of texts of one encoding.
struct DecodedTexts: Sendable {
  /// By its name for iconv; `nil`: UTF-8.
  private let encoding: String?
  /// Whether what is said to be UTF-8 may not be.
  private let mustRepair: Bool
  /// What is to be known of the encoding of the file.
  private(set) var notes: [ReadNote] = []

  /// UTF-8.
  ///
  /// - Parameter mustRepair: Whether some may be cut off within a character.
  init(mustRepair: Bool = false) {
    encoding = nil
    self.mustRepair = mustRepair
  }

  /// - Throws: Where there is no such encoding.
  init(_ encoding: String, path: String) throws(LayerFileError) {
    guard Iconv(from: encoding) != nil else {
      throw .encoding(path: path, name: encoding, reason: "there is no such encoding")
    }
    self.encoding = encoding
    mustRepair = false
  }

  mutating func note(_ message: FaultText) {
    notes.append(ReadNote(severity: .warning, row: nil, place: nil, message: message))
  }

  /// What reads them on one thread.
  var reader: TextReader { TextReader(encoding: encoding, mustRepair: mustRepair) }

  /// Names of columns, each once: what is cut off may have become the same.
  func uniqueNames(_ names: [[UInt8]]) -> [String] {
    var known: Set<String> = []
    let reader = reader
    return names.map { name in
      let name = name.withUnsafeBufferPointer { reader.text($0) }
      var unique = name
      var number = 2
      while !known.insert(unique).inserted {
        unique = "\(name)_\(number)"
        number += 1
      }
      return unique
    }
  }

  /// A text in the encoding of the file, with its end as C has it; `nil` where it cannot be.
  func encoded(_ text: String) -> [CChar]? {
    guard let encoding else { return Array(text.utf8CString) }
    guard let conversion = Iconv(from: "UTF-8", to: encoding) else { return nil }
    let source = Array(text.utf8)
    var converted: [UInt8] = []
    let count = source.withUnsafeBufferPointer { conversion.convert($0, to: &converted).count }
    return count == source.count ? converted.map { CChar(bitPattern: $0) } + [0] : nil
  }
}

/// Reads texts of one encoding, on one thread.
final class TextReader {
  private let conversion: Iconv?
  private let mustRepair: Bool
  private var converted: [UInt8] = []

  init(encoding: String?, mustRepair: Bool) {
    conversion = encoding.flatMap { Iconv(from: $0) }
    self.mustRepair = mustRepair
  }

  /// Whether bytes are texts as they stand.
  var isPlain: Bool { conversion == nil && !mustRepair }

  /// A text; what is cut off within a character ends before it, and a byte that is none in the encoding is told by a
  /// sign.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard bytes.contains(where: { $0 >= 0x80 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    guard let conversion else {
      let text = String(decoding: bytes, as: UTF8.self)
      guard text.hasSuffix("\u{FFFD}") else { return text }
      return String(text.reversed().drop { $0 == "\u{FFFD}" }.reversed())
    }
    converted.removeAll(keepingCapacity: true)
    var rest = bytes
    while !rest.isEmpty {
      let (count, isCutOff) = conversion.convert(rest, to: &converted)
      if count == rest.count || isCutOff { break }
      converted += [0xEF, 0xBF, 0xBD]
      rest = UnsafeBufferPointer(rebasing: rest[(count + 1)...])
    }
    return String(decoding: converted, as: UTF8.self)
  }
}
