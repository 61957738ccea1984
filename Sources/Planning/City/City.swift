public import Geodesy
public import Quantities

/// Everything that a run knows about where people live and where care is: checked, in one metric
/// CRS, and sorted by id, so that nothing later depends on the order of rows in a file.
public struct City: Sendable {
  /// What the project file or the command line asked for.
  public var project: Project
  /// The parcels that take part.
  public var parcels: Parcels
  /// The facilities that take part.
  public var facilities: Facilities
  /// The administrative units of all levels.
  public var units: Units
  /// Every row that was read and does not take part, with its reason.
  public var rejected: [RejectedRow]
  /// What those rows say: what they could decide is not known.
  public var setAside = RejectedSubjects()
  /// What was not as it should be and is used all the same.
  public var notes: [DataNote]
  /// The files that were read, in the order of the project file.
  public var inputs: [InputFile]
  /// The metric CRS of all geometry below.
  public var workingCRS: CRS
  /// What a metre of the working CRS is on the ground.
  public var ground: GroundScale
  /// What the words of conditions mean.
  public var words = ConditionWords()
  /// The facility kinds that its data has any row of, in the whole city: where there is none of a kind,
  /// that there is nothing of it does not follow.
  public internal(set) var kindsInData: Set<Int>

  /// A city of checked parts.
  public init(
    project: Project, parcels: Parcels, facilities: Facilities, units: Units,
    rejected: [RejectedRow], notes: [DataNote], inputs: [InputFile], workingCRS: CRS,
    ground: GroundScale
  ) {
    self.project = project
    self.parcels = parcels
    self.facilities = facilities
    self.units = units
    self.rejected = rejected
    self.notes = notes
    self.inputs = inputs
    self.workingCRS = workingCRS
    self.ground = ground
    kindsInData = Set(facilities.kind)
  }

  /// The working CRS that the project states, where it was not worked in: distances on the ground
  /// are found in a transverse Mercator.
  public var unusedWorkingCRS: String? {
    guard let stated = project.workingCRS, let crs = try? CRS(parsing: stated), crs != workingCRS
    else { return nil }
    return stated
  }
}

extension City {
  /// How many metres of the working CRS, which the project states, are 1,000 m on the ground where its
  /// rows are; `nil` where it is within a metre of that, or none is stated. Distances are those on the
  /// ground all the same.
  public var stretchedKilometre: Double? {
    guard project.workingCRS != nil, !ground.isPlane else { return nil }
    let rows = parcels.count > 0 ? parcels.rows : facilities.rows
    let places = zip(rows.placeX, rows.placeY).filter { $0.isFinite && $1.isFinite }
    guard !places.isEmpty else { return nil }
    let x = places.reduce(0) { $0 + $1.0 } / Double(places.count)
    let y = places.reduce(0) { $0 + $1.1 } / Double(places.count)
    let metres = 1000 * ground.scale(atX: x, y: y)
    return abs(metres - 1000) > 1 ? metres : nil
  }
}

extension City {
  /// By parcel: persons, known or estimated by the project's assumption.
  public var residents: [Amount?] {
    parcels.residents(perHousehold: project.assumptions.personsPerHousehold)
  }
}
