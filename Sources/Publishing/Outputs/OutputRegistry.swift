internal import Pages

/// Every file of a publication.
public enum OutputRegistry {
  /// A new output is one file and one line here. The manifest is the last: it lists the others.
  public static let all: [any PublishedOutput.Type] = writable

  static let writable: [any WritableOutput<Edition>.Type] = [
    ParcelsOutput.self, FacilitiesOutput.self, CatchmentsOutput.self, UnitsOutput.self,
    GapsOutput.self, ShortageGroupsOutput.self, FindingsOutput.self, RejectedOutput.self,
    SnappingOutput.self, GeoPackageOutput.self,
    ReportOutput.self, ManifestOutput.self,
  ]
}
