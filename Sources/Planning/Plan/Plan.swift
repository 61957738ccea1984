/// A new housing plan: parcels and facilities that are proposed and not built, checked and placed
/// in the working CRS of the city that they are proposed for.
public struct Plan: Sendable {
  /// What it is called: the file's name without its ending, unless the data says otherwise.
  public var name: String
  /// The files of the plan, parcels first.
  public var sources: [LayerSource]
  /// Its parcels, sorted by id; `new` unless their data says otherwise.
  public var parcels: Parcels
  /// Its facilities, sorted by id; rows of parcels count in `parcels`.
  public var facilities: Facilities
  /// By facility: ids of parcels that it is declared to serve, of the plan or of the city.
  public var servedParcelIDs: [[String]]
  /// Every row of the plan that does not take part, with its reason.
  public var rejected: [RejectedRow]
  /// What those rows say: what they could decide is not known.
  public var setAside = RejectedSubjects()
  /// What forms say of the project.
  public var facts = PlanFacts()
  /// What was not as it should be and is used all the same.
  public var notes: [DataNote]
  /// The files that were read.
  public var inputs: [InputFile]

  /// A plan of checked parts.
  public init(
    name: String, sources: [LayerSource], parcels: Parcels, facilities: Facilities,
    servedParcelIDs: [[String]], rejected: [RejectedRow], notes: [DataNote], inputs: [InputFile]
  ) {
    self.name = name
    self.sources = sources
    self.parcels = parcels
    self.facilities = facilities
    self.servedParcelIDs = servedParcelIDs
    self.rejected = rejected
    self.notes = notes
    self.inputs = inputs
  }

  /// The stages of building that its rows name, ascending; empty where none does.
  public var phases: [Int] {
    Set(parcels.phase.compactMap { $0 } + facilities.phase.compactMap { $0 }).sorted()
  }

  /// What stands when a stage is finished. Housing without a stage stands from the first, a
  /// facility without one only with the last: nothing is supposed in the plan's favour. A facility
  /// that is declared for housing of later stages alone serves nobody before.
  ///
  /// - Precondition: The plan has stages.
  public func standing(after phase: Int) -> Plan {
    let last = phases.last ?? phase
    let keptParcels = (0..<parcels.count).filter { (parcels.phase[$0] ?? 0) <= phase }
    let later = Set(parcels.rows.ids).subtracting(keptParcels.map { parcels.rows.ids[$0] })
    let keptFacilities = (0..<facilities.count).filter {
      let served = servedParcelIDs[$0]
      return (facilities.phase[$0] ?? last) <= phase
        && (served.isEmpty || !served.allSatisfy(later.contains))
    }
    var plan = self
    plan.parcels = parcels.selecting(keptParcels)
    plan.facilities = facilities.selecting(keptFacilities, parcels: keptParcels)
    plan.servedParcelIDs = keptFacilities.map { servedParcelIDs[$0] }
    return plan
  }
}
