internal import Documents

/// Coordinates as people write them: `113.8597`, `113°51′34.9″E`, `东经113度51分`, `113,8597`.
enum CoordinateText {
  /// What a hemisphere says that a number is.
  enum Axis: Hashable {
    case longitude
    case latitude
  }

  /// A number, and what stands with it.
  struct Reading: Hashable {
    var value: Double
    var axis: Axis?
  }

  /// Why a text is no coordinate.
  enum Fault: Error, Hashable {
    case empty
    case notNumber
    /// `113,859` may be 113859 or 113.859.
    case ambiguousComma
    /// Minutes or seconds of 60 and more, or what is not whole with something behind it.
    case sexagesimal

    /// What it says of the row's geometry.
    var lack: ReadNote.Lack? { self == .empty ? .empty : nil }

    /// What is wrong with a cell, and the way out.
    func message(of text: String) -> FaultText {
      switch self {
      case .empty: "is empty"
      case .notNumber:
        "\"\(text.prefix(40))\" is not a number; write degrees or metres, such as 113.8597"
      case .ambiguousComma:
        "\"\(text.prefix(40))\" may have a decimal comma or one between thousands; write a point"
      case .sexagesimal:
        "\"\(text.prefix(40))\" has minutes or seconds that cannot be; write 113°51′34.9″ or 113.8597"
      }
    }
  }

  /// One coordinate.
  ///
  /// - Parameter bytes: UTF-8, with or without space around it.
  static func read(_ bytes: ArraySlice<UInt8>) throws(Fault) -> Reading {
    let bytes = TypeInference.trimmed(bytes)
    if let value = DecimalText.number(bytes) { return Reading(value: value) }
    let text = String(decoding: bytes, as: UTF8.self)
    if isMissing(text) { throw .empty }
    return try read(marked(text))
  }

  /// Whether a cell says that there is no value.
  private static func isMissing(_ text: String) -> Bool {
    text.utf8.count <= 24 && missing.contains(FoldedText.fold(text))
  }

  /// What stands in a cell for which nobody has coordinates, folded.
  private static let missing = Set(
    [
      "暂无数据", "暂无资料", "无数据", "无资料", "资料暂缺", "数据暂缺", "数据缺失", "暂缺", "暂无", "无", "没有", "不详", "未知",
      "未填", "未填写", "缺", "缺失", "空", "待定", "待补充", "待补", "未统计", "未采集", "未定位", "null", "none", "nil",
      "nan", "na", "n/a", "#n/a", "unknown", "missing", "tbd", "/", "-", "--", "—", "——", "*",
    ].map(FoldedText.fold))

  /// Two coordinates in one text, in the order of the text.
  static func readPair(
    _ bytes: ArraySlice<UInt8>
  ) throws(Fault) -> (first: Reading, second: Reading) {
    let bytes = TypeInference.trimmed(bytes)
    if bytes.isEmpty { throw .empty }
    if let (first, second) = plainPair(bytes) {
      return (Reading(value: first), Reading(value: second))
    }
    let plain = String(decoding: bytes, as: UTF8.self)
    if isMissing(plain) { throw .empty }
    let text = marked(plain)
    let parts = halves(of: text)
    guard parts.count == 2 else { throw .notNumber }
    return (try read(parts[0]), try read(parts[1]))
  }

  /// `113.8597,34.0592`, as nearly all are written.
  private static func plainPair(_ bytes: ArraySlice<UInt8>) -> (Double, Double)? {
    guard let (first, end) = DecimalText.scan(bytes, from: bytes.startIndex) else { return nil }
    var at = end
    func skipSpace() { while at < bytes.endIndex, bytes[at] == 0x20 { at += 1 } }
    skipSpace()
    guard at < bytes.endIndex,
      at > end || bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ";")
    else { return nil }
    if bytes[at] == UInt8(ascii: ",") || bytes[at] == UInt8(ascii: ";") { at += 1 }
    skipSpace()
    guard let (second, last) = DecimalText.scan(bytes, from: at), last == bytes.endIndex else {
      return nil
    }
    return (first, second)
  }

  // MARK: Spelling

  private static let quotes: [Character: Character] = [
    "º": "°", "˚": "°", "度": "°", "′": "'", "‘": "'", "’": "'", "´": "'", "`": "'", "分": "'",
    "＇": "'",
    "″": "\"", "“": "\"", "”": "\"", "〃": "\"", "秒": "\"", "＂": "\"", "，": ",", "；": ";", "、": ",",
    "：": ":", "−": "-", "—": "-", "–": "-", "。": ".",
  ]
  private static let words: [(String, String)] = [
    ("东经", "e"), ("西经", "w"), ("北纬", "n"), ("南纬", "s"), ("東經", "e"), ("北緯", "n"), ("経度", "e"),
    ("緯度", "n"),
    ("经°", "e"), ("纬°", "n"), ("經°", "e"), ("緯°", "n"), ("longitude", "e"), ("latitude", "n"),
    ("lng", "e"),
    ("lon", "e"), ("lat", "n"), ("东", "e"), ("西", "w"), ("北", "n"), ("南", "s"),
  ]

  /// In ASCII but for the sign of degrees, with letters of hemispheres for words, without brackets.
  private static func marked(_ text: String) -> String {
    var plain = String(text.map { quotes[$0] ?? $0 })
    plain = FoldedText.halfWidth(plain).lowercased()
    for (word, letter) in words { plain = plain.replacing(word, with: letter) }
    plain = plain.replacing("''", with: "\"")
    return String(plain.map { "()[]{}:=\u{FEFF}\u{200B}".contains($0) ? " " : $0 }).trimmingSpace()
  }

  /// The two coordinates of a text: apart at `,` or `;`, at a space in the middle, or at a hemisphere.
  private static func halves(of text: String) -> [String] {
    for separator in [";", ",", "|", "/", "\t"] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: true)
      if parts.count == 2 { return parts.map { String($0).trimmingSpace() } }
      // 113,8597;34,0592 is done; 113,8597,34,0592 is not to be told apart.
      if parts.count > 2 { return [] }
    }
    let words = text.split(separator: " ")
    if words.count > 1, words.count.isMultiple(of: 2) {
      let middle = words.count / 2
      return [words[..<middle], words[middle...]].map { $0.joined(separator: " ") }
    }
    let letters = text.indices.filter { "ewns".contains(text[$0]) }
    guard letters.count == 2 else { return [] }
    // In front of both numbers, or behind both.
    let cut = letters[0] == text.startIndex ? letters[1] : text.index(after: letters[0])
    return [String(text[..<cut]).trimmingSpace(), String(text[cut...]).trimmingSpace()]
  }

  // MARK: One coordinate

  private static func read(_ marked: String) throws(Fault) -> Reading {
    var text = marked.drop { $0 == "\"" || $0 == "'" || $0 == " " }
    if text.isEmpty { throw .empty }
    var reading = Reading(value: 0)
    var sign = 1.0
    if let letter = takeLetter(&text) {
      reading.axis = "ew".contains(letter) ? .longitude : .latitude
      if "ws".contains(letter) { sign = -1 }
    }
    if text.first == "-" || text.first == "+" {
      if text.first == "-" { sign = -sign }
      text = text.dropFirst()
    }
    reading.value = sign * (try degrees(text))
    return reading
  }

  private static func takeLetter(_ text: inout Substring) -> Character? {
    if let first = text.first, "ewns".contains(first) {
      text = text.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" || $0 == "," }
      return first
    }
    // 1.1E2 has been read; a letter at the end is a hemisphere.
    guard let last = text.last, "ewns".contains(last),
      !(last == "s" && text.contains("d") && text.contains("m"))
    else { return nil }
    text = text.dropLast()
    while text.last == " " { text = text.dropLast() }
    return last
  }

  /// Degrees, or degrees, minutes and seconds; metres are read as the former.
  private static func degrees(_ text: Substring) throws(Fault) -> Double {
    var numbers: [Double] = []
    var rest = text.drop { $0 == " " }
    var isWhole = true
    while !rest.isEmpty {
      let token = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
      guard numbers.count < 3, isWhole || token.isEmpty else { throw .sexagesimal }
      guard !token.isEmpty else { throw .notNumber }
      numbers.append(try number(token))
      isWhole = !token.contains { $0 == "." || $0 == "," }
      rest = rest.dropFirst(token.count).drop { $0 == " " }
      let mark = rest.first
      // Degrees, minutes and seconds in their order; a space or a hyphen will do for any.
      let expected: [Character] = ["°", "'", "\""]
      if mark == expected[numbers.count - 1] || (mark == "d" && numbers.count == 1)
        || (mark == "m" && numbers.count == 2) || (mark == "s" && numbers.count == 3)
        || (mark == "-" && rest.count > 1)
      {
        rest = rest.dropFirst().drop { $0 == " " }
      } else if mark != nil, !(mark?.isNumber ?? false) {
        throw .notNumber
      }
    }
    guard let first = numbers.first else { throw .notNumber }
    guard numbers.dropFirst().allSatisfy({ $0 < 60 }) else { throw .sexagesimal }
    // In seconds, so that what is whole stays exact.
    guard numbers.count > 1 else { return first }
    let seconds = numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
    return (first * 3600 + seconds) / 3600
  }

  private static func number(_ token: Substring) throws(Fault) -> Double {
    let groups = token.split(separator: ",", omittingEmptySubsequences: false)
    var plain = String(token)
    if groups.count > 1 {
      let isGrouped =
        (1...3).contains(groups[0].count)
        && groups.dropFirst().allSatisfy { group in
          group.prefix { $0 != "." }.count == 3
        }
      let hasPoint = token.contains(".")
      if isGrouped, groups.count > 2 || hasPoint {
        plain.removeAll { $0 == "," }
      } else if groups.count == 2, !hasPoint, groups[1].count != 3 {
        plain = groups.joined(separator: ".")
      } else {
        throw groups.count == 2 && !hasPoint ? .ambiguousComma : .notNumber
      }
    }
    guard let value = DecimalText.number(Array(plain.utf8)[...]) else { throw .notNumber }
    return value
  }
}

extension String {
  /// Without white space at the ends.
  fileprivate func trimmingSpace() -> String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
