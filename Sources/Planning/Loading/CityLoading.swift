internal import Documents
internal import GeoData
internal import GeoFiles
internal import Geodesy
internal import Planar
internal import Quantities
internal import Workers

/// One loading of a city, from files that were read to columns that are joined.
struct CityLoading {
  let project: Project
  let vocabulary: Vocabulary
  let workers: Workers
  let progress: (@Sendable (LoadStep) -> Void)?
  /// What is wrong with files that could not be read, told together with what is wrong with others.
  var faults: [CityLoadError.Fault] = []
  var parcelRows: SourceRows
  var facilityRows: SourceRows
  var unitRows: SourceRows
  var entranceRows: SourceRows
  var parcelValues = ParcelValues()
  var facilityValues = FacilityValues()
  var unitValues = UnitValues()
  var entranceValues = EntranceValues()
  var acceptedParcels = AcceptedRows()
  var acceptedFacilities = AcceptedRows()
  var acceptedUnits = AcceptedRows()

  init(
    project: Project, vocabulary: Vocabulary, workers: Workers,
    progress: (@Sendable (LoadStep) -> Void)?, sources: [LayerRole: SourceRows]
  ) {
    self.project = project
    self.vocabulary = vocabulary
    self.workers = workers
    self.progress = progress
    func rows(_ role: LayerRole) -> SourceRows {
      sources[role] ?? SourceRows(role: role, files: [])
    }
    parcelRows = rows(.parcels)
    facilityRows = rows(.facilities)
    unitRows = rows(.units)
    entranceRows = rows(.entrances)
  }

  mutating func run() async throws -> City {
    try await read()
    settlePlaceless()
    let plane = try await place()
    progress?(.joining)
    let places = self.places
    async let strays = StrayRows(places.all)
    let areas = acceptedParcels.outlines
    let isSearched = !acceptedFacilities.order.isEmpty
    // Its index is built while the parcels are joined.
    async let search = AreaSearch(areas, rows: isSearched ? Array(0..<areas.count) : [])
    let units = try await joinedUnits()
    let filling = UnitFilling(units, in: plane)
    var parcels = try await joinedParcels(filling)
    var facilities = try await joinedFacilities(filling, parcels, await search, in: plane)
    note(await strays, places)
    try await joinEntrances(&parcels, &facilities, in: plane.crs)
    let report = LoadReport([
      (parcelRows, parcelValues.subjects.ids), (facilityRows, facilityValues.subjects.ids),
      (unitRows, unitValues.subjects.ids), (entranceRows, entranceValues.owners.map { $0?.id }),
    ])
    var city = City(
      project: project, parcels: parcels, facilities: facilities, units: units,
      rejected: report.rejected, notes: report.notes, inputs: report.inputs(of: project),
      workingCRS: plane.crs, ground: plane.ground)
    city.words = ConditionWords(vocabulary.aliases)
    city.setAside = try await setAside(filling, in: plane)
    city.setAside.lost = LostRows(in: city)
    return city
  }

  // MARK: Rows

  /// Finds where all rows are and what their columns say.
  mutating func read() async throws {
    try await locate()
    let rows = [parcelRows, facilityRows, unitRows, entranceRows]
    async let doubt = ZoneDoubt(rows)
    do {
      try await readColumns()
    } catch {
      let faults = await doubt.faults
      throw faults.isEmpty ? error : CityLoadError(faults)
    }
    let found = await doubt
    if !found.faults.isEmpty { throw CityLoadError(found.faults) }
    for file in found.notes { note(file) }
  }

  /// Each role by itself: what of the large one takes a single core leaves the other to the rest.
  private mutating func locate() async throws {
    let workers = workers
    var rows = [parcelRows, facilityRows, unitRows, entranceRows]
    let located = try await workers.sideBySide(rows) { rows in
      var rows = rows
      do {
        try await rows.locate(workers)
        return (rows: rows, faults: [CityLoadError.Fault]())
      } catch let error as CityLoadError {
        return (rows, error.faults)
      }
    }
    let all = faults + located.flatMap(\.faults)
    if !all.isEmpty { throw CityLoadError(all) }
    rows = located.map(\.rows)
    (parcelRows, facilityRows, unitRows, entranceRows) = (rows[0], rows[1], rows[2], rows[3])
  }

  private mutating func note(_ file: ZoneDoubt.FileNote) {
    switch file.role {
    case .parcels: parcelRows.noteOfFile(file.index, file.note)
    case .facilities: facilityRows.noteOfFile(file.index, file.note)
    case .units: unitRows.noteOfFile(file.index, file.note)
    case .entrances: entranceRows.noteOfFile(file.index, file.note)
    }
  }

  private mutating func readColumns() async throws {
    let (vocabulary, workers) = (vocabulary, workers)
    let aliases = vocabulary.aliases
    progress?(.checking(.parcels))
    async let parcels = parcelRows.changing { rows in
      var values = try await rows.readValues(workers) { ParcelValues($0, aliases, &$1) }
      rows.tellApart(&values.subjects.ids)
      try await rows.rejectRepeatedIDs(values.subjects.ids, workers)
      return values
    }
    progress?(.checking(.facilities))
    async let facilities = facilityRows.changing { rows in
      var values = try await rows.readValues(workers) { FacilityValues($0, vocabulary, &$1) }
      rows.tellApart(&values.subjects.ids)
      try await rows.rejectRepeatedIDs(values.subjects.ids, workers)
      return values
    }
    progress?(.checking(.units))
    async let units = unitRows.changing { rows in
      let values = try await rows.readValues(workers) { UnitValues($0, aliases, &$1) }
      let ranks = values.ranks
      try await rows.rejectRepeatedIDs(values.subjects.ids, workers) { ranks[$0] }
      return values
    }
    progress?(.checking(.entrances))
    (entranceRows, entranceValues) = try await entranceRows.changing { rows in
      try await rows.readValues(workers) { EntranceValues($0, aliases, &$1) }
    }
    (unitRows, unitValues) = try await units
    (facilityRows, facilityValues) = try await facilities
    (parcelRows, parcelValues) = try await parcels
  }

  /// A unit may do without an area; a facility without a place if a column of its own names a unit.
  mutating func settlePlaceless() {
    unitRows.settlePlaceless { _ in true }
    let isRejected = unitRows.isRejected
    let units = unitValues
    let lookups = UnitTexts.columns.map {
      UnitLookup(units, isRejected: isRejected, levels: $0.levels)
    }
    let texts = facilityValues.units.texts
    facilityRows.settlePlaceless { row in
      lookups.indices.contains { column in
        guard !texts[column].isEmpty, let text = texts[column][row] else { return false }
        if case .unit = lookups[column].answer(text) { return true }
        return false
      }
    }
  }

  /// Chooses the rows that take part and moves them into the plane of the run, which it returns.
  ///
  /// - Parameter given: That plane where it is settled already.
  mutating func place(in given: WorkingPlane? = nil) async throws -> WorkingPlane {
    let (rows, ids) = (parcelRows, parcelValues.subjects.ids)
    async let parcels = AcceptedRows(of: rows, ids: ids)
    let ranks = unitValues.ranks
    acceptedFacilities = AcceptedRows(of: facilityRows, ids: facilityValues.subjects.ids)
    acceptedUnits = AcceptedRows(of: unitRows, ids: unitValues.subjects.ids) { ranks[$0] }
    let plane = try given ?? chosenPlane()
    acceptedParcels = await parcels
    progress?(.placing(.parcels))
    try await acceptedParcels.place(&parcelRows, in: plane, workers)
    progress?(.placing(.facilities))
    try await acceptedFacilities.place(&facilityRows, in: plane, workers)
    progress?(.placing(.units))
    try await acceptedUnits.place(&unitRows, in: plane, workers)
    return plane
  }

  private func chosenPlane() throws -> WorkingPlane {
    var centres = parcelRows.takenCentres + facilityRows.takenCentres
    if centres.isEmpty { centres = unitRows.takenCentres }
    return try WorkingCRS.choose(for: project, centres: centres)
  }

  /// Where the rows are that can be far from everything else, WGS 84; NaN where a row is nowhere.
  struct Places {
    let all: [Point]
    /// Where those of parcels, facilities and gates start.
    let starts: [Int]
    let gateCount: Int
  }

  var places: Places {
    let (parcels, facilities) = (acceptedParcels.wgs84Places, acceptedFacilities.wgs84Places)
    let isRejected = entranceRows.isRejected
    let gates = entranceRows.wgs84.middles.enumerated().map { row, place in
      isRejected[row] ? Point(x: .nan, y: .nan) : place
    }
    return Places(
      all: parcels + facilities + gates,
      starts: [0, parcels.count, parcels.count + facilities.count], gateCount: gates.count)
  }

  /// Notes what is far from everything else.
  mutating func note(_ strays: StrayRows, _ places: Places) {
    let starts = places.starts
    for (row, metres) in strays.metres.sorted(by: { $0.key < $1.key }) {
      let note = Note.farFromOthers(kilometres: metres / 1000)
      if row < starts[1] {
        parcelRows.records.note(acceptedParcels.order[row], note)
      } else if row < starts[2] {
        facilityRows.records.note(acceptedFacilities.order[row - starts[1]], note)
      } else if row < starts[2] + places.gateCount {
        entranceRows.records.note(row - starts[2], note)
      }
    }
  }

  // MARK: Joins

  mutating func joinedUnits() async throws -> Units {
    var units = Units(unitValues, acceptedUnits, unitRows, assuming: project.assumptions)
    units.parents = try await UnitFilling(units, outlines: acceptedUnits.outlines).parents(
      unitValues.units, acceptedUnits, &unitRows, aliases: vocabulary.aliases, workers: workers)
    return units
  }

  mutating func joinedParcels(_ filling: UnitFilling) async throws -> Parcels {
    let assumptions = project.assumptions
    let values = parcelValues
    let order = acceptedParcels.order
    let read = Parcels(values, acceptedParcels, parcelRows, assuming: assumptions)
    async let doubts = read.doubts(values, order, assumptions)
    var parcels = read
    parcels.units = try await filling.membership(
      values.units, acceptedParcels, &parcelRows, aliases: vocabulary.aliases, workers: workers)
    parcels.fillUrban(from: filling.units, assumptions)
    parcelRows.records.append(await doubts)
    return parcels
  }

  mutating func joinedFacilities(
    _ filling: UnitFilling, _ parcels: Parcels, _ search: AreaSearch, in plane: WorkingPlane
  ) async throws -> Facilities {
    let order = acceptedFacilities.order
    var facilities = Facilities(facilityValues, acceptedFacilities, facilityRows)
    facilities.units = try await filling.membership(
      facilityValues.units, acceptedFacilities, &facilityRows, aliases: vocabulary.aliases,
      workers: workers)
    facilities.insideParcel = try await search.firstRows(
      containing: acceptedFacilities.locations, workers)
    if facilityValues.servedParcels.contains(where: { !$0.isEmpty }) {
      facilities.setServedParcels(
        facilityValues, order, among: parcels.rows.rowsByIDOrName, &facilityRows.records)
    }
    facilities.drawLand(on: plane.ground)
    let rows = facilityRows
    facilities.check(order, &facilityRows.records) { source, column in
      rows.files[rows.place(of: source).file].shownName(column)
    }
    return facilities
  }

  /// Entrances of parcels and facilities that do not take part are rejected.
  mutating func joinEntrances(
    _ parcels: inout Parcels, _ facilities: inout Facilities, in crs: CRS
  ) async throws {
    guard entranceRows.count > 0 else { return }
    let parcelRows = parcels.rows.rowsByID
    let facilityRows = facilities.rows.rowsByID
    var gates: (owners: [Int], rows: [Int]) = ([], [])
    var doors = gates
    let isRejected = entranceRows.isRejected
    for (row, owner) in entranceValues.owners.enumerated() where !isRejected[row] {
      switch owner {
      case nil: continue
      case .parcel(let id):
        if let parcel = parcelRows[id] {
          gates.owners.append(parcel)
          gates.rows.append(row)
        } else {
          entranceRows.records.reject(row, .unknownParcel(id: id))
        }
      case .facility(let id):
        if let facility = facilityRows[id] {
          doors.owners.append(facility)
          doors.rows.append(row)
        } else {
          entranceRows.records.reject(row, .unknownFacility(id: id))
        }
      }
    }
    let move = CoordinateTransform(from: .wgs84, to: crs)
    parcels.setEntrances(
      owners: gates.owners, points: try await entrancePoints(gates.rows, move))
    facilities.setEntrances(
      owners: doors.owners, points: try await entrancePoints(doors.rows, move))
  }

  private func entrancePoints(
    _ rows: [Int], _ move: CoordinateTransform
  ) async throws -> [Point] {
    try await entranceRows.wgs84.selecting(rows).transformed(move, workers: workers)
      .withBuffers { buffers in
        (0..<buffers.count).map { buffers.interiorPoint(of: $0) ?? Point(x: .nan, y: .nan) }
      }
  }
}

extension UnitValues {
  /// Place of the level among all, by row; -1 where it is not known.
  fileprivate var ranks: [Int] {
    let levels = Set(level.compactMap { $0 }).sorted()
    let places = Dictionary(uniqueKeysWithValues: levels.enumerated().map { ($1, $0) })
    return level.map { level in level.flatMap { places[$0] } ?? -1 }
  }
}

extension SubjectRows {
  /// Rows by id.
  fileprivate var rowsByID: [String: Int] {
    Dictionary(zip(ids, ids.indices), uniquingKeysWith: { first, _ in first })
  }

  /// Rows by id, and by a name that only one has and that is no id.
  fileprivate var rowsByIDOrName: [String: Int] {
    let named = zip(names, names.indices).compactMap { name, row in name.map { ($0, row) } }
    let unique = Dictionary(grouping: named, by: \.0).filter { $0.value.count == 1 }
      .mapValues { $0[0].1 }
    return rowsByID.merging(unique) { id, _ in id }
  }
}
