/// What became of a file or layer on its way to walkable lines; lengths in metres of the run's CRS.
public struct StreetSummary: Sendable, Hashable, Encodable {
  /// The length of one class of street.
  public struct ClassLength: Sendable, Hashable, Encodable {
    /// The value of OpenStreetMap's `highway`, or `platform`, `pier`, `parking`, `square`, `ferry`;
    /// `line` for a layer of lines.
    public var name: String
    /// Lines that people walk along, at least one way.
    public var walkableMetres: Double
    /// The rest.
    public var excludedMetres: Double
  }

  /// What was left out for one reason.
  public struct ExclusionLength: Sendable, Hashable, Encodable {
    /// `WalkExclusion`'s raw value.
    public var reason: String
    /// Number of ways, multipolygons or rows.
    public var ways: Int
    /// Their length.
    public var metres: Double
  }

  /// What one class or mark of the table of streets leaves out; a project may say otherwise.
  public struct ChoiceLength: Sendable, Hashable, Encodable {
    /// As a project names it under `walkable`: `cycleway`, `sac_scale=mountain_hiking`.
    public var choice: String
    /// Number of ways or rows.
    public var ways: Int
    /// Their length.
    public var metres: Double
  }

  /// How the ends of a layer's lines met.
  public struct Joins: Sendable, Hashable, Encodable {
    /// Ends within this distance are one, in metres.
    public var tolerance: Double
    /// Places where the ends of two or more lines became one vertex.
    public var places = 0
    /// Of those, where the ends did not lie on one point.
    public var movedPlaces = 0
    /// Ends that met another line, at a vertex inside it or between two.
    public var endsOnLines = 0
    /// Ends that would have met a line, or another end, of another level, and did not.
    public var endsOnOtherLevels = 0
    /// Places where lines of one level cross or touch without a vertex in common.
    public var crossings = 0
    /// Whether they were joined there.
    public var areCrossingsJoined = false
    /// Lines that the tolerance made into a point.
    public var collapsedLines = 0
    /// Rows without a line, with one vertex, or with a coordinate that is no number.
    public var unusableRows = 0
  }

  /// Ascending by name.
  public var classes: [ClassLength] = []
  /// In the order of `WalkExclusion`; only those that occur.
  public var exclusions: [ExclusionLength] = []
  /// By the name of the choice; only those that leave something out.
  public var choices: [ChoiceLength] = []
  /// Carriageways whose sidewalk is said to be drawn apart, and is not in the file: people walk along
  /// them.
  public var carriagewaysWithoutSidewalk = 0
  /// Length of those.
  public var withoutSidewalkMetres = 0.0
  /// Length of fast roads that people walk along between streets of a town.
  public var townRoadMetres = 0.0
  /// Ways, multipolygons or rows that became lines.
  public var walkableWays = 0
  /// Of those, the ways that may be walked one way only.
  public var oneWayWays = 0
  /// Of those, the ways with a bridge.
  public var bridges = 0
  /// Of those, the ways in a tunnel.
  public var tunnels = 0
  /// Nodes that ways refer to and that the file lacks (or that the CRS cannot show).
  public var missingNodes = 0
  /// Walkable ways that lack nodes: they end, or are in pieces, there.
  public var cutWays = 0
  /// Nodes of walkable ways that nobody passes: walls, fences, locked and private gates.
  public var closedNodes = 0
  /// Areas that people walk along the edge of.
  public var areas = 0
  /// Of those, the ones that lines were drawn across.
  public var crossedAreas = 0
  /// Of those, the ones that should be crossed and are not: too many corners, or pieces missing.
  public var uncrossedAreas = 0
  /// Length of the lines across areas, and from carriageways to sidewalks that are drawn beside them;
  /// not in `classes`.
  public var crossingMetres = 0.0
  /// Nodes in the file, or vertices in the layer.
  public var nodesInSource = 0
  /// Ways in the file, or rows in the layer.
  public var waysInSource = 0
  /// Ways that were in the file again and were passed over.
  public var repeatedWays = 0
  /// The day that the data is of, as the header of the file says it.
  public var replicationTimestamp: String?
  /// The program that wrote the file, as its header says.
  public var generator: String?
  /// Of a layer of lines; `nil` for OpenStreetMap, whose lines meet by the ids of nodes.
  public var joins: Joins?

  /// Nothing read.
  public init() {}

  /// Length of all lines along streets that people walk along, lines across areas left out.
  public var walkableMetres: Double { classes.reduce(0) { $0 + $1.walkableMetres } }

  /// Length of all that is left out.
  public var excludedMetres: Double { exclusions.reduce(0) { $0 + $1.metres } }

  /// The length left out for one reason.
  public func metres(excludedFor reason: WalkExclusion) -> Double {
    exclusions.first { $0.reason == reason.rawValue }?.metres ?? 0
  }
}

/// Lines that people may walk along, and what became of the rest.
public struct Streets: Sendable {
  /// What a network is made of.
  public var lines: StreetLines
  /// What to tell the user.
  public var summary: StreetSummary

  /// Lines and what is known of them.
  public init(lines: StreetLines, summary: StreetSummary) {
    self.lines = lines
    self.summary = summary
  }
}

/// Adds up lengths by class and by reason.
struct LengthLedger {
  private var classes: [String: StreetSummary.ClassLength] = [:]
  private var exclusions: [WalkExclusion: StreetSummary.ExclusionLength] = [:]
  private var choices: [String: StreetSummary.ChoiceLength] = [:]

  mutating func add(
    _ metres: Double, of name: String, excludedFor reason: WalkExclusion? = nil,
    by choice: String? = nil
  ) {
    var entry = classes[name] ?? .init(name: name, walkableMetres: 0, excludedMetres: 0)
    if let reason {
      entry.excludedMetres += metres
      var total = exclusions[reason] ?? .init(reason: reason.rawValue, ways: 0, metres: 0)
      total.ways += 1
      total.metres += metres
      exclusions[reason] = total
      if let choice {
        choices[choice, default: .init(choice: choice, ways: 0, metres: 0)].ways += 1
        choices[choice]?.metres += metres
      }
    } else {
      entry.walkableMetres += metres
    }
    classes[name] = entry
  }

  func write(to summary: inout StreetSummary) {
    summary.classes = classes.values.sorted { $0.name < $1.name }
    summary.exclusions = WalkExclusion.allCases.compactMap { exclusions[$0] }
    summary.choices = choices.values.sorted { $0.choice < $1.choice }
  }
}
