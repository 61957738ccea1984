/// Texts in one buffer, in Arrow's layout.
public struct TextColumn: Sendable, Hashable {
  /// UTF-8 of all values.
  public private(set) var bytes: [UInt8]
  /// Rows + 1 entries.
  public private(set) var offsets: [Int]
  /// One per row; `false`: the value is missing.
  private(set) var isPresent: [Bool]

  /// An empty column.
  public init() {
    bytes = []
    offsets = [0]
    isPresent = []
  }

  /// A column of these texts; `nil` is a missing value.
  public init(_ texts: some Sequence<String?>) {
    self.init()
    for text in texts { append(text) }
  }

  /// Number of rows.
  public var count: Int { isPresent.count }

  /// Adds a row; `nil` is a missing value.
  public mutating func append(_ text: String?) {
    if let text { bytes.append(contentsOf: text.utf8) }
    offsets.append(bytes.count)
    isPresent.append(text != nil)
  }

  /// Adds a row of UTF-8 that the caller has checked.
  mutating func append(utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: utf8)
    offsets.append(bytes.count)
    isPresent.append(true)
  }

  /// Adds rows without a value.
  public mutating func appendMissing(_ rows: Int) {
    // Array(repeating:) is a fill; a sequence of repetitions would be stepped through one by one.
    offsets += Array(repeating: bytes.count, count: rows)
    isPresent += Array(repeating: false, count: rows)
  }

  /// Takes the last row away.
  mutating func removeLast() {
    offsets.removeLast()
    isPresent.removeLast()
    bytes.removeLast(bytes.count - offsets[offsets.count - 1])
  }

  /// Adds all rows of another column.
  public mutating func append(contentsOf other: TextColumn) {
    let base = bytes.count
    bytes.append(contentsOf: other.bytes)
    offsets.append(contentsOf: other.offsets.dropFirst().lazy.map { $0 + base })
    isPresent.append(contentsOf: other.isPresent)
  }

  /// The text of a row, or `nil` where it is missing.
  public subscript(row: Int) -> String? {
    guard isPresent[row] else { return nil }
    return String(decoding: bytes[offsets[row]..<offsets[row + 1]], as: UTF8.self)
  }

  /// The bytes of a row; empty where the value is missing.
  public func utf8(of row: Int) -> ArraySlice<UInt8> { bytes[offsets[row]..<offsets[row + 1]] }

  /// The rows at `indices`, in that order.
  public func selecting(_ indices: [Int]) -> TextColumn {
    var result = TextColumn()
    for row in indices {
      result.bytes.append(contentsOf: bytes[offsets[row]..<offsets[row + 1]])
      result.offsets.append(result.bytes.count)
      result.isPresent.append(isPresent[row])
    }
    return result
  }
}
