import Foundation
import TestSupport
import Testing
import Workers

@testable import Walking

@Suite("Saved networks")
struct NetworkFileTests {
  static func network(seed: UInt64, vertices: Int = 24) throws -> WalkNetwork {
    var random = SplitMix64(seed: seed)
    var lines = StreetLines.random(vertices: vertices, lines: vertices, using: &random)
    lines.addTraits(using: &random)
    return try WalkNetwork(lines: lines, crs: "EPSG:4548 é", fingerprint: "sha256:\(seed)")
  }

  @Test("what is saved is what is loaded", arguments: UInt64(0)..<20)
  func roundTrip(seed: UInt64) throws {
    let network = try Self.network(seed: seed)
    let scratch = try ScratchFolder()
    let path = scratch.path("network.walk")
    try network.save(to: path)
    try network.save(to: path)
    let loaded = try WalkNetwork(contentsOf: path)
    #expect(loaded.crs == network.crs && loaded.fingerprint == network.fingerprint)
    #expect(loaded.nodeX == network.nodeX && loaded.nodeY == network.nodeY)
    #expect(loaded.edgeFrom == network.edgeFrom && loaded.edgeTo == network.edgeTo)
    #expect(loaded.edgeIsOneWay == network.edgeIsOneWay)
    #expect(loaded.edgeTraits == network.edgeTraits)
    #expect(loaded.obstacles == network.obstacles && network.obstacles.count == 3)
    #expect(loaded.gates == network.gates && network.gates.count == 2)
    #expect(loaded.edgeLengths == network.edgeLengths)
    #expect(loaded.vertexOffsets == network.vertexOffsets)
    #expect(loaded.vertexX == network.vertexX && loaded.vertexY == network.vertexY)
    #expect(loaded.vertexAlong == network.vertexAlong)
    #expect(loaded.vertexPieces == network.vertexPieces)
    #expect(loaded.components == network.components)
    #expect(loaded.componentLengths == network.componentLengths)
    #expect(loaded.forward == network.forward && loaded.backward == network.backward)
    // The same network is the same bytes.
    let again = scratch.path("again.walk")
    try loaded.save(to: again)
    #expect(
      FileManager.default.contents(atPath: path) == FileManager.default.contents(atPath: again))
  }

  @Test("an empty network can be saved")
  func empty() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("network.walk")
    try WalkNetwork(lines: StreetLines(), crs: "").save(to: path)
    #expect(try WalkNetwork(contentsOf: path).edgeCount == 0)
  }

  @Test("a file cut short anywhere, or changed in any byte, is an error")
  func damaged() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("network.walk")
    try Self.network(seed: 3, vertices: 8).save(to: path)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    for count in 0..<bytes.count {
      try bytes.prefix(count).write(to: URL(fileURLWithPath: path))
      #expect(throws: NetworkFileError.self) { try WalkNetwork(contentsOf: path) }
    }
    try (bytes + [0]).write(to: URL(fileURLWithPath: path))
    #expect(throws: NetworkFileError.self) { try WalkNetwork(contentsOf: path) }
    for index in 0..<bytes.count {
      for flip in [UInt8(1), 0x80, 0xff] {
        var changed = bytes
        changed[index] ^= flip
        try changed.write(to: URL(fileURLWithPath: path))
        #expect(throws: NetworkFileError.self) { try WalkNetwork(contentsOf: path) }
      }
    }
  }

  @Test("a file made to look right is an error or a network that can be asked", arguments: 0..<60)
  func hostile(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let scratch = try ScratchFolder()
    let path = scratch.path("network.walk")
    try Self.network(seed: seed).save(to: path)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    for _ in 0..<20 {
      var words = bytes.withUnsafeBytes { source in
        (0..<source.count / 8).map { source.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
      }
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let word = Int.random(in: 2..<words.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: words[word] ^= 1 << UInt64.random(in: 0..<64, using: &random)
        case 1: words[word] = random.next()
        case 2: words[word] = .max
        default: words[word] &+= 1 << (32 * UInt64.random(in: 0...1, using: &random))
        }
      }
      words[NetworkFileLayout.checksumWord] = words.withUnsafeBufferPointer {
        NetworkFileLayout.checksum($0)
      }
      let data = words.withUnsafeBytes { Data($0) }
      try data.write(to: URL(fileURLWithPath: path))
      guard let network = try? WalkNetwork(contentsOf: path), network.edgeCount > 0 else {
        continue
      }
      let places = network.randomPositions(20, using: &random)
      _ = try await network.pairs(
        from: places, to: places, within: 1_000, workers: Workers(count: 1))
      _ = EdgeLocator(network).nearest(toX: 100, y: 100, within: 1_000)
      _ = try? await network.isochrones(
        of: places.selecting([0]), within: [100], offset: 25, workers: Workers(count: 1))
    }
  }

  @Test("errors say what, where and what to do")
  func messages() throws {
    let scratch = try ScratchFolder()
    let path = scratch.path("network.walk")
    func message() -> String {
      do throws(NetworkFileError) {
        _ = try WalkNetwork(contentsOf: path)
        return ""
      } catch { return error.description }
    }
    #expect(message() == "\(path): No such file or directory")
    try Data("roads, but of another kind".utf8).write(to: URL(fileURLWithPath: path))
    #expect(message() == "\(path): not a saved walking network; build it again from the source")
    try Self.network(seed: 1).save(to: path)
    var bytes = try #require(FileManager.default.contents(atPath: path))
    bytes[8 * NetworkFileLayout.headerWords + 4] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(
      message() == "\(path): damaged: its checksum is wrong; build it again from the source")
    bytes[12] = 9
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(message().contains("version 9 of the format, this engine reads 4"))
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: NetworkFileError.notANetwork(path: folder)) {
      try WalkNetwork(contentsOf: folder)
    }
    #expect(throws: NetworkFileError.self) {
      try Self.network(seed: 1).save(to: "\(folder)/no/such/folder.walk")
    }
    // Nothing half-written stays behind.
    #expect(throws: NetworkFileError.self) { try Self.network(seed: 1).save(to: folder) }
    let leftovers = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/..")
    #expect(!leftovers.contains { $0.hasSuffix(".partial") })
  }
}
