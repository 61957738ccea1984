/// Where people walk beside a carriageway, as far as its tags say so.
enum Sidewalks {
  /// On a sidewalk of its own, at least on one side.
  case own
  /// On ways that are drawn apart, and nowhere else.
  case apart
  /// On a way that is drawn apart on one side; on the other there is none, and who comes from there
  /// walks along the carriageway and crosses it.
  case apartOnOneSide
  /// Nowhere.
  case none
  case notStated

  private enum Side {
    case own
    case apart
    case none

    init?(_ value: String) {
      switch value {
      case "yes", "both", "left", "right": self = .own
      case "separate": self = .apart
      case "no", "none": self = .none
      default: return nil
      }
    }
  }

  init(_ tags: OSMTags) {
    let both = tags.list(.sidewalk) + tags.list(.sidewalkBoth)
    var left = Self.sides(both.filter { $0 != "right" })
    var right = Self.sides(both.filter { $0 != "left" })
    if tags[.sidewalkLeft] != nil { left = Self.sides(tags.list(.sidewalkLeft)) }
    if tags[.sidewalkRight] != nil { right = Self.sides(tags.list(.sidewalkRight)) }
    let all = left + right
    if all.contains(.own) {
      self = .own
    } else if all.contains(.apart) {
      self = all.contains(.none) ? .apartOnOneSide : .apart
    } else {
      self = all.isEmpty ? .notStated : .none
    }
  }

  private static func sides(_ values: [String]) -> [Side] { values.compactMap(Side.init) }
}
