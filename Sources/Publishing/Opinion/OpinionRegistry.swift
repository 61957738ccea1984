internal import Pages

/// Every file of an opinion.
public enum OpinionRegistry {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let all: [any PublishedOutput.Type] = writable

  /// The names of all files but the one that takes a browser.
  public static let withoutPDF = Set(all.map { $0.fileName })
    .subtracting([OpinionPDFOutput.fileName])

  static let writable: [any WritableOutput<OpinionEdition>.Type] = [
    OpinionSheetOutput.self, OpinionPDFOutput.self, OpinionWordOutput.self,
    OpinionJSONOutput.self, PlanParcelsOutput.self, PlanFacilitiesOutput.self,
    PlanEffectsOutput.self, PlanRemedyOutput.self, OpinionManifestOutput.self,
  ]
}
