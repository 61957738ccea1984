/// Where a way is: on the ground, or above, below, or inside of something.
struct StreetLevel {
  /// On a bridge, in a tunnel, inside a building, on another level of one, or covered on another layer.
  /// A passage through a building and an arcade are on the ground.
  let isElevated: Bool
  /// Inside a building, at whatever level.
  let isIndoors: Bool
  /// Above or below something that is at the same place.
  let isOnLayer: Bool

  init(_ tags: OSMTags) {
    let tunnels = tags.list(.tunnel).filter { $0 != "no" }
    let passages: Set<String> = ["building_passage", "avalanche_protector"]
    let isTunnel = tunnels.contains { !passages.contains($0) }
    let layers = tags.list(.layer).compactMap { Double($0) }
    isOnLayer = !layers.isEmpty && !layers.contains(0)
    let isCovered = tags.isSet(.covered) && isOnLayer
    let isUnderground = tags.has(.location, "underground") || tags.has(.location, "overground")
    isIndoors =
      tags.isSet(.indoor) || tags.has(.highway, "corridor") || tunnels.contains("building_passage")
    isElevated =
      tags.isSet(.bridge) || isTunnel || isCovered || isUnderground
      || tags.isSet(.indoor) || tags.has(.highway, "corridor") || Self.isOffGround(tags[.level])
  }

  /// Whether no level of a list (`1;2`, `0-1`, `-1,0`) is the ground.
  private static func isOffGround(_ level: String?) -> Bool {
    guard let level else { return false }
    var isKnown = false
    for part in level.split(whereSeparator: { $0 == ";" || $0 == "," || $0 == " " }) {
      if let number = Double(part) {
        if number > -1, number < 1 { return false }
        isKnown = true
      } else if let dash = part.dropFirst().firstIndex(of: "-"),
        let low = Double(part[..<dash]), let high = Double(part[part.index(after: dash)...])
      {
        if min(low, high) < 1, max(low, high) > -1 { return false }
        isKnown = true
      }
    }
    return isKnown
  }
}
