/// Why a row does not take part: stable words for tables and filters.
public enum RejectionCode: String, Sendable, Hashable, CaseIterable {
  /// The row adds others up.
  case totalRow = "total_row"
  /// The row is a remark below the table.
  case remarkRow = "remark_row"
  /// It is not known which of the row's values belongs to which column.
  case unreadableRow = "unreadable_row"
  /// The row has no geometry.
  case noGeometry = "no_geometry"
  /// The row's geometry cannot be read, or nothing is left of it after its repair.
  case unusableGeometry = "unusable_geometry"
  /// A line, or for an entrance an area, where the layer needs something else.
  case wrongGeometry = "wrong_geometry"
  /// The CRS has no such place, or none that can be meant.
  case coordinatesOutOfRange = "coordinates_out_of_range"
  /// The coordinates are 0, as they are where none were known.
  case zeroCoordinates = "zero_coordinates"
  /// The row has no id.
  case missingID = "missing_id"
  /// Several rows have this id; which is right cannot be known, so none of them takes part.
  case repeatedID = "repeated_id"
  /// A facility without a kind.
  case missingKind = "missing_kind"
  /// A facility of a kind that the vocabulary does not have.
  case unknownKind = "unknown_kind"
  /// What the word for the kind names is no facility.
  case notFacility = "not_a_facility"
  /// A unit without a level.
  case missingLevel = "missing_level"
  /// A unit of a level that there is not.
  case unknownLevel = "unknown_level"
  /// Less than nothing of something.
  case negativeCount = "negative_count"
  /// An entrance that names no parcel and no facility.
  case missingParcel = "missing_parcel"
  /// An entrance of a parcel that does not take part.
  case unknownParcel = "unknown_parcel"
  /// An entrance of a facility that does not take part.
  case unknownFacility = "unknown_facility"
}
