/// Where everything is in the file of a saved network.
///
/// A header of fifteen 8-byte words: magic; version and byte order; eleven counts (nodes, edges,
/// vertices, components, bytes of the CRS and of the fingerprint, obstacles, gates, squares, their rings
/// and their vertices); 1 for lengths on
/// the ground, 0 for those of the plane; checksum. Then the columns, each filled up to whole words: x
/// and y of vertices as `Double`; from, to, vertex offsets, along, pieces and components as `Int32`; one-way
/// flags and traits as bytes; CRS and fingerprint in UTF-8; of obstacles x and y of both ends as
/// `Double` and kinds as bytes; x and y of gates as `Double`; of squares ring offsets and vertex offsets
/// as `Int32`, x and y as `Double`.
struct NetworkFileLayout {
  static let magic: UInt64 = 0x4b4c_4157_5449_5331  // "1SITWALK", in this byte order
  /// 1 had lengths of the plane only; 2 neither traits, obstacles nor gates; 3 no squares.
  static let version: UInt32 = 4
  /// Reads as another number on a machine of the other byte order.
  static let byteOrder: UInt32 = 0x0102_0304
  static let headerWords = 15
  /// The first of the counts.
  static let countWord = 2
  static let countWords = 11
  static let groundWord = 13
  static let checksumWord = 14

  var nodes: Int
  var edges: Int
  var vertices: Int
  var components: Int
  var crsBytes: Int
  var fingerprintBytes: Int
  var obstacles: Int
  var gates: Int
  var squares: Int
  var squareRings: Int
  var squareVertices: Int

  /// Of the counts in a header.
  init(
    nodes: Int, edges: Int, vertices: Int, components: Int, crsBytes: Int, fingerprintBytes: Int,
    obstacles: Int, gates: Int, squares: Int, squareRings: Int, squareVertices: Int
  ) {
    self.nodes = nodes
    self.edges = edges
    self.vertices = vertices
    self.components = components
    self.crsBytes = crsBytes
    self.fingerprintBytes = fingerprintBytes
    self.obstacles = obstacles
    self.gates = gates
    self.squares = squares
    self.squareRings = squareRings
    self.squareVertices = squareVertices
  }

  /// - Parameter header: Its words, all of them.
  init(header: some Collection<UInt64>) {
    let counts = header.dropFirst(Self.countWord).prefix(Self.countWords).map {
      Int(clamping: $0)
    }
    self.init(
      nodes: counts[0], edges: counts[1], vertices: counts[2], components: counts[3],
      crsBytes: counts[4], fingerprintBytes: counts[5], obstacles: counts[6], gates: counts[7],
      squares: counts[8], squareRings: counts[9], squareVertices: counts[10])
  }

  /// In the order of the header.
  var counts: [Int] {
    [
      nodes, edges, vertices, components, crsBytes, fingerprintBytes, obstacles, gates, squares,
      squareRings, squareVertices,
    ]
  }

  /// Bytes of each column, in the order of the file.
  var columns: [Int] {
    [
      8 * vertices, 8 * vertices, 4 * edges, 4 * edges, 4 * (edges + 1), 4 * vertices, 4 * vertices,
      4 * nodes,
      edges, edges, crsBytes, fingerprintBytes, 8 * obstacles, 8 * obstacles, 8 * obstacles,
      8 * obstacles, obstacles, 8 * gates, 8 * gates, 4 * (squares + 1), 4 * (squareRings + 1),
      8 * squareVertices, 8 * squareVertices,
    ]
  }

  /// Of the whole file.
  var byteCount: Int { columns.reduce(8 * Self.headerWords) { $0 + ($1 + 7) & ~7 } }

  /// Numbers that no network has would overflow the sizes above.
  var isPlausible: Bool {
    counts.allSatisfy { $0 >= 0 && $0 <= Int(Int32.max) }
  }

  /// Of all words but the checksum itself. Every step is one-to-one in each word, so that a change
  /// within one word is always seen.
  static func checksum(_ words: UnsafeBufferPointer<UInt64>) -> UInt64 {
    let prime: UInt64 = 0x9e37_79b9_7f4a_7c15
    var (a, b, c, d): (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    @inline(__always)
    func mix(_ lane: inout UInt64, _ index: Int) {
      guard index < words.count else { return }
      let mixed = (lane ^ (index == checksumWord ? 0 : words[index])) &* prime
      lane = mixed << 29 | mixed >> 35
    }
    // Four at a time, so that one multiplication need not wait for another.
    for index in stride(from: 0, to: words.count, by: 4) {
      mix(&a, index)
      mix(&b, index + 1)
      mix(&c, index + 2)
      mix(&d, index + 3)
    }
    var result: UInt64 = 0
    for lane in [a, b, c, d] { result = (result ^ lane) &* prime ^ (result >> 31) }
    return result
  }
}
