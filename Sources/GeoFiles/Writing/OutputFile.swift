import Documents
import Glibc
package import Workers

/// A file that is written from front to back, compressed where its name ends with `.gz`; what was there before is
/// gone.
package struct OutputFile: ~Copyable {
  private let path: String
  private var gzip: GzipFrame?
  private var descriptor: Int32
  private let follower: (any ByteFollower)?
  /// How long it is so far.
  package private(set) var byteCount = 0

  package init(creating path: String) throws(LayerWriteError) {
    self.path = path
    gzip = path.hasSuffix(".gz") ? GzipFrame() : nil
    follower = Self.follower
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw .cannotCreate(path: path, reason: FileBytes.text(of: errno))
    }
    follower?.begin(path)
    if gzip != nil { try send(GzipFrame.head) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(LayerWriteError) {
    guard gzip != nil else { return try send(bytes) }
    let block = GzipBlock(bytes)
    gzip?.add(block)
    try block.packed.withBytes { (bytes) throws(LayerWriteError) in try send(bytes) }
  }

  private mutating func send(_ bytes: [UInt8]) throws(LayerWriteError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(LayerWriteError) in try send(bytes) }
  }

  /// Writes what stands in the file, and tells the follower.
  private mutating func send(_ bytes: UnsafeBufferPointer<UInt8>) throws(LayerWriteError) {
    try put(bytes)
    follower?.take(bytes, of: path)
  }

  /// Writes without a word to the follower.
  private mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) throws(LayerWriteError) {
    var done = 0
    while done < bytes.count {
      let got = Glibc.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .cannotWrite(path: path, reason: FileBytes.text(of: errno)) }
      done += got
    }
    byteCount += done
  }

  package mutating func write(_ bytes: [UInt8]) throws(LayerWriteError) {
    try bytes.withUnsafeBufferPointer { (bytes) throws(LayerWriteError) in try write(bytes) }
  }

  package mutating func write(_ buffer: ByteBuffer) throws(LayerWriteError) {
    try buffer.withBytes { (bytes) throws(LayerWriteError) in try write(bytes) }
  }

  /// Ends the file.
  package mutating func finish() throws(LayerWriteError) {
    if let gzip { try send(gzip.tail) }
    gzip = nil
    // Checked, since some file systems say only here that there was no room.
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 || errno == EINTR else {
      throw .cannotWrite(path: path, reason: FileBytes.text(of: errno))
    }
  }

  /// Writes a whole file.
  package static func write(_ bytes: [UInt8], to path: String) throws(LayerWriteError) {
    var file = try OutputFile(creating: path)
    try file.write(bytes)
    try file.finish()
  }

  /// Renders ranges of rows at the same time and writes them in order, holding few in memory.
  ///
  /// - Parameter render: Its bytes must depend on nothing but the rows.
  package mutating func write(
    rows: Int, workers: Workers, _ render: @escaping @Sendable (Range<Int>) -> ByteBuffer
  ) async throws(LayerWriteError) {
    // A megabyte of text a share, or so: it is still in the cache when it is written, and the next ones
    // are rendered meanwhile.
    // What is compressed is so share by share, whose size is therefore no matter of how many work.
    let isPacked = gzip != nil
    let grain = isPacked ? 1024 : max(1, min(1024, rows / (workers.count * 4)))
    let shares = (rows + grain - 1) / grain
    func range(_ share: Int) -> Range<Int> { share * grain..<min(rows, (share + 1) * grain) }
    if workers.count == 1 {
      for share in 0..<shares { try write(render(range(share))) }
      return
    }
    var waiting: [Int: Rendered] = [:]
    /// Written, and not followed yet.
    var unseen: [ByteBuffer] = []
    var isFollowing = false
    var (started, written, done) = (0, 0, 0)
    var failure: LayerWriteError?
    let (follower, path) = (follower, path)
    await withTaskGroup(of: Share.self) { group in
      func goOn() {
        guard failure == nil else { return }
        // Few shares are in memory, and who follows slowly holds up the rest.
        let unfollowed = written - done
        while started < min(shares, written + 4 * workers.count), unfollowed <= 16 * workers.count {
          let share = started
          let rows = range(share)
          group.addTask {
            let buffer = render(rows)
            return .rendered(share, isPacked ? .packed(GzipBlock(buffer)) : .plain(buffer))
          }
          started += 1
        }
        if let follower, !isFollowing, !unseen.isEmpty {
          isFollowing = true
          let shares = unseen
          unseen = []
          group.addTask {
            for share in shares { share.withBytes { follower.take($0, of: path) } }
            return .followed(shares.count)
          }
        }
      }
      goOn()
      while let share = await group.next() {
        switch share {
        case .rendered(let number, let buffer): waiting[number] = buffer
        case .followed(let count):
          isFollowing = false
          done += count
        }
        while failure == nil, let rendered = waiting.removeValue(forKey: written) {
          let next = rendered.buffer
          if case .packed(let block) = rendered { gzip?.add(block) }
          do throws(LayerWriteError) {
            try next.withBytes { (bytes) throws(LayerWriteError) in try put(bytes) }
            if follower == nil { done += 1 } else { unseen.append(next) }
          } catch {
            failure = error
          }
          written += 1
          goOn()
        }
        goOn()
      }
    }
    if let failure { throw failure }
  }

  /// The rows of a share as bytes.
  private enum Rendered: Sendable {
    case plain(ByteBuffer)
    case packed(GzipBlock)

    /// As they stand in the file.
    var buffer: ByteBuffer {
      switch self {
      case .plain(let buffer): buffer
      case .packed(let block): block.packed
      }
    }
  }

  /// What a task has done.
  private enum Share: Sendable {
    /// The rows of a share, by its number.
    case rendered(Int, Rendered)
    /// So many of what was written and not followed.
    case followed(Int)
  }
}
