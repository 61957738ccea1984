import Documents
import Glibc

/// The bytes of a file, unpacked if it is compressed, for several workers at the same time.
///
/// A plain file stays on disk and workers read the parts they need: a mapped file would end the
/// process if another program cut it short meanwhile.
final class FileBytes: Sendable {
  private enum Storage: Sendable {
    case descriptor(Int32)
    case memory(PaddedBytes)
  }

  /// As the user wrote it, for messages.
  let path: String
  /// Size of the file on disk.
  let storedCount: Int
  /// Number of bytes once unpacked.
  let count: Int
  private let storage: Storage

  /// Without its folder.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  init(path: String) throws(LayerFileError) {
    self.path = path
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno
      if reason == ENOENT || reason == ENOTDIR { throw .notFound(path: path) }
      throw .unreadable(path: path, reason: Self.text(of: reason))
    }
    var isKept = false
    defer { if !isKept { close(descriptor) } }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .unreadable(path: path, reason: Self.text(of: errno))
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw .isDirectory(path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      let bytes = try Self.readToEnd(descriptor, path: path)
      defer { withExtendedLifetime(bytes) {} }
      storedCount = bytes.count
      let unpacked = try Gzip.isGzip(bytes.bytes) ? Gzip.unpack(bytes.bytes, path: path) : bytes
      count = unpacked.count
      storage = .memory(unpacked)
      return
    }
    storedCount = Int(status.st_size)
    var magic: [UInt8] = [0, 0, 0]
    let magicCount = pread(descriptor, &magic, 3, 0)
    guard magicCount >= 0 else {
      throw .unreadable(path: path, reason: Self.text(of: errno))
    }
    if magicCount == 3, magic.withUnsafeBufferPointer({ Gzip.isGzip($0) }) {
      let packed = PaddedBytes(count: storedCount)
      defer { withExtendedLifetime(packed) {} }
      try Self.read(descriptor, 0, into: packed.start, count: storedCount, path: path)
      let unpacked = try Gzip.unpack(packed.bytes, path: path)
      count = unpacked.count
      storage = .memory(unpacked)
    } else {
      count = storedCount
      storage = .descriptor(descriptor)
      isKept = true
    }
  }

  /// Bytes that are no file; `path` is for messages.
  init(_ bytes: some Collection<UInt8>, path: String) {
    self.path = path
    let memory = PaddedBytes(copying: bytes)
    storedCount = memory.count
    count = memory.count
    storage = .memory(memory)
  }

  deinit { if case .descriptor(let descriptor) = storage { close(descriptor) } }

  /// Copies a part of the file to `target`.
  func copy(_ range: Range<Int>, to target: UnsafeMutablePointer<UInt8>) throws(LayerFileError) {
    switch storage {
    case .memory(let bytes):
      target.update(from: bytes.start + range.lowerBound, count: range.count)
    case .descriptor(let descriptor):
      try Self.read(descriptor, range.lowerBound, into: target, count: range.count, path: path)
    }
  }

  /// The whole file in memory.
  func load() throws(LayerFileError) -> PaddedBytes {
    if case .memory(let bytes) = storage { return bytes }
    let bytes = PaddedBytes(count: count)
    try copy(0..<count, to: bytes.start)
    return bytes
  }

  private static func read(
    _ descriptor: Int32, _ offset: Int, into target: UnsafeMutablePointer<UInt8>, count: Int,
    path: String
  ) throws(LayerFileError) {
    var done = 0
    while done < count {
      let got = pread(descriptor, target + done, count - done, off_t(offset + done))
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .unreadable(path: path, reason: text(of: errno)) }
      guard got > 0 else {
        throw .unreadable(path: path, reason: "it became shorter while it was read")
      }
      done += got
    }
  }

  /// Pipes and devices have no size that could be asked for.
  private static func readToEnd(
    _ descriptor: Int32, path: String
  ) throws(LayerFileError) -> PaddedBytes {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let got = Glibc.read(descriptor, &chunk, chunk.count)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .unreadable(path: path, reason: text(of: errno)) }
      if got == 0 { return PaddedBytes(copying: all) }
      all.append(contentsOf: chunk[..<got])
    }
  }

  /// In the words of the system.
  static func text(of error: Int32) -> FaultText {
    FaultText(verbatim: strerror(error).map { String(cString: $0) } ?? "error \(error)")
  }
}
