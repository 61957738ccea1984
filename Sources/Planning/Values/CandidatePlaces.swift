/// Sites that no layer states, by the word that asks for them.
public enum CandidatePlaces: Sendable, Hashable {
  /// At every parcel.
  case parcels
  /// So many metres from site to site.
  case grid(step: Double)
  /// Where streets meet or end, at least so many metres apart.
  case streets(apart: Double)

  /// `parcels`, `grid:250`, `streets:250`; `nil` for what is none of these, or has no metres from 10 up.
  public init?(_ word: String) {
    if word == "parcels" {
      self = .parcels
      return
    }
    let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let metres = Double(parts[1]), metres >= 10, metres < 100_000 else {
      return nil
    }
    switch parts[0] {
    case "grid": self = .grid(step: metres)
    case "streets": self = .streets(apart: metres)
    default: return nil
    }
  }

  /// The name that a word is for, `grid` or `streets`, whatever metres it has; `nil`: it is a path.
  public static func name(in word: String) -> String? {
    ["grid", "streets"].first { word == $0 || word.hasPrefix("\($0):") }
  }
}
