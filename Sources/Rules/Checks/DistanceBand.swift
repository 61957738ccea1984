internal import Documents
public import Quantities

/// How much a person counts for a facility, and a facility for a person, up to some distance.
public struct DistanceBand: Sendable, Hashable {
  /// The farthest that belongs to it.
  public let reach: Reach
  /// Above zero.
  public let weight: Amount

  /// Reads `[{to: 300 m, weight: 1}, {to: 1000 m, weight: 0.68}]`: nearer bands first, none of which
  /// counts for less than a farther one, and the last as far as the rule reaches.
  static func read(
    _ node: DocumentNode, within: Reach?, _ reader: DocumentReader
  ) -> [DistanceBand] {
    guard let within else {
      reader.report(node, "'weights' needs 'within': the last band ends there")
      return []
    }
    let bands = reader.list(node, "weights")?.compactMap { band(of: $0, within, reader) } ?? []
    for (near, far) in zip(bands, bands.dropFirst()) {
      if near.weight < far.weight {
        reader.report(node, "a farther band of 'weights' counts for no more than a nearer one")
      }
      if !(near.reach.isShorter(than: far.reach) ?? true) {
        reader.report(node, "the bands of 'weights' go outwards: each ends beyond the one before")
      }
    }
    if let last = bands.last, last.reach != within {
      reader.report(node, "the last band of 'weights' ends where 'within' does: at \(within)")
    }
    return bands
  }

  private static func band(
    of node: DocumentNode, _ within: Reach, _ reader: DocumentReader
  ) -> DistanceBand? {
    guard let fields = reader.fields(node, of: "a band", allowed: ["to", "weight"]),
      let to = fields.required("to"), let text = reader.text(to, "to"),
      let weight = fields.required("weight").flatMap({ reader.amount($0, "weight") })
    else { return nil }
    guard weight > .zero else {
      reader.report(node, "the weight of a band is above 0; what is beyond all bands counts for 0")
      return nil
    }
    guard let reach = Reach(text, like: within) else {
      reader.report(to, "'\(text)' is not a distance or time in the unit of 'within': \(within)")
      return nil
    }
    return DistanceBand(reach: reach, weight: weight)
  }
}

extension Reach {
  /// `300 m` or `5 min`, of the kind and in the unit of another reach.
  fileprivate init?(_ text: String, like other: Reach) {
    let metres = StatedUnit.amount(text, of: .metres).flatMap { $0 > .zero ? $0 : nil }
    switch other {
    case .radius:
      guard let metres else { return nil }
      self = .radius(metres: metres)
    case .walk:
      guard let metres else { return nil }
      self = .walk(metres: metres)
    case .walkTime(_, let speed):
      guard let minutes = Reach.minutes(text) else { return nil }
      self = .walkTime(minutes: minutes, speed: speed)
    }
  }

  /// `nil` for reaches of different kinds.
  fileprivate func isShorter(than other: Reach) -> Bool? {
    switch (self, other) {
    case (.radius(let near), .radius(let far)), (.walk(let near), .walk(let far)),
      (.walkTime(let near, _), .walkTime(let far, _)):
      near < far
    default: nil
    }
  }
}
