import TestSupport
import Testing

@testable import GeoFiles

@Suite("Our JSON parser and simdjson agree")
struct JSONTapeTests {
  private func randomJSON(_ random: inout SplitMix64, depth: Int = 0) -> String {
    let scalars = [
      "0", "-0", "1.5", "-2e-3", "9223372036854775807", "-9223372036854775808",
      "18446744073709551615", "0.1", "1E5", "123456789.123456789", "true", "false", "null", #""""#,
      #""a\"b\\c\/d\b\f\n\r\t""#, #""\u00e9\u4e2d\ud83d\ude00""#, #""中文😀é""#,
    ]
    let kind = Int.random(in: 0...(depth > 4 ? 0 : 2), using: &random)
    if kind == 0 { return scalars.randomElement(using: &random) ?? "" }
    let items = (0..<Int.random(in: 0...4, using: &random)).map { index in
      (kind == 1 ? "\"k\(index)\": " : "") + randomJSON(&random, depth: depth + 1)
    }
    let joined = items.joined(separator: Bool.random(using: &random) ? "," : " ,\n")
    return kind == 1 ? "{\(joined)}" : "[ \(joined)]"
  }

  /// A tape as text, without what only one of the two knows.
  private func text(_ tape: JSONTape) -> String {
    var text = ""
    var index = JSONTape.rootIndex
    while tape.tag(index) != JSONTape.Tag.root {
      let tag = tape.tag(index)
      text += String(UnicodeScalar(tag))
      switch tag {
      case JSONTape.Tag.string: text += tape.text(index)
      case JSONTape.Tag.integer, JSONTape.Tag.real, JSONTape.Tag.unsigned:
        text += String(tape.words[index + 1])
        index += 1
      case JSONTape.Tag.openArray, JSONTape.Tag.openObject: text += String(tape.after(index))
      default: break
      }
      text += " "
      index += 1
    }
    return text
  }

  @Test("tapes are equal", arguments: UInt64(0)..<300)
  func tapes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let json = randomJSON(&random)
    let bytes = PaddedBytes(copying: Array(json.utf8))
    let parser = JSONParser()
    defer { withExtendedLifetime((bytes, parser)) {} }
    let fast = text(try parser.parse(bytes.bytes, keepsOffsets: false))
    let exact = text(try parser.parse(bytes.bytes, keepsOffsets: true))
    #expect(fast == exact, "\(json)")
  }

  @Test("raw text is what stood in the file")
  func raw() throws {
    let json = #" [1.50 , "a\"]", {"x": [ 1,2 ]},true]"#
    let bytes = PaddedBytes(copying: Array(json.utf8))
    let parser = JSONParser()
    defer { withExtendedLifetime((bytes, parser)) {} }
    let tape = try parser.parse(bytes.bytes, keepsOffsets: true)
    var raws: [String] = []
    var index = JSONTape.rootIndex + 1
    while tape.tag(index) != JSONTape.Tag.closeArray {
      raws.append(String(decoding: try #require(tape.raw(index)), as: UTF8.self))
      index = tape.after(index)
    }
    #expect(raws == ["1.50", #""a\"]""#, #"{"x": [ 1,2 ]}"#, "true"])
  }
}
