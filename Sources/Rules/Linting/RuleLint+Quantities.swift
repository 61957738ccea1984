internal import Documents
internal import Quantities

extension RuleLint {
  /// Keys of a sum or a count that are for another kind of sum, and measures that it cannot have.
  func checkQuantity(_ quantity: DocumentNode, _ key: String) {
    let hasFacilities = quantity["facility"] != nil
    if let units = quantity["units"] {
      if hasFacilities {
        reader.report(units, "'\(key)' counts facilities or units, not both; leave one out")
      }
      if !hasFacilities, let measure = quantity["measure"] {
        reader.report(measure, "units are counted; 'measure' is for facilities and people")
      }
      checkLevels(units)
    } else if let filter = quantity["where"], !hasFacilities {
      reader.report(filter, "'where' chooses facilities or units; '\(key)' has neither")
    }
    guard let measure = quantity["measure"] else { return }
    if hasFacilities { checkMeasure(measure) } else { checkPeople(measure) }
  }

  /// A measure of people that is one of facilities, or what data call one of ours.
  func checkPeople(_ measure: DocumentNode) {
    for item in measure.items {
      guard let name = item.scalar, name != "parcel" else { continue }
      if FacilityMeasure.named.contains(where: { $0.name == name }) {
        reader.report(item, "'\(name)' is of facilities; name them under 'facility'")
      } else if let meant = pack.columns.meaning(of: name, .parcels) {
        reader.report(item, "'\(name)' is what data call '\(meant)'; write '\(meant)'")
      }
    }
  }

  /// A measure of facilities that is nearly one of ours, or one of people.
  func checkMeasure(_ measure: DocumentNode) {
    guard let name = measure.scalar else { return }
    let named = FacilityMeasure.named.map(\.name)
    if ["households", "population", "elders", "infants"].contains(name) {
      reader.report(
        measure, "'\(name)' is of people; facilities have \(named.joined(separator: ", "))")
    } else if let meant = pack.columns.meaning(of: name, .facilities), named.contains(meant) {
      reader.report(measure, "'\(name)' is what data call '\(meant)'; write '\(meant)'")
    } else if !named.contains(name), Spelling.nearest(to: name, among: named) != nil {
      reader.report(
        measure,
        "no measure of facilities is '\(name)' (a column of your own needs another name)"
          + Spelling.hint(for: name, among: named))
    } else if Amount(exactly: name) != nil {
      reader.report(measure, "a measure is a column, not the figure \(name)")
    }
  }

  /// A kind that stands in two groups, by which one facility would be two.
  func checkGroups(_ counts: DocumentNode) {
    guard case .mapping(let pairs) = counts.content else { return }
    var homes: [String: DocumentNode] = [:]
    for group in pairs.flatMap(\.value.items) {
      for item in group.items {
        guard let kind = item.scalar else { continue }
        // Of two that stand in the list itself it is said that they are there twice.
        if let home = homes[kind], home != group, home.scalar == nil || group.scalar == nil {
          reader.report(
            item, "'\(kind)' stands in two groups, and one facility would count twice; keep one")
        }
        homes[kind] = group
      }
    }
  }

  /// Units that are counted lie in the subject: their level is below its own.
  func checkLevels(_ units: DocumentNode) {
    for item in units.items {
      guard let level = item.scalar.flatMap(RuleSubject.init), let rank = level.rank else {
        continue
      }
      for subject in rule.subjects {
        guard let own = subject.rank, rank >= own else { continue }
        reader.report(
          item,
          "a \(subject.rawValue) has no units of the level '\(level.rawValue)' in it;"
            + " count a smaller level")
      }
    }
  }
}

extension RuleSubject {
  /// How large it is among what lies in one another; `nil` for facilities and plans.
  fileprivate var rank: Int? {
    switch self {
    case .parcel: 0
    case .community: 1
    case .street, .township: 2
    case .district: 3
    case .city: 4
    case .province: 5
    case .facility, .plan, .planning: nil
    }
  }
}
