import CGDAL

/// The values of one column of a batch.
struct ArrowValues {
  private let array: ArrowArray
  private let field: ArrowField
  private let first: Int
  private let validity: UnsafePointer<UInt8>?

  init(_ array: ArrowArray, _ field: ArrowField) {
    self.array = array
    self.field = field
    first = Int(array.offset)
    validity = array.null_count == 0 ? nil : array.buffers[0]?.assumingMemoryBound(to: UInt8.self)
  }

  private func isPresent(_ row: Int) -> Bool {
    guard let validity else { return true }
    let place = first + row
    return validity[place >> 3] >> UInt8(place & 7) & 1 == 1
  }

  private func load<Value>(_ row: Int, _ type: Value.Type) -> Value? {
    array.buffers[1].map {
      $0.assumingMemoryBound(to: Value.self)[first + row]
    }
  }

  /// The bytes of a text or of something binary; `nil` where there is none.
  func bytes(_ row: Int) -> UnsafeBufferPointer<UInt8>? {
    guard isPresent(row) else { return nil }
    switch field.storage {
    case .text(let isLarge), .binary(let isLarge):
      return Self.bytes(array, first + row, isLarge: isLarge)
    default: return nil
    }
  }

  private static func bytes(
    _ array: ArrowArray, _ place: Int, isLarge: Bool
  ) -> UnsafeBufferPointer<UInt8>? {
    guard let offsets = array.buffers[1] else { return nil }
    let (start, end) =
      isLarge
      ? (
        Int(offsets.assumingMemoryBound(to: Int64.self)[place]),
        Int(offsets.assumingMemoryBound(to: Int64.self)[place + 1])
      )
      : (
        Int(offsets.assumingMemoryBound(to: Int32.self)[place]),
        Int(offsets.assumingMemoryBound(to: Int32.self)[place + 1])
      )
    guard end > start else { return UnsafeBufferPointer(start: nil, count: 0) }
    let data = array.buffers[2]?.assumingMemoryBound(to: UInt8.self)
    return data.map { UnsafeBufferPointer(start: $0 + start, count: end - start) }
  }

  private func integer(_ row: Int) -> Int64? {
    switch field.storage {
    case .signed(1): load(row, Int8.self).map { Int64($0) }
    case .signed(2): load(row, Int16.self).map { Int64($0) }
    case .signed(4): load(row, Int32.self).map { Int64($0) }
    case .signed: load(row, Int64.self)
    case .unsigned(1): load(row, UInt8.self).map { Int64($0) }
    case .unsigned(2): load(row, UInt16.self).map { Int64($0) }
    case .unsigned(4): load(row, UInt32.self).map { Int64($0) }
    case .unsigned: load(row, UInt64.self).flatMap { Int64(exactly: $0) }
    default: nil
    }
  }

  private func real(_ row: Int) -> Double? {
    switch field.storage {
    case .float: load(row, Float.self).map { Double($0) }
    case .double: load(row, Double.self)
    default: nil
    }
  }

  private func boolean(_ row: Int) -> Bool {
    let place = first + row
    let bits = array.buffers[1]?.assumingMemoryBound(to: UInt8.self)
    return bits.map { $0[place >> 3] >> UInt8(place & 7) & 1 == 1 } ?? false
  }

  /// All values in a column of ours; texts are decoded.
  func column(_ rowCount: Int, _ texts: TextReader) -> AttributeColumn? {
    if field.dictionary != nil { return textColumn(rowCount, texts) }
    switch field.storage {
    case .signed, .unsigned:
      var values = ValueColumn<Int64>(filler: 0)
      for row in 0..<rowCount { values.append(isPresent(row) ? integer(row) : nil) }
      return .integer(values)
    case .float, .double:
      var values = ValueColumn<Double>(filler: .nan)
      for row in 0..<rowCount {
        // What is no number is none.
        values.append(isPresent(row) ? real(row).flatMap { $0.isFinite ? $0 : nil } : nil)
      }
      return .real(values)
    case .boolean:
      var values = ValueColumn<Bool>(filler: false)
      for row in 0..<rowCount { values.append(isPresent(row) ? boolean(row) : nil) }
      return .boolean(values)
    case .texts:
      var values = TextColumn()
      for row in 0..<rowCount { values.append(text(row, texts)) }
      return .json(values)
    case .text:
      var values = TextColumn()
      for row in 0..<rowCount {
        guard let bytes = bytes(row) else {
          values.append(nil)
          continue
        }
        if texts.isPlain {
          values.append(utf8: bytes)
        } else {
          values.append(texts.text(bytes))
        }
      }
      return .text(values)
    case .days, .instant, .clock: return textColumn(rowCount, texts)
    case .binary, .unknown: return nil
    }
  }

  private func textColumn(_ rowCount: Int, _ texts: TextReader) -> AttributeColumn {
    var values = TextColumn()
    for row in 0..<rowCount { values.append(text(row, texts)) }
    return .text(values)
  }

  /// A value as text; `nil` where there is none.
  func text(_ row: Int, _ texts: TextReader) -> String? {
    guard isPresent(row) else { return nil }
    if let dictionary = field.dictionary { return entry(row, of: dictionary, texts) }
    switch field.storage {
    case .text: return bytes(row).map { texts.text($0) }
    case .signed, .unsigned: return integer(row).map { String($0) }
    case .float, .double:
      return real(row).flatMap { value in
        guard value.isFinite else { return nil }
        return value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
      }
    case .boolean: return boolean(row) ? "true" : "false"
    case .days: return load(row, Int32.self).map { ArrowTime.date(days: Int64($0)) }
    case .instant(let perSecond):
      return load(row, Int64.self).map { ArrowTime.instant($0, perSecond: perSecond) }
    case .clock(let perSecond, let bytes):
      let value = bytes == 4 ? load(row, Int32.self).map { Int64($0) } : load(row, Int64.self)
      return value.map { ArrowTime.clock($0, perSecond: perSecond) }
    case .texts: return list(row, texts)
    case .binary, .unknown: return nil
    }
  }

  private func entry(_ row: Int, of storage: ArrowField.Storage, _ texts: TextReader) -> String? {
    guard let place = integer(row), let entries = array.dictionary?.pointee,
      place >= 0, place < entries.length, case .text(let isLarge) = storage
    else { return nil }
    return Self.bytes(entries, Int(entries.offset + place), isLarge: isLarge).map { texts.text($0) }
  }

  private func list(_ row: Int, _ texts: TextReader) -> String? {
    guard let offsets = array.buffers[1]?.assumingMemoryBound(to: Int32.self),
      let items = array.children?[0]?.pointee
    else { return nil }
    let range = Int(offsets[first + row])..<Int(offsets[first + row + 1])
    let all = range.map { place in
      Self.bytes(items, Int(items.offset) + place, isLarge: false).map { texts.text($0) } ?? ""
    }
    return "[" + all.map(\.json).joined(separator: ",") + "]"
  }
}

/// Days and seconds as ISO 8601 has them.
enum ArrowTime {
  static func date(days: Int64) -> String {
    // Of the proleptic Gregorian calendar, in years that start in March.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0)
    return "\(padded(year, 4))-\(padded(month < 10 ? month + 3 : month - 9, 2))-\(padded(day, 2))"
  }

  /// Without a part of seconds that is 0.
  static func clock(_ value: Int64, perSecond: Int64) -> String {
    let (seconds, rest) = value.quotientAndRemainder(dividingBy: perSecond)
    let text =
      "\(padded(seconds / 3_600, 2)):\(padded(seconds / 60 % 60, 2)):\(padded(seconds % 60, 2))"
    if rest == 0 { return text }
    let digits = String(perSecond).count - 1
    return "\(text).\(padded(rest, digits))"
  }

  static func instant(_ value: Int64, perSecond: Int64) -> String {
    let perDay = 86_400 * perSecond
    let days = Int64((Double(value) / Double(perDay)).rounded(.down))
    return "\(date(days: days))T\(clock(value - days * perDay, perSecond: perSecond))"
  }

  private static func padded(_ value: Int64, _ digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
