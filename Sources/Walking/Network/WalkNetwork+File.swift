internal import Glibc
internal import Planar

extension WalkNetwork {
  private var layout: NetworkFileLayout {
    NetworkFileLayout(
      nodes: nodeCount, edges: edgeCount, vertices: vertexCount, components: componentCount,
      crsBytes: crs.utf8.count, fingerprintBytes: fingerprint.utf8.count,
      obstacles: obstacles.count, gates: gates.count, squares: squares.count,
      squareRings: squares.geometry.vertexOffsets.count - 1,
      squareVertices: squares.geometry.vertexCount)
  }

  /// Writes the network to one file, all or nothing: an old file at the path stays until the new
  /// one is complete.
  public func save(to path: String) throws(NetworkFileError) {
    let words = fileWords()
    let partial = "\(path).\(getpid()).partial"
    let descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .refused(path) }
    var isDone = words.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let got = write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if got < 0, errno == EINTR { continue }
        if got < 0 { return false }
        done += got
      }
      return fsync(descriptor) == 0
    }
    var reason = errno
    if close(descriptor) != 0, isDone {
      reason = errno
      isDone = false
    }
    if isDone, rename(partial, path) != 0 {
      reason = errno
      isDone = false
    }
    if !isDone {
      unlink(partial)
      throw .system(path: path, reason: String(cString: strerror(reason)))
    }
  }

  private func fileWords() -> [UInt64] {
    let layout = layout
    var words = [UInt64](repeating: 0, count: layout.byteCount / 8)
    words[0] = NetworkFileLayout.magic
    words[1] =
      UInt64(NetworkFileLayout.version) << 32 | UInt64(NetworkFileLayout.byteOrder)
    for (index, count) in layout.counts.enumerated() {
      words[NetworkFileLayout.countWord + index] = UInt64(count)
    }
    words[NetworkFileLayout.groundWord] = isOnGround ? 1 : 0
    words.withUnsafeMutableBytes { bytes in
      var start = 8 * NetworkFileLayout.headerWords
      func put(_ column: UnsafeRawBufferPointer) {
        UnsafeMutableRawBufferPointer(rebasing: bytes[start...]).copyMemory(from: column)
        start += (column.count + 7) & ~7
      }
      vertexX.withUnsafeBytes(put)
      vertexY.withUnsafeBytes(put)
      edgeFrom.withUnsafeBytes(put)
      edgeTo.withUnsafeBytes(put)
      vertexOffsets.withUnsafeBytes(put)
      vertexAlong.withUnsafeBytes(put)
      vertexPieces.withUnsafeBytes(put)
      components.withUnsafeBytes(put)
      edgeIsOneWay.withUnsafeBytes(put)
      edgeTraits.withUnsafeBytes(put)
      Array(crs.utf8).withUnsafeBytes(put)
      Array(fingerprint.utf8).withUnsafeBytes(put)
      obstacles.startX.withUnsafeBytes(put)
      obstacles.startY.withUnsafeBytes(put)
      obstacles.endX.withUnsafeBytes(put)
      obstacles.endY.withUnsafeBytes(put)
      obstacles.kinds.map(\.rawValue).withUnsafeBytes(put)
      gates.x.withUnsafeBytes(put)
      gates.y.withUnsafeBytes(put)
      squares.geometry.ringOffsets.withUnsafeBytes(put)
      squares.geometry.vertexOffsets.withUnsafeBytes(put)
      squares.geometry.x.withUnsafeBytes(put)
      squares.geometry.y.withUnsafeBytes(put)
    }
    words[NetworkFileLayout.checksumWord] = words.withUnsafeBufferPointer {
      NetworkFileLayout.checksum($0)
    }
    return words
  }

  /// Reads a saved network. Every count and index is checked, so that a damaged file is an error
  /// and never a wrong memory access.
  ///
  /// Whether it is the wanted network is for the caller to see, from `crs` and `fingerprint`.
  public init(contentsOf path: String) throws(NetworkFileError) {
    let words = try Self.words(path: path)
    let layout = NetworkFileLayout(header: words[..<NetworkFileLayout.headerWords])
    var start = 8 * NetworkFileLayout.headerWords
    func column<T: BitwiseCopyable>(_: T.Type, _ count: Int) -> [T] {
      let bytes = count * MemoryLayout<T>.stride
      defer { start += (bytes + 7) & ~7 }
      return words.withUnsafeBytes { source in
        [T](unsafeUninitializedCapacity: count) { target, filled in
          UnsafeMutableRawBufferPointer(target).copyMemory(
            from: UnsafeRawBufferPointer(rebasing: source[start..<start + bytes]))
          filled = count
        }
      }
    }
    let x = column(Double.self, layout.vertices)
    let y = column(Double.self, layout.vertices)
    let from = column(Int32.self, layout.edges)
    let to = column(Int32.self, layout.edges)
    let offsets = column(Int32.self, layout.edges + 1)
    let along = column(Int32.self, layout.vertices)
    let pieces = column(Int32.self, layout.vertices)
    let components = column(Int32.self, layout.nodes)
    let isOneWay = column(UInt8.self, layout.edges)
    let traits = column(UInt8.self, layout.edges)
    let crs = String(decoding: column(UInt8.self, layout.crsBytes), as: UTF8.self)
    let fingerprint = String(decoding: column(UInt8.self, layout.fingerprintBytes), as: UTF8.self)
    let obstacles = StreetObstacles(
      startX: column(Double.self, layout.obstacles), startY: column(Double.self, layout.obstacles),
      endX: column(Double.self, layout.obstacles), endY: column(Double.self, layout.obstacles),
      kinds: column(UInt8.self, layout.obstacles))
    let gates = StreetGates(
      x: column(Double.self, layout.gates), y: column(Double.self, layout.gates))
    let ringOffsets = column(Int32.self, layout.squares + 1)
    let squareOffsets = column(Int32.self, layout.squareRings + 1)
    let squares = StreetSquares(
      x: column(Double.self, layout.squareVertices), y: column(Double.self, layout.squareVertices),
      vertexOffsets: squareOffsets, ringOffsets: ringOffsets)

    let checked = NetworkColumns(
      x: x, y: y, from: from, to: to, offsets: offsets, along: along, isOneWay: isOneWay,
      traits: traits, pieces: pieces, components: components, componentCount: layout.components)
    let nodes: (x: [Double], y: [Double])
    switch checked.nodes() {
    case .success(let places): nodes = places
    case .failure(let problem): throw .damaged(path: path, problem: problem.text)
    }
    guard let obstacles, let gates, let squares else {
      throw .damaged(path: path, problem: "an obstacle, a square or a gate is nowhere")
    }
    self.init(
      crs: crs, fingerprint: fingerprint, isOnGround: words[NetworkFileLayout.groundWord] == 1,
      nodeX: nodes.x, nodeY: nodes.y, edgeFrom: from, edgeTo: to, edgeIsOneWay: isOneWay,
      edgeTraits: traits, vertexOffsets: offsets, vertexX: x, vertexY: y, vertexAlong: along,
      vertexPieces: pieces, components: components, componentCount: layout.components,
      obstacles: obstacles, squares: squares, gates: gates)
  }

  /// The words of a file of the right size and checksum.
  private static func words(path: String) throws(NetworkFileError) -> [UInt64] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw .refused(path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .refused(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notANetwork(path: path) }
    let headerBytes = 8 * NetworkFileLayout.headerWords
    let header = try read(descriptor, words: NetworkFileLayout.headerWords, path)
    guard let magic = header.first, magic == NetworkFileLayout.magic else {
      throw .notANetwork(path: path)
    }
    guard header.count == NetworkFileLayout.headerWords else {
      throw .damaged(path: path, problem: "it ends after fewer than \(headerBytes) bytes")
    }
    let version = UInt32(header[1] >> 32)
    guard UInt32(truncatingIfNeeded: header[1]) == NetworkFileLayout.byteOrder,
      version == NetworkFileLayout.version
    else {
      throw .otherVersion(path: path, found: version, expected: NetworkFileLayout.version)
    }
    let layout = NetworkFileLayout(header: header)
    guard header[NetworkFileLayout.groundWord] <= 1 else {
      throw .damaged(path: path, problem: "it does not say what its lengths are")
    }
    guard layout.isPlausible, layout.byteCount == Int(status.st_size) else {
      throw .damaged(
        path: path, problem: "it has \(status.st_size) bytes, which its header does not say")
    }
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw .refused(path) }
    let words = try read(descriptor, words: layout.byteCount / 8, path)
    guard words.count == layout.byteCount / 8, Array(words[..<header.count]) == header,
      words.withUnsafeBufferPointer({ NetworkFileLayout.checksum($0) })
        == words[NetworkFileLayout.checksumWord]
    else { throw .damaged(path: path, problem: "its checksum is wrong") }
    return words
  }

  /// As many whole words as there are, up to a number.
  private static func read(
    _ descriptor: Int32, words: Int, _ path: String
  ) throws(NetworkFileError) -> [UInt64] {
    var failed = false
    let result = [UInt64](unsafeUninitializedCapacity: words) { buffer, filled in
      let bytes = UnsafeMutableRawBufferPointer(buffer)
      var done = 0
      while done < bytes.count {
        let got = Glibc.read(
          descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if got < 0, errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        done += got
      }
      filled = done / 8
    }
    if failed { throw .refused(path) }
    return result
  }
}

extension NetworkFileError {
  /// What the system just said.
  fileprivate static func refused(_ path: String) -> NetworkFileError {
    .system(path: path, reason: String(cString: strerror(errno)))
  }
}
