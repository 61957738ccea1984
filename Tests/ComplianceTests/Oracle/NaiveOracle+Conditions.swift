import Compliance
import Planning
import Quantities
import Rules

/// The value of a column.
private enum OracleValue {
  case missing
  case word(String)
  case number(Amount)
  case date(CalendarDate)
  case set([String])
  /// One of these, not known which.
  case anyOf(Set<String>)

  init(_ word: String?) { self = word.map { .word($0) } ?? .missing }
  init(_ flag: Bool?) { self.init(flag.map { $0 ? "true" : "false" }) }
  init(_ number: Amount?) { self = number.map { .number($0) } ?? .missing }
  init(_ date: CalendarDate?) { self = date.map { .date($0) } ?? .missing }
  init(_ set: [String]?) { self = set.map { .set($0) } ?? .missing }
}

extension NaiveOracle {
  func holds(_ condition: Condition, of subject: OracleSubject) -> Maybe {
    switch condition {
    case .always: return .yes
    case .all(let parts): return parts.map { holds($0, of: subject) }.min() ?? .yes
    case .any(let parts): return parts.map { holds($0, of: subject) }.max() ?? .no
    case .atLeast(let least, let parts):
      let truths = parts.map { holds($0, of: subject) }
      if truths.count(where: { $0 == .yes }) >= least { return .yes }
      return truths.count(where: { $0 != .no }) >= least ? .maybe : .no
    case .not(let part): return holds(part, of: subject).negated
    case .column(let level, .unit(let condition)):
      return unit(level, of: subject).map { holds(condition, of: .unit($0)) } ?? .maybe
    case .column(let name, let test): return holds(test, value(name, of: subject))
    }
  }

  /// The unit of a level that a subject lies in.
  private func unit(_ name: String, of subject: OracleSubject) -> Int? {
    let level = UnitLevel(name: name)
    return switch subject {
    case .parcel(let row): city.parcels.units[row, level]
    case .facility(let row): city.facilities.units[row, level]
    case .unit(let row): city.units.parents[row, level]
    case .territory: nil
    }
  }

  private func holds(_ test: Condition.Test, _ value: OracleValue) -> Maybe {
    switch (test, value) {
    case (_, .missing), (.unit, _), (.facility, _): return .maybe
    case (.oneOf(let words), .word(let word)): return Maybe(words.contains(word))
    case (.oneOf(let words), .date(let date)): return Maybe(words.contains("\(date)"))
    case (.oneOf(let words), .number(let number)):
      return Maybe(words.contains { Amount(exactly: $0) == number })
    case (.oneOf(let words), .anyOf(let states)):
      return states.isSubset(of: words) ? .yes : states.isDisjoint(with: words) ? .no : .maybe
    case (.oneOf(let words), .set(let set)): return Maybe(words.allSatisfy(set.contains))
    case (.compare(let comparison, let figure, let upper), .number(let number)):
      return Maybe(compare(comparison, number, figure, upper))
    case (.compare(let comparison, let figure, let upper), .date(let date)):
      let number = Amount((date.year * 100 + date.month) * 100 + date.day)
      return Maybe(compare(comparison, number, figure, upper))
    case (.compare, .word), (.compare, .set), (.compare, .anyOf): return .maybe
    }
  }

  private func compare(
    _ comparison: Comparison, _ number: Amount, _ figure: Amount, _ upper: Amount?
  ) -> Bool {
    switch comparison {
    case .atLeast: number >= figure
    case .moreThan: number > figure
    case .atMost: number <= figure
    case .lessThan: number < figure
    case .between: number >= figure && upper.map { number <= $0 } ?? true
    case .about:
      Requirement(comparison: .about, figure: figure, upper: nil, decimals: 0)
        .isMet(by: Fraction(number))
    }
  }

  private func value(_ name: String, of subject: OracleSubject) -> OracleValue {
    switch subject {
    case .parcel(let row): return parcelValue(name, row)
    case .facility(let row): return facilityValue(name, row)
    case .unit(let row):
      switch name {
      case "id": return OracleValue(city.units.rows.ids[row])
      case "type": return OracleValue(city.units.type[row])
      case "urban": return OracleValue(city.units.urban[row])
      default: return PeopleMeasure(named: name).map { people($0, of: subject) } ?? .missing
      }
    case .territory(let level):
      if let figure = figures(of: subject)[name] { return .number(figure) }
      if subject.isArea, let measure = PeopleMeasure(named: name) {
        return people(measure, of: subject)
      }
      let words = city.project.statistics.filter { $0.subject == .territory(level.rawValue) }
      return OracleValue(words.lazy.compactMap { $0.words[name] }.first)
    }
  }

  /// The people of an area, where they are known for certain.
  private func people(_ measure: PeopleMeasure, of subject: OracleSubject) -> OracleValue {
    people(measure, of: subject, statistic: measure.rawValue).span.exact.map {
      .number(Amount(micros: Int64($0)))
    } ?? .missing
  }

  private func parcelValue(_ name: String, _ row: Int) -> OracleValue {
    let parcels = city.parcels
    switch name {
    case "id": return OracleValue(parcels.rows.ids[row])
    case "households": return OracleValue(parcels.households[row])
    case "elders": return OracleValue(parcels.elders[row])
    case "infants": return OracleValue(parcels.infants[row])
    case "status": return OracleValue(parcels.status[row]?.rawValue)
    case "urban": return OracleValue(parcels.urban[row])
    case "delivered": return OracleValue(parcels.delivered[row])
    case "community", "street", "township", "district", "block":
      return OracleValue(
        unit(name, of: .parcel(row)).map { city.units.rows.ids[$0] })
    case "population":
      return people(.population, ofParcel: row).span.exact.map {
        .number(Amount(micros: Int64($0)))
      } ?? .missing
    case "pupils":
      return people(.columns(["pupils"]), ofParcel: row).span.exact.map {
        .number(Amount(micros: Int64($0)))
      } ?? .missing
    default: return .missing
    }
  }

  private func facilityValue(_ name: String, _ row: Int) -> OracleValue {
    let facilities = city.facilities
    switch name {
    case "id": return OracleValue(facilities.rows.ids[row])
    case "inclusive": return OracleValue(facilities.inclusive[row])
    case "ownership": return OracleValue(facilities.ownership[row])
    case "status": return OracleValue(facilities.status[row]?.rawValue)
    case "delivered": return OracleValue(facilities.delivered[row])
    case "operating": return .anyOf(states(ofFacility: row))
    case "equipment": return OracleValue(facilities.equipment[row])
    default:
      guard let measure = FacilityMeasure.named.first(where: { $0.name == name }) else {
        return .missing
      }
      return self.measure(measure, ofFacility: row).exact.map {
        .number(Amount(micros: Int64($0)))
      } ?? .missing
    }
  }
}
