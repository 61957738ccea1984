internal import Documents
internal import Foundation
internal import GeoFiles
internal import Wording

/// A browser that prints pages without showing them.
struct Browser: Sendable {
  /// The environment variable that names one.
  static let variable = "SITING_BROWSER"
  /// Names that browsers of one family go by; all of them take the same options.
  private static let names = [
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge",
  ]
  /// Seconds after which a print is given up.
  private static let patience = 60.0

  let executable: String

  /// The browser that the environment names, else the first of those known in its path.
  static var installed: Browser? {
    find(in: ProcessInfo.processInfo.environment)
  }

  static func find(in environment: [String: String]) -> Browser? {
    let manager = FileManager.default
    if let stated = environment[variable], !stated.isEmpty {
      return manager.isExecutableFile(atPath: stated) ? Browser(executable: stated) : nil
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    for name in names {
      for folder in folders where manager.isExecutableFile(atPath: "\(folder)/\(name)") {
        return Browser(executable: "\(folder)/\(name)")
      }
    }
    return nil
  }

  /// Why nothing was printed.
  struct Failure: Error, Hashable {
    let reason: LocalizedText
  }

  /// Prints a page as a PDF.
  ///
  /// - Throws: `Failure`, or `CancellationError`; nothing is then at `path`.
  func print(_ page: String, to path: String) async throws {
    let manager = FileManager.default
    // A profile of its own: the browser of whoever runs this may be open.
    let scratch = manager.temporaryDirectory
      .appendingPathComponent("siting-print-\(UUID().uuidString)")
    defer { try? manager.removeItem(at: scratch) }
    let source = scratch.appendingPathComponent("page.html")
    let printed = scratch.appendingPathComponent("page.pdf")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
      "--no-pdf-header-footer", "--user-data-dir=\(scratch.appendingPathComponent("profile").path)",
      "--print-to-pdf=\(printed.path)", source.absoluteString,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try manager.createDirectory(at: scratch, withIntermediateDirectories: false)
      try Data(page.utf8).write(to: source)
      try process.run()
    } catch {
      throw Failure(reason: PrintingWords.cannotStart(executable))
    }
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
    let deadline = Date().addingTimeInterval(Self.patience)
    while process.isRunning {
      // Before the pause: on a busy machine this task may sleep longer than it asked for.
      if Date() > deadline {
        throw Failure(
          reason: PrintingWords.tookTooLong(executable, seconds: Int(Self.patience)))
      }
      try await Task.sleep(nanoseconds: 20_000_000)
    }
    guard process.terminationStatus == 0,
      let bytes = try? Data(contentsOf: printed), bytes.starts(with: Data("%PDF".utf8))
    else {
      throw Failure(
        reason: PrintingWords.noPage(executable, status: process.terminationStatus))
    }
    try OutputFile.write(Array(bytes), to: path)
  }
}
