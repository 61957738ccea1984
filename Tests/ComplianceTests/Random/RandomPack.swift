import TestSupport

/// Rule packs by seed, as the text that a reader of documents would write.
struct RandomPack {
  let id: String
  var isDraft = false
  /// Figures by name, as the file writes them.
  var parameters: [String: String] = [:]
  /// Reaches by measure, as the file writes them.
  var defaultReach: [String: String] = [:]
  var rules: [RandomRule] = []
  /// Rules of a document that is not in force, where the pack's own is.
  var drafts: Set<String> = []
  private var dice: Dice
  /// Whether rules may hang on what others measure.
  private let hangs: Bool

  /// A pack that inherits from none.
  ///
  /// - Parameter hangs: Whether rules may hang on what others measure.
  init(_ id: String, rules count: Int, using dice: inout Dice, hangs: Bool = false) {
    self.init(id, rules: count, prefix: "r", using: &dice, hangs: hangs)
    isDraft = dice.chance(20)
    parameters = [
      "walking_speed": "{value: \(dice.pick(["1.0", "0.8"])), unit: m/s}",
      "floor": "{value: null, unit: m2}", "ratio": "{value: 30, unit: m2}",
    ]
    defaultReach = [
      "floor_area": "{walk: 300 m}", "places": "{walk: 5 min}", "beds": "{radius: 400 m}",
      "count": "{radius: 250 m}",
    ]
  }

  /// A pack that inherits from another: some rules of its own in the place of others, some that name
  /// others, and some figures of its own.
  init(_ id: String, below base: RandomPack, using dice: inout Dice) {
    self.init(id, rules: dice.whole(0...4), prefix: id, using: &dice)
    isDraft = dice.chance(20)
    if dice.chance(40) {
      parameters["walking_speed"] = dice.pick([
        "{value: 48, unit: m/min}", "{value: 1.2, unit: m/s}",
      ])
    }
    if dice.chance(50) { parameters["floor"] = "{value: 250, unit: m2}" }
    if dice.chance(50) { parameters["ratio"] = "{value: 20, unit: m2}" }
    if dice.chance(50) { defaultReach["places"] = "{walk: 10 min}" }
    if dice.chance(30) { defaultReach["beds"] = "{radius: 250 m}" }
    let twins = base.rules.filter { $0.subjects == rules.last?.subjects }
    if let index = rules.indices.last, !twins.isEmpty, dice.chance(30) {
      rules[index].id = dice.pick(twins).id
    }
    refer(to: Array(flattened(over: base).rules.dropFirst(rules.count)), &dice)
  }

  private init(
    _ id: String, rules count: Int, prefix: String, using dice: inout Dice, hangs: Bool = false
  ) {
    self.id = id
    self.dice = dice
    self.hangs = hangs
    for index in 0..<count { rules.append(rule("\(prefix)\(index)")) }
    dice = self.dice
  }

  /// Lets own rules name some that are inherited.
  private mutating func refer(to inherited: [RandomRule], _ dice: inout Dice) {
    guard !inherited.isEmpty else { return }
    let parcels = inherited.filter(\.isAboutParcels)
    for index in rules.indices {
      let other = dice.pick(inherited).id
      if dice.chance(12) { rules[index].conflictsWith.append(other) }
      if dice.chance(12), !rules[index].conflictsWith.contains(other) {
        rules[index].alternativeTo.append(other)
      }
      if !rules[index].passing.isEmpty, !parcels.isEmpty, dice.chance(60) {
        rules[index].passing.append(dice.pick(parcels).id)
      }
    }
  }

  /// The pack as YAML.
  var yaml: String {
    func map(_ values: [String: String]) -> String {
      let pairs = values.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
      return "{\(pairs.joined(separator: ", "))}"
    }
    return """
      schema: 1
      id: \(id)
      title: {en: Random, zh: 随机}
      document:
        number: null
        issuer: {en: Nobody, zh: 无}
        issued: 2025-01-01
        status: \(isDraft ? "draft" : "issued")
      parameters: \(map(parameters))
      default_reach: \(map(defaultReach))
      levels: {block: 街坊}
      rules: \(rules.isEmpty ? "[]" : "")

      """ + rules.map(\.yaml).joined(separator: "\n")
  }

  private mutating func rule(_ id: String) -> RandomRule {
    var rule = RandomRule(id: id, origin: self.id, topic: dice.pick(RandomRule.topics))
    switch dice.whole(0...5) {
    case 0: rule.lines = provision()
    case 1: rule.lines = coverage()
    case 2: presence(&rule)
    case 3: rule.lines = size()
    case 4: rule.lines = share()
    default: rule.lines = total()
    }
    rule.takeSubjects()
    if hangs, dice.chance(20) { hang(&rule) }
    rule.lines.append("force: \(dice.pick(["binding", "binding", "expected", "advisory"]))")
    if dice.chance(10) {
      rule.lines.append("corrected: {literal: {en: a, zh: a}, because: {en: b, zh: b}}")
    }
    if let other = rules.last, dice.chance(15) {
      if dice.chance(50) {
        rule.conflictsWith = [other.id]
      } else {
        rule.alternativeTo = [other.id]
      }
    }
    return rule
  }

  /// Lets a rule speak only of those of whom another one measured something.
  private mutating func hang(_ rule: inout RandomRule) {
    let others = rules.filter { other in
      other.passing.isEmpty && rule.subjects.allSatisfy(other.subjects.contains)
        && !other.lines.contains { $0.hasPrefix("has:") || $0 == "unit: m" }
    }
    guard !others.isEmpty else { return }
    var figure = dice.pick(["0", "1", "10", "50", "100", "300"])
    let test = dice.pick(["at_least", "more_than", "at_most", "less_than"])
    // Nothing is less than 0.
    if test == "less_than", figure == "0" { figure = "1" }
    let measured = "measured: {\(dice.pick(others).id): {\(test): \(figure)}}"
    if let index = rule.lines.firstIndex(where: { $0.hasPrefix("when: {") }) {
      rule.lines[index] = rule.lines[index].dropLast() + ", \(measured)}"
    } else {
      rule.lines.append("when: {\(measured)}")
    }
  }

  // MARK: - thresholds

  /// A threshold around figures that occur.
  private mutating func threshold(
    _ figures: [String], statistic: Bool = false, parameter: Bool = false, by column: String? = nil
  ) -> String {
    let figure = dice.pick(figures)
    if let column, dice.chance(20) {
      let comparison = dice.pick(["at_least", "at_least", "more_than", "at_most", "less_than"])
      let first = dice.pick(["0", "0", "20", "100"])
      return "\(comparison): {by: \(column), steps: [[\(first), \(figure)],"
        + " [200, \(dice.pick(figures))], [1000, \(dice.pick(figures))]]}"
    }
    switch dice.whole(0...11) {
    case 0: return "more_than: \(figure)"
    case 1: return "at_most: \(figure)"
    case 2: return "less_than: \(figure)"
    case 3:
      let ends = figures.compactMap { Double($0) }.sorted()
      let other = dice.pick(figures)
      let (low, high) =
        (Double(figure) ?? 0) <= (Double(other) ?? 0) ? (figure, other) : (other, figure)
      return ends.isEmpty ? "at_least: 1" : "between: [\(low), \(high)]"
    case 4: return "about: \(figure)"
    case 5: return "report_only: true"
    case 6 where parameter: return "at_least: {parameter: \(dice.pick(["floor", "ratio"]))}"
    case 7 where statistic: return "more_than: {statistic: beds_before}"
    default: return "at_least: \(figure)"
    }
  }

  private static let percents = ["100", "50", "33.3", "66.7", "90", "60", "58.00"]

  // MARK: - subjects and conditions

  private mutating func areaSubject() -> String {
    dice.pick([
      "plan", "community", "street", "[street, township]", "township", "district", "city", "city",
      "city", "province", "block", "block",
    ])
  }

  private mutating func when(_ subject: String) -> [String] {
    guard dice.chance(45) else { return [] }
    switch subject {
    case "parcel": return ["when: \(parcelCondition())"]
    case "facility": return ["when: \(facilityCondition())"]
    case "plan": return ["when: {type: new_district}"]
    case "city", "province": return []
    default: return ["when: \(unitCondition())"]
    }
  }

  private mutating func parcelCondition() -> String {
    let simple = dice.pick([
      "status: new", "status: existing", "urban: true", "urban: false", "status: [new, existing]",
      "households: {at_least: 200}", "households: {less_than: 850}", "households: 100",
      "elders: {more_than: 40}", "delivered: {at_least: 2022-01-01}", "colour: red",
      "elders: {between: [40, 100]}", "households: {about: 205}", "infants: [5, 20]",
      "delivered: 2022-01-01", "community: C00", "block: B2", "pupils: {at_least: 60}",
      "inside: {community: {urban: true}}", "inside: {block: {type: functional_zone}}",
      "inside: {street: {not: {type: functional_zone}}}",
    ])
    return nested(simple, "urban: true", "status: new")
  }

  private mutating func facilityCondition() -> String {
    let simple = dice.pick([
      "ownership: public", "ownership: [public, public_private]", "inclusive: true",
      "equipment: medical_unit", "equipment: [full_time, day]", "status: [new, rebuilt, extended]",
      "operating: [open, under_construction]",
      "beds: {at_least: 100}", "beds: {at_most: 20}", "places: 26", "colour: red",
      "floor_area: {more_than: 300}", "delivered: {less_than: 2024-12-31}",
      "floor_area: {between: [150, 300]}", "residents: {about: 48}",
      "inside: {community: {urban: true}}", "inside: {block: {id: B1}}",
    ])
    return nested(simple, "inclusive: true", "ownership: public")
  }

  private mutating func unitCondition() -> String {
    let simple = dice.pick([
      "urban: true", "urban: false", "type: functional_zone", "population: {at_least: 1000}",
      "elders: {less_than: 2000}", "inside: {district: {urban: true}}",
    ])
    return nested(simple, "urban: true", "type: municipal_district")
  }

  private mutating func nested(_ a: String, _ b: String, _ c: String) -> String {
    switch dice.whole(0...7) {
    case 0: "{not: {\(a)}}"
    case 1: "{any: [{\(a)}, {\(b)}]}"
    case 2: "{all: [{\(a)}, {not: {\(c)}}]}"
    case 3: "{any: [{\(a)}, {\(c)}], not: {all: [{\(b)}, {\(c)}]}}"
    default: "{\(a)}"
    }
  }

  private mutating func kinds() -> String {
    dice.pick([
      "[elder_facility_any]", "[community_elder_station]", "[childcare_facility_any]",
      "[childcare, elder_day_care]", "[elder_service_room, elder_day_care]", "[nursing_home]",
      "[nursery]", "[elder_facility_any, childcare_facility_any]",
    ])
  }

  private mutating func filter() -> String {
    dice.chance(35) ? ", where: \(facilityCondition())" : ""
  }

  /// A column of an area or a parcel that a table of steps may go by.
  private mutating func column(_ subject: String) -> String {
    dice.pick(
      subject == "parcel"
        ? ["households", "elders", "population", "pupils"] : ["households", "population", "elders"])
  }

  private mutating func reach() -> String {
    dice.pick([
      "{radius: 100 m}", "{radius: 250 m}", "{radius: 300 m}", "{radius: 500 m}",
      "{radius: 50 m}", "{walk: 390 m}", "{walk: 300 m}", "{walk: 250 m}", "{walk: 5 min}",
      "{walk: 6.5 min}", "{walk: 10 min}", "{walk: 15 min}",
    ])
  }

  // MARK: - checks

  private mutating func provision() -> [String] {
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

  private mutating func coverage() -> [String] {
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

  private mutating func presence(_ rule: inout RandomRule) {
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

  private mutating func size() -> [String] {
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

  private mutating func share() -> [String] {
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

  private mutating func total() -> [String] {
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
