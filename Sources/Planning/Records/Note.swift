public import Documents
public import Quantities

/// What is not as it should be with a row or a file that takes part: a case with what a sentence
/// about it needs. The sentences are in `Wording`. Columns are named as the file names them.
public enum Note: Sendable, Hashable {
  // MARK: About a file

  /// The file has no column for something that rules ask for.
  case missingColumn(String, role: LayerRole)
  /// Two columns of the file are the same one of ours: a row has the second where the one used first
  /// says nothing.
  case columnMatchedTwice(column: String, used: String, second: String)
  /// The numbers of a column were converted because its header names a unit.
  case unitConverted(column: String, source: String, UnitFactor)
  /// No column says whether facilities operate: all are taken as open.
  case takenAsOpen
  /// A column looks like one of ours and names a unit that nobody knows: it is not read.
  case unknownUnitOfColumn(column: String, source: String)
  /// A column looks like one of ours and is something else, or may be something else: it is not read.
  case columnNotTaken(column: String, source: String, mayBe: Bool)
  /// The project states another CRS than the file.
  case crsOverridden(stated: String, file: String)
  /// PROJ knows no way from the CRS's datum to WGS 84 where the file is; the CRS, and how to state it
  /// with a shift.
  case unknownShift(crs: String, definition: String?)
  /// The layer is far from all others, in whatever zone it is read.
  case layerFarFromOthers(kilometres: Double)
  /// The file has a header and no row.
  case noRows
  /// Rows have no id of their own, and are numbered as they stand in the file, as the project states.
  case numberedRows
  /// Something that the reader of the file left out or repaired, in its own words.
  case readWarning(place: FaultText?, message: FaultText)

  // MARK: About a cell

  /// A cell that is not one number for certain.
  case unreadableNumber(column: String, text: String)
  /// A number with a remark in brackets behind it, which is read without it.
  case numberWithRemark(column: String, Amount, remark: String)
  /// A cell that is not a day.
  case unreadableDate(column: String, text: String)
  /// A cell that names no stage of building.
  case unreadablePhase(column: String, text: String)
  /// A cell that says none of the words known; it is kept as it is, or counts as missing.
  case unknownWord(column: String, text: String, isKept: Bool, known: [String])
  /// A cell that does not say whether a facility operates.
  case unclearOperation(column: String, text: String, known: [String])
  /// A part of a household, a person or a place.
  case fractionalCount(column: String, Amount)

  // MARK: About a parcel

  /// A parcel without households.
  case missingHouseholds
  /// A parcel without population, which is estimated where the project states how.
  case missingPopulation(isEstimated: Bool)
  /// A parcel of which it is not known whether it is new, and what the project assumes.
  case missingStatus(assumed: ParcelStatus?)
  /// A parcel with 0 households.
  case zeroHouseholds
  /// Fewer than half a person or more than ten to a household.
  case implausibleHouseholdSize(persons: Double)
  /// More persons of 60 and over than persons.
  case eldersExceedPopulation(elders: Amount, population: Amount)
  /// More children under 3 than persons.
  case infantsExceedPopulation(infants: Amount, population: Amount)
  /// Parcels in the same place: one of them by its id, and how many there are besides this one.
  case samePlace(as: String, others: Int)

  // MARK: About a facility

  /// A facility of 0 m².
  case zeroArea(column: String)
  /// A facility with childcare places and no floor area.
  case placesWithoutArea
  /// More nursing-type beds than beds.
  case nursingBedsExceedBeds(nursing: Amount, beds: Amount)
  /// A facility is declared to serve a parcel that does not take part.
  case unknownServedParcel(id: String)
  // MARK: About a place

  /// A parcel or facility more than 50 km from all others, but perhaps a few as lost.
  case farFromOthers(kilometres: Double)
  /// A parcel or facility in no unit.
  case outsideUnits(LayerRole)
  /// A row whose id rows of other files have, too, and what it is called to tell it from them.
  case idOfSeveralFiles(String, name: String)
  /// A row without a usable place, and why: a facility counts for the unit that it names, a unit has
  /// no area.
  case noPlace(Rejection, LayerRole)
  /// A row names a unit that there is not.
  case unknownUnit(column: String, text: String)
  /// A row names a unit by a name that several units have.
  case ambiguousUnit(column: String, text: String, count: Int)
  /// A ring that crosses itself or another one was repaired; areas in square metres.
  case repairedGeometry(reason: FaultText, before: Double, after: Double)
}

extension Note {
  /// The stable word.
  public var code: NoteCode {
    switch self {
    case .missingColumn: .missingColumn
    case .columnMatchedTwice: .columnMatchedTwice
    case .unitConverted: .unitConverted
    case .takenAsOpen: .takenAsOpen
    case .unknownUnitOfColumn: .unknownUnitOfColumn
    case .columnNotTaken: .columnNotTaken
    case .crsOverridden: .crsOverridden
    case .readWarning: .readWarning
    case .unreadableNumber: .unreadableNumber
    case .numberWithRemark: .numberWithRemark
    case .unreadableDate: .unreadableDate
    case .unreadablePhase: .unreadablePhase
    case .unknownWord: .unknownWord
    case .unclearOperation: .unclearOperation
    case .fractionalCount: .fractionalCount
    case .missingHouseholds: .missingHouseholds
    case .missingPopulation: .missingPopulation
    case .missingStatus: .missingStatus
    case .zeroHouseholds: .zeroHouseholds
    case .implausibleHouseholdSize: .implausibleHouseholdSize
    case .eldersExceedPopulation: .eldersExceedPopulation
    case .infantsExceedPopulation: .infantsExceedPopulation
    case .samePlace: .samePlace
    case .zeroArea: .zeroArea
    case .placesWithoutArea: .placesWithoutArea
    case .nursingBedsExceedBeds: .nursingBedsExceedBeds
    case .unknownServedParcel: .unknownServedParcel
    case .farFromOthers: .farFromOthers
    case .unknownShift: .unknownShift
    case .layerFarFromOthers: .layerFarFromOthers
    case .noRows: .noRows
    case .numberedRows: .numberedRows
    case .outsideUnits: .outsideUnits
    case .idOfSeveralFiles: .idOfSeveralFiles
    case .noPlace: .noPlace
    case .unknownUnit: .unknownUnit
    case .ambiguousUnit: .ambiguousUnit
    case .repairedGeometry: .repairedGeometry
    }
  }

  /// What notes of one code and row are told in the order of: the column, and what stands in it.
  var orderText: String {
    switch self {
    case .missingColumn(let column, _), .zeroArea(let column): "'\(column)'"
    case .columnMatchedTwice(_, let used, let second): "'\(used)' '\(second)'"
    case .unitConverted(_, let source, _), .unknownUnitOfColumn(_, let source),
      .columnNotTaken(_, let source, _):
      "'\(source)'"
    case .crsOverridden(let stated, let file): "\(file) \(stated)"
    case .unknownShift(let crs, _): crs
    case .readWarning(let place, let message):
      place.map { "\($0): \(message)" } ?? message.description
    case .unreadableNumber(let column, let text), .unreadableDate(let column, let text),
      .unreadablePhase(let column, let text), .unknownWord(let column, let text, _, _),
      .unclearOperation(let column, let text, _),
      .unknownUnit(let column, let text), .ambiguousUnit(let column, let text, _):
      "'\(column)' '\(text)'"
    case .fractionalCount(let column, let amount): "'\(column)' \(amount)"
    case .numberWithRemark(let column, let amount, let remark):
      "'\(column)' \(amount) '\(remark)'"
    case .noPlace(let why, _): why.orderText
    case .samePlace(let id, _), .unknownServedParcel(let id), .idOfSeveralFiles(let id, _):
      "'\(id)'"
    case .repairedGeometry(let reason, let before, _): "\(reason) \(Int(before.rounded()))"
    case .missingHouseholds, .missingPopulation, .missingStatus, .zeroHouseholds,
      .implausibleHouseholdSize, .eldersExceedPopulation, .infantsExceedPopulation,
      .placesWithoutArea, .takenAsOpen, .nursingBedsExceedBeds, .farFromOthers, .outsideUnits,
      .numberedRows, .layerFarFromOthers, .noRows:
      ""
    }
  }
}
