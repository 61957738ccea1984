/// Cuts a FeatureCollection into pieces that are parsed on their own.
///
/// Cuts are guessed, at commas in front of what looks like the start of a feature, and proven by
/// parsing: if every piece is a valid list of JSON values, and the text without them (the frame) is
/// a valid document, then the list of all pieces is what a parser of the whole would have seen, for
/// JSON's grammar allows no other reading. If a guess was wrong, some piece does not parse.
struct FeatureSplitter {
  /// Large enough to make starting on a piece cheap, small enough for what is made of it to stay in
  /// the processor's cache.
  static let usualPieceSize = 1 << 20

  /// In bytes from the start of the file, in order, without the commas between them.
  let pieces: [Range<Int>]
  /// The document with an empty array of features.
  let frame: [UInt8]

  /// `nil` if the file is too small to be worth it or not of a shape that can be cut.
  static func split(
    _ file: FileBytes, pieceSize: Int
  ) throws(LayerFileError) -> FeatureSplitter? {
    guard file.count > 2 * pieceSize else { return nil }
    let head = try window(file, from: 0, count: 1 << 16)
    guard let start = FeatureStart(head) else { return nil }

    var cuts: [Int] = []
    var target = start.offset + pieceSize
    while target < file.count {
      guard let cut = try nextCut(file, from: target, start.key) else { break }
      cuts.append(cut)
      target = max(cut + 1, start.offset + (cuts.count + 1) * pieceSize)
    }
    let last = cuts.last.map { $0 + 1 } ?? start.offset
    let tail = try window(file, from: last, count: file.count - last)
    guard let end = endOfList(tail) else { return nil }

    var pieces: [Range<Int>] = []
    var lower = start.offset
    for cut in cuts {
      pieces.append(lower..<cut)
      lower = cut + 1
    }
    pieces.append(lower..<last + end)
    return FeatureSplitter(
      pieces: pieces, frame: Array(head[start.textStart..<start.offset]) + tail[end...])
  }

  /// The comma in front of the first feature that starts at or behind `from`.
  private static func nextCut(
    _ file: FileBytes, from: Int, _ key: [UInt8]
  ) throws(LayerFileError) -> Int? {
    var count = 1 << 14
    while true {
      let bytes = try window(file, from: from, count: count)
      if let found = findCut(bytes, key) { return from + found }
      if from + bytes.count == file.count { return nil }
      count *= 4
    }
  }

  /// Looks for `, { "key"`, and for `"Feature"` behind the key `type`.
  ///
  /// Within a string this cannot be: its quote would have to be escaped, and as the closing quote
  /// of a string it would stand in front of a letter, which is not JSON.
  private static func findCut(_ bytes: [UInt8], _ key: [UInt8]) -> Int? {
    let isType = key == Array("\"type\"".utf8)
    let feature = Array("\"Feature\"".utf8)
    var comma: Int?
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "{") else {
        if bytes[at] == UInt8(ascii: ",") {
          comma = at
        } else if !bytes[at].isJSONSpace {
          comma = nil
        }
        at += 1
        continue
      }
      if let comma, let end = match(bytes, key, from: at + 1) {
        guard isType else { return comma }
        if let colon = match(bytes, [UInt8(ascii: ":")], from: end),
          match(bytes, feature, from: colon) != nil
        {
          return comma
        }
      }
      comma = nil
      at += 1
    }
    return nil
  }

  /// The index behind `word`, if that is next after white space.
  private static func match(_ bytes: [UInt8], _ word: [UInt8], from start: Int) -> Int? {
    var at = start
    while at < bytes.count, bytes[at].isJSONSpace { at += 1 }
    guard at + word.count <= bytes.count, bytes[at..<at + word.count].elementsEqual(word) else {
      return nil
    }
    return at + word.count
  }

  /// Where the bracket is that closes the list whose rest `bytes` begins with.
  private static func endOfList(_ bytes: [UInt8]) -> Int? {
    var scanner = StructureScanner(bytes)
    while let byte = scanner.nextStructural() {
      if byte == UInt8(ascii: "]"), scanner.depth == -1 { return scanner.at - 1 }
    }
    return nil
  }

  private static func window(
    _ file: FileBytes, from: Int, count: Int
  ) throws(LayerFileError) -> [UInt8] {
    let count = min(count, file.count - from)
    var bytes = [UInt8](repeating: 0, count: count)
    var outcome = Result<Void, LayerFileError>.success(())
    bytes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      outcome = Result { () throws(LayerFileError) in
        try file.copy(from..<from + count, to: start)
      }
    }
    try outcome.get()
    return bytes
  }
}

/// Where the list of features starts, and how its first one does.
private struct FeatureStart {
  /// Behind a byte order mark.
  let textStart: Int
  /// Behind the bracket that opens the list.
  let offset: Int
  /// The name of the first member of the first feature, in its quotes.
  let key: [UInt8]

  /// `nil` if `head` does not reach so far.
  init?(_ head: [UInt8]) {
    let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
    textStart = hasMark ? 3 : 0
    var scanner = StructureScanner(head, from: textStart)
    let features = Array("\"features\"".utf8)
    while let byte = scanner.nextStructural() {
      guard byte == UInt8(ascii: "["), scanner.depth == 2,
        scanner.lastString.map({ head[$0].elementsEqual(features) }) == true,
        scanner.isDirectlyBehindKey
      else { continue }
      let start = scanner.at
      guard scanner.nextStructural() == UInt8(ascii: "{") else { return nil }
      guard let key = scanner.directString(), head[key.lowerBound + 1].isKeyByte,
        !head[key].contains(UInt8(ascii: "\\"))
      else { return nil }
      offset = start
      self.key = Array(head[key])
      return
    }
    return nil
  }
}

extension UInt8 {
  /// A letter or the like: nothing that may follow the closing quote of a string.
  fileprivate var isKeyByte: Bool {
    self == UInt8(ascii: "_") || self == UInt8(ascii: "@")
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }
}

/// Walks over brackets and commas outside strings, without checking anything else.
private struct StructureScanner {
  private let bytes: [UInt8]
  /// Behind the last byte that was looked at.
  private(set) var at: Int
  /// Brackets open.
  private(set) var depth = 0
  /// The last string passed, with its quotes.
  private(set) var lastString: Range<Int>?

  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    at = start
  }

  /// Whether only a colon and white space are between the last string and the last bracket.
  var isDirectlyBehindKey: Bool {
    guard let lastString else { return false }
    let between = bytes[lastString.upperBound..<at - 1].filter { !$0.isJSONSpace }
    return between == [UInt8(ascii: ":")]
  }

  /// The next bracket or comma; `nil` at the end.
  mutating func nextStructural() -> UInt8? {
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): skipString()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        return byte
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        return byte
      case UInt8(ascii: ","): return byte
      default: break
      }
    }
    return nil
  }

  /// The string that is next after white space, if one is.
  mutating func directString() -> Range<Int>? {
    while at < bytes.count, bytes[at].isJSONSpace { at += 1 }
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
    at += 1
    skipString()
    return lastString
  }

  private mutating func skipString() {
    let start = at - 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    at = min(at + 1, bytes.count)
    lastString = start..<at
  }
}
