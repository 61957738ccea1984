import TestSupport

extension RandomPack {
  mutating func provision() -> [String] {
    let subject = dice.chance(65) ? "parcel" : areaSubject()
    let (measure, unit) = dice.pick([
      ("floor_area", "m2"), ("floor_area", "m2"), ("places", "places"), ("beds", "beds"),
      ("count", "count"),
    ])
    let (people, word, one) = dice.pick([
      ("households", "households", "household"), ("population", "persons", "person"),
      ("elders", "elders", "elder"), ("infants", "infants", "infant"),
      ("pupils", "pupils", "pupil"), ("[pupils, infants]", "persons", "person"),
    ])
    let per = dice.pick([1, 100, 1000])
    let isOneEach = dice.chance(15)
    let statistic = subject != "parcel" && dice.chance(50) ? ", statistic: \(measure)" : ""
    let supply = "{facility: \(kinds()), measure: \(measure)\(filter())\(statistic)}"
    var lines = ["check: provision", "subject: \(subject)", "supply: \(supply)"]
    if isOneEach {
      lines += ["demand: {measure: parcel}", "unit: \(unit)"]
    } else {
      lines.append("demand: {measure: \(people), per: \(per)}")
      lines.append(per == 1 ? "unit: \(unit)/\(one)" : "unit: \(unit)/\(per) \(word)")
    }
    if subject == "parcel" {
      if dice.chance(60) { lines.append("within: \(reach())") }
      lines.append("attribution: \(dice.pick(["on_site", "pooled", "in_reach"]))")
    }
    let figures =
      isOneEach
      ? ["1", "26", "300", "200.5"] : ["0.1", "0.25", "10", "25.5", "30", "1", "2.7", "3.41"]
    lines.append(threshold(figures, parameter: true, by: column(subject)))
    return lines + when(subject)
  }

  mutating func coverage() -> [String] {
    let subject = dice.pick(["parcel", "parcel", "facility", areaSubject(), areaSubject()])
    var lines = ["check: coverage", "subject: \(subject)", "facility: \(kinds())"]
    if subject == "facility" { lines.append("kinds: \(kinds())") }
    if dice.chance(35) { lines.append("where: \(facilityCondition())") }
    if ["parcel", "facility"].contains(subject), dice.chance(10) {
      return lines + ["report_only: true", "unit: m"] + when(subject)
    }
    lines += ["\(dice.chance(20) ? "beyond" : "within"): \(reach())", "unit: percent"]
    if dice.chance(30) {
      lines.append("at: \(dice.pick(["area_share", "access", "centroid"]))")
    }
    if !["parcel", "facility"].contains(subject) {
      let weight = dice.pick(["parcels", "people", "households", "elders", "infants", "area"])
      lines.append("of: \(weight)")
    }
    lines.append(threshold(Self.percents, by: subject == "facility" ? "places" : column(subject)))
    return lines + when(subject)
  }

  mutating func presence(_ rule: inout RandomRule) {
    var lines = ["check: presence"]
    guard dice.chance(50) else {
      let subject = dice.chance(20) ? "parcel" : areaSubject()
      lines += ["subject: \(subject)", "facility: \(kinds())", "unit: count"]
      if dice.chance(35) { lines.append("where: \(facilityCondition())") }
      lines.append(threshold(["1", "2", "3"], by: column(subject)))
      rule.lines = lines + when(subject)
      return
    }
    let level = dice.pick([
      "community", "street", "[street, township]", "block", "parcel", "parcel",
    ])
    let subject = level == "parcel" ? dice.pick(["plan", "street", "city", "block"]) : "city"
    var counting = "units: \(level)"
    if dice.chance(40) {
      counting += ", when: \(level == "parcel" ? parcelCondition() : unitCondition())"
    }
    let about = rules.filter(\.isAboutParcels).map(\.id)
    if level == "parcel", let first = about.first, let last = about.last, dice.chance(60) {
      rule.passing = first == last || dice.chance(50) ? [last] : [first, last]
    } else {
      lines.append("facility: \(kinds())")
      if dice.chance(35) { lines.append("where: \(facilityCondition())") }
      if dice.chance(30) { counting += ", at_least: 2" }
    }
    if dice.chance(30) { lines.append("declared: {have: have, of: units}") }
    rule.counting = counting
    lines += ["subject: \(subject)", "unit: percent", threshold(Self.percents)]
    rule.lines = lines + when(subject)
  }

  mutating func size() -> [String] {
    if dice.chance(25) {
      let lines = ["check: size", "subject: parcel", "kinds: \(kinds())", "unit: none"]
      let filter = dice.chance(35) ? ["where: \(facilityCondition())"] : []
      return lines + filter + ["has: {delivered: with_housing}"] + when("parcel")
    }
    var lines = ["check: size", "subject: facility", "kinds: \(kinds())"] + when("facility")
    switch dice.whole(0...4) {
    case 0: lines += ["has: \(facilityCondition())", "unit: none"]
    case 1:
      lines += ["measure: floor_area", "per: places", "unit: m2/place", threshold(["12", "10"])]
    case 2:
      lines += ["measure: doctors", "per: residents", "times: 100", "unit: persons/100 residents"]
      lines.append(threshold(["1", "2", "0.87"]))
    case 3:
      lines += ["measure: beds", "unit: beds", threshold(["20", "100", "200"], by: "floor_area")]
    default:
      lines += ["measure: floor_area", "unit: m2"]
      lines.append(threshold(["200", "300", "340.5", "350"], parameter: true))
    }
    return lines
  }

  mutating func share() -> [String] {
    let subject = areaSubject()
    var lines = ["check: share", "subject: \(subject)"]
    if dice.chance(30) {
      lines.append("part: {statistic: social_workers}")
      lines.append("whole: {facility: \(kinds()), measure: beds, statistic: beds}")
      return lines + ["unit: persons/100 beds", threshold(["1", "0.5"])] + when(subject)
    }
    let kinds = kinds()
    lines += [
      "part: {facility: \(kinds), measure: nursing_beds\(filter()), statistic: nursing_beds}",
      "whole: {facility: \(kinds), measure: beds, statistic: beds}", "unit: percent",
      threshold(Self.percents + ["34.1", "34.1", "77.8", "77.80"]),
    ]
    return lines + when(subject)
  }

  mutating func total() -> [String] {
    let subject = areaSubject()
    var lines = ["check: total", "subject: \(subject)"]
    // A plan has no units.
    switch dice.whole(0...3) {
    case 1 where subject == "plan":
      lines += ["sum: {measure: households}", "unit: households", threshold(["100", "1000"])]
    case 0:
      lines += [
        "sum: {measure: population}", "unit: persons", threshold(["1000", "2640", "5280"]),
      ]
    case 1:
      lines.append("sum: {units: \(dice.pick(["community", "block"])), where: \(unitCondition())}")
      lines += ["unit: count", threshold(["1", "2", "4"])]
    case 2:
      lines += ["sum: {statistic: elder_land}", "unit: m2", threshold(["1", "1000"])]
    default:
      lines.append("sum: {facility: \(kinds()), measure: beds\(filter()), statistic: beds}")
      lines += ["unit: beds", threshold(["100", "300", "1000"], statistic: true)]
    }
    return lines + when(subject)
  }
}
