internal import Compliance
internal import GeoData
internal import Measuring
internal import Planar
internal import Planning
internal import Quantities
internal import Rules

extension RemedySearch {
  /// Changes the plan so that a clause fails less.
  ///
  /// - Returns: Whether anything changed; if not, the clause is beyond mending.
  mutating func mend(_ clause: ClauseOpinion) async throws -> Bool {
    let subjects = clause.subjects.filter { $0.counts && $0.verdict == .fail }
    switch clause.rule.check.mending {
    case .enlarging(let supply): return try enlarge(supply, clause, subjects)
    case .adding(let kinds, let filter):
      return try add(FacilityChoice(kinds, filter), clause, subjects)
    case .siting(let kinds, let filter):
      return try await site(FacilityChoice(kinds, filter), clause, subjects)
    case .raising(let measure): return raise(measure, clause, subjects)
    case .equipping(let condition): return equip(condition, clause, subjects)
    case .deliveringWithHousing(let kinds): return deliver(kinds, clause, subjects)
    case .nothing: return give(up: clause, .totals)
    }
  }

  mutating func give(up clause: ClauseOpinion, _ limit: RemedyLimit) -> Bool {
    beyond[clause.key] = limit
    return false
  }

  // MARK: Amounts

  private mutating func enlarge(
    _ supply: Quantity, _ clause: ClauseOpinion, _ subjects: [SubjectOpinion]
  ) throws -> Bool {
    guard case .facilities(let kinds, let filter, let measure) = supply.source else {
      return give(up: clause, .declaredSupply)
    }
    let choice = FacilityChoice(kinds, filter)
    let fitting = choice.rows(ofPlanned: plan.facilities, in: reviewer.city, reviewer.vocabulary)
    let rowsOfIDs = Dictionary(
      fitting.map { (plan.facilities.rows.ids[$0], $0) }, uniquingKeysWith: { first, _ in first })
    var isChanged = false
    for subject in subjects {
      guard !subject.isExcess, let missing = subject.shortfall, missing > .zero else { continue }
      let parcel = subject.table == .parcels ? subject.row : largestParcel
      let counted =
        subject.table == .parcels
        ? subject.facilities.compactMap { rowsOfIDs[$0] }.sorted() : fitting
      guard let row = facility(choice, in: parcel, counted) else { continue }
      let id = plan.facilities.rows.ids[row]
      ask(id, clause.key)
      isChanged = true
      // Once between two judgements: what one clause adds counts for the next.
      guard measure != .count, asked.insert("\(id) \(measure.name)").inserted else { continue }
      let now = plan.facilities.amounts(of: measure)?[row] ?? .zero
      plan.facilities.set(measure, now + missing.roundedUp, at: row)
    }
    return isChanged
      || give(up: clause, .supplyDoesNotHelp)
  }

  private mutating func add(
    _ choice: FacilityChoice, _ clause: ClauseOpinion, _ subjects: [SubjectOpinion]
  ) throws -> Bool {
    var isChanged = false
    for subject in subjects where subject.table != .facilities {
      let parcel = subject.table == .parcels ? subject.row : largestParcel
      guard
        let row = newFacility(of: choice, in: parcel, at: nil)
      else { continue }
      ask(plan.facilities.rows.ids[row], clause.key)
      isChanged = true
    }
    return isChanged
      || give(up: clause, .totals)
  }

  private mutating func raise(
    _ measure: FacilityMeasure, _ clause: ClauseOpinion, _ subjects: [SubjectOpinion]
  ) -> Bool {
    if case .column = measure { return give(up: clause, .figureTooLarge) }
    var isChanged = false
    for subject in subjects where subject.table == .facilities {
      guard !subject.isExcess, let missing = subject.shortfall, missing > .zero,
        let now = plan.facilities.amounts(of: measure)?[subject.row]
      else { continue }
      ask(subject.id, clause.key)
      isChanged = true
      guard asked.insert("\(subject.id) \(measure.name)").inserted else { continue }
      plan.facilities.set(measure, now + missing.roundedUp, at: subject.row)
    }
    return isChanged || give(up: clause, .figureTooLarge)
  }

  private mutating func equip(
    _ condition: Condition, _ clause: ClauseOpinion, _ subjects: [SubjectOpinion]
  ) -> Bool {
    var isChanged = false
    for subject in subjects
    where subject.table == .facilities && plan.facilities.satisfy(condition, at: subject.row) {
      note(subject.id, clause.key, .meets(condition))
      isChanged = true
    }
    return isChanged || give(up: clause, .figureTooLarge)
  }

  /// Sets the delivery of facilities to that of the housing that they are declared for, else that
  /// they lie in.
  private mutating func deliver(
    _ kinds: [String], _ clause: ClauseOpinion, _ subjects: [SubjectOpinion]
  ) -> Bool {
    let kinds = reviewer.vocabulary.descendants(of: kinds)
    let (ofFacilities, ofParcels) = (
      Set(subjects.filter { $0.table == .facilities }.map(\.row)),
      Set(subjects.filter { $0.table != .facilities }.map(\.id))
    )
    let days = deliveries
    var isChanged = false
    for row in 0..<plan.facilities.count where kinds.contains(plan.facilities.kind[row]) {
      var homes = homes(of: row, days)
      if !ofFacilities.contains(row) { homes = homes.filter { ofParcels.contains($0.id) } }
      guard let day = homes.compactMap({ $0.delivered?.firstDay }).min(),
        let own = plan.facilities.delivered[row], day.isBefore(own) ?? true
      else { continue }
      plan.facilities.delivered[row] = day
      note(plan.facilities.rows.ids[row], clause.key, .handedOver(by: day))
      isChanged = true
    }
    return isChanged || give(up: clause, .figureTooLarge)
  }

  /// By id of housing, old or new, when it is handed over.
  private var deliveries: [String: CalendarDate?] {
    var days: [String: CalendarDate?] = [:]
    for parcels in [reviewer.city.parcels, plan.parcels] {
      for (id, day) in zip(parcels.rows.ids, parcels.delivered) { days[id] = day }
    }
    return days
  }

  /// The housing that a planned facility belongs to, old or new.
  private func homes(
    of row: Int, _ days: [String: CalendarDate?]
  ) -> [(id: String, delivered: CalendarDate?)] {
    let declared = plan.servedParcelIDs[row]
    if declared.isEmpty {
      let home = Int(plan.facilities.insideParcel[row])
      return home < 0 ? [] : [(plan.parcels.rows.ids[home], plan.parcels.delivered[home])]
    }
    return declared.compactMap { id in days[id].map { (id: id, delivered: $0) } }
  }

  // MARK: Facilities

  /// The parcel with the most people, for what is asked of the plan as a whole.
  private var largestParcel: Int {
    let parcels = plan.parcels
    func size(_ row: Int) -> Amount {
      parcels.population[row] ?? parcels.households[row] ?? .zero
    }
    return (0..<parcels.count).max { (size($0), $1) < (size($1), $0) } ?? 0
  }

  /// One of the facilities that count to enlarge: in the parcel, else one that was chosen, else any; or a new one.
  private mutating func facility(
    _ choice: FacilityChoice, in parcel: Int, _ counted: [Int]
  ) -> Int? {
    let ids = plan.facilities.rows.ids
    if let own = counted.first(where: { Int(plan.facilities.insideParcel[$0]) == parcel }) {
      return own
    }
    let chosen = counted.first { enlarged.contains(ids[$0]) } ?? counted.last
    if let chosen { return chosen }
    return newFacility(of: choice, in: parcel, at: nil)
  }

  /// Adds a facility of the first of some kinds that is not a family of kinds.
  ///
  /// - Parameter point: In the working CRS; `nil`: the parcel's place.
  mutating func newFacility(of choice: FacilityChoice, in parcel: Int, at point: Point?) -> Int? {
    guard plan.parcels.count > 0,
      let kind = usual.kind(of: choice.kinds)
    else { return nil }
    let rows = plan.parcels.rows
    let row =
      add([
        Station(
          change: .new, kind: kind, lot: parcel, x: point?.x ?? rows.placeX[parcel],
          y: point?.y ?? rows.placeY[parcel], phase: phase(ofLot: parcel))
      ]).lowerBound
    guard choice.filter != .always else { return row }
    let id = plan.facilities.rows.ids[row]
    guard plan.facilities.satisfy(choice.filter, at: row) else {
      forget(id, plan.removing(facility: id))
      return nil
    }
    conditions[id, default: []].append(.meets(choice.filter))
    return row
  }

  // MARK: Places

  /// Puts one more facility where it covers what is not covered.
  private mutating func site(
    _ choice: FacilityChoice, _ clause: ClauseOpinion, _ subjects: [SubjectOpinion]
  ) async throws -> Bool {
    guard let limit = clause.reachMetres else { return give(up: clause, .noLimit) }
    // A facility that came since the last judgement may serve: see first.
    let kinds = reviewer.vocabulary.descendants(of: choice.kinds)
    let isNew = asked.contains { word in
      word.hasPrefix("new ") && kinds.contains(Int(word.dropFirst(4)) ?? -1)
    }
    if isNew { return true }
    let places = ServingArea(reviewer: reviewer, plan: plan, workers: workers)
    guard let subject = subjects.first(where: { $0.table != .territory }),
      let area = try await places.area(
        for: subject, choice, within: limit, isWalked: clause.isWalked)
        ?? places.uncovered(subject, by: choice, within: limit),
      let point = area.interiorPoint,
      let row = newFacility(of: choice, in: parcel(of: subject), at: point)
    else { return give(up: clause, .noFacilityToDescribe) }
    ask(plan.facilities.rows.ids[row], clause.key)
    return true
  }

  private func parcel(of subject: SubjectOpinion) -> Int {
    if subject.table == .parcels { return subject.row }
    let home = Int(plan.facilities.insideParcel[subject.row])
    return home >= 0 ? home : 0
  }
}
