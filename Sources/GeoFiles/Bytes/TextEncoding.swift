import Documents

/// Turns text of any encoding into UTF-8.
enum TextEncoding {
  /// UTF-8 without byte order mark.
  struct Decoded {
    let bytes: PaddedBytes
    /// What a reader must know of it; `nil`: it was as stated, or UTF-8.
    let remark: FaultText?
  }

  /// - Parameter stated: The encoding that the caller knows, by its iconv name; `nil`: a byte order
  ///   mark decides, else it is UTF-8 if it can be, else GB18030, of which GBK is a part, unless it
  ///   looks like another one.
  static func decode(
    _ file: PaddedBytes, stated: String?, path: String
  ) throws(LayerFileError) -> Decoded {
    defer { withExtendedLifetime(file) {} }
    let bytes = file.bytes
    if let stated, !isUTF8(stated) {
      return Decoded(bytes: try convert(bytes, from: stated, path: path), remark: nil)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Decoded(bytes: try convert(bytes, from: "UTF-16", path: path), remark: nil)
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = UnsafeBufferPointer(rebasing: bytes[(hasMark ? 3 : 0)...])
    guard let fault = UTF8Check.firstFault(in: text) else {
      return Decoded(bytes: hasMark ? PaddedBytes(copying: text) : file, remark: nil)
    }
    let guess = EncodingGuess(text, fault: fault)
    switch guess {
    case .cutUTF8 where stated != nil:
      let repaired = String(decoding: text, as: UTF8.self)
      return Decoded(
        bytes: PaddedBytes(copying: repaired.utf8),
        remark: "characters that are cut in two are read as \u{FFFD}")
    case .cutUTF8:
      throw .cutText(path: path, line: TextPlace(offset: fault, in: text).line)
    case _ where stated != nil || hasMark:
      let line = TextPlace(offset: fault, in: text).line
      throw .encoding(path: path, name: "UTF-8", reason: "line \(line) is not in it")
    case .gb18030:
      return Decoded(
        bytes: try convert(text, from: guess.name, path: path),
        remark: "the text is not UTF-8 and was read as \(guess.name); state the file's encoding if "
          + "characters are wrong")
    case .big5, .shiftJIS, .eucJP, .uhc: throw .otherEncoding(path: path, name: guess.name)
    }
  }

  static func isUTF8(_ name: String) -> Bool {
    let name = name.lowercased()
    return name == "utf-8" || name == "utf8"
  }

  private static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from name: String, path: String
  ) throws(LayerFileError) -> PaddedBytes {
    guard let conversion = Iconv(from: name) else {
      throw .encoding(path: path, name: name, reason: "there is no such encoding")
    }
    var converted: [UInt8] = []
    let (count, _) = conversion.convert(bytes, to: &converted)
    guard count == bytes.count else {
      let line = TextPlace(offset: count, in: bytes).line
      throw .encoding(
        path: path, name: name, reason: "byte \(count + 1), in line \(line), is not in it")
    }
    return PaddedBytes(copying: converted)
  }
}
