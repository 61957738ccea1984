package import Planning

/// What each facility is on the day, for what findings say of those that they count.
package struct Standings: PortableQuestion {
  package init() {}

  package struct Answer: Portable {
    /// By facility.
    package var standings: [Standing]

    package init(parcels: Int, facilities: Int, units: Int) {
      standings = Array(repeating: .open, count: facilities)
    }

    init(_ standings: [Standing]) { self.standings = standings }

    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {
      try carrier.facilities(&standings)
    }
  }

  package func blank(_ frame: Frame) -> Answer {
    Answer(parcels: 0, facilities: frame.facilities, units: 0)
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    Answer(city.standings)
  }
}

/// What a figure rests on besides known facts.
package struct Grounds: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A count that was estimated from a stated assumption.
  package static let estimate = Grounds(rawValue: 1 << 0)
  /// A facility that counts and does not stand yet.
  package static let coming = Grounds(rawValue: 1 << 1)
  /// A facility of which it is not known whether it stands.
  package static let doubt = Grounds(rawValue: 1 << 2)
}

/// Of the facilities of a choice those that must be spoken of.
package struct StandingMarks: Sendable {
  /// By facility; empty where there is nothing to say of any.
  private var grounds: [Grounds] = []

  init(_ selection: FacilitySelection, _ standings: [Standing]) {
    let coming = selection.certain.filter { standings[Int($0)].isOpen != true }
    let doubtful = selection.possible.filter { standings[Int($0)].isOpen == nil }
    hasDoubts = !doubtful.isEmpty
    guard !coming.isEmpty || !doubtful.isEmpty else { return }
    grounds = Array(repeating: [], count: standings.count)
    for row in coming { grounds[Int(row)] = .coming }
    for row in doubtful { grounds[Int(row)] = .doubt }
  }

  /// Whether it is not known of any whether it stands.
  package let hasDoubts: Bool

  /// What there is to say of a facility.
  package subscript(_ row: Int) -> Grounds { grounds.isEmpty ? [] : grounds[row] }

  /// Whether there is nothing to say of any.
  package var isEmpty: Bool { grounds.isEmpty }

  /// What there is to say of some facilities together.
  package func of(_ rows: some Sequence<Int32>) -> Grounds {
    grounds.isEmpty ? [] : rows.reduce(into: Grounds()) { $0.formUnion(grounds[Int($1)]) }
  }
}

extension Answers {
  /// What there is to say of the facilities of a choice; `Standings` must be answered.
  func marks(_ choice: FacilityChoice) -> StandingMarks {
    StandingMarks(self[choice], self[Standings()].standings)
  }
}

extension Measurement {
  /// What there is to say of the facilities of a choice; it and `Standings` must be asked for.
  package func marks(_ choice: FacilityChoice) -> StandingMarks {
    StandingMarks(self[Chosen(choice)].selection, self[Standings()].standings)
  }
}
