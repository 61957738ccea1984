/// What a run of the program came to.
public struct ProgramEnding: Sendable {
  /// Its exit status.
  public let status: Int32
  /// All that it said, on either stream.
  public let said: String

  /// An ending.
  public init(status: Int32, said: String) {
    self.status = status
    self.said = said
  }
}
