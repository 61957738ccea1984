/// The recipe for moving coordinates from one CRS to another; each worker makes its own
/// `Transformer` from it.
public struct CoordinateTransform: Sendable, Hashable {
  /// What the coordinates are in.
  public let source: CRS
  /// What they are to be in.
  public let target: CRS

  /// The way from one CRS to another.
  public init(from source: CRS, to target: CRS) {
    self.source = source
    self.target = target
  }

  /// The way back.
  public var inverse: CoordinateTransform { CoordinateTransform(from: target, to: source) }

  /// Whether coordinates stay as they are.
  public var isIdentity: Bool { source == target }

  /// What does the work, for one thread at a time. Costs about a millisecond unless it is the
  /// identity.
  public func makeTransformer() throws(CRSError) -> Transformer { try Transformer(self) }
}
