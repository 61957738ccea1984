/// Writes the values of one column as JSON; made once for each worker.
///
/// Subclasses hold their column's storage directly: taking an enum apart for each of millions of
/// cells would cost more than writing them.
class CellWriter {
  /// What stands in front of each value: the comma, the name. Held by hand: an array would be retained
  /// and released for every cell.
  private var prefix = UnsafeMutableBufferPointer<UInt8>(start: nil, count: 0)

  deinit { prefix.deallocate() }

  /// Appends the value of a row; `null` where it is missing.
  func write(_ row: Int, to buffer: ByteBuffer) { preconditionFailure("subclasses write") }

  final func writeWithPrefix(_ row: Int, to buffer: ByteBuffer) {
    buffer.append(UnsafeBufferPointer(prefix))
    write(row, to: buffer)
  }

  /// - Parameter words: Those of the column, from `words(of:)`.
  static func make(
    _ column: OutputColumn, words: WordList?, prefix: [UInt8]
  ) -> CellWriter {
    let writer = make(column, words ?? WordList([]))
    writer.prefix = .allocate(capacity: prefix.count)
    _ = writer.prefix.initialize(from: prefix)
    return writer
  }

  /// The dictionary of a column as it is written: made once for all workers, since it may be long.
  static func words(of column: OutputColumn) -> WordList? {
    switch column {
    case .words(let dictionary, _), .shared(let dictionary, _):
      WordList([missing] + dictionary.map(cell))
    default: nil
    }
  }

  private static let missing = Array("null".utf8)

  private static func make(_ column: OutputColumn, _ words: WordList) -> CellWriter {
    let missing = missing
    let booleans = WordList([missing, Array("true".utf8), Array("false".utf8)])
    return switch column {
    case .attribute(.text(let texts)): TextCellWriter(texts)
    case .attribute(.json(let texts)): JSONCellWriter(texts)
    case .attribute(.integer(let values)): IntegerCellWriter(values, missing)
    case .attribute(.real(let values)): ShortestCellWriter(values, missing)
    case .attribute(.boolean(let values)):
      BooleanCellWriter(booleans, values.values, values.isPresent)
    case .boolean(let values): BooleanCellWriter(booleans, values, nil)
    case .words(_, let codes): CodeCellWriter(words, codes)
    case .shared(_, let indices): IndexCellWriter(words, indices)
    case .real(let values, let decimals): RealCellWriter(values, decimals, missing)
    case .micros(let values): MicroCellWriter(values, missing)
    }
  }

  private static func cell(_ text: String) -> [UInt8] {
    let buffer = ByteBuffer(capacity: 64)
    buffer.append(json: text)
    return buffer.bytes
  }
}

private final class TextCellWriter: CellWriter {
  private let texts: TextColumn

  init(_ texts: TextColumn) { self.texts = texts }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    guard texts.isPresent[row] else { return buffer.append("null") }
    let range = texts.offsets[row]..<texts.offsets[row + 1]
    texts.bytes.withUnsafeBufferPointer {
      buffer.appendJSON(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }
}

/// Values that are JSON already.
private final class JSONCellWriter: CellWriter {
  private let texts: TextColumn

  init(_ texts: TextColumn) { self.texts = texts }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    guard texts.isPresent[row] else { return buffer.append("null") }
    let range = texts.offsets[row]..<texts.offsets[row + 1]
    texts.bytes.withUnsafeBufferPointer {
      buffer.append(UnsafeBufferPointer(rebasing: $0[range]))
    }
  }
}

/// Words as they are written, by number, the first of them for a missing value.
struct WordList: Sendable {
  private let bytes: [UInt8]
  private let ends: [Int]

  init(_ words: [[UInt8]]) {
    bytes = words.flatMap { $0 }
    var ends = [0]
    for word in words { ends.append(ends[ends.count - 1] + word.count) }
    self.ends = ends
  }

  /// The missing one counts too.
  var count: Int { ends.count - 1 }

  @inline(__always)
  func write(_ index: Int, to buffer: ByteBuffer) {
    let range = ends[index]..<ends[index + 1]
    bytes.withUnsafeBufferPointer { buffer.append(UnsafeBufferPointer(rebasing: $0[range])) }
  }
}

private final class CodeCellWriter: CellWriter {
  private let words: WordList
  private let codes: [UInt8]

  init(_ words: WordList, _ codes: [UInt8]) {
    self.words = words
    self.codes = codes
  }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    let index = Int(codes[row]) + 1
    words.write(index < words.count ? index : 0, to: buffer)
  }
}

private final class IndexCellWriter: CellWriter {
  private let words: WordList
  private let indices: [Int32]

  init(_ words: WordList, _ indices: [Int32]) {
    self.words = words
    self.indices = indices
  }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    words.write(max(0, Int(indices[row]) + 1), to: buffer)
  }
}

private final class BooleanCellWriter: CellWriter {
  private let words: WordList
  private let values: [Bool]
  private let isPresent: [Bool]?

  init(_ words: WordList, _ values: [Bool], _ isPresent: [Bool]?) {
    self.words = words
    self.values = values
    self.isPresent = isPresent
  }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    let isMissing = isPresent.map { !$0[row] } ?? false
    words.write(isMissing ? 0 : values[row] ? 1 : 2, to: buffer)
  }
}

private final class IntegerCellWriter: CellWriter {
  private let values: ValueColumn<Int64>
  private let missing: [UInt8]

  init(_ values: ValueColumn<Int64>, _ missing: [UInt8]) {
    self.values = values
    self.missing = missing
  }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    guard values.isPresent[row] else {
      return missing.withUnsafeBufferPointer { buffer.append($0) }
    }
    buffer.append(values.values[row])
  }
}

private final class ShortestCellWriter: CellWriter {
  private let values: ValueColumn<Double>
  private let missing: [UInt8]

  init(_ values: ValueColumn<Double>, _ missing: [UInt8]) {
    self.values = values
    self.missing = missing
  }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    guard values.isPresent[row], values.values[row].isFinite else {
      return missing.withUnsafeBufferPointer { buffer.append($0) }
    }
    buffer.appendShortest(values.values[row])
  }
}

private final class RealCellWriter: CellWriter {
  private let values: [Double]
  private let decimals: Int
  private let missing: [UInt8]

  init(_ values: [Double], _ decimals: Int, _ missing: [UInt8]) {
    precondition((0...9).contains(decimals), "\(decimals) decimals")
    self.values = values
    self.decimals = decimals
    self.missing = missing
  }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    let value = values[row]
    guard value.isFinite else { return missing.withUnsafeBufferPointer { buffer.append($0) } }
    buffer.append(value, decimals: decimals)
  }
}

private final class MicroCellWriter: CellWriter {
  private let values: [Int64]
  private let missing: [UInt8]

  init(_ values: [Int64], _ missing: [UInt8]) {
    self.values = values
    self.missing = missing
  }

  override func write(_ row: Int, to buffer: ByteBuffer) {
    let value = values[row]
    guard value != .min else { return missing.withUnsafeBufferPointer { buffer.append($0) } }
    buffer.append(value, decimals: 6)
  }
}
