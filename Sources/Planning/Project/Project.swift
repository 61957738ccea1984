public import Documents
public import Quantities

/// What a run is asked to do: the project file, or the same from the command line.
public struct Project: Sendable {
  /// The file that it was read from, as the user gave it; `nil`: made from options.
  public var path: String?
  /// Title of the report.
  public var name: LocalizedText
  /// Ids of built-in packs, or paths.
  public var packs: [String]
  /// The day that the answer is for: what stands on it counts. `nil`: that of the data, whose dates
  /// of opening have come.
  public var asOf: CalendarDate?
  /// Whether what is under construction or planned on the day counts, where a rule does not say.
  public var countsPlanned: Bool
  /// Whether the layers hold the whole territory, so that its totals may be taken from them.
  public var isComplete: Bool
  /// What the layers cover when they are complete; a city unless stated.
  public var level: UnitLevel
  /// The layers to read.
  public var layers: Layers
  /// What to suppose where the data is silent.
  public var assumptions: Assumptions
  /// Figures declared for units.
  public var statistics: [DeclaredStatistics]
  /// Figures stated for packs: parameter name, or `pack.parameter`, to amount.
  public var parameters: [String: Amount]
  /// Figures that are asked for in place of those of the documents, by rule.
  public var targets: [StatedTarget] = []
  /// The metric CRS to work in; `nil`: chosen from the data.
  public var workingCRS: String?
  /// What a distance is.
  public var distances: Distances
  /// Overrides the attribution of every provision rule.
  public var attribution: String?
  /// Something that the report must say about the data.
  public var note: LocalizedText?
  /// What stands over opinions.
  public var letterhead = Letterhead()
  /// The rules that are judged.
  public var rules = ChosenRules()
  /// How sites are proposed.
  public var propose = ProposalSettings()

  /// A project without layers.
  public init() {
    path = nil
    name = LocalizedText(en: "Untitled", zh: "未命名")
    packs = []
    asOf = nil
    countsPlanned = false
    isComplete = false
    level = .city
    layers = Layers()
    assumptions = Assumptions()
    statistics = []
    parameters = [:]
    workingCRS = nil
    distances = .ground
    attribution = nil
    note = nil
  }

  /// What a distance is, and an area.
  public enum Distances: String, Sendable, Hashable, CaseIterable {
    /// That on the ground, along the ellipsoid: the same whatever the working CRS, and whatever
    /// other rows there are.
    case ground
    /// That in the plane of the working CRS, as a bureau has it that measures in its own zone.
    case plane
  }

  /// A figure that the project asks for in place of that of a rule.
  public struct StatedTarget: Sendable, Hashable {
    /// `rule` or `pack/rule`.
    public let name: String
    /// In the rule's unit.
    public let amount: Amount
    /// As many as are written.
    public let decimals: Int
  }

  /// Where the data is.
  public struct Layers: Sendable {
    /// Residential parcels; more than one file is read as one layer.
    public var parcels: [LayerSource] = []
    /// Facilities.
    public var facilities: [LayerSource] = []
    /// Administrative units.
    public var units: [LayerSource] = []
    /// Gates of parcels: points with a `parcel` column.
    public var entrances: [LayerSource] = []
    /// A new housing plan; for review.
    public var plan: [LayerSource] = []
    /// Facilities of the plan, where they are not in its own file.
    public var planFacilities: [LayerSource] = []
    /// Sites for new facilities.
    public var candidates: [LayerSource] = []
    /// The walking network.
    public var network: NetworkSource?

    /// All files of the plan.
    var planSources: [LayerSource] { plan + planFacilities }

    /// No layers.
    public init() {}
  }

  /// Which rules of the packs are judged, in the words of whoever states it; none at all: all.
  public struct ChosenRules: Sendable, Hashable {
    /// Rules as `rule`, `pack/rule`, or with `*` for any letters.
    public var only: [String] = []
    /// Rules that are left out, named likewise.
    public var except: [String] = []
    /// Topics whose rules are judged beside those of `only`.
    public var topics: [String] = []

    /// All rules.
    public init() {}
  }

  /// What to suppose where the data is silent; each is `nil` until the project states it.
  public struct Assumptions: Sendable, Hashable {
    /// Turns households into people; findings that rest on it are flagged `estimated`.
    public var personsPerHousehold: Amount?
    /// Walking distance over straight line, where there is no network; 1.3 unless stated.
    public var detour: Amount?
    /// Status of parcels that state none.
    public var status: ParcelStatus?
    /// Whether parcels and units that do not say so are urban.
    public var urban: Bool?

    /// Nothing supposed.
    public init() {}
  }
}
