/// What the columns of parcels say, in the order of the rows.
struct ParcelValues: RowValues {
  var subjects = SubjectValues()
  /// The declared columns alone: there are no rows yet.
  var columns = Parcels()
  var units = UnitTexts()

  mutating func append(_ other: ParcelValues) {
    let count = subjects.ids.count
    subjects.append(other.subjects)
    columns.appendColumns(of: other.columns, behind: count)
    units.append(other.units, behind: count)
  }

  mutating func pad() {
    columns.padColumns(to: subjects.ids.count)
    units.pad(to: subjects.ids.count)
  }
}

extension ParcelValues {
  init(_ range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords) {
    subjects = range.subjects(aliases, &records)
    columns.readColumns(range, aliases, &records)
    units = UnitTexts(range, aliases)
  }
}
