public import Documents

/// One file of a publication.
public protocol PublishedOutput: Sendable {
  /// Its name in the folder.
  static var fileName: String { get }
  /// What is in it.
  static var title: LocalizedText { get }
}

/// Writing is for this module only: outputs are made through `Publication`.
protocol WritableOutput: PublishedOutput {
  /// Writes the whole file.
  static func write(_ edition: Edition, to file: inout OutputFile) async throws
}

/// Every file of a publication.
public enum OutputRegistry {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let all: [any PublishedOutput.Type] = writable

  static let writable: [any WritableOutput.Type] = [
    FindingsOutput.self, ReportOutput.self, ManifestOutput.self,
  ]
}
