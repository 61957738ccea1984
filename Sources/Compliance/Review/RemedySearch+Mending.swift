internal import Documents
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
    var isChanged = false
    for subject in subjects {
      guard !subject.isExcess, let missing = subject.shortfall, missing > .zero else { continue }
      let parcel = subject.table == .parcels ? subject.row : largestParcel
      guard
        let row = facility(
          of: kinds, filter, in: parcel, anywhere: subject.table != .parcels,
          counted: subject.table == .parcels ? Set(subject.facilities) : nil)
      else { continue }
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
        let row = newFacility(of: choice.kinds, choice.filter, in: parcel, at: nil)
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
    var isChanged = false
    for subject in subjects {
      for row in 0..<plan.facilities.count where kinds.contains(plan.facilities.kind[row]) {
        var homes = homes(of: row)
        if subject.table == .facilities {
          guard row == subject.row else { continue }
        } else {
          homes = homes.filter { $0.id == subject.id }
        }
        guard let day = homes.compactMap({ $0.delivered?.firstDay }).min(),
          let own = plan.facilities.delivered[row], day.isBefore(own) ?? true
        else { continue }
        plan.facilities.delivered[row] = day
        note(plan.facilities.rows.ids[row], clause.key, .handedOver(by: day))
        isChanged = true
      }
    }
    return isChanged || give(up: clause, .figureTooLarge)
  }

  /// The housing that a planned facility belongs to, old or new.
  private func homes(of row: Int) -> [(id: String, delivered: CalendarDate?)] {
    let declared = Set(plan.servedParcelIDs[row])
    if declared.isEmpty {
      let home = Int(plan.facilities.insideParcel[row])
      return home < 0 ? [] : [(plan.parcels.rows.ids[home], plan.parcels.delivered[home])]
    }
    return [plan.parcels, reviewer.city.parcels].flatMap { parcels in
      zip(parcels.rows.ids, parcels.delivered).filter { declared.contains($0.0) }
        .map { (id: $0, delivered: $1) }
    }
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

  /// A planned facility to enlarge, or a new one: in the parcel, else (if anywhere will do) of the
  /// plan.
  ///
  /// - Parameter counted: Ids of those that count for the subject; `nil`: all that meet the filter.
  private mutating func facility(
    of kinds: [String], _ filter: Condition, in parcel: Int, anywhere: Bool, counted: Set<String>?
  ) -> Int? {
    let fitting = rows(of: plan.facilities, thatAre: kinds, and: filter).filter {
      counted?.contains(plan.facilities.rows.ids[$0]) ?? true
    }
    if let own = fitting.first(where: { Int(plan.facilities.insideParcel[$0]) == parcel }) {
      return own
    }
    if anywhere, let other = fitting.first { return other }
    return newFacility(of: kinds, filter, in: parcel, at: nil)
  }

  /// The rows of facilities of some kinds that surely meet a condition, ascending.
  func rows(
    of facilities: Facilities, thatAre kinds: [String], and filter: Condition
  ) -> [Int] {
    FacilityChoice(kinds, filter).rows(
      ofPlanned: facilities, in: reviewer.city, reviewer.vocabulary)
  }

  /// Adds a facility of the first of some kinds that is not a family of kinds.
  ///
  /// - Parameter point: In the working CRS; `nil`: the parcel's place.
  mutating func newFacility(
    of kinds: [String], _ filter: Condition, in parcel: Int, at point: Point?
  ) -> Int? {
    let rows = plan.parcels.rows
    guard let kind = plainKind(of: kinds) else { return nil }
    let place = point ?? Point(x: rows.placeX[parcel], y: rows.placeY[parcel])
    var number = added.count + 1
    let taken = Set(reviewer.city.facilities.rows.ids + plan.facilities.rows.ids)
    var id = "\(rows.ids[parcel])+\(number)"
    while taken.contains(id) {
      number += 1
      id = "\(rows.ids[parcel])+\(number)"
    }
    plan = plan.adding(AddedFacility(id: id, kind: kind, point: place, parcel: parcel))
    added.append(id)
    asked.insert("new \(kind)")
    let row = plan.facilities.count - 1
    if filter != .always {
      guard plan.facilities.satisfy(filter, at: row) else {
        forgetLast()
        return nil
      }
      conditions[id, default: []].append(.meets(filter))
    }
    return row
  }

  private mutating func forgetLast() {
    guard let id = added.popLast() else { return }
    plan = plan.removing(facility: id)
  }

  /// Of the kinds that will do the one that the city has most of; else the first that is no family
  /// of kinds.
  private func plainKind(of kinds: [String]) -> Int? {
    let vocabulary = reviewer.vocabulary
    let fitting = vocabulary.descendants(of: kinds)
    var counts: [Int: Int] = [:]
    for kind in reviewer.city.facilities.kind where fitting.contains(kind) {
      counts[kind, default: 0] += 1
    }
    // A word that stands for a whole family says less than a remedy should.
    let families = Set(vocabulary.all.compactMap(\.broader)).intersection(kinds)
    for family in families { counts[vocabulary.index(ofID: family) ?? -1] = nil }
    if let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) { return usual.key }
    let broader = Set(vocabulary.all.compactMap(\.broader))
    return fitting.sorted().first { !broader.contains(vocabulary.all[$0].id) }
      ?? kinds.first.flatMap { vocabulary.index(ofID: $0) }
  }
}
