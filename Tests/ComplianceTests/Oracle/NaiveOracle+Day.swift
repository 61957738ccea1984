import Planning
import Rules

extension NaiveOracle {
  /// Whether a facility stands on the day, for a rule with a condition.
  func stands(_ row: Int, _ filter: Condition) -> Maybe {
    // The condition is the rule's own word on it.
    if filter.columns.contains("operating") { return .yes }
    var counted: Set = ["open"]
    if city.project.countsPlanned { counted.formUnion(["under_construction", "planned"]) }
    let states = states(ofFacility: row)
    return states.isSubset(of: counted) ? .yes : states.isDisjoint(with: counted) ? .no : .maybe
  }

  /// What a facility may be on the day: all that comes of what its word and each of its dates may
  /// mean.
  func states(ofFacility row: Int) -> Set<String> {
    let facilities = city.facilities
    var words = [facilities.operating[row]?.rawValue ?? "open"]
    if words == ["unknown"] { words = ["open", "closed", "under_construction", "planned"] }
    var states: Set<String> = []
    for word in words {
      for isClosed in mayHaveCome(facilities.closed[row], without: word == "closed") {
        for isOpened in mayHaveCome(facilities.opened[row], without: true) {
          for isDelivered in mayHaveCome(facilities.delivered[row], without: true) {
            let isOpen = word == "open" || (word == "closed" && facilities.closed[row] != nil)
            if isClosed {
              states.insert("closed")
            } else if !isOpen {
              states.insert(word)
            } else if isOpened, isDelivered {
              states.insert("open")
            } else {
              states.formUnion(["under_construction", "planned"])
            }
          }
        }
      }
    }
    return states
  }

  /// Whether a date is past: both where that is not known.
  private func mayHaveCome(_ date: CalendarDate?, without: Bool) -> [Bool] {
    guard let date else { return [without] }
    guard let day = city.project.asOf else {
      // The day is that of the data: what was to open has.
      return without ? [true] : [true, false]
    }
    if date.precision == .year, date.year == day.year { return [true, false] }
    if date.precision == .month, (date.year, date.month) == (day.year, day.month) {
      return [true, false]
    }
    return [(date.year, date.month, date.day) <= (day.year, day.month, day.day)]
  }
}
