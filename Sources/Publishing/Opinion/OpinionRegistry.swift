internal import Documents

/// A file of an opinion.
protocol OpinionOutput: PublishedOutput {
  /// Whether there is anything to write.
  static func isWanted(in edition: OpinionEdition) -> Bool
  /// Writes the whole file; its bytes must depend on the edition alone.
  ///
  /// - Throws: `OmittedOutput` where the file cannot be made here and the others do without it.
  static func write(_ edition: OpinionEdition, to path: String) async throws
}

extension OpinionOutput {
  static func isWanted(in edition: OpinionEdition) -> Bool { true }
}

/// Why an output is not there though it was asked for.
struct OmittedOutput: Error, Hashable {
  let reason: LocalizedText
}

/// Every file of an opinion.
public enum OpinionRegistry {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let all: [any PublishedOutput.Type] = writable

  /// The names of all files but the one that takes a browser.
  public static let withoutPDF = Set(all.map { $0.fileName })
    .subtracting([OpinionPDFOutput.fileName])

  static let writable: [any OpinionOutput.Type] = [
    OpinionSheetOutput.self, OpinionPDFOutput.self, OpinionJSONOutput.self,
    PlanParcelsOutput.self, PlanFacilitiesOutput.self, PlanEffectsOutput.self,
    PlanRemedyOutput.self, OpinionManifestOutput.self,
  ]
}
