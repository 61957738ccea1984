import Glibc

/// Words of the tables that people make of compounds and facilities, by the language they are in: which
/// of them stand in a text tells its encoding, however short the text is.
enum KnownWords {
  private static let japanese = [
    "番号", "名称", "種別", "種類", "経度", "緯度", "定員", "住所", "所在地", "施設", "保育", "老人", "世帯", "人口", "電話",
    "区分", "備考", "ﾎｲｸ", "ﾒｲｼｮｳ", "ﾊﾞﾝｺﾞｳ", "ｹｲﾄﾞ", "ｼｾﾂ", "ｼﾞｭｳｼｮ", "ﾃｲｲﾝ", "ﾎｰﾑ", "ｾﾝﾀｰ",
  ]
  private static let korean = [
    "번호", "이름", "명칭", "종류", "유형", "구분", "경도", "위도", "주소", "정원", "시설", "어린이집", "유치원", "경로당",
    "요양", "세대", "인구", "단지", "아파트", "전화",
  ]
  private static let traditional = [
    "編號", "名稱", "類型", "類別", "經度", "緯度", "地址", "機構", "設施", "床位", "戶數", "人口", "老人", "養老", "長照",
    "托育", "幼兒", "電話", "行政區",
  ]
  private static let simplified = [
    "编号", "序号", "名称", "类型", "类别", "种类", "经度", "纬度", "地址", "机构", "设施", "床位", "托位", "户数", "人口",
    "小区", "社区", "街道", "养老", "托育", "老人", "面积", "状态", "性质", "电话", "备注",
  ]

  /// The words by encoding, as bytes.
  private static let encoded: [(guess: EncodingGuess, words: [[UInt8]])] = [
    (.gb18030, bytes(simplified, "GB18030")), (.big5, bytes(traditional, "BIG5")),
    (.shiftJIS, bytes(japanese, "CP932")), (.eucJP, bytes(japanese, "EUC-JP")),
    (.uhc, bytes(korean, "CP949")),
  ]

  /// The encoding in which far more of the words stand in a text than in any other; `nil`: none.
  static func guess(_ text: UnsafeBufferPointer<UInt8>) -> EncodingGuess? {
    let counts = encoded.map { guess, words in
      (guess: guess, count: words.count { stands($0, in: text) })
    }.sorted { $0.count > $1.count }
    guard let best = counts.first, best.count >= 2, best.count >= 2 * counts[1].count else {
      return nil
    }
    return best.guess
  }

  /// Whether a word stands in a text where a character may start.
  private static func stands(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = word.first, text.count >= word.count else { return false }
    return (0...text.count - word.count).contains { start in
      text[start] == first && word.indices.allSatisfy { text[start + $0] == word[$0] }
    }
  }

  private static func bytes(_ words: [String], _ encoding: String) -> [[UInt8]] {
    guard let descriptor = iconv_open(encoding, "UTF-8"), Int(bitPattern: descriptor) != -1 else {
      return []
    }
    defer { iconv_close(descriptor) }
    return words.compactMap { word in
      var input = word.utf8.map { CChar(bitPattern: $0) }
      var output = [CChar](repeating: 0, count: 4 * input.count)
      var (inputLeft, outputLeft) = (input.count, output.count)
      let isDone = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          var (from, to) = (input.baseAddress, output.baseAddress)
          return iconv(descriptor, &from, &inputLeft, &to, &outputLeft) != -1
        }
      }
      guard isDone else { return nil }
      return output.prefix(output.count - outputLeft).map { UInt8(bitPattern: $0) }
    }
  }
}
