import Documents
import Quantities
import Rules
import Testing

@Suite("Rules that a pack inherits")
struct InheritanceTests {
  private typealias Rules = PackFolder

  /// A base whose rules name each other in every way.
  private func base(_ packs: PackFolder) throws {
    try packs.write(
      "base.yaml", head: "parameters: {floor: {value: 7, unit: places/1000 persons}}",
      rules: [
        Rules.rule("places", means: "childcare-places-new"),
        Rules.rule(
          "rival", means: "childcare-places-existing", "conflicts_with: [places]"),
        Rules.rule("other-way", means: "childcare-circle", "alternative_to: [places, rival]"),
        Rules.rule(
          "open-figure", means: "elder-circle", figure: "{parameter: floor}"),
        Rules.counting("counted", means: "elder-overall-coverage", passing: "[places, rival]"),
      ])
  }

  @Test("all of them, as they are, below the pack's own")
  func inherits() throws {
    let packs = try PackFolder()
    try base(packs)
    try packs.write(
      "city.yaml", extends: "base.yaml",
      rules: [Rules.rule("land", means: "elder-land", "conflicts_with: [places]")])
    let city = try packs.pack("city.yaml")
    #expect(
      city.rules.map(\.id) == ["land", "places", "rival", "other-way", "open-figure", "counted"])
    #expect(city.rule("land")?.origin == "city")
    #expect(city.rule("places")?.origin == "base")
    #expect(city.rule("counted")?.check.passing == ["places", "rival"])
    #expect(city.parameters["floor"]?.value == Amount(7))
    #expect(city.replaced.isEmpty)
    #expect(city.appliedRules.map(\.key.pack) == Array(repeating: "city", count: 6))
  }

  @Test("references follow to the rule that takes the place of the one they name")
  func follows() throws {
    let packs = try PackFolder()
    try base(packs)
    try packs.write(
      "city.yaml", extends: "base.yaml",
      head: "parameters: {floor: {value: 9, unit: places/1000 persons}}",
      rules: [Rules.rule("city-places", means: "childcare-places-new", figure: "12")])
    let city = try packs.pack("city.yaml")
    #expect(city.rule("places") == nil)
    #expect(city.rule("rival")?.conflictsWith == ["city-places"])
    #expect(city.rule("other-way")?.alternativeTo == ["city-places", "rival"])
    #expect(city.rule("counted")?.check.passing == ["city-places", "rival"])
    #expect(city.parameters["floor"]?.value == Amount(9))
    #expect(city.replaced.map(\.rule) == [RuleKey(pack: "base", rule: "places")])
    #expect(city.replaced.map(\.by) == [[RuleKey(pack: "city", rule: "city-places")]])
    #expect(city.replaced.map(\.isWhole) == [true])
    let base = try packs.pack("base.yaml")
    #expect(base.rule("rival")?.conflictsWith == ["places"])
    #expect(base.parameters["floor"]?.value == Amount(7))
  }

  @Test("where several take its place, counting asks for all of them and nothing is disputed")
  func several() throws {
    let packs = try PackFolder()
    try base(packs)
    try packs.write(
      "city.yaml", extends: "base.yaml",
      rules: [
        Rules.rule("inner", means: "childcare-places-new", "when: {urban: true}"),
        Rules.rule("outer", means: "childcare-places-new", "when: {urban: false}"),
      ])
    let city = try packs.pack("city.yaml")
    #expect(city.rule("rival")?.conflictsWith == [])
    #expect(city.rule("other-way")?.alternativeTo == ["rival"])
    #expect(city.rule("counted")?.check.passing == ["inner", "outer", "rival"])
  }

  @Test("of several, one of the same id is meant")
  func sameID() throws {
    let packs = try PackFolder()
    try base(packs)
    try packs.write(
      "city.yaml", extends: "base.yaml",
      rules: [
        Rules.rule("places", means: "elder-land"),
        Rules.rule("more-places", means: "childcare-places-new"),
      ])
    let city = try packs.pack("city.yaml")
    #expect(city.rule("rival")?.conflictsWith == ["places"])
    #expect(city.rule("counted")?.check.passing == ["places", "rival"])
    #expect(city.rule("places")?.origin == "city")
  }

  @Test("a chain of packs: each replaces what is above it, and references follow all the way")
  func chain() throws {
    let packs = try PackFolder()
    try base(packs)
    try packs.write(
      "city.yaml", extends: "base.yaml",
      rules: [Rules.rule("city-places", means: "childcare-places-new")])
    try packs.write(
      "district.yaml", extends: "city.yaml",
      rules: [Rules.rule("district-places", means: "childcare-places-new")])
    let district = try packs.pack("district.yaml")
    #expect(
      district.rules.map(\.id) == [
        "district-places", "rival", "other-way", "open-figure", "counted",
      ])
    #expect(district.rule("rival")?.conflictsWith == ["district-places"])
    #expect(district.ancestors.map(\.id) == ["city", "base"])
  }

  @Test("two parents with one grandparent bring its rules once, and what one replaces stays so")
  func diamond() throws {
    let packs = try PackFolder()
    try base(packs)
    try packs.write(
      "health.yaml", extends: "base.yaml",
      head: "parameters: {floor: {value: 8, unit: places/1000 persons}}",
      rules: [Rules.rule("health-places", means: "childcare-places-new")])
    try packs.write(
      "housing.yaml", extends: "base.yaml",
      rules: [Rules.rule("land", means: "elder-land", "conflicts_with: [places]")])
    try packs.write("city.yaml", extends: "[health.yaml, housing.yaml]")
    let city = try packs.pack("city.yaml")
    #expect(
      city.rules.map(\.id) == [
        "health-places", "rival", "other-way", "open-figure", "counted", "land",
      ])
    #expect(city.rule("land")?.conflictsWith == ["health-places"])
    #expect(city.rule("counted")?.check.passing == ["health-places", "rival"])
    #expect(city.parameters["floor"]?.value == Amount(8))
    #expect(try packs.pack("housing.yaml").rule("land")?.conflictsWith == ["places"])
  }

  @Test("of a rule on several levels only those are replaced that the nearer rule speaks of")
  func levels() throws {
    let packs = try PackFolder()
    try packs.write(
      "base.yaml",
      rules: [Rules.rule("rate", means: "elder-circle", subject: "[street, township]")])
    try packs.write(
      "city.yaml", extends: "base.yaml",
      rules: [Rules.rule("street-rate", means: "elder-circle", subject: "street")])
    let city = try packs.pack("city.yaml")
    #expect(city.rules.map(\.id) == ["street-rate", "rate"])
    #expect(city.rule("rate")?.subjects == [.township])
    #expect(city.replaced.map(\.subjects) == [[.street]])
    #expect(city.replaced.map(\.isWhole) == [false])
  }

  @Test("a rule with the same topic about something else stays")
  func otherSubject() throws {
    let packs = try PackFolder()
    try base(packs)
    try packs.write(
      "city.yaml", extends: "base.yaml",
      rules: [Rules.rule("city-places", means: "childcare-places-new", subject: "city")])
    let city = try packs.pack("city.yaml")
    #expect(city.rule("places") != nil)
    #expect(city.replaced.isEmpty)
  }
}
