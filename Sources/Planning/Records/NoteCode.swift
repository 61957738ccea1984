/// What is not as it should be with a row or a file that takes part: stable words.
public enum NoteCode: String, Sendable, Hashable, CaseIterable {
  /// The file has no column for something that rules ask for.
  case missingColumn = "missing_column"
  /// Two columns of the file are the same one of ours.
  case columnMatchedTwice = "column_matched_twice"
  /// The numbers of a column were converted because its header names a unit.
  case unitConverted = "unit_converted"
  /// No column says whether facilities operate: all are taken as open.
  case takenAsOpen = "taken_as_open"
  /// A column that looks like one of ours is in a unit that nobody knows, and is not read.
  case unknownUnitOfColumn = "unknown_unit_of_column"
  /// A column that looks like one of ours and is something else, or may be something else.
  case columnNotTaken = "column_not_taken"
  /// The project states another CRS than the file.
  case crsOverridden = "crs_overridden"
  /// No way is known from the datum of the file to WGS 84.
  case unknownShift = "unknown_shift"
  /// A layer that is far from all others.
  case layerFarFromOthers = "layer_far_from_others"
  /// A file without rows.
  case noRows = "no_rows"
  /// Rows are numbered as they stand in the file.
  case numberedRows = "numbered_rows"
  /// Something that the reader of the file left out or repaired.
  case readWarning = "read_warning"
  /// A parcel without households.
  case missingHouseholds = "missing_households"
  /// A parcel without population.
  case missingPopulation = "missing_population"
  /// A parcel of which it is not known whether it is new.
  case missingStatus = "missing_status"
  /// A parcel with 0 households.
  case zeroHouseholds = "zero_households"
  /// A facility of 0 m².
  case zeroArea = "zero_area"
  /// A facility with childcare places and no floor area.
  case placesWithoutArea = "places_without_area"
  /// A part of a household, a person or a place.
  case fractionalCount = "fractional_count"
  /// A cell that is not one number for certain.
  case unreadableNumber = "unreadable_number"
  /// A number with a remark in brackets behind it.
  case numberWithRemark = "number_with_remark"
  /// A cell that is not a day.
  case unreadableDate = "unreadable_date"
  /// A cell that names no stage of building.
  case unreadablePhase = "unreadable_phase"
  /// A cell that says none of the words known.
  case unknownWord = "unknown_word"
  /// A cell that does not say whether a facility operates.
  case unclearOperation = "unclear_operation"
  /// A row whose id rows of other files have, too.
  case idOfSeveralFiles = "id_of_several_files"
  /// A row without a usable place that takes part all the same.
  case noPlace = "no_place"
  /// A row names a unit that there is not.
  case unknownUnit = "unknown_unit"
  /// A row names a unit by a name that several units have.
  case ambiguousUnit = "ambiguous_unit"
  /// A facility is declared to serve a parcel that does not take part.
  case unknownServedParcel = "unknown_served_parcel"
  /// A parcel or facility in no unit.
  case outsideUnits = "outside_units"
  /// A parcel or facility more than 50 km from all others.
  case farFromOthers = "far_from_others"
  /// A ring that crosses itself or another one was repaired.
  case repairedGeometry = "repaired_geometry"
  /// Two parcels in the same place.
  case samePlace = "same_place"
  /// Fewer than half a person or more than ten to a household.
  case implausibleHouseholdSize = "implausible_household_size"
  /// More persons of 60 and over than persons.
  case eldersExceedPopulation = "elders_exceed_population"
  /// More children under 3 than persons.
  case infantsExceedPopulation = "infants_exceed_population"
  /// More nursing-type beds than beds.
  case nursingBedsExceedBeds = "nursing_beds_exceed_beds"
}
