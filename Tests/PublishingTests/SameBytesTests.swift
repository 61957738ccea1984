import Rules
import TestSupport
import Testing

@testable import Publishing

@Suite("Same bytes")
struct SameBytesTests {
  @Test("whatever the number of workers", arguments: [2, 7])
  func workers(count: Int) async throws {
    let scratch = try ScratchFolder()
    let result = try SmallResult.make(side: 70)
    let one = try await Publication.publish(
      result, to: "\(scratch.path)/one", options: SmallResult.options())
    let many = try await Publication.publish(
      result, to: "\(scratch.path)/many", options: SmallResult.options(workers: count))
    #expect(one == many)
  }

  @Test("each file is in the manifest with its hash")
  func manifest() async throws {
    let scratch = try ScratchFolder()
    let files = try await Publication.publish(
      try SmallResult.make(), to: "\(scratch.path)/out", options: SmallResult.options())
    let manifest = try scratch.text("out/manifest.json")
    for file in files where file.name != "manifest.json" {
      #expect(manifest.contains("\"\(file.sha256)\""))
      let (byteCount, digest) = try SHA256Digest.ofFile(
        "\(scratch.path)/out/\(file.name)", named: file.name)
      #expect(byteCount == file.byteCount && digest == file.sha256)
    }
  }

  @Test("SHA-256 as the standard has it")
  func digest() {
    #expect(
      SHA256Digest.hexadecimal(SHA256Digest.of(Array("abc".utf8)))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
