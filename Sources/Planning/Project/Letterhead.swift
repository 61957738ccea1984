public import Documents

/// What stands over opinions and below them.
public struct Letterhead: Sendable, Hashable {
  /// Who reviews; `nil`: a line to fill in.
  public var bureau: LocalizedText?
  /// What the sheet is called; `nil`: as this program calls it.
  public var title: LocalizedText?
  /// The number of the opinion; `nil`: a line to fill in.
  public var number: String?
  /// Who gets a copy.
  public var copies: [String] = []

  /// Nothing stated.
  public init() {}
}
