internal import Foundation

/// The text of a document that people write.
public enum DocumentText {
  /// Reads a file that must be UTF-8.
  ///
  /// - Throws: `DocumentFaults` with the place of the first byte that is no UTF-8; the system's error where the file
  ///   cannot be read.
  public static func read(_ path: String) throws -> String {
    do {
      return try String(contentsOfFile: path, encoding: .utf8)
    } catch {
      guard let bytes = try? Data(contentsOf: URL(fileURLWithPath: path)),
        let (line, column) = placeOfFault(in: bytes)
      else { throw error }
      throw DocumentFaults([
        DocumentFault(
          file: path, line: line, column: column,
          text:
            "is not UTF-8 text; save it as UTF-8, or, if it is GBK, convert it with `iconv -f GB18030 -t UTF-8`"
        )
      ])
    }
  }

  /// Line and column, from 1, of the first byte that does not belong to a character of UTF-8.
  static func placeOfFault(in bytes: some Sequence<UInt8>) -> (line: Int, column: Int)? {
    var (line, column) = (1, 1)
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while true {
      switch decoder.decode(&rest) {
      case .emptyInput: return nil
      case .error: return (line, column)
      case .scalarValue("\n"): (line, column) = (line + 1, 1)
      case .scalarValue: column += 1
      }
    }
  }
}
