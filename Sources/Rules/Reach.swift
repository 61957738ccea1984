internal import Documents
public import Quantities

/// How far from a parcel a facility may be.
public enum Reach: Sendable, Hashable {
  /// Straight line on the ground, metres.
  case radius(metres: Amount)
  /// Walking distance, metres.
  case walk(metres: Amount)
  /// Walking time; a speed of the clause's own, metres per minute, else the pack's turns it into metres.
  case walkTime(minutes: Amount, speed: Amount? = nil)

  /// Reads `{radius: 1 km}`, `{walk: 300 m}`, `{walk: 15 min}` or `{walk: 15 min, speed: 0.8 m/s}`.
  static func read(_ node: DocumentNode, _ reader: DocumentReader) -> Reach? {
    guard let fields = reader.fields(node, of: "a reach", allowed: ["radius", "walk", "speed"])
    else { return nil }
    guard (fields["radius"] == nil) != (fields["walk"] == nil),
      let node = fields["radius"] ?? fields["walk"], let text = reader.text(node, "the reach")
    else {
      reader.report(node, "a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}")
      return nil
    }
    let speed = fields["speed"].flatMap { self.speed($0, reader) }
    if let metres = StatedUnit.amount(text, of: .metres), metres > .zero {
      if let node = fields["speed"] {
        reader.report(node, "'speed' turns minutes into metres; this reach has metres already")
      }
      return fields["radius"] != nil ? .radius(metres: metres) : .walk(metres: metres)
    }
    guard let minutes = Self.minutes(text) else {
      reader.report(node, "'\(text)' is not a distance or time such as '300 m' or '15 min'")
      return nil
    }
    guard fields["radius"] == nil else {
      reader.report(node, "a radius is a distance: '1000 m', '0.5 mi'")
      return nil
    }
    return .walkTime(minutes: minutes, speed: speed)
  }

  /// `15 min`; `nil` for anything else.
  static func minutes(_ text: String) -> Amount? {
    StatedUnit.amount(text, of: .minutes).flatMap { $0 > .zero ? $0 : nil }
  }

  /// `0.8 m/s` or `48 m/min`, in metres per minute.
  private static func speed(_ node: DocumentNode, _ reader: DocumentReader) -> Amount? {
    let parts = reader.text(node, "speed")?.split(separator: " ") ?? []
    guard parts.count == 2, let amount = Amount(exactly: parts[0]), amount > .zero,
      let perMinute = ["m/s": 60, "m/min": 1][parts[1]]
    else {
      reader.report(node, "a speed is above 0, in m/s or m/min: '0.8 m/s'")
      return nil
    }
    return Amount(micros: amount.micros * Int64(perMinute))
  }
}

extension Reach: CustomStringConvertible {
  /// What it is, with its figure: `radius 1000 m`, `walk 300 m`, `walk 15 min`.
  public var description: String {
    switch self {
    case .radius(let metres): "radius \(metres) m"
    case .walk(let metres): "walk \(metres) m"
    case .walkTime(let minutes, nil): "walk \(minutes) min"
    case .walkTime(let minutes, let speed?): "walk \(minutes) min at \(speed) m/min"
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
