/// What a street is beside its line, for the places that meet it.
public struct StreetTraits: OptionSet, Sendable, Hashable {
  /// As it is saved.
  public let rawValue: UInt8

  /// Of those that were saved.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// On a bridge, in a tunnel, on another level than the ground, covered or indoors: it is walked
  /// along like any other, and catches a place only where no street on the ground does.
  public static let elevated = StreetTraits(rawValue: 1)

  /// Only for those who live there (`access` or `foot` says private, or a private gate closes it).
  /// Nobody walks along it but the people of a compound that it lies in, so it is in no component,
  /// and joins nothing for others.
  ///
  /// A gate that only they pass is a line of this kind between the two vertices, at one place, at
  /// which the way ends on either side; that line has no length.
  public static let residentsOnly = StreetTraits(rawValue: 2)

  /// All that are known.
  static let all: StreetTraits = [.elevated, .residentsOnly]
}
