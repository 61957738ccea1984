import Documents
import Foundation
import GeoFiles
import TestSupport
import Testing

@testable import Pages
@testable import Publishing

@Suite("All or nothing")
struct AtomicityTests {
  @Test("a new folder takes its place, and a later one replaces it")
  func replaces() async throws {
    let scratch = try ScratchFolder()
    let out = "\(scratch.path)/out"
    let result = try SmallResult.make()
    let files = try await Publication.publish(result, to: out, options: SmallResult.options())
    let usual = OutputRegistry.all.filter { !$0.isOnRequest }.map { $0.fileName }
    #expect(files.map(\.name).filter { !$0.hasSuffix(".qml") } == usual)
    // Beside each layer is how it is drawn.
    let layers = usual.filter { $0.hasSuffix(".geojson") }
    #expect(
      files.map(\.name).filter { $0.hasSuffix(".qml") }
        == layers.map { $0.replacing(".geojson", with: ".qml") })
    #expect(try scratch.names(in: "out") == files.map(\.name).sorted())
    var options = SmallResult.options()
    options.outputs = ["findings.csv"]
    _ = try await Publication.publish(result, to: "\(out)/", options: options)
    #expect(try scratch.names(in: "out") == ["findings.csv", "manifest.json"])
    #expect(try scratch.names() == ["out"])
  }

  @Test("an empty folder is replaced, and a link to a folder is followed")
  func emptyAndLinked() async throws {
    let scratch = try ScratchFolder()
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: "\(scratch.path)/real", withIntermediateDirectories: false)
    try manager.createSymbolicLink(
      atPath: "\(scratch.path)/link", withDestinationPath: "\(scratch.path)/real")
    _ = try await Publication.publish(
      try SmallResult.make(), to: "\(scratch.path)/link", options: SmallResult.options())
    #expect(try scratch.names(in: "real").contains("manifest.json"))
    #expect(try manager.destinationOfSymbolicLink(atPath: "\(scratch.path)/link") != "")
  }

  /// Stops in the middle of its file.
  private enum FailingOutput: WritableOutput, ResultOutput {
    static let fileName = "failing.txt"
    static let title = LocalizedText(en: "fails", zh: "失败")

    static func write(_ edition: Edition, _ press: Press, to path: String) async throws {
      var file = try OutputFile(creating: path)
      try file.write(Array("half".utf8))
      throw PublishingError.diskFull(path: path)
    }
  }

  @Test("a failure in the middle leaves the old folder as it was, and nothing else")
  func failureInTheMiddle() async throws {
    let scratch = try ScratchFolder()
    let out = "\(scratch.path)/out"
    let result = try SmallResult.make()
    _ = try await Publication.publish(result, to: out, options: SmallResult.options())
    let before = try scratch.text("out/manifest.json")
    var options = SmallResult.options(.zh)
    options.outputs.insert(FailingOutput.fileName)
    let error = await #expect(throws: PublishingError.self) {
      try await Publication.publish(
        result, to: out, options: options,
        from: Array(OutputRegistry.resultOutputs.dropLast()) + [
          FailingOutput.self, ManifestOutput.self,
        ])
    }
    // The user knows the folder, not its partial name.
    #expect(error == .diskFull(path: "\(out)/failing.txt"))
    #expect(try scratch.names() == ["out"])
    #expect(try scratch.text("out/manifest.json") == before)
  }

  @Test("a folder with something of somebody else's stays")
  func foreign() async throws {
    let scratch = try ScratchFolder()
    let out = "\(scratch.path)/out"
    let result = try SmallResult.make()
    _ = try await Publication.publish(result, to: out, options: SmallResult.options())
    try scratch.write("mine", to: "out/notes.txt")
    let error = await #expect(throws: PublishingError.self) {
      try await Publication.publish(result, to: out, options: SmallResult.options())
    }
    #expect(error == .foreignFolder(path: out, example: "notes.txt"))
    #expect(try scratch.text("out/notes.txt") == "mine")
    #expect(
      "\(PublishingError.foreignFolder(path: "out", example: "notes.txt"))"
        == "out: holds notes.txt, which siting did not write, so the folder is not replaced;"
        + " name a new or an empty folder")
  }

  @Test("a manifest of another program does not give a folder away")
  func foreignManifest() async throws {
    let scratch = try ScratchFolder()
    try scratch.write(#"{"manifest_version": 3, "outputs": {"x": 1}}"#, to: "manifest.json")
    await #expect(throws: PublishingError.self) {
      try await Publication.publish(
        try SmallResult.make(), to: scratch.path, options: SmallResult.options())
    }
    #expect(try scratch.names() == ["manifest.json"])
  }

  @Test("paths that cannot be a folder are errors before any work")
  func badPaths() async throws {
    let scratch = try ScratchFolder()
    try scratch.write("text", to: "file")
    let result = try SmallResult.make()
    func error(_ path: String) async -> PublishingError? {
      await #expect(throws: PublishingError.self) {
        try await Publication.publish(result, to: path, options: SmallResult.options())
      }
    }
    #expect(await error("\(scratch.path)/file") == .notAFolder(path: "\(scratch.path)/file"))
    #expect(await error("\(scratch.path)/a/b") == .noParent(path: "\(scratch.path)/a/b"))
    #expect(await error("/") == .unreplaceable(path: "/"))
    #expect(await error(".") == .unreplaceable(path: "."))
    var options = SmallResult.options()
    options.outputs = ["report.pdf"]
    await #expect(throws: PublishingError.self) {
      try await Publication.publish(result, to: "\(scratch.path)/out", options: options)
    }
    #expect(try scratch.names() == ["file"])
  }

  @Test("a folder that may not be written to", .disabled(if: geteuid() == 0, "root may write"))
  func readOnly() async throws {
    let scratch = try ScratchFolder()
    chmod(scratch.path, 0o555)
    defer { chmod(scratch.path, 0o755) }
    await #expect(throws: PublishingError.self) {
      try await Publication.publish(
        try SmallResult.make(), to: "\(scratch.path)/out", options: SmallResult.options())
    }
    #expect(try scratch.names() == [])
  }

  @Test("a full disk")
  func fullDisk() async throws {
    let scratch = try ScratchFolder()
    guard run("mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", scratch.path) else {
      print("skipped: a small file system cannot be mounted here")
      return
    }
    defer { _ = run("umount", scratch.path) }
    let error = await #expect(throws: PublishingError.self) {
      try await Publication.publish(
        try SmallResult.make(side: 12), to: "\(scratch.path)/out", options: SmallResult.options())
    }
    guard case .diskFull = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try scratch.names() == [])
  }

  private func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
