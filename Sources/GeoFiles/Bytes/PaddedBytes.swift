import CSimdJSON

/// Memory with room behind it for parsers that look ahead; freed with its owner.
///
/// `@unchecked Sendable`: whoever makes one fills it before anyone else sees it; nothing changes it
/// after that.
final class PaddedBytes: @unchecked Sendable {
  /// Bytes that may be read behind the last one: what simdjson asks for.
  static let padding = Int(SITING_JSON_PADDING)

  let start: UnsafeMutablePointer<UInt8>
  let count: Int

  /// Uninitialised, but for the padding.
  init(count: Int) {
    start = .allocate(capacity: count + Self.padding)
    (start + count).initialize(repeating: 0, count: Self.padding)
    self.count = count
  }

  convenience init(copying bytes: some Collection<UInt8>) {
    self.init(count: bytes.count)
    _ = UnsafeMutableBufferPointer(start: start, count: count).initialize(fromContentsOf: bytes)
  }

  deinit { start.deallocate() }

  /// Lives as long as this object, which the caller must keep.
  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }
}
