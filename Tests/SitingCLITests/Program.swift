import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it.
enum Program {
  /// What a run came to.
  struct Run {
    let status: Int32
    /// Whether a signal ended it: a crash.
    let isCrash: Bool
    let output: String
    let errors: String
  }

  static var path: String {
    get throws {
      let folder = Bundle.main.bundleURL
      let candidates = [folder, folder.deletingLastPathComponent()].map {
        $0.appendingPathComponent("siting").path
      }
      return try #require(
        candidates.first { FileManager.default.isExecutableFile(atPath: $0) },
        "the program is built beside the tests")
    }
  }

  static func run(
    _ arguments: String..., environment: [String: String] = [:], folder: URL? = nil
  ) throws -> Run {
    try run(arguments, environment: environment, folder: folder)
  }

  static func run(
    _ arguments: [String], environment: [String: String] = [:], folder: URL? = nil
  ) throws -> Run {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try path)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["LANG": "C.UTF-8"].merging(environment) { _, own in own }
    ) { _, own in own }
    // Files, not pipes: nobody has to read them while the program runs.
    let scratch = try ScratchFolder()
    let outputPath = scratch.path("stdout")
    let errorPath = scratch.path("stderr")
    for path in [outputPath, errorPath] {
      _ = FileManager.default.createFile(atPath: path, contents: nil)
    }
    process.standardOutput = FileHandle(forWritingAtPath: outputPath)
    process.standardError = FileHandle(forWritingAtPath: errorPath)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return Run(
      status: process.terminationStatus,
      isCrash: process.terminationReason == .uncaughtSignal,
      output: try String(contentsOfFile: outputPath, encoding: .utf8),
      errors: try String(contentsOfFile: errorPath, encoding: .utf8))
  }
}
