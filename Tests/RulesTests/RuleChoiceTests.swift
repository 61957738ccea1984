import Documents
import Testing

@testable import Rules

@Suite("Choosing rules")
struct RuleChoiceTests {
  private func rules() throws -> [AppliedRule] {
    let library = try PackLibrary()
    return try ["shangqiu-2022", "gb50180-2018"].flatMap { try library.pack($0).appliedRules }
  }

  private func chosen(_ choice: RuleChoice) throws -> Set<String> {
    Set(try rules().filter(choice.contains).map { "\($0.key)" })
  }

  @Test("by id, by pack, by pattern, by topic, and what is left out of these")
  func choices() throws {
    let all = try chosen(RuleChoice())
    #expect(all.count == (try rules().count) && RuleChoice().isAll)
    #expect(
      try chosen(RuleChoice(only: ["elder-floor-area-new", "gb50180-2018/nursery-radius"]))
        == ["shangqiu-2022/elder-floor-area-new", "gb50180-2018/nursery-radius"])
    let childcare = try chosen(RuleChoice(only: ["childcare-*"]))
    #expect(childcare == all.filter { $0.contains("/childcare-") } && childcare.count > 3)
    #expect(try chosen(RuleChoice(only: ["gb50180-2018/*"])) == all.filter { $0.hasPrefix("gb") })
    #expect(
      try chosen(RuleChoice(only: ["*floor*new"]))
        == all.filter {
          $0.hasSuffix("new") && $0.contains("floor")
        })
    let topic = try chosen(RuleChoice(topics: ["nursery-circle"]))
    #expect(topic == Set(try rules().filter { $0.means == "nursery-circle" }.map { "\($0.key)" }))
    #expect(
      try chosen(RuleChoice(only: ["childcare-*"], topics: ["nursery-circle"]))
        == childcare.union(topic))
    #expect(
      try chosen(RuleChoice(except: ["gb50180-2018/*", "childcare-*"]))
        == all.filter { !$0.hasPrefix("gb") && !$0.contains("/childcare-") })
  }

  @Test("a star stands for any letters, also none, and each letter once")
  func patterns() throws {
    for (word, fits) in [
      ("*", true), ("nursery-radius*", true), ("*nursery-radius", true), ("n*s", true),
      ("nursery-*-radius", false), ("nursery*radius", true), ("nursery-r*-radius", false),
      ("**radius", true), ("nursery", false), ("", false),
    ] {
      let rule = try rules().filter { $0.id == "nursery-radius" }
      #expect(RuleChoice(only: [word]).contains(rule[0]) == fits, "\(word)")
    }
  }

  @Test("what names nothing is told, all at once")
  func unknown() throws {
    let rules = try rules()
    let error = #expect(throws: RuleChoiceError.self) {
      try RuleChoice(only: ["elder-flor-area-new"], except: ["x-*"], topics: ["nursery"])
        .check(rules)
    }
    let said = error?.faults.map(\.description) ?? []
    #expect(said.count == 3)
    #expect(said[0].contains("did you mean 'elder-floor-area-new'?"))
    #expect(said[1].contains("'x-*'") && said[2].contains("'nursery'"))
    let nothing = #expect(throws: RuleChoiceError.self) {
      try RuleChoice(only: ["childcare-*"], except: ["*"]).check(rules)
    }
    #expect(nothing?.description.contains("no rule is left") == true)
    try RuleChoice(topics: ["nursery-circle"]).check(rules)
  }
}
