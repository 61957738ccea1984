internal import Documents
public import Quantities

/// How far from a parcel a facility may be.
public enum Reach: Sendable, Hashable {
  /// Straight line on the ground, metres.
  case radius(metres: Amount)
  /// Walking distance, metres.
  case walk(metres: Amount)
  /// Walking time; the pack's walking speed turns it into metres.
  case walkTime(minutes: Amount)

  /// Reads `{radius: 1000 m}`, `{walk: 300 m}` or `{walk: 15 min}`.
  static func read(_ node: DocumentNode, _ reader: DocumentReader) -> Reach? {
    guard let fields = reader.fields(node, of: "a reach", allowed: ["radius", "walk"]) else {
      return nil
    }
    guard fields.pairs.count == 1, let node = fields["radius"] ?? fields["walk"],
      let text = reader.text(node, "the reach")
    else {
      reader.report(node, "a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}")
      return nil
    }
    let parts = text.split(separator: " ")
    guard parts.count == 2, let amount = Amount(exactly: parts[0]), amount > .zero else {
      reader.report(node, "'\(text)' is not a distance or time such as '300 m' or '15 min'")
      return nil
    }
    switch (fields["radius"] != nil, parts[1]) {
    case (true, "m"): return .radius(metres: amount)
    case (false, "m"): return .walk(metres: amount)
    case (false, "min"): return .walkTime(minutes: amount)
    case (true, _):
      reader.report(node, "a radius is in metres: '1000 m'")
      return nil
    case (false, _):
      reader.report(node, "a walk is in metres or minutes: '300 m', '15 min'")
      return nil
    }
  }
}

extension Reach: CustomStringConvertible {
  /// What it is, with its figure: `radius 1000 m`, `walk 300 m`, `walk 15 min`.
  public var description: String {
    switch self {
    case .radius(let metres): "radius \(metres) m"
    case .walk(let metres): "walk \(metres) m"
    case .walkTime(let minutes): "walk \(minutes) min"
    }
  }
}

/// How a parcel is placed when its reach is measured.
public enum Placement: String, Sendable, Hashable, CaseIterable {
  /// The share of its area that lies inside; all of it must.
  case areaShare = "area_share"
  /// Its worst entrance.
  case access
  /// Its centroid.
  case centroid
}

/// How supply that several parcels reach is divided among them.
public enum Attribution: String, Sendable, Hashable, CaseIterable {
  /// Only facilities inside the parcel, or declared for it.
  case onSite = "on_site"
  /// Divided so that the worst-served parcel is served as well as possible.
  case fair
  /// Supply in the circle over demand in the circle.
  case pooled
  /// Each facility's supply by the people within its limit, then what a parcel's facilities come to.
  case twoStep = "two_step"
  /// Everything in reach counts for everyone: an upper bound.
  case inReach = "in_reach"
}
