public import GeoData

/// The words that data is read with.
public struct Vocabulary: Sendable {
  /// The kinds of facilities.
  public var kinds: FacilityKinds
  /// What data calls our columns and values.
  public var aliases: FieldAliases

  /// A vocabulary of two parts.
  public init(kinds: FacilityKinds, aliases: FieldAliases) {
    self.kinds = kinds
    self.aliases = aliases
  }

  /// The vocabulary that comes with the program.
  public static func builtIn() throws -> Vocabulary {
    Vocabulary(kinds: try .builtIn(), aliases: try .builtIn())
  }
}
