/// Collects the values of one attribute and finds the narrowest type that holds them all.
///
/// Missing rows are filled in when the next value comes, so that a row costs only what it has. One worker has
/// it: to check that at each value takes as long as to add it.
final class ColumnBuilder {
  private enum Kind {
    case undecided
    case text
    case integer
    case real
    case boolean
    case json
  }

  let name: String
  /// The row last named, with or without value: naming it twice is a fault of the file.
  @exclusivity(unchecked)
  var lastRow = -1
  /// Whether a value came that fits no column but one of JSON texts.
  private(set) var isMixed = false
  @exclusivity(unchecked)
  private var kind: Kind
  @exclusivity(unchecked)
  private var texts = TextColumn()
  @exclusivity(unchecked)
  private var integers = ValueColumn<Int64>(filler: 0)
  @exclusivity(unchecked)
  private var reals = ValueColumn<Double>(filler: .nan)
  @exclusivity(unchecked)
  private var booleans = ValueColumn<Bool>(filler: false)
  /// A copy of `name` in memory that does not move, to compare with names in the file.
  private let nameBytes: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter isJSON: Whether the file is known to hold mixed values here.
  init(name: UnsafeBufferPointer<UInt8>, isJSON: Bool) {
    self.name = String(decoding: name, as: UTF8.self)
    nameBytes = .allocate(capacity: name.count)
    _ = nameBytes.initialize(fromContentsOf: name)
    kind = isJSON ? .json : .undecided
  }

  deinit { nameBytes.deallocate() }

  var isJSON: Bool { kind == .json }

  func isNamed(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard other.count == nameBytes.count else { return false }
    for index in 0..<other.count where other[index] != nameBytes[index] { return false }
    return true
  }

  /// A text, or JSON text for a column of that.
  func append(utf8: UnsafeBufferPointer<UInt8>, row: Int) {
    guard kind == .json || admits(.text) else { return }
    texts.pad(to: row)
    texts.append(utf8: utf8)
  }

  func append(integer: Int64, row: Int) {
    if kind == .real {
      guard let exact = Double(exactly: integer) else { return markMixed() }
      reals.pad(to: row)
      reals.append(exact)
    } else if admits(.integer) {
      integers.pad(to: row)
      integers.append(integer)
    }
  }

  func append(real: Double, row: Int) {
    // How large an infinite number was, only its text can say.
    guard real.isFinite else { return markMixed() }
    if kind == .integer {
      guard let column = integers.asReals() else { return markMixed() }
      reals = column
      integers = ValueColumn(filler: 0)
      kind = .real
    }
    guard admits(.real) else { return }
    reals.pad(to: row)
    reals.append(real)
  }

  func append(boolean: Bool, row: Int) {
    guard admits(.boolean) else { return }
    booleans.pad(to: row)
    booleans.append(boolean)
  }

  /// Notes that a value fits no typed column.
  func markMixed() { isMixed = true }

  /// Takes away what `row` got, since it is named again.
  func removeValue(row: Int) {
    if texts.count > row { texts.removeLast() }
    if integers.count > row { integers.removeLast() }
    if reals.count > row { reals.removeLast() }
    if booleans.count > row { booleans.removeLast() }
  }

  /// What was collected, with `rowCount` rows.
  func finish(rowCount: Int) -> ColumnPart {
    let values: AttributeColumn?
    switch kind {
    case .undecided: values = nil
    case .text, .json:
      texts.pad(to: rowCount)
      values = kind == .text ? .text(texts) : .json(texts)
    case .integer:
      integers.pad(to: rowCount)
      values = .integer(integers)
    case .real:
      reals.pad(to: rowCount)
      values = .real(reals)
    case .boolean:
      booleans.pad(to: rowCount)
      values = .boolean(booleans)
    }
    return ColumnPart(name: name, values: values, isMixed: isMixed)
  }

  private func admits(_ wanted: Kind) -> Bool {
    if kind == .undecided { kind = wanted }
    if kind != wanted { isMixed = true }
    return kind == wanted
  }
}

extension ValueColumn<Int64> {
  /// Whether each number has an exact counterpart among reals.
  var areReals: Bool {
    values.allSatisfy { $0.magnitude <= 1 << 53 || Double(exactly: $0) != nil }
  }

  /// The same numbers as reals, or `nil` if one has no exact counterpart.
  func asReals() -> ValueColumn<Double>? {
    var result = ValueColumn<Double>(filler: .nan)
    for row in 0..<count {
      guard let integer = self[row] else {
        result.append(nil)
        continue
      }
      guard let exact = Double(exactly: integer) else { return nil }
      result.append(exact)
    }
    return result
  }
}

extension TextColumn {
  /// Adds rows without value until there are `rowCount`.
  mutating func pad(to rowCount: Int) {
    if count < rowCount { appendMissing(rowCount - count) }
  }
}

extension ValueColumn {
  /// Adds rows without value until there are `rowCount`.
  mutating func pad(to rowCount: Int) {
    if count < rowCount { appendMissing(rowCount - count) }
  }
}
