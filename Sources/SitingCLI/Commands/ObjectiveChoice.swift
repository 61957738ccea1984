import Documents
import Locating
import Planning

/// An objective of the textbooks, as options or the project state it.
enum ObjectiveChoice {
  private static let names = TextbookObjective.Model.allCases.map {
    $0.rawValue.replacing("_", with: "-")
  }
  private static let demands = TextbookObjective.Demand.allCases.map(\.rawValue)

  /// What is wrong with options, whatever the project states.
  static func check(_ objective: String?, sites: Int?, reach: Double?, demand: String?) throws {
    if let objective, TextbookObjective.Model(named: objective) == nil {
      throw usageError(
        "'\(objective)' is no objective\(Spelling.choice(for: objective, among: names))")
    }
    if let sites, !(0...1_000_000).contains(sites) {
      throw usageError("--sites takes a whole number from 0 up")
    }
    if let reach, !(reach > 0 && reach < 49_000) {
      throw usageError("--reach takes metres above 0 and below 49,000")
    }
    if let demand, TextbookObjective.Demand(rawValue: demand) == nil {
      throw usageError(
        "'\(demand)' is no demand\(Spelling.choice(for: demand, among: demands))")
    }
  }

  /// The objective; `nil`: the least cost is asked for.
  static func objective(_ settings: ProposalSettings) throws -> TextbookObjective? {
    guard let name = settings.objective, let model = TextbookObjective.Model(named: name) else {
      for (option, isStated) in [
        ("sites", settings.sites != nil), ("reach", settings.reach != nil),
        ("demand", settings.demand != nil),
      ] where isStated {
        throw usageError("--\(option) goes with --objective")
      }
      return nil
    }
    if model != .setCovering, settings.sites == nil {
      throw usageError("--objective \(name) needs --sites, the number of new facilities")
    }
    if settings.budget != nil || settings.wantsTradeOff {
      throw usageError("--budget and --trade-off go with the least cost, not with --objective")
    }
    for (option, isStated) in [
      ("extend", settings.extends), ("stages", !settings.stages.isEmpty),
    ] where isStated {
      throw usageError("--\(option) goes with the least cost, not with --objective")
    }
    let demand = settings.demand.flatMap(TextbookObjective.Demand.init) ?? .residents
    return TextbookObjective(
      model, sites: model == .setCovering ? nil : settings.sites, reach: settings.reach,
      demand: demand)
  }
}
