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
  var dice: Dice
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
  mutating func refer(to inherited: [RandomRule], _ dice: inout Dice) {
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

  mutating func rule(_ id: String) -> RandomRule {
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
  mutating func hang(_ rule: inout RandomRule) {
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
  mutating func threshold(
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

  static let percents = ["100", "50", "33.3", "66.7", "90", "60", "58.00"]

  // MARK: - subjects and conditions

  mutating func areaSubject() -> String {
    dice.pick([
      "plan", "community", "street", "[street, township]", "township", "district", "city", "city",
      "city", "province", "block", "block",
    ])
  }

  mutating func when(_ subject: String) -> [String] {
    guard dice.chance(45) else { return [] }
    switch subject {
    case "parcel": return ["when: \(parcelCondition())"]
    case "facility": return ["when: \(facilityCondition())"]
    case "plan": return ["when: {type: new_district}"]
    case "city", "province": return []
    default: return ["when: \(unitCondition())"]
    }
  }

  mutating func parcelCondition() -> String {
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

  mutating func facilityCondition() -> String {
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

  mutating func unitCondition() -> String {
    let simple = dice.pick([
      "urban: true", "urban: false", "type: functional_zone", "population: {at_least: 1000}",
      "elders: {less_than: 2000}", "inside: {district: {urban: true}}",
    ])
    return nested(simple, "urban: true", "type: municipal_district")
  }

  mutating func nested(_ a: String, _ b: String, _ c: String) -> String {
    switch dice.whole(0...7) {
    case 0: "{not: {\(a)}}"
    case 1: "{any: [{\(a)}, {\(b)}]}"
    case 2: "{all: [{\(a)}, {not: {\(c)}}]}"
    case 3: "{any: [{\(a)}, {\(c)}], not: {all: [{\(b)}, {\(c)}]}}"
    default: "{\(a)}"
    }
  }

  mutating func kinds() -> String {
    dice.pick([
      "[elder_facility_any]", "[community_elder_station]", "[childcare_facility_any]",
      "[childcare, elder_day_care]", "[elder_service_room, elder_day_care]", "[nursing_home]",
      "[nursery]", "[elder_facility_any, childcare_facility_any]",
    ])
  }

  mutating func filter() -> String {
    dice.chance(35) ? ", where: \(facilityCondition())" : ""
  }

  /// A column of an area or a parcel that a table of steps may go by.
  mutating func column(_ subject: String) -> String {
    dice.pick(
      subject == "parcel"
        ? ["households", "elders", "population", "pupils"] : ["households", "population", "elders"])
  }

  mutating func reach() -> String {
    dice.pick([
      "{radius: 100 m}", "{radius: 250 m}", "{radius: 300 m}", "{radius: 500 m}",
      "{radius: 50 m}", "{walk: 390 m}", "{walk: 300 m}", "{walk: 250 m}", "{walk: 5 min}",
      "{walk: 6.5 min}", "{walk: 10 min}", "{walk: 15 min}",
    ])
  }
}
