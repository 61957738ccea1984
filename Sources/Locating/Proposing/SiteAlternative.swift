public import Planning
public import Quantities

/// A site that was looked at, and what spoke for it and against it: "why not here".
public struct SiteAlternative: Sendable {
  /// What might be built there, as the size that suits best: a row of `Proposal.designs`.
  public let facility: SitedFacility
  /// Position of its kind; `nil`: none may be built there.
  public let kind: Int?
  /// Whether it is.
  public let isBuilt: Bool
  /// Rows of parcels that need something and could get it there, ascending.
  public let parcels: [Int32]
  /// Rows of units that lack a facility and would have one, ascending.
  public let units: [Int32]
  /// What the size that suits best costs; `nil`: none may be built.
  public let cost: Amount?
  /// What whom it reaches would pay for it at most, by prices that prove a bound: a site that costs more than it is
  /// worth is no part of a proposal that meets that bound. `nil`: there are no prices.
  public let worth: Amount?
  /// Why it is not built, what is certain first; none of what is.
  public let reasons: [Reason]

  /// Why nothing is built at a site.
  public enum Reason: Sendable, Hashable {
    /// The layer says that nothing may be.
    case forbidden
    /// The place allows other kinds than those that may be built.
    case kindNotAllowed
    /// Nobody who needs something reaches it, and no unit that lacks a facility has it.
    case servesNobody
    /// Another is built, row of `Proposal.sites`, and only one of the two may be.
    case excluded(by: Int, Exclusion)
    /// It costs so much more than it is worth; `isProven`: no answer that has it costs as little as the proposal.
    case dearer(by: Amount, isProven: Bool)
    /// In place of another that is built, row of `Proposal.sites`, it would do at no more cost: tried.
    case equal(to: Int)
    /// By the prices it is worth what it costs, and no exchange with one other was found that is as good.
    case tied
    /// The money is spent on others.
    case beyondBudget
    /// An objective of the textbooks is served as well, or better, by others.
    case notChosen

    /// Its name in files.
    public var code: String {
      switch self {
      case .forbidden: "forbidden"
      case .kindNotAllowed: "kind_not_allowed"
      case .servesNobody: "serves_nobody"
      case .excluded: "excluded"
      case .dearer(_, let isProven): isProven ? "dearer_proven" : "dearer"
      case .equal: "equal"
      case .tied: "tied"
      case .beyondBudget: "beyond_budget"
      case .notChosen: "not_chosen"
      }
    }

    /// The row of `Proposal.sites` that it speaks of.
    public var other: Int? {
      switch self {
      case .excluded(let site, _), .equal(let site): site
      default: nil
      }
    }
  }

  /// Why only one of two sites may be built.
  public enum Exclusion: Sendable, Hashable {
    /// Both are at one place, where there is room for one.
    case samePlace
    /// Both are in one unit, row of the city's, which may have only one new facility of the kind.
    case sameUnit(Int)
    /// They are so many metres apart, less than the spacing.
    case near(metres: Double)
  }
}
