/// Why a line of a source is not walked on.
public enum WalkExclusion: String, Sendable, Hashable, CaseIterable {
  /// A motorway, trunk road or motorroad with no word of people on foot.
  case fastRoad = "fast_road"
  /// For cycles, horses or buses, with no word of people on foot.
  case otherUsers = "other_users"
  /// A class of highway that the rules do not know, or `road`.
  case unknownClass = "unknown_class"
  /// Planned, being built, or gone.
  case notBuilt = "not_built"
  /// `foot` or `access` says no.
  case forbidden
  /// `foot` or `access` says private.
  case `private`
  /// `foot` or `access` names a few users: agricultural, forestry, delivery, military …
  case reserved
  /// A trail that is hard to find, or not to be passed without care.
  case hardGoing = "hard_going"
  /// The project says so.
  case chosen
  /// The sidewalk is a way of its own.
  case sidewalkApart = "sidewalk_apart"
  /// A boat.
  case ferry
  /// An area that no walkable line touches.
  case isolatedArea = "isolated_area"
}
