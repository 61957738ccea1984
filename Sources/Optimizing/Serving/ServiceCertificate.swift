/// Proof in whole numbers that no choice of sites is better than a bound.
///
/// A tree in preorder. At each leaf the multipliers u give the Lagrangian bound
///
///     sum_i u_i + sum_(j open) s_j + (the least sum of at most p' scores s_j < 0 of free sites)
///     with  s_j = f_j - sum_i max(0, u_i - c_ij),   0 <= u_i <= q_i
///
/// in units of 2^-shift, where p' is what the open sites leave of p. The bound of the whole is the
/// least one of its leaves, or `target` if that is less. Which classes of equal clients there are,
/// in the order of their first clients, is for the problem to say.
public struct ServiceCertificate: Sendable, Hashable {
  /// One step of the walk through the tree.
  public enum Step: Sendable, Hashable {
    /// Two subtrees follow: with the site open (rivals of its groups closed), then closed.
    case split(site: Int32)
    /// The end of a branch: its bound by these multipliers.
    case leaf(row: Int32)
    /// With these multipliers opening one of `closed`, or closing one of `opened`, costs at least
    /// the target; the branch goes on without these choices.
    case fixing(row: Int32, closed: [Int32], opened: [Int32])
  }

  /// Multipliers are in units of 2^-shift.
  public var shift: Int
  /// By site the one that covers all it covers, costs no more and breaks no rule that it keeps;
  /// -1: none. Replaced sites are closed from the start. Empty: none is replaced.
  public var replacedBy: [Int32]
  /// What fixings prove, unscaled.
  public var target: Int64
  /// The tree in preorder.
  public var steps: [Step]
  /// Multipliers, one row per use, one number per class of clients.
  public var rows: [[Int64]]

  /// A certificate, of the parts that the properties name.
  public init(
    shift: Int, replacedBy: [Int32], target: Int64, steps: [Step], rows: [[Int64]]
  ) {
    self.shift = shift
    self.replacedBy = replacedBy
    self.target = target
    self.steps = steps
    self.rows = rows
  }
}
