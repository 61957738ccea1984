internal import Quantities

/// Bytes that are being written, with the few ways of writing that files need, all of them fast.
///
/// `@unchecked Sendable`: one worker fills it and hands it over; it is never shared. For the same
/// reason no access to its parts is checked, which costs more than the writing itself.
package final class ByteBuffer: @unchecked Sendable {
  @exclusivity(unchecked) private(set) var start: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) package private(set) var count = 0
  @exclusivity(unchecked) private var capacity: Int

  package init(capacity: Int = 1 << 16) {
    start = .allocate(capacity: capacity)
    self.capacity = capacity
  }

  deinit { start.deallocate() }

  /// A copy of the bytes.
  package var bytes: [UInt8] { withBytes { Array($0) } }

  /// Calls `body` with the bytes, which are freed with the buffer and not before.
  func withBytes<Result, Failure: Error>(
    _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    defer { withExtendedLifetime(self) {} }
    return try body(UnsafeBufferPointer(start: start, count: count))
  }

  /// Makes room for `more` bytes, which may then be appended without asking.
  @inline(__always)
  func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private func grow(_ more: Int) {
    capacity = max(2 * capacity, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: start, count: count)
    start.deallocate()
    start = larger
  }

  @inline(__always)
  package func append(_ byte: UInt8) {
    reserve(1)
    start[count] = byte
    count += 1
  }

  @inline(__always)
  func append(_ more: UnsafeBufferPointer<UInt8>) {
    guard let source = more.baseAddress else { return }
    reserve(more.count)
    (start + count).update(from: source, count: more.count)
    count += more.count
  }

  package func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package func append(_ more: [UInt8]) {
    more.withUnsafeBufferPointer { append($0) }
  }

  package func append(text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  // MARK: Numbers

  @inline(__always)
  package func append(_ value: Int64) {
    reserve(DecimalDigits.most)
    count += DecimalDigits.write(value, to: start + count)
  }

  /// A decimal that is given as a whole number of its last place; zeros at the end are left out.
  @inline(__always)
  package func append(_ value: Int64, decimals: Int) {
    reserve(DecimalDigits.most)
    count += DecimalDigits.write(value, decimals: decimals, to: start + count)
  }

  /// A number rounded to so many decimals; the shortest text where it is too large for that.
  @inline(__always)
  package func append(_ value: Double, decimals: Int) {
    let scaled = (value * Double(DecimalDigits.scale(ofDecimals: decimals))).rounded()
    if abs(scaled) < 9e15 {
      append(Int64(scaled), decimals: decimals)
    } else {
      appendShortest(value)
    }
  }

  /// The shortest decimal that reads back as this number; with a point, so that it stays a real.
  func appendShortest(_ value: Double) {
    var scale = 1.0
    // A number of few decimals is exact as a quotient of whole ones, and dividing rounds correctly.
    for decimals in 1...6 where abs(value) < 1e9 {
      scale *= 10
      let scaled = (value * scale).rounded()
      if scaled / scale == value, scaled != 0 || value.sign == .plus {
        if decimals == 1, scaled.truncatingRemainder(dividingBy: 10) == 0 {
          append(Int64(scaled / scale))
          append(".0")
        } else {
          append(Int64(scaled), decimals: decimals)
        }
        return
      }
    }
    append(text: value.description)
  }
}
