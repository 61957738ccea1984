public import Documents

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

/// Writing is for this module only: outputs are made through `Publication`.
protocol WritableOutput: PublishedOutput {
  /// Writes the whole file; its bytes must depend on the edition alone.
  static func write(_ edition: Edition, to path: String) async throws
}

/// Every file of a publication.
public enum OutputRegistry {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let all: [any PublishedOutput.Type] = writable

  static let writable: [any WritableOutput.Type] = [
    ParcelsOutput.self, FacilitiesOutput.self, CatchmentsOutput.self, UnitsOutput.self,
    GapsOutput.self, ShortageGroupsOutput.self, FindingsOutput.self, RejectedOutput.self,
    SnappingOutput.self,
    ReportOutput.self, ManifestOutput.self,
  ]
}
