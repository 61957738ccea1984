/// What a facility may be on a day, for all that its word and its dates say: one state of operation,
/// or several where it is not known which.
public struct Standing: OptionSet, Sendable, Hashable, BitwiseCopyable {
  /// The bits.
  public let rawValue: UInt8

  /// States from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// It receives people.
  public static let open = Standing(rawValue: 1 << 0)
  /// It does not, or no longer.
  public static let closed = Standing(rawValue: 1 << 1)
  /// It is being built.
  public static let underConstruction = Standing(rawValue: 1 << 2)
  /// It is to be built.
  public static let planned = Standing(rawValue: 1 << 3)
  /// It is still to open.
  public static let coming: Standing = [.underConstruction, .planned]
  /// Nothing is known.
  static let anything: Standing = [.open, .closed, .underConstruction, .planned]

  /// Whether it stands: it is open on the day. `nil`: not known.
  public var isOpen: Bool? {
    if self == .open { return true }
    return contains(.open) ? nil : false
  }

  /// The words of its states, as conditions name them.
  public var words: [String] {
    let states: [(Standing, OperatingState)] = [
      (.open, .open), (.closed, .closed), (.underConstruction, .underConstruction),
      (.planned, .planned),
    ]
    return states.filter { contains($0.0) }.map(\.1.rawValue)
  }

  /// The same for what is proposed: it is judged as if it were built.
  public var asBuilt: Standing {
    isDisjoint(with: [.open, .underConstruction, .planned])
      ? .closed : contains(.closed) ? [.open, .closed] : .open
  }

  /// Why it does not stand, or perhaps not.
  public enum Doubt: String, Sendable, Hashable, CaseIterable {
    /// It has closed.
    case closed
    /// It is being built.
    case underConstruction = "under_construction"
    /// It is to be built.
    case planned
    /// Its date of opening or delivery is still to come.
    case notYetOpen = "not_yet_open"
    /// Its word is none that is known, or its dates are too coarse for the day.
    case unknown
  }

  /// Why it does not stand, or perhaps not; `nil`: it stands.
  public var doubt: Doubt? {
    switch self {
    case .open: nil
    case .closed: .closed
    case .underConstruction: .underConstruction
    case .planned: .planned
    case .coming: .notYetOpen
    default: contains(.open) ? .unknown : .notYetOpen
    }
  }
}

extension Facilities {
  /// What each facility is on a day, by row.
  ///
  /// Without a word it is taken as open. A facility is closed from its date of closing on, which for
  /// one whose word says that it is closed is the day since when; it is still to come before its
  /// dates of opening and of delivery. What a plan proposes is taken as built. A bare year or month that the day lies in leaves both open.
  ///
  /// - Parameter day: `nil`: that of the data: what it dates as opened has opened, and what it gives
  ///   a date of closing may have closed.
  public func standings(on day: CalendarDate?) -> [Standing] {
    operating.indices.map { row in
      let standing = standing(row, on: day)
      return isTakenAsBuilt[row] ? standing.asBuilt : standing
    }
  }

  private func standing(_ row: Int, on day: CalendarDate?) -> Standing {
    var standing = Self.standing(operating[row])
    if let closing = closed[row] {
      switch day.flatMap({ Self.hasCome(closing, on: $0) }) {
      case true: return .closed
      case false:
        // That it is closed, the word says of a later day.
        if standing.remove(.closed) != nil { standing.insert(.open) }
      case nil: standing.insert(standing == .closed && day != nil ? .open : .closed)
      }
    }
    guard let day, standing.contains(.open) else { return standing }
    for date in [opened[row], delivered[row]] {
      guard let date else { continue }
      switch Self.hasCome(date, on: day) {
      case true: continue
      case false: standing.remove(.open)
      case nil: break
      }
      standing.formUnion(.coming)
    }
    return standing
  }

  /// By its word alone.
  private static func standing(_ word: OperatingState?) -> Standing {
    switch word {
    case nil, .open: .open
    case .closed: .closed
    case .underConstruction: .underConstruction
    case .planned: .planned
    case .unknown: .anything
    }
  }

  /// Whether a date is past, or is the day itself.
  private static func hasCome(_ date: CalendarDate, on day: CalendarDate) -> Bool? {
    day.isBefore(date).map { !$0 }
  }
}

extension City {
  /// What each facility is on the day of the project, by row.
  public var standings: [Standing] { facilities.standings(on: project.asOf) }

  /// How many facilities do not stand on the day, or perhaps not, by why.
  public var leftOut: [Standing.Doubt: Int] {
    standings.reduce(into: [:]) { counts, standing in
      if let doubt = standing.doubt { counts[doubt, default: 0] += 1 }
    }
  }
}
