internal import Quantities

/// What the columns of parcels say, in the order of the rows.
struct ParcelValues: RowValues {
  var subjects = SubjectValues()
  var households: [Amount?] = []
  var population: [Amount?] = []
  var elders: [Amount?] = []
  var infants: [Amount?] = []
  var status: [ParcelStatus?] = []
  var urban: [Bool?] = []
  var delivered: [CalendarDate?] = []
  var phase: [Int?] = []
  var units = UnitTexts()

  mutating func append(_ other: ParcelValues) {
    subjects.append(other.subjects)
    households += other.households
    population += other.population
    elders += other.elders
    infants += other.infants
    status += other.status
    urban += other.urban
    delivered += other.delivered
    phase += other.phase
    units.append(other.units)
  }
}

extension ParcelValues {
  init(_ range: RowRange, _ aliases: FieldAliases, _ records: inout RowRecords) {
    subjects = range.subjects(aliases, &records)
    let households = range.column("households", aliases)
    let population = range.column("population", aliases)
    let elders = range.column("elders", aliases)
    let infants = range.column("infants", aliases)
    let status = range.column("status", aliases)
    let urban = range.column("urban", aliases)
    let delivered = range.column("delivered", aliases)
    let phase = range.column("phase", aliases)
    let statuses = Set(ParcelStatus.allCases.map(\.rawValue))
    for row in range.rows {
      self.households.append(households.amount(row, &records))
      self.population.append(population.amount(row, &records))
      self.elders.append(elders.amount(row, &records))
      self.infants.append(infants.amount(row, &records))
      let word = status.word(row, &records, allowing: statuses)
      self.status.append(word.flatMap(ParcelStatus.init))
      self.urban.append(urban.flag(row, &records))
      self.delivered.append(delivered.date(row, &records))
      self.phase.append(phase.phase(row, &records))
    }
    units = UnitTexts(range, aliases)
  }
}
