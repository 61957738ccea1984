/// What if: facilities that are added, moved, closed or changed, for a city that is loaded.
public struct Scenario: Sendable {
  /// One row of it.
  public struct Step: Sendable, Hashable {
    /// What is done.
    public let action: ScenarioAction
    /// The facility.
    public let id: String
    /// What it is called, in the scenario or else in the city.
    public let name: String?
    /// 1-based number of the row in the file.
    public let row: Int
  }

  /// What its file is called among the layers of a run.
  public static let layerName = "scenario"

  /// Rows of the file, in its order.
  public let steps: [Step]
  /// Every row that cannot be done, with its reason: a scenario that is done in part answers another
  /// question, so that there is one only where this is empty.
  public let rejected: [RejectedRow]
  /// The city with all of it done.
  public let city: City
}
