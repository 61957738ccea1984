import TestSupport
import Testing

@testable import GeoFiles

@Suite("Tables row by row")
struct TableFileTests {
  private func rows(
    _ text: String, _ columns: [String], pieceBytes: Int = 1 << 20
  ) throws -> [[String]] {
    var rows: [[String]] = []
    let path = try TestFile(text, named: "t.csv").path
    try TableFile.read(path, columns: columns, pieceBytes: pieceBytes) { row in
      rows.append(["\(row.line)"] + columns.indices.map { row.text($0) })
    }
    return rows
  }

  @Test("the columns asked for, as written, in the order asked for")
  func columns() throws {
    #expect(
      try rows(
        "\u{FEFF}a,b,c\r\n007,\"x, \"\"y\"\"\",1.50\r\n\r\n,\"line\nbreak\",\"\"", ["c", "b"])
        == [["2", "1.50", "x, \"y\""], ["4", "", "line\nbreak"]])
    #expect(try rows("a;b\n1;2", ["b"]) == [["2", "2"]])
    #expect(try rows("a", ["a"]) == [])
  }

  @Test("however the file is cut into pieces", arguments: 1...60)
  func pieces(bytes: Int) throws {
    let text =
      "\u{FEFF}编号;b\r\n\"a\nb\";\"x\"\"y\"\r\n\r\n小区;2\r\n"
      + "\(String(repeating: "长", count: 40));\"\"\n1;2"
    #expect(
      try rows(text, ["b", "编号"], pieceBytes: bytes) == [
        ["2", "x\"y", "a\nb"], ["5", "2", "小区"],
        ["6", "", String(repeating: "长", count: 40)], ["7", "2", "1"],
      ])
  }

  @Test("a row that is cut off, a column that is missing, a quote that stays open, no text")
  func faults() throws {
    func message(_ text: String) -> String {
      do { return "\(try rows(text, ["b"]))" } catch { return "\(error)" }
    }
    #expect(
      message("a,b\n1,2\n3").hasSuffix(
        "t.csv: line 3: has 1 fields instead of 2; the file was cut off or edited, write it again"))
    #expect(message("a,c\n1,2").hasSuffix("there is no column \"b\"; the columns are a, c"))
    #expect(message("a,b\n1,\"2\n").contains("t.csv:2:3: the quote opened here is never closed"))
    #expect(message("a,b\n\n1,\"2\n\n").contains("t.csv:3:3: the quote opened here"))
    #expect(message("").hasSuffix("the file is empty; export it again"))
  }
}
