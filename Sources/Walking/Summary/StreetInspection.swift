/// What a planner should know of a walking network before relying on it.
public struct StreetInspection: Sendable, Hashable, Encodable {
  /// Something to look into.
  public enum Worry: Sendable, Hashable, Encodable, CustomStringConvertible {
    /// No line is walkable.
    case nothingWalkable
    /// All that there is are motorways and the like.
    case onlyFastRoads
    /// The longest component has less than `leastShare` of the length.
    case islands(count: Int, shareOfLargest: Double)
    /// Ways refer to nodes that the file lacks; as at the edge of a box that was cut out.
    case missingNodes(count: Int, cutWays: Int)
    /// More than a twentieth of the length is left out for one reason that may be wrong here.
    case muchExcluded(reason: WalkExclusion, metres: Double, share: Double)
    /// Areas that people surely cross and the network does not.
    case uncrossedAreas(count: Int)
    /// Ways came twice with the same id.
    case repeatedWays(count: Int)
    /// Ends met only within the tolerance: lines were drawn without snapping.
    case movedEnds(places: Int, tolerance: Double)
    /// Ends lie on a line of another level, and were not joined to it.
    case endsOnOtherLevels(count: Int)
    /// Rows without a usable line.
    case unusableRows(count: Int)
    /// Lines of one level cross or touch without a vertex, and were not joined there.
    case crossings(count: Int)
    /// Sidewalks are said to be ways of their own, which are not in the file.
    case sidewalksNotDrawn(ways: Int, metres: Double)

    /// What is wrong and what to do about it.
    public var description: String {
      switch self {
      case .nothingWalkable:
        "nothing in it can be walked along; check that it holds streets and not only other objects"
      case .onlyFastRoads:
        "it holds motorways and trunk roads only; use an extract with all streets and paths"
      case .islands(let count, let share):
        "it falls apart into \(count) parts and the largest has \(percent(share)) of the length; "
          + "places on the others cannot be reached: look for gaps, or raise the tolerance of a "
          + "line layer"
      case .missingNodes(let count, let cutWays):
        "\(count) nodes are missing and \(cutWays) ways are cut there; extract with complete ways, "
          + "and 1 km more on each side than the project"
      case .muchExcluded(let reason, let metres, let share):
        "\(kilometres(metres)) (\(percent(share))) \(Self.advice(reason))"
      case .uncrossedAreas(let count):
        "\(count) areas are walked along their edge only: they have too many corners, or lack "
          + "a part"
      case .repeatedWays(let count):
        "\(count) ways came again with the same id and were passed over; merge extracts with "
          + "osmium merge"
      case .movedEnds(let places, let tolerance):
        "at \(places) places ends met only within the tolerance of \(tolerance) m; "
          + "check some of them on a map"
      case .endsOnOtherLevels(let count):
        "\(count) ends lie on a line of another level and are not joined to it; split the line "
          + "there if people can change between the two"
      case .unusableRows(let count):
        "\(count) rows have no usable line; check their geometry"
      case .crossings(let count):
        "at \(count) places lines cross or touch without a vertex, and are not joined there; if people "
          + "get from one to the other there, write `network: {file: …, join: crossings}`"
      case .sidewalksNotDrawn(let ways, let metres):
        "the sidewalks of \(ways) streets (\(kilometres(metres))) are said to be ways of their own and "
          + "are not in the file: people are taken to walk along the street itself; use an extract with "
          + "all footways"
      }
    }

    private static func advice(_ reason: WalkExclusion) -> String {
      switch reason {
      case .private:
        "is private and left out; who lives in a gated compound walks there: give parcels their "
          + "entrances"
      case .unknownClass:
        "is of an unknown class (such as highway=road) and left out; tag it foot=yes where people "
          + "walk"
      case .fastRoad:
        "is trunk road without word of people on foot and left out; tag it sidewalk=both or "
          + "foot=yes where people walk, or write `walkable: {trunk: yes}` in the project's network"
      case .otherUsers:
        "is for cycles, horses or buses without word of people on foot and left out; tag it "
          + "foot=yes where people walk, or write `walkable: {cycleway: yes}` in the project's network"
      default: "is left out (\(reason.rawValue))"
      }
    }

    /// As its description, for `--json`.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(description)
    }
  }

  /// Below this share of the length in the longest component, islands are a worry.
  static let leastShare = 0.95
  /// Above this share of the length, what is left out for one reason is a worry.
  static let notableShare = 0.05

  /// What a class or mark of the table of streets leaves out where that may be wrong.
  public struct Choice: Sendable, Hashable, Encodable {
    /// As a project names it.
    public let id: String
    /// Number of ways or rows.
    public let ways: Int
    /// Their length.
    public let metres: Double
    /// What a project says to have them walked along.
    public let toInclude: String
  }

  /// What became of the source.
  public let summary: StreetSummary
  /// Number of lines.
  public let lines: Int
  /// Number of vertices that lines use.
  public let vertices: Int
  /// Length of all lines in metres, those across areas included.
  public let metres: Double
  /// Lengths of the connected components in metres, in descending order.
  public let componentMetres: [Double]
  /// The part of the length that is in the longest component, 0 through 1.
  public let largestShare: Double
  /// The longest first; nobody expects to walk on a motorway.
  public let choices: [Choice]
  /// The worst first.
  public let worries: [Worry]

  /// Looks at lines and at what became of the rest.
  public init(_ streets: Streets) {
    let components = StreetComponents(of: streets.lines)
    summary = streets.summary
    lines = streets.lines.count
    vertices = streets.lines.x.count
    metres = components.totalMetres
    componentMetres = components.metres
    largestShare = components.largestShare
    choices = streets.summary.choices.filter { !$0.choice.hasPrefix("motor") && $0.metres > 0 }
      .sorted { ($1.metres, $0.choice) < ($0.metres, $1.choice) }
      .map {
        Choice(
          id: $0.choice, ways: $0.ways, metres: $0.metres,
          toInclude: "network: {file: …, walkable: {\($0.choice): yes}}")
      }
    worries = Self.worries(streets.summary, components)
  }

  private static func worries(
    _ summary: StreetSummary, _ components: StreetComponents
  ) -> [Worry] {
    var worries: [Worry] = []
    let fast = summary.metres(excludedFor: .fastRoad)
    if components.totalMetres == 0 {
      worries.append(fast > 0 && fast == summary.excludedMetres ? .onlyFastRoads : .nothingWalkable)
    } else if components.largestShare < leastShare {
      worries.append(
        .islands(count: components.count, shareOfLargest: components.largestShare))
    }
    if summary.missingNodes > 0 {
      worries.append(.missingNodes(count: summary.missingNodes, cutWays: summary.cutWays))
    }
    let total = summary.walkableMetres + summary.excludedMetres
    for reason in [WalkExclusion.fastRoad, .otherUsers, .unknownClass, .private] {
      var metres = summary.metres(excludedFor: reason)
      if reason == .fastRoad {
        // Nobody expects to walk on a motorway.
        for entry in summary.classes where entry.name.hasPrefix("motorway") {
          metres -= entry.excludedMetres
        }
      }
      if metres > notableShare * total {
        worries.append(.muchExcluded(reason: reason, metres: metres, share: metres / total))
      }
    }
    if let joins = summary.joins {
      if joins.unusableRows > 0 { worries.append(.unusableRows(count: joins.unusableRows)) }
      if joins.crossings > 0, !joins.areCrossingsJoined {
        worries.append(.crossings(count: joins.crossings))
      }
      if joins.endsOnOtherLevels > 0 {
        worries.append(.endsOnOtherLevels(count: joins.endsOnOtherLevels))
      }
      if joins.movedPlaces > 0 {
        worries.append(.movedEnds(places: joins.movedPlaces, tolerance: joins.tolerance))
      }
    }
    if summary.carriagewaysWithoutSidewalk > 0 {
      worries.append(
        .sidewalksNotDrawn(
          ways: summary.carriagewaysWithoutSidewalk, metres: summary.withoutSidewalkMetres))
    }
    if summary.uncrossedAreas > 0 {
      worries.append(.uncrossedAreas(count: summary.uncrossedAreas))
    }
    if summary.repeatedWays > 0 {
      worries.append(.repeatedWays(count: summary.repeatedWays))
    }
    return worries
  }
}

extension StreetSummary {
  /// What verdicts may hang on, and nobody would see: to be told wherever distances are measured.
  public var doubts: [StreetInspection.Worry] {
    var doubts: [StreetInspection.Worry] = []
    if let joins, joins.crossings > 0, !joins.areCrossingsJoined {
      doubts.append(.crossings(count: joins.crossings))
    }
    if carriagewaysWithoutSidewalk > 0 {
      doubts.append(
        .sidewalksNotDrawn(ways: carriagewaysWithoutSidewalk, metres: withoutSidewalkMetres))
    }
    return doubts
  }
}

/// `12.3 %`
private func percent(_ share: Double) -> String { "\(tenths(share * 100)) %" }

/// `12.3 km`
private func kilometres(_ metres: Double) -> String { "\(tenths(metres / 1000)) km" }

private func tenths(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return "\(tenths / 10).\(abs(tenths % 10))"
}
