public import Documents
internal import Workers

/// One file of a publication.
public protocol PublishedOutput: Sendable {
  /// Its name in the folder.
  static var fileName: String { get }
  /// What is in it.
  static var title: LocalizedText { get }
  /// Whether it is written only where it is asked for by name.
  static var isOnRequest: Bool { get }
}

extension PublishedOutput {
  /// Most are written unless others are asked for.
  public static var isOnRequest: Bool { false }
}

/// Writing is for this module only: outputs are made through `Publication` and its like.
protocol WritableOutput<Content>: PublishedOutput {
  /// What is published: a run, an opinion, a comparison.
  associatedtype Content: Sendable
  /// Whether it writes files beside its own.
  static var isSeveral: Bool { get }
  /// Whether there is anything to write.
  static func isWanted(in content: Content) -> Bool
  /// Writes the whole file; its bytes must depend on the content, and for a manifest on what was
  /// written before, alone.
  ///
  /// - Throws: `OmittedOutput` where the file cannot be made here and the others do without it.
  static func write(_ content: Content, _ press: Press, to path: String) async throws
}

extension WritableOutput {
  static var isSeveral: Bool { false }

  static func isWanted(in content: Content) -> Bool { true }

  /// The one file that it is.
  static var printing: Printing<Content> {
    Printing(fileName: fileName, isSeveral: isSeveral, isWanted: isWanted(in:), write: write)
  }
}

/// Something to be printed into a folder.
struct Printing<Content: Sendable>: Sendable {
  /// Of the file, or of the first of several.
  let fileName: String
  /// Whether others may come to stand beside the file.
  var isSeveral = false
  /// See `WritableOutput`.
  var isWanted: @Sendable (Content) -> Bool = { _ in true }
  /// See `WritableOutput`.
  let write: @Sendable (Content, Press, String) async throws -> Void
}

/// What prints: nothing in a file depends on how many work on it.
struct Press: Sendable {
  let workers: Workers
  /// The outputs so far.
  fileprivate(set) var written: [PublishedFile] = []
  /// What was left out so far, and why.
  fileprivate(set) var notes: [LocalizedText] = []

  init(workers: Workers) { self.workers = workers }
}

/// Why an output is not there though it was asked for.
struct OmittedOutput: Error, Hashable {
  let reason: LocalizedText
}

/// A file of a publication.
public struct PublishedFile: Sendable, Hashable {
  /// Name within the folder.
  public let name: String
  /// Its length.
  public let byteCount: Int
  /// In hexadecimal.
  let sha256: String
}

extension OutputFolder {
  /// Makes sure that outputs are known by these names.
  static func check(_ names: Set<String>, among known: [String]) throws(PublishingError) {
    for name in names.sorted() where !known.contains(name) {
      throw .unknownOutput(name: name, known: known)
    }
  }

  /// Writes all outputs or nothing: into a new folder beside `directory`, which then takes its
  /// place in one rename.
  ///
  /// - Parameters:
  ///   - content: What is published, made once the folder is known to be one that may be replaced.
  ///   - names: Of the files to write; the manifest is always written.
  /// - Throws: `PublishingError`, or `CancellationError`; the folder is then as it was.
  static func publish<Content: Sendable>(
    to directory: String, _ names: Set<String>, from registry: [any WritableOutput<Content>.Type],
    workers: Workers, _ content: () async throws -> Content
  ) async throws -> Press {
    try check(names, among: registry.map { $0.fileName })
    let wanted = registry.filter { names.contains($0.fileName) || $0.fileName == mark }
    return try await publish(
      to: directory, wanted.map { $0.printing }, workers: workers, content)
  }

  /// The same with what is to be printed, in its order.
  static func publish<Content: Sendable>(
    to directory: String, _ printings: [Printing<Content>], workers: Workers,
    _ content: () async throws -> Content
  ) async throws -> Press {
    let folder = try OutputFolder(replacing: directory)
    let content = try await content()
    var press = Press(workers: workers)
    for printing in printings where printing.isWanted(content) {
      try Task.checkCancellation()
      let before = press
      do {
        press.written += try await folder.write(
          printing.fileName, isSeveral: printing.isSeveral
        ) {
          try await printing.write(content, before, $0)
        }
      } catch let note as OmittedOutput {
        press.notes.append(note.reason)
      }
    }
    try folder.takePlace()
    return press
  }
}
