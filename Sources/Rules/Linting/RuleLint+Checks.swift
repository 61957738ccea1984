internal import Documents
internal import Quantities

extension RuleLint {
  func checkProvision(_ check: Provision) {
    if rule.subjects == [.parcel] {
      switch check.supply.source {
      case .facilities, .declared: break
      default: reader.report(place("supply"), "the supply of a parcel is of facilities; name them")
      }
    }
    for key in ["per", "statistic"] where check.demand == .parcel {
      if let stated = node["demand"]?[key] {
        reader.report(
          stated, "{measure: parcel} is one amount for each parcel; '\(key)' is for people")
      }
    }
    if let per = node["demand"]?["per"], let figure = per.scalar.flatMap({ Amount(exactly: $0) }),
      figure > Amount(DocumentReader.most)
    {
      reader.report(per, "'per' is at most \(DocumentReader.most)")
    }
    if let measure = node["demand"]?["measure"] { checkPeople(measure) }
    if rule.subjects != [.parcel], let stated = node["attribution"] {
      reader.report(
        stated, "'attribution' is for parcels; a unit's or plan's rate takes all that lies in it")
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

  func checkCoverage(_ check: Coverage) {
    if rule.subjects != [.facility], let stated = node["kinds"] {
      reader.report(
        stated,
        "'kinds' are the facilities that are judged; this rule judges"
          + " \(rule.subject.rawValue): write 'facility' for those that it must reach")
    }
  }

  func checkShare(_ check: Share) {
    if check.part == check.whole {
      reader.report(place("part"), "'part' and 'whole' are the same, so all of it is")
    }
  }

  func checkSize(_ check: Size) {
    if case .measure(let measure, let per, _) = check.demanded {
      for key in ["measure", "per"] { if let stated = node[key] { checkMeasure(stated) } }
      if measure == .count || per == .count {
        reader.report(
          place(measure == .count ? "measure" : "per"),
          "one facility is judged, so its count is 1; count them with 'presence' or 'total'")
      }
      if measure == per { reader.report(place("per"), "a measure over itself is always 1") }
      if per == nil, let times = node["times"] {
        reader.report(times, "'times' is for so many of 'per', which is not stated")
      }
      return
    }
    if case .deliveredBefore(let percent) = check.demanded, percent < Amount(1) {
      reportFraction(percent, place("has", "delivered", "before_share_of_housing"))
    }
    if check.demanded.isDelivery, case .mapping(let pairs)? = node["has"]?.content {
      for pair in pairs where pair.key.scalar != "delivered" {
        reader.report(
          pair.key, "{delivered: with_housing} stands alone; make a rule of its own of the rest")
      }
    }
  }

  func checkPresence(_ check: Presence) {
    if node["counting"] == nil, let declared = node["declared"] {
      reader.report(declared, "'declared' is for 'counting', which is not stated")
    }
    if let declared = check.declared, declared.have == declared.of {
      reader.report(place("declared"), "'have' and 'of' are the same figure, so all of it is")
    }
    guard let counting = check.counting else { return }
    checkLevels(place("counting", "units"))
    if counting.units.contains(.parcel), counting.units.count > 1 {
      reader.report(place("counting", "units"), "parcels or units are counted, not both")
    }
    if let least = node["counting"]?["at_least"],
      counting.atLeast < Amount(1) || !counting.atLeast.isWhole
    {
      reader.report(
        least, "a unit has a whole number of facilities, 1 or more, not \(counting.atLeast)")
    }
    guard !counting.passing.isEmpty else { return }
    if let facility = node["facility"] {
      reader.report(facility, "what passes a rule is counted; leave 'facility' or 'passing' out")
    }
    if let least = node["counting"]?["at_least"] {
      reader.report(least, "'at_least' is for facilities, 'passing' for rules; leave one out")
    }
    for id in counting.passing {
      guard let other = pack.applied.first(where: { $0.id == id }), other.isReportOnly else {
        continue
      }
      reader.report(
        place("counting", "passing"),
        "rule '\(id)' only reports, so nothing passes it; give it a threshold")
    }
  }
}
