internal import Compliance
internal import Measuring
internal import Planning
internal import Rules

/// One clause that fails and that facilities could mend, with everything built or at the end of a stage.
struct MendingAim: Sendable {
  let clause: ClauseOpinion
  /// `nil`: with everything built.
  let stage: Int?
  /// Which facilities count.
  let choice: FacilityChoice
  let help: Help

  /// What makes it pass.
  enum Help: Sendable, Hashable {
    /// More of something: places, floor area.
    case amount(FacilityMeasure)
    /// One facility more.
    case presence
    /// One from which all of a subject is within the clause's limit.
    case cover(metres: Double)
  }

  /// `nil` where new facilities, or larger ones, do not help.
  init?(_ clause: ClauseOpinion, stage: Int?) {
    self.clause = clause
    self.stage = stage
    switch clause.rule.check.mending {
    case .enlarging(let supply):
      guard case .facilities(let kinds, let filter, let measure) = supply.source else {
        return nil
      }
      choice = FacilityChoice(kinds, filter)
      help = measure == .count ? .presence : .amount(measure)
    case .adding(let kinds, let filter):
      choice = FacilityChoice(kinds, filter)
      help = .presence
    case .siting(let kinds, let filter):
      guard let metres = clause.reachMetres else { return nil }
      choice = FacilityChoice(kinds, filter)
      help = .cover(metres: metres)
    case .raising, .equipping, .deliveringWithHousing, .nothing: return nil
    }
    guard !subjects.isEmpty else { return nil }
  }

  /// Whom it fails.
  var subjects: [SubjectOpinion] {
    clause.subjects.filter {
      $0.counts && $0.verdict == .fail && !$0.isExcess && $0.table != .units
    }
  }
}

/// A change of a plan's facilities that clauses may ask for.
struct Station: Sendable {
  enum Change: Sendable, Hashable {
    /// A new facility.
    case new
    /// A planned one becomes larger; its row.
    case enlarged(Int)
    /// A planned one is built in an earlier stage; its row.
    case broughtForward(Int)
  }

  let change: Change
  /// Position in the vocabulary.
  let kind: Int
  /// Row of the plan's parcel that it stands in; -1: in none.
  let lot: Int
  /// In the working CRS.
  let x: Double
  let y: Double
  /// The stage that it is built in.
  var phase: Int?
  /// The least fit kinds cost most.
  var rank: Int64 = 0

  /// What a station costs in a search: of some number the fewest new ones are chosen, then the fewest that are built
  /// earlier, then the fewest that are enlarged, then the fittest kinds.
  func cost(among stations: Costs) -> Int64 {
    switch change {
    case .new: stations.ofNew + rank
    case .broughtForward: stations.ofEarlier
    case .enlarged: 1
    }
  }

  /// What makes a number of changes of one sort cost less than one of the next.
  struct Costs: Sendable {
    let ofEarlier: Int64
    let ofNew: Int64

    init(_ stations: [Station]) {
      var (enlarged, earlier, new) = (Int64(0), Int64(0), Int64(0))
      var rank: Int64 = 0
      for station in stations {
        switch station.change {
        case .enlarged: enlarged += 1
        case .broughtForward: earlier += 1
        case .new:
          new += 1
          rank = max(rank, station.rank)
        }
      }
      ofEarlier = enlarged + 1
      ofNew = enlarged + earlier * ofEarlier + min(new, 20_000) * rank + 1
    }
  }

  /// What it is called while it is only looked at: like no id of a file.
  static func id(of number: Int) -> String { "\u{1}\(number)" }
}
